import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeHtml, composeMarkdown } from '../../../db/packs/compose.ts';
import type { LaidPassages } from '../../../db/packs/laid-out.ts';
import { layOut } from '../../../db/packs/lay-out.ts';
import { compareTable, fullPack, group, noted, passage, passages, resolved, source } from './sample.ts';

const passagesOf = (item: unknown) => item as LaidPassages;

describe('laying out a pack', () => {
  test('notes count through the whole pack, and each keeps the number that it has in the report', () => {
    const laid = layOut(resolved([
      passages('One', [group([noted('First.‹18› Second.‹19›', { 18: 'Eighteen.' })])]),
      { kind: 'text', markdown: 'Mine.[^x]\n\n[^x]: My own.' },
      passages('Two', [group([noted('Third.‹18›', { 18: 'Eighteen.' })])]),
    ]));
    expect(laid.items.map((item) => item.notes.map((note) => [note.number, note.origin]))).toEqual([[[1, 'note 18'], [2, 'note 19']], [[3, null]], [[4, 'note 18']]]);
    expect(passagesOf(laid.items[0]).groups[0]!.passages[0]!.runs).toEqual([{ text: 'First.' }, { call: 1 }, { text: ' Second.' }, { call: 2 }]);
  });

  test('a note of several chapters names its chapter', () => {
    const laid = layOut(resolved([passages('Search', [group([noted('A.‹4›', {})]), group([noted('B.‹4›', {})], null, source({ chapterTitle: 'Indonesia' }))])]));
    expect(laid.items[0]!.notes.map((note) => note.origin)).toEqual(['Vietnam, note 4', 'Indonesia, note 4']);
    expect(passagesOf(laid.items[0]).source).toBeNull();
    expect(passagesOf(laid.items[0]).groups.map((g) => g.source)).toEqual(['Nguyễn Thị Ánh, Vietnam, p. 53', 'Nguyễn Thị Ánh, Indonesia, p. 53']);
  });

  test('an item from one chapter names it once, and does not repeat its title as a heading', () => {
    const laid = passagesOf(layOut(resolved([passages('Ties', [group([passage('a')], 'Ties'), group([passage('b')], 'Loans')])])).items[0]);
    expect(laid.source).toBe('Nguyễn Thị Ánh, Vietnam, p. 53');
    expect(laid.groups.map((g) => [g.heading, g.source])).toEqual([[null, null], ['Loans', 'p. 53']]);
  });

  test('calls are set in the order of the text, wherever their offsets lie, and the text is whole', () => {
    const note = fc.record({ n: fc.constant('1'), offset: fc.integer({ min: 0, max: 60 }), text: fc.constant('t') });
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(note, { maxLength: 5 }), (text, notes) => {
      const [item] = layOut(resolved([passages('P', [group([passage(text, { notes })])])])).items;
      const { runs } = passagesOf(item).groups[0]!.passages[0]!;
      const calls = runs.flatMap((run) => ('call' in run ? [run.call] : []));
      expect(runs.map((run) => ('text' in run ? run.text : '')).join('')).toBe(text);
      expect(calls).toEqual(notes.map((_, at) => at + 1));
      expect(runs.every((run) => !('text' in run) || run.text.isWellFormed())).toBe(true);
    }));
  });

  test('headings lie on their side with what they head, and only then', () => {
    const heading = (text: string) => ({ kind: 'heading' as const, text });
    const items = [heading('Tables'), heading('Countries'), { kind: 'table' as const, table: compareTable() }, heading('Words'), { kind: 'text' as const, markdown: 'Upright.' }];
    expect(layOut(resolved(items)).items.map(({ landscape }) => landscape)).toEqual([true, true, true, false, false]);
  });

  test('a line of the contents stays with what it heads, and neither the first nor the last stands alone on a page', () => {
    const titled = (title: string, ...within: string[]): ReturnType<typeof passages> => passages(title, within.map((heading) => group([passage(heading)], heading)));
    const { html } = composeHtml(resolved([titled('One'), titled('Two'), titled('Three', 'First', 'Second'), titled('Four'), titled('Five'), titled('Six')]), '');
    const contents = /<nav class="contents.*?<\/nav>/s.exec(html)![0];
    const kept = [...contents.matchAll(/<li class="[^"]*\bkeep\b[^"]*">.*?class="name"[^>]*>([^<]*)/gs)].map(([, title]) => title);
    expect(kept).toEqual(['One', 'Three', 'Six']);
  });

  test('a heading without words is left out of paper, Word and Markdown, and heads nothing', () => {
    const empty = { kind: 'heading' as const, text: '  ', marking: 'SECRET' };
    const pack = resolved([{ kind: 'heading', text: 'One' }, empty, { kind: 'heading', text: 'Two' }], { items: [{ kind: 'heading', text: 'One' }, empty, { kind: 'heading', text: 'Two' }] });
    const { html, entries } = composeHtml(pack, '');
    expect(html.match(/<li class="rank-1\b/g)).toHaveLength(2);
    expect(html).not.toContain('id="item-2"');
    expect(entries[1]).toMatchObject({ title: 'Empty heading', problem: 'A heading without words is not printed.' });
    expect(composeMarkdown(pack).match(/^## .*/gm)).toEqual(['## One', '## Two']);
    expect(layOut(resolved([empty, { kind: 'text', markdown: '# Mine' }])).items[1]!.level).toBe(2);
  });

  test('sources stand report by report, whatever their order in the pack', () => {
    const from = (chapterTitle: string, reportTitle: string) => passages(chapterTitle, [group([passage('x')], null, source({ chapterTitle, reportTitle }))]);
    const { sources } = layOut(resolved([from('Quays', 'Harbours'), from('Crews', 'Ships'), from('Cranes', 'Harbours')]));
    expect(sources.map((line) => line.replace(/, Institute.*/, ''))).toEqual([expect.stringMatching(/^\[1\].*Quays/), expect.stringMatching(/^\[1\].*Cranes/), expect.stringMatching(/^\[2\].*Crews/)]);
  });

  test('an own title that ends in the section’s name is not followed by it', () => {
    const laid = passagesOf(layOut(resolved([passages('Vietnam: Ties', [group([passage('a')], 'Ties')])])).items[0]);
    expect(laid.groups.map((g) => g.heading)).toEqual([null]);
  });

  test('every chapter is cited once in full, and items under a heading stand a rank below it', () => {
    const laid = layOut(fullPack());
    expect(laid.sources).toEqual([
      'Nguyễn Thị Ánh, “Vietnam”, in: Harbours and hedges, Institute of Invented Studies, March 2022',
      'Budi, Sari and Wulan, “Indonesia”, in: Harbours and hedges, Institute of Invented Studies, March 2022',
    ]);
    expect(laid.items.map((item) => item.level)).toEqual([2, 3, 3, 3, 3, 3, 2, 3]);
    expect(layOut(resolved([passages('A', [group([passage('x')])])])).items[0]!.level).toBe(2);
  });
});
