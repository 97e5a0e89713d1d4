import type { Migration } from './open.ts';

/**
 * The shape of library.sqlite: reports, their text, and the postings over it. All of it can be made again from the
 * sources, which are kept in the same file (deflated), so that a better importer can read them once more.
 * The index (since version 5: term, posting, indexed, carrier; since version 8: explanation) holds words as db/model/fold.ts cuts and folds them.
 * Since version 7 texts are packed (text-codec.ts): `text` is then empty, and `packed` has it; a passage's `packed` has its tags too.
 */
export const LIBRARY_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'reports, passages, postings',
    sql: `
      CREATE TABLE report (
        pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, subtitle TEXT, publisher TEXT, date TEXT,
        language TEXT NOT NULL, licence TEXT, source_name TEXT NOT NULL, source_sha256 TEXT NOT NULL UNIQUE,
        format TEXT NOT NULL, built_in INTEGER NOT NULL, imported_at TEXT NOT NULL, source BLOB NOT NULL
      ) STRICT;
      CREATE TABLE chapter (
        pk INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
        number INTEGER, title TEXT NOT NULL, authors TEXT NOT NULL, page_from TEXT, page_to TEXT, UNIQUE (report, id)
      ) STRICT;
      CREATE TABLE section (
        pk INTEGER PRIMARY KEY, chapter INTEGER NOT NULL REFERENCES chapter ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
        title TEXT NOT NULL, level INTEGER NOT NULL, run_in INTEGER NOT NULL, UNIQUE (chapter, id)
      ) STRICT;
      CREATE TABLE passage (
        pk INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        chapter INTEGER NOT NULL REFERENCES chapter ON DELETE CASCADE, section INTEGER REFERENCES section ON DELETE CASCADE,
        id TEXT NOT NULL, ord INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, page_from TEXT, page_to TEXT,
        line_from INTEGER NOT NULL, line_to INTEGER NOT NULL, markers TEXT NOT NULL, tags TEXT NOT NULL, UNIQUE (report, id)
      ) STRICT;
      CREATE INDEX passage_by_chapter ON passage (chapter, ord);
      CREATE INDEX passage_by_section ON passage (section, ord) WHERE section IS NOT NULL;
      CREATE TABLE footnote (
        pk INTEGER PRIMARY KEY, chapter INTEGER NOT NULL REFERENCES chapter ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
        n TEXT NOT NULL, text TEXT NOT NULL, page TEXT, line_from INTEGER NOT NULL, line_to INTEGER NOT NULL, refers_to TEXT,
        UNIQUE (chapter, id)
      ) STRICT;
      CREATE TABLE facet (
        passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE, facet TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (facet, value, passage)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX facet_by_passage ON facet (passage);
      CREATE TABLE warning (
        pk INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, code TEXT NOT NULL, message TEXT NOT NULL, line INTEGER
      ) STRICT;
      CREATE INDEX warning_by_report ON warning (report);
      CREATE VIRTUAL TABLE postings USING fts5 (text, heading, notes, content='', contentless_delete=1, tokenize='ascii');
      CREATE VIRTUAL TABLE words USING fts5vocab (postings, row);
    `,
  },
  {
    version: 2,
    name: 'what the search reads: where every word stands, how sure every tag is',
    sql: `
      CREATE VIRTUAL TABLE occurrences USING fts5vocab (postings, instance);
      CREATE INDEX passage_pull_quotes ON passage (pk) WHERE kind = 'pull-quote';
      ALTER TABLE facet ADD COLUMN confidence REAL NOT NULL DEFAULT 0;
      UPDATE facet SET confidence = coalesce((SELECT max(t.value ->> 'confidence') FROM passage p, json_each(p.tags) t
        WHERE p.pk = facet.passage AND t.value ->> 'facet' = facet.facet AND t.value ->> 'value' = facet.value), 0);
    `,
  },
  {
    version: 3,
    name: 'pictures',
    sql: `
      CREATE TABLE picture (
        passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE, mime TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, bytes BLOB NOT NULL
      ) STRICT;
    `,
  },
  {
    version: 4,
    name: 'where the passages of a retelling come from',
    sql: `
      ALTER TABLE report ADD COLUMN retells TEXT;
      ALTER TABLE report ADD COLUMN translates TEXT;
      CREATE TABLE citation (
        passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE, ord INTEGER NOT NULL, chapter TEXT NOT NULL, target TEXT, note TEXT,
        PRIMARY KEY (passage, ord)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX citation_by_target ON citation (target) WHERE target IS NOT NULL;
      CREATE INDEX citation_by_note ON citation (chapter, note) WHERE note IS NOT NULL;
      CREATE TABLE confidence (passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE, word TEXT NOT NULL) STRICT;
    `,
  },
  {
    version: 5,
    name: 'an index of our own; it is filled from the text when the library is opened',
    sql: `
      DROP TABLE words;
      DROP TABLE occurrences;
      DROP TABLE postings;
      DROP TABLE facet;
      CREATE TABLE term (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE posting (word TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, docs BLOB NOT NULL, places BLOB NOT NULL, PRIMARY KEY (word, first)) STRICT, WITHOUT ROWID;
      CREATE TABLE indexed (report INTEGER PRIMARY KEY, edition INTEGER NOT NULL, first INTEGER NOT NULL, passages INTEGER NOT NULL, lengths BLOB NOT NULL) STRICT;
      CREATE TABLE carrier (report INTEGER NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, passages INTEGER NOT NULL, docs BLOB NOT NULL, sure BLOB NOT NULL, PRIMARY KEY (report, facet, value)) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 6,
    name: 'review: doubts, reports as they were before corrections, what became of those, where lines stand on pages',
    sql: `
      ALTER TABLE passage ADD COLUMN authored INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE doubt (
        pk INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, key TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL,
        passage TEXT, near TEXT, footnote TEXT, line_from INTEGER, line_to INTEGER
      ) STRICT;
      CREATE INDEX doubt_by_report ON doubt (report);
      CREATE TABLE uncorrected (report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE, draft BLOB NOT NULL) STRICT;
      CREATE TABLE applied (
        report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, ord INTEGER NOT NULL, correction TEXT NOT NULL, fits INTEGER NOT NULL, passage TEXT,
        PRIMARY KEY (report, ord)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE former (
        report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, id TEXT NOT NULL, passage TEXT NOT NULL, PRIMARY KEY (report, id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE line_place (report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE, places BLOB NOT NULL) STRICT;
    `,
  },
  {
    version: 7,
    name: 'texts packed with a table for each report, and a smaller index; it is filled from the text when the library is opened',
    sql: `
      CREATE TABLE symbols (pk INTEGER PRIMARY KEY, report INTEGER NOT NULL UNIQUE REFERENCES report ON DELETE CASCADE, bytes BLOB NOT NULL) STRICT;
      ALTER TABLE passage ADD COLUMN packed BLOB;
      ALTER TABLE passage ADD COLUMN letters INTEGER;
      ALTER TABLE footnote ADD COLUMN packed BLOB;
      DROP TABLE posting;
      DROP TABLE term;
      CREATE TABLE term (word TEXT PRIMARY KEY, pk INTEGER NOT NULL, passages INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE posting (term INTEGER NOT NULL, first INTEGER NOT NULL, span INTEGER NOT NULL, docs BLOB NOT NULL, places BLOB NOT NULL, PRIMARY KEY (term, first)) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 8,
    name: 'what acronyms are short for; it is filled from the text when the library is opened',
    sql: `
      CREATE TABLE explanation (
        report INTEGER NOT NULL, acronym TEXT NOT NULL, form TEXT NOT NULL, written TEXT NOT NULL, passages INTEGER NOT NULL, first INTEGER NOT NULL,
        PRIMARY KEY (acronym, report, form)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX explanation_by_report ON explanation (report);
    `,
  },
];
