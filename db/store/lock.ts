import path from 'node:path';
import Database from 'better-sqlite3';
import { AttacheError } from '../model/errors.ts';

/**
 * Holds a library folder for one window or host, until `close` or the end of the process. It is SQLite's own file
 * lock that is held, so the system frees it after a crash too; no stale process number can keep anybody out.
 * @param folder the library's folder; it must exist
 * @throws AttacheError 'library-in-use' where another Attaché has it
 */
export function holdLibrary(folder: string): { close(): void } {
  const db = new Database(path.join(folder, 'open.lock'), { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new AttacheError('library-in-use', `The library in ${folder} is already open in another Attaché. Use that window, or close it first; or start this one with --library and another folder.`);
    }
    throw error;
  }
  return {
    close() {
      if (db.open) db.close();
    },
  };
}
