import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createRows } from '../../../db/store/many-rows.ts';

function table() {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE port (name TEXT PRIMARY KEY, dues INTEGER NOT NULL)');
  return { db, begin: createRows(db, 'INSERT INTO port (name, dues)', 2, 'ON CONFLICT (name) DO UPDATE SET dues = dues + excluded.dues'), all: () => db.prepare('SELECT name, dues FROM port ORDER BY name').raw().all() };
}

describe('many rows', () => {
  test.each([0, 1, 31, 32, 33, 100])('%i of them are written as they were put, once they are flushed', (count) => {
    const { begin, all } = table();
    const rows = begin();
    const put = Array.from({ length: count }, (_, at): [string, number] => [`port ${String(at).padStart(3, '0')}`, at]);
    for (const row of put) rows.put(...row);
    expect(rows.waiting).toBe(count % 32);
    rows.flush();
    expect(rows.waiting).toBe(0);
    rows.flush();
    expect(all()).toEqual(put);
  });

  test('of the same key are met one behind the other, within a statement too', () => {
    const { begin, all } = table();
    const rows = begin();
    for (let at = 0; at < 40; at++) rows.put('Ember', 1);
    rows.flush();
    expect(all()).toEqual([['Ember', 40]]);
  });

  test('that an error kept from being written are not written later', () => {
    const { db, begin, all } = table();
    const failed = begin();
    failed.put('Holm', 1);
    failed.put('Karsa', null);
    expect(() => db.transaction(() => failed.flush())()).toThrow(/NOT NULL/);
    const rows = begin();
    rows.put('Ember', 2);
    rows.flush();
    expect(all()).toEqual([['Ember', 2]]);
  });
});
