import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allBits, both, countBits, countBoth, either, hasBit, membersOf, noBits, setBit, without } from '../../../db/search/bits.ts';
import { createSearch } from '../../../db/search/search.ts';
import { asking, filler, openTemp, save, type FixtureChapter } from './fixture.ts';

describe('sets of passages', () => {
  test('do as sets of numbers do', () => {
    const numbers = fc.uniqueArray(fc.nat(199));
    const made = (list: readonly number[]) => {
      const bits = noBits(200);
      for (const n of list) setBit(bits, n);
      return bits;
    };
    const sorted = (list: Iterable<number>) => [...list].toSorted((a, b) => a - b);
    fc.assert(fc.property(numbers, numbers, (a, b) => {
      const [x, y, second] = [made(a), made(b), new Set(b)];
      expect([...membersOf(x)]).toEqual(sorted(a));
      expect(countBits(x)).toBe(a.length);
      expect([...membersOf(both(x, y))]).toEqual(sorted(a.filter((n) => second.has(n))));
      expect([...membersOf(either(x, y))]).toEqual(sorted(new Set([...a, ...b])));
      expect([...membersOf(without(x, y))]).toEqual(sorted(a.filter((n) => !second.has(n))));
      expect(countBoth(x, y)).toBe(a.filter((n) => second.has(n)).length);
      expect(a.every((n) => hasBit(x, n))).toBe(true);
    }));
  });

  test.each([0, 1, 31, 32, 33, 64])('all of %i', (size) => {
    expect(countBits(allBits(size))).toBe(size);
  });
});

const LIBRARY: FixtureChapter[] = [{
  title: 'Ports',
  passages: [
    { text: 'Radar one.', tags: { 'country/laos': 0.9, 'domain/security': 0.8 } },
    { text: 'Radar two.', tags: { 'country/laos': 0.6, 'domain/economy': 0.8, 'limitation/delay': 0.7 } },
    { text: 'Radar three.', tags: { 'country/siam': 0.9, 'domain/security': 0.9, 'limitation/delay': 0.9, 'limitation/law': 0.9 } },
    { text: 'Radar four.', tags: { 'country/siam': 0.9, 'domain/security': 0.9, 'limitation/delay': 0.9 } },
    { text: 'Grain only.', tags: { 'country/siam': 1, 'domain/security': 1 } },
    ...filler(10),
  ],
}];
const ported = () => {
  const library = openTemp();
  save(library, 'r1', LIBRARY);
  return library;
};

describe('facet counts', () => {
  const counts = (map: Map<string, number>): Record<string, number> => Object.fromEntries(map);

  test('are over all hits, not over the page', () => {
    const answer = asking(ported())('radar', { limit: 1 });
    expect(answer.total).toBe(4);
    expect(counts(answer.facets.country)).toEqual({ laos: 2, siam: 2 });
    expect(counts(answer.facets.limitation)).toEqual({ delay: 3, law: 1 });
  });

  test('each facet is counted as if its own choice were open', () => {
    const answer = asking(ported())('radar', { choice: { country: ['laos'] } });
    expect(answer.total).toBe(2);
    expect(counts(answer.facets.country)).toEqual({ laos: 2, siam: 2 });
    expect(counts(answer.facets.domain)).toEqual({ security: 1, economy: 1 });
  });

  test('OR within a facet, AND across facets; what nobody carries finds nothing', () => {
    const ask = asking(ported());
    expect(ask('radar', { choice: { country: ['laos', 'siam'] } }).total).toBe(4);
    expect(ask('radar', { choice: { country: ['laos', 'siam'], domain: ['security'] } }).total).toBe(3);
    expect(ask('', { choice: { domain: ['security'] } }).total).toBe(4);
    expect(ask('radar', { choice: { country: ['mars'] } }).total).toBe(0);
  });

  test('a choice that leaves nothing with all words still shows what comes near', () => {
    const library = openTemp();
    save(library, 'r1', [{ title: 'P', passages: [...Array.from({ length: 12 }, (_, i) => `Radar ships ${i}.`), { text: 'Only ships.', tags: { 'country/laos': 1 } }] }]);
    expect(asking(library)('radar ships', { choice: { country: ['laos'] } }).total).toBe(1);
  });

  test('count what each click would show', () => {
    const ask = asking(ported());
    const values = { country: ['laos', 'siam'], domain: ['security', 'economy'], limitation: ['delay', 'law'] } as const;
    const some = (list: readonly string[]) => fc.subarray([...list]);
    const choices = fc.record({ country: some(values.country), domain: some(values.domain), limitation: some(values.limitation) });
    fc.assert(fc.property(choices, fc.constantFrom('radar', ''), (choice, query) => {
      const answer = ask(query, { choice });
      for (const facet of ['country', 'domain', 'limitation'] as const) {
        for (const value of values[facet]) expect(answer.facets[facet].get(value) ?? 0).toBe(ask(query, { choice: { ...choice, [facet]: [value] } }).total);
      }
    }), { numRuns: 60 });
  });
});

describe('side by side', () => {
  test('counts every pair, and names the passage that says most about both', () => {
    const library = ported();
    const table = createSearch(library).cross('radar', null);
    const textOf = (pk: number | null | undefined): string => library.passagesByPk([pk!])[0]!.text;
    expect(table).toMatchObject({ total: 4, notice: null });
    const siam = table.rows.get('siam')!;
    expect(siam).toMatchObject({ count: 2, limited: 2 });
    expect(table.rows.get('laos')).toMatchObject({ count: 2, limited: 1 });
    expect(siam.cells.get('limitation/delay')!.count).toBe(2);
    // Equally sure and equally good: the one with fewer other tags.
    expect(textOf(siam.cells.get('limitation/delay')!.best)).toBe('Radar four.');
    expect(siam.cells.get('domain/economy')).toEqual({ count: 0, best: null });
    expect(Object.fromEntries(table.columns)).toEqual({ 'domain/security': 3, 'domain/economy': 1, 'limitation/delay': 3, 'limitation/law': 1 });
    const all = createSearch(library).cross('', null);
    expect(textOf(all.rows.get('siam')!.cells.get('domain/security')!.best)).toBe('Grain only.');
  });

  test('keeps to one report', () => {
    const library = ported();
    save(library, 'r2', [{ title: 'B', passages: [{ text: 'Radar five.', tags: { 'country/laos': 1 } }] }]);
    const search = createSearch(library);
    expect(search.cross('radar', 'r2').rows.get('laos')!.count).toBe(1);
    expect(search.cross('radar', null).rows.get('laos')!.count).toBe(3);
  });
});
