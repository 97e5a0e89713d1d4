import type { PackTable } from '../model/pack.ts';

type Column = PackTable['columns'][number];
type Cell = PackTable['rows'][number]['cells'][number];

/** A few columns side by side: a page is as wide as four of them. */
export interface Grid { kind: 'grid'; columns: Column[]; rows: { label: string; cells: Cell[] }[] }
/** Many columns, turned: under each row's label, one line for each column that has something. */
export interface Listing { kind: 'listing'; heading: string; rows: { label: string; lines: { column: Column; cell: Cell }[]; without: string[] }[] }

const WIDEST = 4;
export const COUNT_WORDS = 'Each figure counts the passages that concern both row and column; the words are from the one that says most.';
const HEADING = { domain: 'Domain', limitation: 'Limitation' };

/**
 * Cuts a comparison so that it fits an upright page: the columns of a facet stand side by side where four are enough,
 * else they are turned into lines. No count is lost: what has no passage is named.
 */
export function compareParts(table: PackTable): (Grid | Listing)[] {
  return (['domain', 'limitation'] as const).flatMap((facet): (Grid | Listing)[] => {
    const at = table.columns.flatMap((column, index) => (column.facet === facet ? [index] : []));
    if (at.length === 0) return [];
    const columns = at.map((index) => table.columns[index]!);
    const rows = table.rows.map((row) => ({ label: row.label, cells: at.map((index) => row.cells[index] ?? { count: 0, text: null }) }));
    if (at.length <= WIDEST) return [{ kind: 'grid', columns, rows }];
    return [{
      kind: 'listing', heading: HEADING[facet],
      rows: rows.map(({ label, cells }) => ({
        label,
        lines: cells.flatMap((cell, index) => (cell.count > 0 ? [{ column: columns[index]!, cell }] : [])),
        without: cells.flatMap((cell, index) => (cell.count > 0 ? [] : [columns[index]!.label])),
      })),
    }];
  });
}
