import type { Box, LaidLine } from '../../model/layout.ts';
import { joinCells } from '../../model/table-cells.ts';
import { hull, toRow, type Row } from './page.ts';
import { joinedInCell } from './spaces.ts';
import { HEAD_ROWS } from './table-rows.ts';

/** White between two columns of cells, in points. */
const COLUMN_GAP = 5;
/** Where so many rows, by share, have all cells, they tell the columns by themselves. */
const WHOLE = 2;
const MOST = 0.5;
/** Rows with fewer cells than this share of the most have headings over several columns, or empty cells. */
const FULL = 0.6;

/** The columns of a table, and which of them a cell stands in. */
export interface Columns {
  boxes: Box[];
  /** The number of a cell's column, or of the first one of those that it reaches over. */
  of: (cell: LaidLine) => number;
}

/** The columns of a table: strips of x that are kept apart by white; headings over several columns do not count. */
export function columnsOf(rows: readonly Row[]): Box[] {
  const fullest = Math.max(...rows.map((row) => row.cells.length));
  const whole = rows.filter((row) => row.cells.length === fullest);
  const full = whole.length >= Math.max(WHOLE, rows.length * MOST) ? whole : rows.filter((row) => row.cells.length >= Math.max(2, fullest * FULL));
  const columns = stripsOf(full);
  return columns.length === 0 ? columns : withHeadsOver(columns, full, rows);
}

function stripsOf(rows: readonly Row[]): Box[] {
  const columns: Box[] = [];
  for (const cell of rows.flatMap((row) => row.cells).toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && cell.left < last.right + COLUMN_GAP) last.right = Math.max(last.right, cell.right);
    else columns.push({ left: cell.left, right: cell.right, top: cell.top, bottom: cell.bottom });
  }
  return columns;
}

/** Heads that stand in the middle of their columns may stand beside what is below them: then the first head belongs to the first column, and so on. */
function withHeadsOver(columns: Box[], full: readonly Row[], rows: readonly Row[]): Box[] {
  const from = rows.findIndex((row) => row.left <= columns[0]!.right);
  const heads = from > 0 && from <= HEAD_ROWS ? stripsOf(rows.slice(0, from)) : [];
  const below = stripsOf(full.filter((row) => rows.indexOf(row) >= from));
  if (below.length >= columns.length || heads.length !== below.length) return columns;
  const paired = below.map((column, at) => hull([column, heads[at]!]));
  return paired.every((column, at) => at === 0 || paired[at - 1]!.right < column.left) ? paired : columns;
}

function columnOf(cell: LaidLine, columns: readonly Box[]): number {
  const overlaps = columns.map((column) => Math.min(cell.right, column.right) - Math.max(cell.left, column.left));
  const first = columns.findIndex((column, at) => overlaps[at]! > 0 && cell.left < column.right);
  return first >= 0 ? first : overlaps.indexOf(Math.max(...overlaps));
}

/** One row of the table, its cells with a bar between, as in Markdown. */
export function cellRow(band: readonly Row[], { boxes, of }: Columns): Row {
  const cells = band.flatMap((row) => row.cells);
  const texts = boxes.map((_column, at) => cells.filter((cell) => of(cell) === at).toSorted((a, b) => a.baseline - b.baseline || a.left - b.left).map((cell) => cell.text)).map(joinedInCell);
  return { ...toRow(cells), text: joinCells(texts) };
}

/**
 * The columns of a table whose cells may stand so close that a line has several of them, and its rows, each line cut
 * where it has white between all columns that it runs over. White between some of them is a space that was stretched.
 */
export function inColumns(rows: readonly Row[]): Columns & { rows: Row[] } {
  const boxes = columnsOf(rows.map((row) => withCells(row, row.cells.flatMap((line) => cutAtGaps(line, (line.gaps ?? []).filter(({ left, right }) => right - left >= COLUMN_GAP))))));
  return { boxes, of: (cell) => columnOf(cell, boxes), rows: rows.map((row) => cutToColumns(row, boxes)) };
}

const withCells = (row: Row, cells: LaidLine[]): Row => (cells.length === row.cells.length ? row : toRow(cells));

/** @returns a row whose lines are cut where they have white between all columns that they run over */
export function cutToColumns(row: Row, columns: readonly Box[]): Row {
  return withCells(row, row.cells.flatMap((line) => cutAtColumns(line, columns)));
}

function cutAtColumns(line: LaidLine, columns: readonly Box[]): LaidLine[] {
  const over = columns.filter((column) => Math.min(line.right, column.right) > Math.max(line.left, column.left));
  const gaps = over.slice(1).map((column, at) => line.gaps?.find((gap) => gap.left < column.left && gap.right > over[at]!.right));
  return gaps.length > 0 && gaps.every((gap) => gap !== undefined) ? cutAtGaps(line, gaps) : [line];
}

/** @returns what stands between the gaps of a line */
export const cutAtAllGaps = (line: LaidLine): LaidLine[] => (line.gaps ? cutAtGaps(line, line.gaps) : [line]);

/** Cuts a line at some of its gaps, where its text still has blanks there. */
export function cutAtGaps(line: LaidLine, gaps: NonNullable<LaidLine['gaps']>): LaidLine[] {
  const cells: LaidLine[] = [];
  let [at, left] = [0, line.left];
  for (const gap of gaps) {
    if (line.text[gap.at] !== ' ') continue;
    cells.push({ ...line, text: line.text.slice(at, gap.at), left, right: gap.left, gaps: [] });
    [at, left] = [gap.at + 1, gap.right];
  }
  return cells.length === 0 ? [line] : [...cells, { ...line, text: line.text.slice(at), left, gaps: [] }];
}
