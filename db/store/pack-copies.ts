import type Database from 'better-sqlite3';
import type { KeptContent, KeptCopy } from '../model/kept.ts';

interface CopyRow { key: string; kept_on: string; content: string }

/**
 * What packs keep of what they show: their own copies, so that nothing is lost with a report.
 * @param write runs a change of the desk in a transaction
 */
export function packCopies(db: Database.Database, write: <T>(work: () => T) => T) {
  const all = db.prepare<[string], CopyRow>('SELECT key, kept_on, content FROM pack_copy WHERE pack = ?');
  const keys = db.prepare<[string], { key: string }>('SELECT key FROM pack_copy WHERE pack = ?');
  const put = db.prepare('INSERT INTO pack_copy (pack, key, kept_on, content) VALUES (@pack, @key, @on, @content) ON CONFLICT (pack, key) DO UPDATE SET kept_on = excluded.kept_on, content = excluded.content WHERE content <> excluded.content');
  return {
    /** The copies of a pack, by their keys. */
    of: (pack: string): Map<string, KeptCopy> => new Map(all.all(pack).map((row) => [row.key, { key: row.key, on: row.kept_on, content: JSON.parse(row.content) as KeptContent }])),
    keysOf: (pack: string): Set<string> => new Set(keys.all(pack).map(({ key }) => key)),
    /** Keeps copies; one that is there already keeps its day unless its words are others now. */
    keep(pack: string, copies: readonly KeptCopy[]): void {
      const rows = copies.map(({ key, on, content }) => ({ pack, key, on, content: JSON.stringify(content) }));
      if (rows.length > 0) write(() => rows.forEach((row) => put.run(row)));
    },
    /** Forgets some copies of a pack, so that it takes what its reports say now. */
    forget(pack: string, stale: readonly string[]): void {
      const drop = db.prepare('DELETE FROM pack_copy WHERE pack = ? AND key = ?');
      write(() => stale.forEach((key) => drop.run(pack, key)));
    },
  };
}
