import path from 'node:path';
import Database from 'better-sqlite3';
import { indexIsForeign } from './index-edition.ts';
import { explained } from './open.ts';
import { createPostings } from './postings.ts';
import { createRowReader } from './row-reader.ts';
import { createTextReader } from './texts.ts';

/**
 * Opens a library that another connection holds open in its newest shape, to read it only: for a thread of its own.
 * @param folder the library's folder
 * @throws AttacheError as `openDatabase` does
 */
export function openLibraryToRead(folder: string) {
  const db = explained(folder, () => new Database(path.join(folder, 'library.sqlite'), { readonly: true, fileMustExist: true }));
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  const version = db.prepare<[], { data_version: number }>('PRAGMA data_version');
  const read = createTextReader(db);
  const { rowsByPk, forget } = createRowReader(db, read);
  let edition = '';
  const asOneState = db.transaction((work: () => unknown) => work());
  return {
    /** Passages as their rows hold them: the thread sends them as they are. */
    passagesByPk: rowsByPk,
    postings: createPostings(db, read),
    /** Changes whenever the library was written to. */
    edition(): string {
      const now = String(version.get()!.data_version);
      if (now !== edition) forget();
      return (edition = now);
    },
    indexIsForeign: () => indexIsForeign(db),
    /** Does something with the library as it is now, whatever others write meanwhile. */
    reading: <T>(work: () => T): T => explained(folder, () => asOneState(work) as T),
    close: () => {
      db.close();
    },
  };
}
