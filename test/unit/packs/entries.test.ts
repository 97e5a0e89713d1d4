import { describe, expect, test } from 'vitest';
import type { ResolvedItem } from '../../../db/model/pack.ts';
import { composeHtml } from '../../../db/packs/compose.ts';
import { compareTable, fullPack, group, noted, passage, passages, resolved, source } from './sample.ts';

const compose = (...given: Parameters<typeof resolved>) => composeHtml(resolved(...given), '');

describe('the list of items beside the preview', () => {
  test('has one entry for each item, in order', () => {
    const { items } = fullPack();
    expect(composeHtml(fullPack(), '').entries).toHaveLength(items.length);
  });

  test('says what each item is', () => {
    const { entries } = compose([
      { kind: 'heading', text: 'Talking points' },
      { kind: 'text', markdown: 'First words here.\n\n## Later heading\n\nMore.' },
      { kind: 'text', markdown: 'Only four words here.' },
      passages('Defence ties', [group([noted('a‹1›', {}, ['53', '54']), noted('b‹2›‹3›', {}, ['55', '55'])])]),
      passages('coast guard', [group([passage('a')]), group([passage('b')], null, source({ chapterTitle: 'Indonesia' }))]),
      { kind: 'table', table: compareTable() },
      { kind: 'pageBreak' },
      { kind: 'missing', problem: 'The report is gone.' },
    ]);
    expect(entries.map((entry) => [entry.title, entry.detail])).toEqual([
      ['Talking points', 'heading'],
      ['Later heading', 'your text, 6 words'],
      ['Only four words here.', 'your text, 4 words'],
      ['Defence ties', 'Vietnam, pp. 53–55 · 2 passages · 3 notes'],
      ['coast guard', '2 chapters · 2 passages'],
      ['Countries side by side: Harbours and hedges', 'table'],
      ['Page break', 'new page'],
      ['Nothing to show', 'the pack says so in this place'],
    ]);
    expect(entries.map((entry) => [entry.passages, entry.notes])).toEqual([[0, 0], [0, 0], [0, 0], [2, 3], [2, 0], [0, 0], [0, 0], [0, 0]]);
    expect(entries.map((entry) => entry.problem).filter(Boolean)).toEqual(['The report is gone.']);
  });
});

describe('notices', () => {
  test('what holds for several items is said once, and names the first of them', () => {
    const item = (title: string, because: 'removed' | 'changed') => ({ ...passages(title, [group([passage('a')])]), kept: { on: '2026-11-26', because } }) as ResolvedItem;
    const { notices } = compose([...['One', 'Two', 'Two', 'Three', 'Four'].map((title) => item(title, 'removed')), item('Five', 'changed')]);
    expect(notices).toEqual([
      expect.stringMatching(/^5 items \(“One”, “Two”, “Three” and others\): .*not in this library.* copy of 26 November 2026 is printed/),
      expect.stringMatching(/^“Five”: .*changed/),
    ]);
  });

  test('name what is missing by its place, an empty pack, and a marking that a part asks for', () => {
    expect(compose([{ kind: 'heading', text: 'H' }, { kind: 'missing', problem: 'The report is gone.' }]).notices).toEqual(['Item 2 shows nothing: The report is gone.']);
    expect(compose([]).notices).toEqual([expect.stringContaining('no items')]);
    const marked = { kind: 'heading' as const, text: 'H', marking: 'SECRET' };
    expect(compose([marked], { marking: 'OFFICIAL', vocabulary: 'uk', items: [marked] as never }).notices).toEqual([expect.stringContaining('SECRET instead of OFFICIAL')]);
  });
});
