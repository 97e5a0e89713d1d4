import type { LaidBlock } from './blocks.ts';
import { cutEntries, edgeOf } from './entries.ts';
import type { Row } from './page.ts';

const TITLE = /^(?:(?:general |subject |author |name )?index(?: of (?:names|persons|people|places|subjects))?|(?:sach|personen|namen|orts|stichwort)?(?:register|verzeichnis)|index (?:général|des noms|analytique)|índice (?:analítico|onomástico|alfabético|remissivo)|indice (?:analitico|dei nomi)|索引)$/i;
/** "12, 40–43", "7n2", "xii": where a row of an index ends, or goes on. */
const LOCATED = /(?:\d(?:n\d*|ff?\.?)?|,\s[ivxlc]+|,)$/;
/** So many rows of an index end so, by share. */
const LOCATED_AT_LEAST = 0.5;

/** @returns true for the title of a printed index */
export const isIndexTitle = (text: string): boolean => TITLE.test(text);

/** @returns true for "A", "B": what an index is divided by */
export const isIndexLetter = ({ rows }: LaidBlock): boolean => rows.length === 1 && isLetter(rows[0]!);

/**
 * Cuts a column of a printed index into its entries, each with what is said below it. The letters that divide it are left out.
 * @param zone the blocks of the column below the title; entries become items. What does not look like an index is left as it is
 */
export function cutIndex(zone: readonly LaidBlock[]): LaidBlock[] {
  const rows = zone.flatMap((block) => block.rows).filter((row) => !isLetter(row));
  if (rows.filter(({ text }) => LOCATED.test(text)).length < rows.length * LOCATED_AT_LEAST) return [...zone];
  const atEdge = edgeOf(rows);
  // What stands further in, or begins with a page, goes on with the row above, and so does what stands behind a comma.
  return cutEntries(zone, rows, (row, before) => atEdge(row) && !/^\d/.test(row.text) && !before?.text.endsWith(','));
}

const isLetter = ({ text }: Row): boolean => /^\p{L}$/u.test(text);
