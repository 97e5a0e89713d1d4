import type { LaidBlock } from './blocks.ts';
import type { Row } from './page.ts';

/** How far the rows that begin entries may stand from the edge, in points. */
const EDGE = 2.5;

/** @returns tells whether a row stands at the edge of its column, where what is not hung in begins */
export function edgeOf(rows: readonly Row[]): (row: Row) => boolean {
  const left = Math.min(...rows.map((row) => row.left));
  return (row) => row.left <= left + EDGE;
}

/**
 * Cuts a column of a list into its entries.
 * @param zone the blocks of the column
 * @param rows those of their rows that entries are made of
 * @param begins whether a row begins an entry, the row before it being this one. Rows before the first entry go on with the last one of the column before
 * @returns the entries, as items
 */
export function cutEntries(zone: readonly LaidBlock[], rows: readonly Row[], begins: (row: Row, before: Row | undefined) => boolean): LaidBlock[] {
  const groups: Row[][] = [];
  rows.forEach((row, at) => {
    if (at === 0 || begins(row, rows[at - 1])) groups.push([row]);
    else groups.at(-1)!.push(row);
  });
  return groups.map((group, at) => ({
    ...zone[0]!, kind: 'item', rows: group, begins: at > 0 || begins(group[0]!, undefined), ends: at < groups.length - 1 ? true : undefined, above: at === 0 ? zone[0]!.above : 0, below: 0,
  }));
}
