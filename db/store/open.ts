import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AttacheError } from '../model/errors.ts';

export type Sqlite = Database.Database;

/** One step of a database's shape. Numbered from 1, append-only, one transaction each. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/**
 * Opens (or makes) one of the library's files and brings it to the newest shape.
 * @param file the database's path
 * @param migrations all of them, in order
 * @param durable true for what the user made: every commit reaches the disk before it is reported as saved
 * @throws AttacheError 'library-newer', 'library-damaged', 'library-read-only', 'disk-full'
 */
export function openDatabase(file: string, migrations: readonly Migration[], durable: boolean): Sqlite {
  return explained(path.dirname(file), () => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const db = new Database(file);
    try {
      db.pragma('busy_timeout = 5000');
      refuseNewer(db, migrations);
      db.pragma('journal_mode = WAL');
      db.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
      db.pragma('foreign_keys = ON');
      db.pragma('secure_delete = ON');
      db.pragma('trusted_schema = OFF');
      migrate(db, migrations);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }, path.basename(file));
}

function refuseNewer(db: Sqlite, migrations: readonly Migration[]): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > migrations.length) {
    throw new AttacheError('library-newer', `This library was made by a newer Attaché (version ${found} of its format; this one knows ${migrations.length}). It was not touched. Update Attaché, or start it with --library and another folder.`);
  }
}

function migrate(db: Sqlite, migrations: readonly Migration[]): void {
  for (const step of migrations) {
    db.transaction(() => {
      // Read inside the transaction: another process may have done this step meanwhile.
      if ((db.pragma('user_version', { simple: true }) as number) >= step.version) return;
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}

/** What to do about a damaged file, by its name. */
export const DAMAGED = {
  'library.sqlite': 'Put that file aside and import the reports again; packs are kept in desk.sqlite.',
  'desk.sqlite': 'It holds packs, saved searches and corrections: bring it back from a copy of the folder, or put it aside and begin anew. The reports are kept in library.sqlite.',
} as const;

const isKnown = (file: string | null): file is keyof typeof DAMAGED => file !== null && Object.hasOwn(DAMAGED, file);

const SENTENCES: [RegExp, (folder: string, file: string | null) => AttacheError][] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, () => new AttacheError('disk-full', 'The disk is full. Nothing was half saved: the library is as it was before. Free some space and try again.')],
  [/^SQLITE_READONLY|^SQLITE_CANTOPEN|^EACCES|^EPERM|^EROFS/, (folder) => new AttacheError('library-read-only', `Attaché cannot write to its library folder (${folder}). Nothing was changed. Make the folder writable, or start with --library and another folder.`)],
  [/^ENOTDIR|^EEXIST|^ENOENT/, (folder) => new AttacheError('library-read-only', `${folder} cannot be used as a library folder: it is not a folder, or cannot be made. Start with --library and another folder.`)],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, () => new AttacheError('library-in-use', 'Another Attaché is writing to this library just now. Nothing was changed. Wait until it has finished, and try again.')],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^SQLITE_IOERR_SHORT/, (folder, file) => new AttacheError('library-damaged', isKnown(file) ? `“${file}” in ${folder} is damaged. Nothing was changed. ${DAMAGED[file]}`
    : `A file of the library in ${folder} is damaged. Nothing was changed. Run “attache check” to see which.`)],
  [/^SQLITE_IOERR/, () => new AttacheError('disk-full', 'The disk refused to write (it may be full, or was taken out). The library is as it was before. Check the disk and try again.')],
];

/**
 * Runs something that touches the disk and turns the system's error codes into the closed list.
 * @param folder named in the sentence
 * @param file the file that is touched, where it is one
 */
export function explained<T>(folder: string, work: () => T, file: string | null = null): T {
  try {
    return work();
  } catch (error) {
    throw inSentence(folder, error, file);
  }
}

/** What was thrown, as a sentence where the system or SQLite has a code for it. */
export function inSentence(folder: string, error: unknown, file: string | null = null): unknown {
  const code = codeOf(error);
  const found = SENTENCES.find(([pattern]) => pattern.test(code));
  return found ? Object.assign(found[1](folder, file), { cause: error }) : error;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Whether it was SQLite that failed. */
export const isSqliteError = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_');
