import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../db/import/manifest.ts';
import { tagPassages } from '../../../db/facets/tag.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const GUIDE = fs.readFileSync(path.resolve(import.meta.dirname, '..', '..', '..', 'docs', 'authoring.md'), 'utf8');
const example = (language: string): string => new RegExp(`^(\`{3,})${language}\\n([\\s\\S]*?)^\\1$`, 'm').exec(GUIDE)![2]!;

describe('the authoring guide', () => {
  test('shows a report that imports as it says', async () => {
    const { report, chapters, passages, footnotes, authored, warnings } = await draftOfFile(example('markdown'), 'harbours.md');
    expect(warnings).toEqual([]);
    expect(report).toMatchObject({ title: 'Harbours of the Amber Coast', subtitle: 'Twelve years of lending', licence: 'CC BY 4.0', date: '2026-05-01' });
    expect(chapters.map((chapter) => [chapter.id, chapter.number, chapter.authors])).toEqual([['ch1', 1, ['Ada Larsen', 'Bo Berg']], ['ch2', 2, ['Cleo Dahl']]]);
    expect(passages[0]).toMatchObject({ text: 'The port of Ember has two piers. Norland paid for the second.', pages: { from: '17', to: '18' }, footnotes: [{ n: '1', offset: 32 }] });
    expect(passages.map((passage) => passage.kind)).toEqual(['paragraph', 'list-item', 'list-item', 'quotation', 'table', 'paragraph']);
    expect(authored.get(passages[0]!.id)!.map((tag) => tag.value)).toEqual(['vietnam', 'economy', 'security']);
    expect(authored.get(passages[2]!.id)!.map((tag) => tag.value)).toEqual(['slow-decisions']);
    expect(footnotes.map((note) => [note.chapter, note.n])).toEqual([['ch1', '1'], ['ch1', '2'], ['ch2', '3']]);
  });

  test('shows a manifest that is right', () => {
    expect(readManifest(new TextEncoder().encode(example('yaml')), 'harbours.attache.yaml')).toMatchObject({ chapters: [{ title: 'Foreword' }, { number: 1 }], pages: [{ page: 1, label: 'i' }, { page: 9, label: '1' }] });
  });

  test('a brace behind a backslash is text, and marks may stand in the middle', async () => {
    const { passages } = await draftOfFile('{page: 3} One \\{page: 1}.[^a] Two {page: 4} three.[^b]\n\n[^a]: A.\n[^b]: B.\n', 'a.md');
    expect(passages).toMatchObject([{ text: 'One {page: 1}. Two three.', pages: { from: '3', to: '4' }, footnotes: [{ offset: 14 }, { offset: 25 }] }]);
  });
});

test('what cannot be understood in a mark is left out, and told with its line', async () => {
  const draft = await draftOfFile('# A\n\nOne. {country: mars, vietnam}\n\nTwo. {kind: banana}\n\nThree. {section: 99}\n\nFour. {page: 3}\n\nFive. {page: }\n\nSix. {id: same-one}\n\nSeven. {id: same-one}\n', 'a.md');
  tagPassages(draft);
  expect(draft.warnings.map(({ line, message }) => [line, /“([^”]*)”/.exec(message)![1]]).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
    [3, 'country: mars'], [5, '{kind: banana}'], [7, '{section: 99}'], [11, '{page:}'], [15, '{id: same-one}'],
  ]);
  expect(draft.authored.get(draft.passages[0]!.id)!.map(({ value }) => value)).toEqual(['vietnam']);
  expect(draft.passages[4]!.pages).toEqual({ from: '3', to: '3' });
});
