import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HARBOURS } from '../../../fixtures/harbours.ts';
import { page, report, wrap } from '../../../fixtures/two-columns.ts';
import { draftOf } from '../../../helpers/drafts.ts';
import { realReport } from '../../../helpers/shared.ts';

const doubtsIn = (text: string, name = 'harbours.txt') => {
  const draft = draftOf(text, name);
  const starts = new Map(draft.passages.map((passage) => [passage.id, passage.text.slice(0, 20)]));
  return draft.doubts!.map((doubt) => ({ ...doubt, start: doubt.passage === null ? null : starts.get(doubt.passage) }));
};
const kinds = (text: string, name?: string) => doubtsIn(text, name).map(({ kind }) => kind);

const SURE = 'The harbour was dredged in spring, and the pilots were told to wait for the ebb before they took any larger vessel over the bar.';
const OPEN = 'The old pier was given up by the council that had built it after a long dispute with the owners and with';
const TAKEN_UP = 'Norland engineers came in the next year, who looked at the piles and found them rotten through and through.';

describe('doubts of a paged report', () => {
  test('a page whose columns were turned, with the lines of the page', () => {
    const turned = doubtsIn(HARBOURS).filter(({ kind }) => kind === 'order');
    expect(turned).toHaveLength(1);
    expect(turned[0]).toMatchObject({ start: 'Security is a younge', lines: { from: expect.any(Number) as number } });
    expect(turned[0]!.lines!.to).toBeGreaterThan(turned[0]!.lines!.from + 5);
  });

  test('a join over the end of a page only where the second part could be a sentence of its own', () => {
    const withEnd = (end: string) => report(page(['INTRODUCTION'], wrap(SURE), wrap(`${OPEN} ${end}`, 42, true)), page(wrap(TAKEN_UP), wrap(SURE.replace('spring', 'autumn'))));
    const joined = doubtsIn(withEnd('patience')).filter(({ kind, near }) => kind === 'join' && near === null);
    expect(joined).toMatchObject([{ start: 'The old pier was giv', message: expect.stringContaining('“Norland engineers came in”') as string }]);
    expect(doubtsIn(withEnd('help from the')).filter(({ near }) => near === null)).toEqual([]);
  });

  test('notes that nobody calls, and numbers that are missing', () => {
    const notes = doubtsIn(HARBOURS).filter(({ kind }) => kind === 'note');
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.every(({ footnote, message }) => footnote !== null && message.length > 20)).toBe(true);
    const lost = draftOf('# A\n\nOne.[^1] Three.[^3]\n\n[^1]: First.\n[^3]: Third.\n[^9]: Nobody calls this.\n', 'a.md');
    expect(lost.doubts!.map(({ kind, footnote }) => [kind, footnote])).toContainEqual(['note', lost.footnotes.find(({ text }) => text.startsWith('Nobody'))!.id]);
  });

  test('keys are its own, and the same after another reading', () => {
    const doubts = doubtsIn(HARBOURS);
    expect(new Set(doubts.map(({ key }) => key)).size).toBe(doubts.length);
    expect(doubtsIn(HARBOURS)).toEqual(doubts);
  });
});

describe('doubts of a document whose author marked its structure', () => {
  test('a paragraph that breaks off before one that goes on', () => {
    expect(doubtsIn('# A\n\nThe council met in the\n\nold customs house on the quay.\n\nIt met again in May.\n', 'a.md')).toMatchObject([{ kind: 'join', start: 'The council met in t' }]);
    expect(kinds('# A\n\nThe council met.\n\nIt met again in May.\n', 'a.md')).toEqual([]);
  });
});

test.skipIf(!realReport())('the real report leaves a list that can be gone through', () => {
  const { file } = realReport()!;
  const doubts = draftOf(fs.readFileSync(file, 'utf8'), 'japan-southeast-asia.txt').doubts!;
  expect(doubts.length).toBeGreaterThanOrEqual(10);
  expect(doubts.length).toBeLessThanOrEqual(40);
});

test('notes that are numbered through the whole report are not missing from its later chapters', () => {
  const chapter = (title: string, from: number) => `# ${title}\n\n${[0, 1].map((at) => `The harbour was dredged.[^${from + at}]\n\n[^${from + at}]: Annual Report ${from + at}.`).join('\n\n')}\n`;
  expect(kinds([chapter('One', 1), chapter('Two', 3), chapter('Three', 5)].join('\n'), 'ports.md')).toEqual([]);
  expect(doubtsIn([chapter('One', 1), chapter('Two', 4)].join('\n'), 'ports.md').map(({ message }) => message)).toEqual([expect.stringContaining('Note 3 was')]);
});
