import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CALLED_NOTES, COLUMN, OCCURRENCES } from '../../../db/store/postings.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { openTemp, save } from './fixture.ts';

test('a word’s occurrences come in order, column by column, and go with their report', () => {
  const library = openTemp();
  save(library, 'r1', [{ title: 'Radar', passages: [{ text: 'Radar or radar.', notes: ['No radar.'] }, 'Grain.'] }]);
  save(library, 'r2', [{ title: 'Other', passages: ['One radar.'] }]);
  expect([...library.postings.occurrences('radar')]).toEqual([1, 0, 1, 2, 1, COLUMN, 1, 2 * COLUMN + 1, 2, COLUMN, 3, 1]);
  expect([...library.postings.occurrences('unknown')]).toEqual([]);
  expect(library.postings.sizes()).toEqual([{ pk: 1, text: 3, heading: 1, notes: 2 }, { pk: 2, text: 1, heading: 1, notes: 0 }, { pk: 3, text: 2, heading: 1, notes: 0 }]);
  expect([...library.postings.phrase(['radar', 'or'])]).toEqual([1, 0]);
  expect([...library.postings.phrase(['no', 'radar'])]).toEqual([1, 2 * COLUMN]);
  library.removeReport('r1');
  expect([...library.postings.occurrences('radar')]).toEqual([3, 1]);
  expect(library.postings.sizes()).toEqual([{ pk: 3, text: 2, heading: 1, notes: 0 }]);
});

test.each([
  ['occurrences of a word', OCCURRENCES],
  ['footnotes of a page of hits', CALLED_NOTES],
])('the %s are looked up, not searched for', (_name, sql) => {
  const folder = temporaryFolder();
  openTemp(folder);
  const db = new Database(path.join(folder, 'library.sqlite'), { readonly: true });
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('x').map((row) => row.detail);
  db.close();
  // A virtual table is always "scanned"; the vocabulary's plan has the bit 256 where it goes straight to one term.
  const straight = (step: string): boolean => (Number(/^SCAN occurrences VIRTUAL TABLE INDEX (\d+)/.exec(step)?.[1]) & 256) !== 0;
  expect(plan.filter((step) => step.startsWith('SCAN ') && !/^SCAN (?:json_each|m) /.test(step) && !straight(step))).toEqual([]);
});
