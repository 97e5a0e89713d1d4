import type { Sqlite } from './open.ts';
import type { ReadRow } from './passage-reader.ts';
import type { TextReader } from './texts.ts';

type Row = Omit<ReadRow, 'report' | 'chapter' | 'section'> & { report: number; chapter: number; section: number | null; packed: Uint8Array | null };

export const ROWS = `SELECT p.pk, p.report, p.chapter, p.section, p.id, p.kind, p.text, p.packed, p.page_from, p.page_to, p.line_from, p.line_to, p.markers, p.tags, i.width, i.height
  FROM json_each(?) JOIN passage p ON p.pk = json_each.value LEFT JOIN picture i ON i.passage = p.pk`;

/**
 * Reads the rows of hits, many of them and often: what stands above a passage is looked up once for all passages below it,
 * where a join looks it up again for each. `forget` has to be called when the library has changed.
 */
export function createRowReader(db: Sqlite, read: TextReader) {
  const rows = db.prepare<[string], Row>(ROWS);
  const once = <T>(sql: string): { get(pk: number): T; clear(): void } => {
    const statement = db.prepare<[number], T>(sql).pluck();
    const known = new Map<number, T>();
    return {
      get(pk) {
        let found = known.get(pk);
        if (found === undefined) known.set(pk, (found = statement.get(pk) ?? (null as T)));
        return found;
      },
      clear: () => known.clear(),
    };
  };
  const reports = once<string>('SELECT id FROM report WHERE pk = ?');
  const symbols = once<number | null>('SELECT pk FROM symbols WHERE report = ?');
  const chapters = once<string>('SELECT id FROM chapter WHERE pk = ?');
  const sections = once<string>('SELECT id FROM section WHERE pk = ?');
  return {
    /** @returns the rows of these numbers in the order asked for; gone ones are left out */
    rowsByPk: (pks: readonly number[]): ReadRow[] => rows.all(JSON.stringify(pks)).map((row) => {
      const { text, tags } = read.passage({ text: row.text, packed: row.packed, symbols: symbols.get(row.report) }, row.tags);
      return {
        pk: row.pk, report: reports.get(row.report), chapter: chapters.get(row.chapter), section: row.section === null ? null : sections.get(row.section), id: row.id, kind: row.kind, text,
        page_from: row.page_from, page_to: row.page_to, line_from: row.line_from, line_to: row.line_to, markers: row.markers, tags, width: row.width, height: row.height,
      };
    }),
    forget() {
      for (const known of [reports, symbols, chapters, sections]) known.clear();
    },
  };
}
