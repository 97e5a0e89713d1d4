import type { LaidLine } from '../../model/layout.ts';
import { hull, type Row, type Stack } from './page.ts';
import { cellRow, cutAtAllGaps, inColumns, type Columns } from './table-columns.ts';
import { withNamesOver } from './table-heads.ts';
import { APART as LINE, bandsOf } from './table-rows.ts';

/** Rows that must stand in columns to make a table without rules. */
const ROWS = 3;
/** Cells begin or end below each other within this, in points; their middles within twice as much and a little. */
const ALIGNED = 2.5;
const CENTRED = 6;
/** Rows further apart, as a share of their size, are no rows of one table. */
const APART = 2;
/** A row may have other cells than the one above it: it is compared with so many. */
const NEAR = 6;
/** So many rows may name the columns, or stand above the first one whose cells are far apart. */
const HEADS = 3;
/** Longer cells are lines of text. */
const LETTERS = 60;
const LISTED = /^(?:[•▪◦‣●○■□–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;
const LEADERS = /(?:\. ?){4,}/;

/**
 * Finds tables without rules in a column of rows: three rows or more, one after the other, whose cells begin or end at
 * the same places. Numbers of a list are no cells.
 * @returns the column cut into rows of text and tables, in their order
 */
export function alignedTables(rows: readonly Row[]): (Row | Stack)[] {
  const out: (Row | Stack)[] = [];
  for (let at = 0; at < rows.length;) {
    const end = isTabular(rows[at]!) ? endOfTable(rows, at) : at;
    const from = end - at > 1 ? beginOfTable(rows, at, end, out.length - 1 - out.findLastIndex((item) => !('cells' in item))) : at;
    const table = end - from >= ROWS ? tableOf(rows.slice(from, end)) : null;
    if (table) {
      out.splice(out.length - (at - from), at - from, table);
      at = end;
    } else {
      out.push(rows[at]!);
      at += 1;
    }
  }
  return out;
}

/** Two columns could be a paragraph with a wide gap; they must hold over more rows. */
function tableOf(run: readonly Row[]): Stack | null {
  const { rows, ...columns } = inColumns(run);
  const several = rows.filter((row) => row.cells.length > 1).length;
  const most = Math.max(...rows.map((row) => row.cells.length));
  if (columns.boxes.length < 2 || several < ROWS || (most <= 2 && several <= ROWS) || areStretched(rows, columns)) return null;
  const bands = bandsOf(rows, columns.boxes, []);
  const named = withNamesOver(bands, columns);
  return { kind: 'table', ...hull(run), rows: bands.map((band) => cellRow(band, named)), picture: null };
}

/** True for lines of text that were made as wide as their column: they end at one place, in words that begin anywhere, with little between that could be a column. */
function areStretched(rows: readonly Row[], { of }: Columns): boolean {
  if (rows.filter(({ cells }) => new Set(cells.map(of)).size > 2).length >= ROWS) return false;
  const last = rows.flatMap(({ cells }) => (cells.length > 1 ? [cells.at(-1)!] : []));
  const spread = (places: number[]): number => Math.max(...places) - Math.min(...places);
  return spread(last.map(({ right }) => right)) <= ALIGNED && spread(last.map(({ left }) => left)) > ALIGNED && last.filter(({ text }) => /\d/.test(text)).length <= last.length / 2;
}

/** @returns the row behind the last one that is a table's with the row at `from` */
function endOfTable(rows: readonly Row[], from: number): number {
  let end = from + 1;
  for (let at = end; at < rows.length && isNear(rows[at - 1]!, rows[at]!); at++) {
    const above = rows.slice(Math.max(from, at - NEAR), at);
    const row = rows[at]!;
    if (isAligned(rows[at - 1]!, row) || isInColumns(row, above) || isRestBeside(row, above)) end = at + 1;
    else if (!isRestBelow(row, above)) break;
    else if (/^\p{Ll}/u.test(row.text)) end = at + 1;
  }
  return end;
}

/** The names of the columns may stand closer than cells do, so that only the rows below them tell the columns. */
function beginOfTable(rows: readonly Row[], at: number, end: number, most: number): number {
  const fullest = Math.max(...rows.slice(at, end).map(({ cells }) => cells.length));
  let from = at;
  for (let above = at - 1; above >= at - Math.min(most, HEADS); above--) {
    const row = rows[above]!;
    if (!isNear(row, rows[above + 1]!) || row.cells.flatMap(cutAtAllGaps).length < fullest || !isInColumns(row, rows.slice(from, Math.min(end, from + NEAR)))) break;
    from = above;
  }
  return from;
}

const isNear = (above: Row, row: Row): boolean => row.top - above.bottom < row.size * APART;

function isTabular({ cells, text }: Pick<Row, 'cells' | 'text'>): boolean {
  return cells.length >= 2 && !LISTED.test(cells[0]!.text) && cells.every((cell) => cell.text.length < LETTERS) && !LEADERS.test(text);
}

/** Every cell of the shorter row begins, ends, or has its middle where a cell of the other one has. */
function isAligned(above: Row, below: Row): boolean {
  const [few, many] = above.cells.length <= below.cells.length ? [above.cells, below.cells] : [below.cells, above.cells];
  return isTabular(below) && few.slice(1).every((cell) => many.some((other) => Math.abs(cell.left - other.left) <= ALIGNED || Math.abs(cell.right - other.right) <= ALIGNED || Math.abs(cell.left + cell.right - other.left - other.right) <= CENTRED));
}

/**
 * Every cell stands below one of other rows: some of a row may be empty, and stand as close as words do. Stretched lines
 * of text all begin and end where others do; only what is between tells.
 */
function isInColumns(row: Row, others: readonly Row[]): boolean {
  const cells = row.cells.flatMap(cutAtAllGaps);
  const known = others.flatMap((other) => other.cells);
  const begins = (cell: LaidLine): boolean => known.some((one) => Math.abs(cell.left - one.left) <= ALIGNED);
  const ends = (cell: LaidLine): boolean => known.some((one) => Math.abs(cell.right - one.right) <= ALIGNED);
  return isTabular({ cells, text: row.text }) && cells.slice(0, -1).every((cell) => begins(cell) || ends(cell)) && (begins(cells.at(-1)!) || (cells.length > 2 && ends(cells.at(-1)!)));
}

/** The further lines of cells begin where the first ones do, beside the first column. Beside a single one they could be a paragraph behind its term. */
function isRestBeside(row: Row, above: readonly Row[]): boolean {
  return above.some(({ cells }) => cells.length > 2) && isRest(row, above) && above.every(({ cells }) => cells.length < 2 || cells[0]!.right < row.left);
}

/** In the first column they could be a paragraph: they stand before the second column, and go on with a sentence, or rows follow. */
function isRestBelow(row: Row, above: readonly Row[]): boolean {
  return above.some(({ cells }) => cells.length > 2) && isRest(row, above) && above.every(({ cells }) => cells.length < 2 || cells[1]!.left > row.cells[0]!.right);
}

function isRest(row: Row, above: readonly Row[]): boolean {
  return row.baseline - above.at(-1)!.baseline < row.size * LINE && row.cells.every((cell) => above.some(({ cells }) => cells.some((other) => Math.abs(cell.left - other.left) <= ALIGNED)));
}
