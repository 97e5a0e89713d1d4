import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Change, Correction } from '../model/correction.ts';
import { AttacheError } from '../model/errors.ts';
import type { FacetChoice } from '../model/facet.ts';
import type { Pack, SavedPack } from '../model/pack.ts';
import { damageOf } from './check.ts';
import { DESK_MIGRATIONS } from './desk-migrations.ts';
import { explained, openDatabase } from './open.ts';
import { packCopies } from './pack-copies.ts';

/** What a search asks for, as it is kept. */
export interface KeptSearch {
  name: string;
  query: string;
  choice: FacetChoice;
  /** The report that it is narrowed to. */
  report: string | null;
  where: 'all' | 'text' | 'footnotes';
}
export interface SavedSearch extends KeptSearch {
  id: string;
  createdAt: string;
}

interface PackRow { id: string; spec: string; revision: number; created_at: string; updated_at: string }
interface CorrectionRow { id: string; work: string; change: string; created_at: string }
interface SearchRow { id: string; name: string; query: string; choice: string; created_at: string; report: string | null; stands: SavedSearch['where'] }

/** Earlier searches that are kept. */
const EARLIER = 300;

export type Desk = ReturnType<typeof openDesk>;

/**
 * Opens desk.sqlite: packs, reading positions, saved searches, settings. Every method has written to the disk when it
 * returns; a removed pack stays in the file until `restore` or forever, so that "undo" never fails.
 * @param folder the library's folder
 */
