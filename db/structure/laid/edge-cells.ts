import type { LaidLine, LaidPage } from '../../model/layout.ts';
import { cutAtAllGaps } from './table-columns.ts';

/** What stands on one line, in points. */
const LEVEL = 2;
/** So many cells of a row stand below or above those of the row beside it, … */
const CELLS = 3;
/** … within this, in points; rows are no further apart than this, as a share of their size, the lines of a cell than that. */
const ALIGNED = 1.5;
const APART = 2.6;
const NEXT = 1.4;

/**
 * The lines at the edges of a page that are cells of a table: three of a row stand in the columns of the next row, which
 * is another one on each page. A figure in one of them may well count with the pages, and the names of the columns stand
 * on all pages of the table.
 * @param edge the lines in question
 * @param isAgain says of a line that other pages have it too, or that nobody can tell
 */
export function cellsAmong(edge: readonly LaidLine[], page: LaidPage, isAgain: (line: LaidLine) => boolean): Set<LaidLine> {
  const known = new Map<number, boolean>();
  const isCell = (line: LaidLine): boolean => {
    const isKnown = known.get(line.baseline) ?? isRow(line);
    known.set(line.baseline, isKnown);
    return isKnown;
  };
  const isRow = (line: LaidLine): boolean => {
    const row = page.lines.filter((other) => Math.abs(other.baseline - line.baseline) < LEVEL);
    return row.length >= CELLS && [1, -1].some((way) => {
      const beside = besideOf(line, page, way, APART);
      return !beside.every(isAgain) && row.filter((cell) => beside.some((other) => isInColumn(cell, other))).length >= CELLS;
    });
  };
  const isRest = (line: LaidLine): boolean => besideOf(line, page, 1, NEXT).some((other) => isInColumn(line, other) && isCell(other));
  return new Set(edge.filter((line) => isCell(line) || isRest(line)));
}

/** The row below (or above) a line. */
function besideOf(line: LaidLine, { lines }: LaidPage, way: number, most: number): LaidLine[] {
  const away = (other: LaidLine): number => (other.baseline - line.baseline) * way;
  const near = lines.filter((other) => away(other) >= LEVEL && away(other) < most * line.size);
  const next = Math.min(...near.map(away));
  return near.filter((other) => away(other) < next + LEVEL);
}

function isInColumn(cell: LaidLine, line: LaidLine): boolean {
  return cutAtAllGaps(line).some((other) => [cell.left - other.left, cell.right - other.right, (cell.left + cell.right - other.left - other.right) / 2].some((by) => Math.abs(by) <= ALIGNED));
}
