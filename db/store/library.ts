import path from 'node:path';
import { openDatabase, explained, type Sqlite } from './open.ts';
import { LIBRARY_MIGRATIONS } from './library-migrations.ts';
import { createOriginReader } from './origins.ts';
import { createPostings } from './postings.ts';
import { createReportReader } from './report-reader.ts';
import { createReportWriter } from './report-writer.ts';
import { createDraftReader } from './draft-reader.ts';
import { createReviewReader } from './review-rows.ts';
import { createTextReader } from './texts.ts';
import { findProblems } from './check.ts';
import { indexIsForeign } from './index-edition.ts';
import { rebuildIndex } from './index-writer.ts';
import type { Progress } from '../model/source.ts';

export type Library = ReturnType<typeof openLibrary>;

/**
 * Opens library.sqlite in a folder (made where it is missing): reports, their text, and the postings over it.
 * An index that is missing, or was made by another version, is made anew from the text.
 * @param folder the library's folder
 * @param limits `maxPages` keeps the file from growing beyond so many of SQLite's pages; with `indexLater` such an index is left to another
 *   connection, and nothing may be written until it is made
 * @param tell hears how far the index is, where it is made anew
 * @throws AttacheError as `openDatabase` does
 */
export function openLibrary(folder: string, limits: { maxPages?: number; indexLater?: boolean } = {}, tell: (progress: Progress) => void = () => {}) {
  const db: Sqlite = openDatabase(path.join(folder, 'library.sqlite'), LIBRARY_MIGRATIONS, false);
  if (limits.maxPages !== undefined) db.pragma(`max_page_count = ${limits.maxPages}`);
  const version = db.prepare<[], { data_version: number }>('PRAGMA data_version');
  let written = 0;
  if (limits.indexLater !== true && indexIsForeign(db)) explained(folder, () => rebuildIndex(db, tell));
  const writer = createReportWriter(db);
  const write = <T>(work: () => T): T => {
    const result = explained(folder, work);
    written += 1;
    return result;
  };
  const read = createTextReader(db);
  const reader = createReportReader(db, read);
  const review = createReviewReader(db);
  return {
    ...reader,
    review: { ...review, ...createDraftReader(db, reader, review) },
    saveReport: (...args: Parameters<typeof writer.saveReport>) => write(() => writer.saveReport(...args)),
    replaceReport: (...args: Parameters<typeof writer.replaceReport>) => write(() => writer.replaceReport(...args)),
    /** Several writings as one: all of them happen, or none. */
    together: <T>(work: () => T): T => write(() => db.transaction(work).immediate()),
    removeReport: (id: string) => write(() => writer.removeReport(id)),
    origins: createOriginReader(db),
    postings: createPostings(db, read),
    /** Changes whenever the library was written to, by this connection or by another process. */
    edition: (): string => `${version.get()!.data_version}.${written}`,
    /** Whether the index is missing or another version's, so that it has to be made anew before anything is written. */
    indexIsForeign: () => indexIsForeign(db),
    problems: () => findProblems(db),
    /** Leaves the index to be made anew when the library is next opened. */
    disownIndex: () => write(() => db.exec('UPDATE indexed SET edition = 0')),
    /** Makes the index anew from the text. @param on hears how far it is; it may throw to stop, and then nothing has happened */
    rebuildIndex: (on: (progress: Progress) => void) => write(() => rebuildIndex(db, on)),
    close: () => {
      db.close();
    },
  };
}