export function openDesk(folder: string) {
  const db = openDatabase(path.join(folder, 'desk.sqlite'), DESK_MIGRATIONS, true);
  const now = () => new Date().toISOString();
  const write = <T>(work: () => T): T => explained(folder, () => db.transaction(work).immediate());
  const packRow = db.prepare<[string], PackRow>('SELECT * FROM pack WHERE id = ? AND removed_at IS NULL');

  const getPack = (id: string): SavedPack => {
    const row = packRow.get(id);
    if (!row) throw new AttacheError('not-found', 'This pack is not there any more. It may have been removed in another window.');
    return savedPack(row);
  };

  return {
    listPacks(): SavedPack[] {
      return db.prepare<[], PackRow>('SELECT * FROM pack WHERE removed_at IS NULL ORDER BY updated_at DESC, id').all().map(savedPack);
    },
    getPack,
    createPack(pack: Pack): SavedPack {
      const id = randomUUID();
      const at = now();
      write(() => db.prepare('INSERT INTO pack (id, spec, revision, created_at, updated_at) VALUES (?, ?, 1, ?, ?)').run(id, JSON.stringify(pack), at, at));
      return getPack(id);
    },
    /** Writes a new version over `revision`; refuses where somebody else has written meanwhile. */
    savePack(id: string, revision: number, pack: Pack): SavedPack {
      const { changes } = write(() => db.prepare('UPDATE pack SET spec = ?, revision = revision + 1, updated_at = ? WHERE id = ? AND revision = ? AND removed_at IS NULL')
        .run(JSON.stringify(pack), now(), id, revision));
      if (changes === 0) {
        getPack(id);
        throw new AttacheError('changed-elsewhere', 'This pack was changed in another window. Nothing was overwritten; open it again to see the newer version.');
      }
      return getPack(id);
    },
    removePack(id: string): void {
      getPack(id);
      write(() => db.prepare('UPDATE pack SET removed_at = ? WHERE id = ?').run(now(), id));
    },
    restorePack(id: string): SavedPack {
      write(() => db.prepare('UPDATE pack SET removed_at = NULL WHERE id = ?').run(id));
      return getPack(id);
    },
    countPacks(): number {
      return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM pack WHERE removed_at IS NULL').get()!.n;
    },

    copies: packCopies(db, write),

    position(report: string): string | null {
      return db.prepare<[string], { passage: string }>('SELECT passage FROM position WHERE report = ?').get(report)?.passage ?? null;
    },
    place(report: string, passage: string): void {
      write(() => db.prepare('INSERT INTO position (report, passage, updated_at) VALUES (?, ?, ?) ON CONFLICT (report) DO UPDATE SET passage = excluded.passage, updated_at = excluded.updated_at')
        .run(report, passage, now()));
    },

    listSearches(): SavedSearch[] {
      return db.prepare<[], SearchRow>('SELECT * FROM saved_search ORDER BY place, created_at, id').all()
        .map((row) => ({ id: row.id, name: row.name, query: row.query, choice: JSON.parse(row.choice) as FacetChoice, report: row.report, where: row.stands, createdAt: row.created_at }));
    },
    saveSearch(kept: KeptSearch): SavedSearch {
      const saved = { id: randomUUID(), ...kept, createdAt: now() };
      const put = db.prepare('INSERT INTO saved_search (id, name, query, choice, report, stands, created_at, place) VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM saved_search))');
      write(() => put.run(saved.id, saved.name, saved.query, JSON.stringify(saved.choice), saved.report, saved.where, saved.createdAt));
      return saved;
    },
    renameSearch(id: string, name: string): void {
      const { changes } = write(() => db.prepare('UPDATE saved_search SET name = ? WHERE id = ?').run(name, id));
      if (changes === 0) throw new AttacheError('not-found', 'This saved search is not there any more. It may have been removed in another window.');
    },
    /** Puts saved searches in this order; those that are not named come behind, as they were. */
    orderSearches(ids: readonly string[]): void {
      const place = db.prepare('UPDATE saved_search SET place = ? WHERE id = ?');
      write(() => {
        db.prepare('UPDATE saved_search SET place = place + ?').run(ids.length + 1);
        ids.forEach((id, at) => place.run(at + 1, id));
      });
    },
    /** Remembers a search that led somewhere; the least used of many are forgotten. */
    noteSearch(query: string): void {
      write(() => {
        db.prepare('INSERT INTO earlier_search VALUES (?, 1, ?) ON CONFLICT (query) DO UPDATE SET times = times + 1, last_at = excluded.last_at').run(query, now());
        db.prepare('DELETE FROM earlier_search WHERE query NOT IN (SELECT query FROM earlier_search ORDER BY last_at DESC, times DESC LIMIT ?)').run(EARLIER);
      });
    },
    /** Searches that led somewhere, the latest first. */
    earlierSearches: (): string[] => db.prepare<[], { query: string }>('SELECT query FROM earlier_search ORDER BY last_at DESC, times DESC').all().map((row) => row.query),
    /** Forgets one earlier search; no trace of it stays in the file or its log. */
    forgetSearch(query: string): void {
      write(() => db.prepare('DELETE FROM earlier_search WHERE query = ?').run(query));
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    /** Forgets all earlier searches; no trace of them stays in the file or its log. */
    forgetSearches(): void {
      write(() => db.prepare('DELETE FROM earlier_search').run());
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    removeSearch(id: string): void {
      write(() => db.prepare('DELETE FROM saved_search WHERE id = ?').run(id));
    },

    /** What was mended in a work, in the order in which it was done; of all works where none is named. */
    corrections(work: string | null): Correction[] {
      const rows = work === null ? db.prepare<[], CorrectionRow>('SELECT * FROM correction WHERE undone_at IS NULL ORDER BY pk').all()
        : db.prepare<[string], CorrectionRow>('SELECT * FROM correction WHERE work = ? AND undone_at IS NULL ORDER BY pk').all(work);
      return rows.map(correctionOf);
    },
    correct(work: string, change: Change): Correction {
      const saved = { id: randomUUID(), work, change, createdAt: now() };
      write(() => db.prepare('INSERT INTO correction (id, work, change, created_at) VALUES (?, ?, ?, ?)').run(saved.id, work, JSON.stringify(change), saved.createdAt));
      return saved;
    },
    /** Takes a correction back, or brings it again; it stays in the file either way. */
    undoCorrection(id: string, undo: boolean): void {
      write(() => db.prepare('UPDATE correction SET undone_at = ? WHERE id = ?').run(undo ? now() : null, id));
    },
    /** The correction that was last taken back; null once another one was made since. */
    undoneCorrection(work: string): Correction | null {
      const row = db.prepare<[{ work: string }], CorrectionRow>(`SELECT * FROM correction WHERE work = @work AND undone_at IS NOT NULL
        AND pk > (SELECT coalesce(max(pk), 0) FROM correction WHERE work = @work AND undone_at IS NULL) ORDER BY pk LIMIT 1`).get({ work });
      return row ? correctionOf(row) : null;
    },
    /** Takes out a correction that could not be made. */
    dropCorrection(id: string): void {
      write(() => db.prepare('DELETE FROM correction WHERE id = ?').run(id));
    },

    settings(): Record<string, unknown> {
      const rows = db.prepare<[], { key: string; value: string }>("SELECT key, value FROM setting WHERE key NOT LIKE 'removed:%'").all();
      return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
    },
    set(values: Record<string, unknown>): void {
      write(() => {
        const put = db.prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
        for (const [key, value] of Object.entries(values)) put.run(key, JSON.stringify(value));
      });
    },

    /** Whether the user took out a briefing that ships with the app: it must not come back by itself. */
    hasRemoved: (builtIn: string): boolean => db.prepare('SELECT 1 FROM setting WHERE key = ?').get(`removed:${builtIn}`) !== undefined,
    noteRemoved(builtIn: string): void {
      write(() => db.prepare("INSERT OR IGNORE INTO setting (key, value) VALUES (?, 'true')").run(`removed:${builtIn}`));
    },

    countRemoved: (): number => db.prepare<[], { n: number }>("SELECT count(*) AS n FROM setting WHERE key LIKE 'removed:%'").get()!.n,
    /** All briefings that ship with the app may come back. */
    forgetRemoved(): void {
      write(() => db.prepare("DELETE FROM setting WHERE key LIKE 'removed:%'").run());
    },

    /** @returns what SQLite finds wrong with the file; empty where all is well */
    problems(): string[] {
      return damageOf(db, 'desk.sqlite', ['pack.spec', 'saved_search.choice', 'correction.change', 'setting.value']);
    },
    close(): void {
      db.close();
    },
  };
}

function savedPack(row: PackRow): SavedPack {
  return { id: row.id, pack: JSON.parse(row.spec) as Pack, revision: row.revision, createdAt: row.created_at, updatedAt: row.updated_at };
}

function correctionOf(row: CorrectionRow): Correction {
  return { id: row.id, work: row.work, change: JSON.parse(row.change) as Change, createdAt: row.created_at };
}
