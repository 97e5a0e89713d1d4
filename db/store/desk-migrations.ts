import type { Migration } from './open.ts';

/** The shape of desk.sqlite: what the user made. No import ever rewrites it. */
export const DESK_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'packs, places, searches, settings',
    sql: `
      CREATE TABLE pack (
        id TEXT PRIMARY KEY, spec TEXT NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, removed_at TEXT
      ) STRICT;
      CREATE TABLE position (report TEXT PRIMARY KEY, passage TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;
      CREATE TABLE saved_search (id TEXT PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, choice TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
      CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    `,
  },
  {
    version: 2,
    name: 'corrections',
    sql: `
      CREATE TABLE correction (
        pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, work TEXT NOT NULL, change TEXT NOT NULL, created_at TEXT NOT NULL, undone_at TEXT
      ) STRICT;
      CREATE INDEX correction_by_work ON correction (work, pk) WHERE undone_at IS NULL;
    `,
  },
  {
    version: 3,
    name: 'saved searches in an order of their own, earlier searches',
    sql: `
      ALTER TABLE saved_search ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE earlier_search (query TEXT PRIMARY KEY, times INTEGER NOT NULL, last_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 4,
    name: 'saved searches keep their report, and whether footnotes are meant',
    sql: `
      ALTER TABLE saved_search ADD COLUMN report TEXT;
      ALTER TABLE saved_search ADD COLUMN stands TEXT NOT NULL DEFAULT 'all' CHECK (stands IN ('all', 'text', 'footnotes'));
    `,
  },
  {
    version: 5,
    name: 'packs keep their own copies of what they show',
    sql: `
      CREATE TABLE pack_copy (pack TEXT NOT NULL, key TEXT NOT NULL, kept_on TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (pack, key)) STRICT, WITHOUT ROWID;
    `,
  },
];
