import type { Box, LaidLine } from '../../model/layout.ts';
import type { Row } from './page.ts';

/** Cells of running text have so many lines, of so many letters in the middle; … */
const ROWS = 3;
const LETTERS = 18;
/** … and of the lines in this share of the columns so many begin in small letters: they go on with the line above them. */
const COLUMNS = 2;
const SMALL = 0.25;

/**
 * True for rows that are lines of longer cells, each with sentences of its own, and no rows of a table: read from left to
 * right they would mix.
 */
export function isRunningText(rows: readonly Row[], columns: readonly Box[]): boolean {
  if (rows.length < ROWS) return false;
  const running = columns.filter((column) => {
    const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.left < column.right && cell.right > column.left));
    const lengths = cells.map(({ text }) => text.length).sort((a, b) => a - b);
    return cells.length >= ROWS && lengths[Math.floor(lengths.length / 2)]! >= LETTERS && cells.slice(1).filter(({ text }) => /^\p{Ll}/u.test(text)).length >= SMALL * (cells.length - 1);
  });
  return running.length >= COLUMNS;
}

/** The lines of each cell of a band, from left to right. */
export function cellsOf(band: readonly Row[], columns: readonly Box[], columnOf: (cell: LaidLine) => number): LaidLine[][] {
  const cells = band.flatMap((row) => row.cells);
  return columns.map((_column, at) => cells.filter((cell) => columnOf(cell) === at)).filter((lines) => lines.length > 0);
}
