import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../db/store/library.ts';
import { ROWS } from '../../../db/store/row-reader.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

/** The statements that run while somebody reads or types: none may walk through a whole table. */
const HOT = {
  'a chapter’s passages': 'SELECT p.text FROM passage p JOIN report r ON r.pk = p.report JOIN chapter c ON c.pk = p.chapter WHERE r.id = ? AND c.id = ? ORDER BY p.ord',
  'one passage': 'SELECT p.text FROM passage p JOIN report r ON r.pk = p.report WHERE r.id = ? AND p.id = ?',
  'a report by its file': 'SELECT id FROM report WHERE source_sha256 = ?',
  'a page of hits': ROWS,
  'a chapter’s notes': 'SELECT f.text FROM footnote f JOIN chapter c ON c.pk = f.chapter JOIN report r ON r.pk = c.report WHERE r.id = ? AND c.id = ? ORDER BY f.ord',
};

test.each(Object.entries(HOT))('%s is looked up, not searched for', (_name, sql) => {
  const folder = temporaryFolder();
  openLibrary(folder).close();
  const db = new Database(path.join(folder, 'library.sqlite'), { readonly: true });
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: sql.split('?').length - 1 }, () => 'x')).map((row) => row.detail);
  db.close();
  expect(plan.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
});
