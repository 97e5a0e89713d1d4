import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, closed, COLUMN, entriesOf, openChunk, readCounts, readPlaces, reopened, type Chunk, type Entry } from '../../../db/store/index-codec.ts';
import { BEYOND, CALLED_NOTES, CHUNKS, TEXT } from '../../../db/store/postings.ts';
import type { Library } from '../../../db/store/library.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { openTemp, save } from './fixture.ts';

const everywhere = (library: Library, word: string): [number, number[][]][] => library.postings.chunks(word).flatMap((chunk) => [...entriesOf(chunk)]).map(({ pk, at }) => [pk, at]);
const lengths = (library: Library): number[] => library.postings.reports().flatMap((span) => [...span.lengths]);

test('a word’s occurrences come in order, column by column, and go with their report', () => {
  const library = openTemp();
  save(library, 'r1', [{ title: 'Radar', passages: [{ text: 'Radar or radar.', notes: ['No radar.'] }, 'Grain.'] }]);
  save(library, 'r2', [{ title: 'Other', passages: ['One radar.'] }]);
  expect(everywhere(library, 'radar')).toEqual([[1, [[0, 2], [0], [1]]], [2, [[], [0], []]], [3, [[1], [], []]]]);
  expect(everywhere(library, 'unknown')).toEqual([]);
  expect(lengths(library)).toEqual([3, 2, 1, 0, 2, 0]);
  expect(library.postings.wordsBetween('', BEYOND, -1).words).toContain('grain');
  library.removeReport('r1');
  expect(everywhere(library, 'radar')).toEqual([[3, [[1], [], []]]]);
  expect(lengths(library)).toEqual([2, 0]);
  expect(library.postings.wordsBetween('', BEYOND, -1)).toEqual({ words: ['one', 'other', 'radar'], passages: Uint32Array.of(1, 1, 1) });
});

test('a frequent word fills several rows, and a report goes out from their middle', () => {
  const library = openTemp();
  for (const id of ['r1', 'r2', 'r3']) save(library, id, [{ title: id, passages: Array.from({ length: 400 }, (_, n) => `radar ${n} radar`) }]);
  expect(library.postings.chunks('radar').length).toBeGreaterThan(3);
  library.removeReport('r2');
  expect(everywhere(library, 'radar').map(([pk]) => pk)).toEqual([...Array.from({ length: 400 }, (_, n) => n + 1), ...Array.from({ length: 400 }, (_, n) => n + 801)]);
  expect(library.problems()).toEqual([]);
  save(library, 'r4', [{ title: 'r4', passages: ['radar'] }]);
  expect(library.problems()).toEqual([]);
});

const column = fc.uniqueArray(fc.nat(70_000), { maxLength: 6 }).map((places) => places.sort((a, b) => a - b));
const entries = fc.uniqueArray(fc.record({ pk: fc.integer({ min: 1, max: 300_000 }), at: fc.tuple(column, column, column) }), { minLength: 1, maxLength: 40, selector: ({ pk }) => pk })
  .map((list) => list.sort((a, b) => a.pk - b.pk).filter(({ at }) => at.some((places) => places.length > 0)));

/** All in one chunk, which is closed and opened again after every few. */
function packed(list: readonly Entry[], few: number): Chunk {
  let open = openChunk(list[0]?.pk ?? 0);
  list.forEach((entry, i) => {
    append(open, entry);
    if (i % few === 0) open = reopened(closed(open));
  });
  return closed(open);
}

test('what is packed is unpacked the same, whole or in parts', () => {
  fc.assert(fc.property(entries, fc.integer({ min: 1, max: 9 }), (list, few) => {
    const chunk = packed(list, few);
    expect([...entriesOf(chunk)]).toEqual(list);
    const numbers = Int32Array.from({ length: 300_001 }, (_, pk) => pk);
    const { docs, often } = readCounts([chunk], list.length, numbers);
    expect([...docs]).toEqual(list.map(({ pk }) => pk));
    expect([...often]).toEqual(list.map(({ at: [text, heading, notes] }) => text.length | (heading.length << 8) | (notes.length << 16)));
    const { starts, at } = readPlaces([chunk], list.length);
    expect(list.map((_, i) => [...at.subarray(starts[i], starts[i + 1])])).toEqual(list.map((entry) => entry.at.flatMap((places, n) => places.map((place) => n * COLUMN + place))));
  }), { numRuns: 60 });
});

test.each([
  ['occurrences of a word', CHUNKS],
  ['text of a passage', TEXT],
  ['footnotes of a page of hits', CALLED_NOTES],
])('the %s are looked up, not searched for', (_name, sql) => {
  const folder = temporaryFolder();
  openTemp(folder);
  const db = new Database(path.join(folder, 'library.sqlite'), { readonly: true });
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('x').map((row) => row.detail);
  db.close();
  expect(plan.filter((step) => step.startsWith('SCAN ') && !/^SCAN (?:json_each|m) /.test(step))).toEqual([]);
});
