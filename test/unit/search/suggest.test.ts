import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../db/search/search.ts';
import { createHeadings } from '../../../db/search/headings.ts';
import { openTemp, save } from './fixture.ts';

function searchOver() {
  const library = openTemp();
  save(library, 'r1', [{
    title: 'Coasts', passages: [
      { text: 'Minister Ingrid Halvorsen opened the Northern Harbour Authority (NHA) in spring.', heading: 'Who guards the harbours' },
      'Ingrid Halvorsen and the NHA bought radar for the coast guard.',
      { text: 'Radar on the coast helps the guard to see small boats at night.', heading: 'What radar sees' },
      { text: 'Radar on the coast helps the guard.', kind: 'pull-quote' },
      'Wheat grows far from any sea, but it is shipped from Skagen’s quays.',
    ],
  }]);
  return { library, search: createSearch(library) };
}

describe('suggestions while typing', () => {
  test.each([
    ['halv', { kind: 'name', text: 'Ingrid Halvorsen', query: 'Ingrid Halvorsen' }],
    ['Hálv', { kind: 'name', text: 'Ingrid Halvorsen' }],
    ['nh', { kind: 'acronym', text: 'NHA', detail: 'Northern Harbour Authority' }],
    ['radar for the nh', { kind: 'acronym', query: 'radar for the NHA' }],
    ['ingrid halv', { kind: 'name', text: 'Ingrid Halvorsen', query: 'Ingrid Halvorsen' }],
    ['ingrid h', { kind: 'name', text: 'Ingrid Halvorsen', query: 'Ingrid Halvorsen' }],
    ['opened by ingrid h', { kind: 'name', query: 'opened by Ingrid Halvorsen' }],
    ['skag', { kind: 'name', text: 'Skagen', query: 'Skagen' }],
    ['NHA', { kind: 'acronym', text: 'NHA', detail: 'Northern Harbour Authority' }],
    ['guards harb', { kind: 'heading', text: 'Who guards the harbours', detail: 'Report r1' }],
  ])('%s', (typed, wanted) => {
    expect(searchOver().search.suggest(typed, [], 8)).toContainEqual(expect.objectContaining(wanted));
  });

  test('what is typed already is not suggested, nor a word that only begins a sentence', () => {
    const { search } = searchOver();
    expect(search.suggest('Ingrid Halvorsen', [], 8).map(({ query }) => query)).not.toContain('Ingrid Halvorsen');
    expect(search.suggest('whea', [], 8)).toEqual([]);
  });

  test('earlier searches come first, and all of them where nothing is typed yet', () => {
    const { search } = searchOver();
    expect(search.suggest('', ['wheat prices', 'radar'], 8).map(({ query }) => query)).toEqual(['wheat prices', 'radar']);
    expect(search.suggest('Whe', ['radar', 'wheat prices'], 8)[0]).toEqual({ kind: 'search', text: 'wheat prices', detail: null, query: 'wheat prices' });
    expect(search.suggest('radar', ['radar', 'radar night', 'radar coast'], 1)).toHaveLength(1);
  });

  test.each(['', ' ', 'x', 'radar ', '"', '\u0000', '\ud800', 'zzzz'])('%j gives no error', (typed) => {
    expect(searchOver().search.suggest(typed, [], 8)).toEqual([]);
  });
});

describe('more like a passage', () => {
  test('passages that share its telling words come, without itself and its pull quote', () => {
    const { library, search } = searchOver();
    const [, second, third] = library.passages('r1');
    const hits = search.similar(second!.pk, 5);
    expect(hits.map(({ passage }) => passage.id)).toContain(third!.id);
    expect(hits.map(({ passage }) => passage.kind)).not.toContain('pull-quote');
    expect(hits.map(({ passage }) => passage.pk)).not.toContain(second!.pk);
    expect(hits.map(({ passage }) => passage.text).join(' ')).not.toContain('Wheat');
    expect(hits[0]!.snippet.some(({ hit }) => hit)).toBe(true);
  });

  test('a row that is not there has none', () => {
    expect(searchOver().search.similar(99, 5)).toEqual([]);
  });
});

describe('headings', () => {
  const titlesOf = (list: readonly string[]) => (after: number, most: number) => list.map((title, i) => ({ pk: i + 1, title, report: 'r' })).filter(({ pk }) => pk > after).slice(0, most);
  const many = Array.from({ length: 2500 }, (_, i) => `Harbour ${i % 1250} and quay ${i % 7}`);

  test('are found by whole words and the beginning of another, as they stand in order, each once', () => {
    const headings = createHeadings({ sectionTitles: titlesOf(many), chapterTitles: titlesOf(['Quays', 'Harbour 3 and quay 3']) });
    const found = (whole: string[], begun: string, most = 3): string[] => headings.having(whole, begun, most).map(({ title }) => title);
    expect(found([], 'qua')).toEqual(['Harbour 0 and quay 0', 'Quays', 'Harbour 1 and quay 1']);
    expect(found(['harbour'], '124')).toEqual(['Harbour 124 and quay 5', 'Harbour 1240 and quay 1', 'Harbour 1241 and quay 2']);
    expect(found(['quay', '1249'], 'harb')).toEqual(['Harbour 1249 and quay 3', 'Harbour 1249 and quay 0']);
    expect(found(['quay'], 'ship')).toEqual([]);
    const all = found([], 'harbour', 5000);
    expect(all.slice(0, 5)).toEqual(['Harbour 0 and quay 0', 'Harbour 1 and quay 1', 'Harbour 3 and quay 3', 'Harbour 2 and quay 2', 'Harbour 4 and quay 4']);
    expect(all.toSorted()).toEqual([...new Set(many)].sort());
  });

  test('are the same whether they were filed bit by bit before or not', () => {
    const source = { sectionTitles: titlesOf(many), chapterTitles: titlesOf(['Quays']) };
    const ahead = createHeadings(source);
    let steps = 0;
    while (!ahead.prepare()) steps += 1;
    expect(steps).toBeGreaterThan(4);
    expect(ahead.having(['quay'], 'harbour 9', 3)).toEqual(createHeadings(source).having(['quay'], 'harbour 9', 3));
    expect(ahead.having([], 'quay', 3)).toEqual(createHeadings(source).having([], 'quay', 3));
  });
});
