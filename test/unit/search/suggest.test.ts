import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../db/search/search.ts';
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
