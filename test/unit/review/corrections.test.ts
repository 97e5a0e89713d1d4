import { describe, expect, test } from 'vitest';
import type { Change, Correction } from '../../../db/model/correction.ts';
import type { Tag } from '../../../db/model/facet.ts';
import { anchorOf, findAnchor } from '../../../db/review/anchor.ts';
import { applyStructure, retag } from '../../../db/review/apply.ts';
import { draftOf } from '../../helpers/drafts.ts';

const FILE = `# Ember

Ember has two piers.[^a] The second was paid for by Norland, and it is the longer one.[^b]

The towns behind it grew quickly.

## Money

One loan of 40 million crowns was never paid back in full.

[^a]: Annual Report 2019.
[^b]: Annual Report 2020.

# Holm

Holm has deep water and no pier at all.
`;

const draft = () => draftOf(FILE, 'ember.md');
const correction = (change: Change): Correction => ({ id: change.kind, work: 'ember', change, createdAt: '2026-11-23T00:00:00Z' });
const anchor = (start: string, file = draft()) => anchorOf(file.passages, file.passages.find((passage) => passage.text.startsWith(start))!.id)!;
const mended = (...changes: Change[]) => {
  const file = draft();
  const { outcomes, former } = applyStructure(file, changes.map(correction));
  return { file, outcomes, former, texts: file.passages.map((passage) => passage.text) };
};

describe('corrections', () => {
  test('split a passage; each part keeps its own calls', () => {
    const { file } = mended({ kind: 'split', anchor: anchor('Ember has'), before: 'The second was' });
    expect(file.passages.slice(0, 2).map(({ text, footnotes }) => [text, footnotes])).toEqual([
      ['Ember has two piers.', [{ n: '1', offset: 20 }]],
      ['The second was paid for by Norland, and it is the longer one.', [{ n: '2', offset: 61 }]],
    ]);
    expect(file.passages[0]!.id).not.toBe(draft().passages[0]!.id);
  });

  test('join two passages; the calls of the second move with their words', () => {
    const { file } = mended({ kind: 'join', anchor: anchor('The towns'), next: anchor('One loan') });
    expect(file.passages[1]!.text).toBe('The towns behind it grew quickly. One loan of 40 million crowns was never paid back in full.');
    expect(file.passages).toHaveLength(3);
  });

  test('split and join again gives the passage back, id and all', () => {
    const before = draft().passages[0]!;
    const file = draft();
    applyStructure(file, [correction({ kind: 'split', anchor: anchor('Ember has'), before: 'The second was' })]);
    applyStructure(file, [correction({ kind: 'join', anchor: anchorOf(file.passages, file.passages[0]!.id)!, next: anchorOf(file.passages, file.passages[1]!.id)! })]);
    expect(file.passages[0]).toEqual(before);
  });

  test('move a passage, within its chapter and to its beginning', () => {
    expect(mended({ kind: 'move', anchor: anchor('Ember has'), after: anchor('One loan') }).texts[2]).toMatch(/^Ember has/);
    expect(mended({ kind: 'move', anchor: anchor('One loan'), after: null }).texts[0]).toMatch(/^One loan/);
  });

  test('move a passage before another, into its section or its chapter', () => {
    const money = draft().chapters[0]!.sections[0]!.id;
    const { file } = mended({ kind: 'move', anchor: anchor('The towns'), after: null, before: anchor('One loan') });
    expect(file.passages.slice(1, 3).map(({ text, section }) => [text.slice(0, 9), section])).toEqual([['The towns', money], ['One loan ', money]]);
    const { file: other } = mended({ kind: 'move', anchor: anchor('One loan'), after: null, before: anchor('Holm has') });
    expect(other.passages[2]).toMatchObject({ chapter: draft().chapters[1]!.id, section: null });
  });

  test('make a heading of a passage; what follows stands under it', () => {
    const { file } = mended({ kind: 'become', anchor: anchor('Ember has'), what: 'heading' });
    const section = file.chapters[0]!.sections[0]!;
    expect(section.title).toMatch(/^Ember has two piers/);
    expect(file.passages[0]).toMatchObject({ section: section.id });
    expect(file.chapters[0]!.sections.map((one) => one.title)).toHaveLength(2);
  });

  test('take a passage out, or say what it is', () => {
    expect(mended({ kind: 'become', anchor: anchor('The towns'), what: 'nothing' }).texts).toHaveLength(3);
    expect(mended({ kind: 'become', anchor: anchor('The towns'), what: 'caption' }).file.passages[1]!.kind).toBe('caption');
  });

  test('rename a chapter and a section', () => {
    const { file } = mended({ kind: 'rename', target: 'chapter', from: 'Ember', to: 'Port Ember', chapter: null, nth: 0 }, { kind: 'rename', target: 'section', from: 'Money', to: 'Loans', chapter: 'Port Ember', nth: 0 });
    expect([file.chapters[0]!.title, file.chapters[0]!.sections[0]!.title]).toEqual(['Port Ember', 'Loans']);
  });

  test('set and take away tags', () => {
    const file = draft();
    const tags = new Map<string, Tag[]>([[file.passages[1]!.id, [{ facet: 'domain', value: 'economy', evidence: [], confidence: 0.4 }]]]);
    const towns = anchor('The towns');
    expect(retag(file, tags, [correction({ kind: 'retag', anchor: towns, facet: 'domain', value: 'economy', on: false }), correction({ kind: 'retag', anchor: towns, facet: 'country', value: 'vietnam', on: true })]).map(({ fits }) => fits)).toEqual([true, true]);
    expect(tags.get(file.passages[1]!.id)).toEqual([{ facet: 'country', value: 'vietnam', evidence: [{ where: 'author', words: 'vietnam' }], confidence: 1 }]);
  });

  test('what no longer fits is handed back, not dropped', () => {
    const gone = { ...anchor('The towns'), passage: 'p-gone', start: 'Nothing of the kind was ever written here', end: 'anywhere' };
    const { outcomes, texts } = mended({ kind: 'become', anchor: gone, what: 'nothing' }, { kind: 'rename', target: 'chapter', from: 'Skerry', to: 'Isle', chapter: null, nth: 0 }, { kind: 'split', anchor: anchor('The towns'), before: 'not there' });
    expect(outcomes).toEqual(['become', 'rename', 'split'].map((correction) => ({ correction, fits: false, passage: null })));
    expect(texts).toEqual(draft().passages.map((passage) => passage.text));
  });
});

describe('anchors', () => {
  test('find a passage again in an edition that changed a few of its words', () => {
    const before = draft();
    const later = draftOf(FILE.replace('was paid for by Norland', 'was paid by Norland').replace('One loan', 'A loan'), 'ember.md');
    expect(findAnchor(later.passages, anchorOf(before.passages, before.passages[0]!.id)!)).toBe(0);
    expect(findAnchor(later.passages, anchorOf(before.passages, before.passages[2]!.id)!)).toBe(2);
  });

  test('do not take a stranger for the passage', () => {
    const other = draftOf('# Else\n\nA report on quite another matter, with other words.\n', 'else.md');
    expect(findAnchor(other.passages, anchor('Ember has'))).toBe(-1);
  });
});
