import type { Box, Rule } from '../../model/layout.ts';
import { isRunningText } from './cell-text.ts';
import type { Row } from './page.ts';

/** Lines that a head may have; those of cells that are set in the middle of it count by themselves. */
export const HEAD_ROWS = 7;
/** Lines this much closer than the rows of a table are lines of one row. */
const TIGHT = 0.9;
/** A line this much lower, as a share of its size, is the next one of a cell. */
export const NEXT = 1.35;
/** Lines further apart are no lines of one cell. */
export const APART = 1.6;
/** Rows are apart by so much more than lines of a cell, where white tells them. */
const WIDER = 1.2;
const SMALL = /^\p{Ll}/u;
/** The rows of a table have something in their first column: so many of them, by share. */
const OWN = 0.7;

/**
 * Puts the lines of a table together to its rows: those between two rules, where every row is ruled; else a line that has
 * nothing in the first column goes on with the row above it. The lines of a head are one row, except those over several
 * columns.
 */
export function bandsOf(rows: readonly Row[], columns: readonly Box[], rules: readonly Rule[]): Row[][] {
  const heights = [...new Set(rules.filter(({ across }) => across).map((rule) => Math.round(rule.top / 2) * 2))].sort((a, b) => a - b);
  const between = (row: Row): number => heights.findLastIndex((height) => height < row.baseline);
  const regions = [...Map.groupBy(rows, between).values()];
  if (regions.length > 1 && regions.every((region) => region.length === 1 || isRunningText(region, columns))) return regions;
  const [largest = [], ...others] = regions.toSorted((a, b) => b.length - a.length);
  // Rules that only set off a heading, over some lines perhaps, leave most of the rows together: these are rows of their own.
  const isBody = regions[0] !== largest || hasOwnRows(largest, columns);
  const headOnly = isBody && largest.length > rows.length / 2 && others.every(({ length }) => length <= 2 || (length <= HEAD_ROWS && hasOwnRows(largest, columns)));
  if (regions.length >= Math.max(3, rows.length * 0.3) && !headOnly) return [...headsApart(regions[0]!, columns), ...regions.slice(1)];
  const body = regions.indexOf(largest);
  return regions.flatMap((region, at) => {
    if (at < body && isHead(region, largest, columns)) return headBands(region, columns);
    const bands = continuedBands(region, columns);
    return at === 0 && at === body ? withHeadJoined(bands, columns) : bands;
  });
}

/** Above the first rule may stand several rows of names: further apart than the lines of one, or over several columns. */
function headsApart(region: readonly Row[], columns: readonly Box[]): Row[][] {
  const heads: Row[][] = [];
  for (const row of region) {
    const above = heads.at(-1)?.at(-1);
    if (above && !isOverSeveral(above, columns) && (row.cells.length < 2 || above.cells.length < 2 || row.baseline - above.baseline <= row.size * APART)) heads.at(-1)!.push(row);
    else heads.push([row]);
  }
  return heads;
}

function continuedBands(rows: readonly Row[], columns: readonly Box[]): Row[][] {
  const bands: Row[][] = [];
  const within = stepWithin(rows, columns);
  for (const row of rows) {
    const band = bands.at(-1);
    if (band && (row.baseline - band.at(-1)!.baseline <= within || isContinued(band, row, columns))) band.push(row);
    else bands.push([row]);
  }
  return bands;
}

/**
 * How far the lines of one cell are apart where those of two rows are further: then the first cell of a row may have
 * several lines too. Rows that stand in groups do so as well, but they fill all columns, or have figures.
 * @returns 0 where nothing tells lines of a cell from rows
 */
function stepWithin(rows: readonly Row[], columns: readonly Box[]): number {
  const sorted = steps(rows).sort((a, b) => a - b);
  const at = sorted.findIndex((step, nth) => nth > 0 && step > sorted[nth - 1]! * WIDER);
  const within = at > 0 && at < sorted.length - 1 ? sorted[at - 1]! : 0;
  const inside = rows.slice(1).filter((row, nth) => row.baseline - rows[nth]!.baseline <= within);
  const isText = within < rows[0]!.size * APART && inside.every((row) => row.cells.length < columns.length && row.cells.every(({ text }) => /\p{L}/u.test(text)));
  return isText && rows.every((row) => inside.includes(row) || beginsFirst(row, columns)) ? within : 0;
}

function isContinued(band: readonly Row[], row: Row, columns: readonly Box[]): boolean {
  const near = row.baseline - band.at(-1)!.baseline < row.size * NEXT;
  return near && row.cells.length < columns.length && (row.left > columns[0]!.right || goesOn(row, band[0]!));
}

/** Where rows begin in capitals, a line all of whose cells begin in small letters goes on. */
function goesOn(row: Row, first: Row): boolean {
  return row.cells.every(({ text }) => SMALL.test(text)) && !SMALL.test(first.text);
}

/** Nearly every line begins in the first column: they are rows, each of one line. */
function hasOwnRows(rows: readonly Row[], columns: readonly Box[]): boolean {
  return rows.filter((row) => beginsFirst(row, columns)).length >= rows.length * OWN;
}

function beginsFirst(row: Row, columns: readonly Box[]): boolean {
  return row.left <= columns[0]!.right;
}

/**
 * True for the lines between two rules where they are one head: one of them at most begins in the first column, or they
 * are set otherwise than the rows below, or closer.
 */
function isHead(rows: readonly Row[], body: readonly Row[], columns: readonly Box[]): boolean {
  if (rows.length < 2 || rows.length > HEAD_ROWS || Math.max(...steps(rows)) > rows[0]!.size * APART) return false;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.filter(({ text }) => !/\p{L}/u.test(text)).length >= cells.length / 2) return false;
  const isBold = rows.every((row) => row.bold) && !body.every((row) => row.bold);
  return isBold || rows.filter((row) => beginsFirst(row, columns)).length <= 1 || Math.max(...steps(rows)) < Math.min(...steps(body)) * TIGHT;
}

function steps(rows: readonly Row[]): number[] {
  return rows.slice(1).map((row, at) => row.baseline - rows[at]!.baseline);
}

/** A line over several columns is a row by itself. */
function headBands(rows: readonly Row[], columns: readonly Box[]): Row[][] {
  const bands: Row[][] = [];
  let open = false;
  for (const row of rows) {
    const spans = isOverSeveral(row, columns);
    if (open && !spans) bands.at(-1)!.push(row);
    else bands.push([row]);
    open = !spans;
  }
  return bands;
}

/** A name over the white between two columns stands over both where there are few names for the columns. */
function isOverSeveral(row: Row, columns: readonly Box[]): boolean {
  const few = row.cells.length * 2 <= columns.length;
  return row.cells.some((cell) => columnsBelow(cell, columns).length > 1 && (few || columns.some((column) => cell.left < column.right && cell.right > column.left)));
}

/** @returns the columns that a name stands over; in the middle of several it may stand over the white between two. */
export function columnsBelow(cell: Box, columns: readonly Box[]): number[] {
  const below = columns.flatMap((column, at) => (Math.min(cell.right, column.right) > Math.max(cell.left, column.left) ? [at] : []));
  const next = columns.findIndex(({ left }) => left >= cell.right);
  return below.length === 0 && next > 0 ? [next - 1, next] : below;
}

/** Where no rule sets the head off: lines at the top that begin in a further column and stand close belong to the line below them. */
function withHeadJoined(bands: Row[][], columns: readonly Box[]): Row[][] {
  const [first, second, ...rest] = bands;
  if (!first || !second || rest.length === 0 || first.length + second.length > HEAD_ROWS || first.some((row) => beginsFirst(row, columns) || isOverSeveral(row, columns))) return bands;
  const step = second[0]!.baseline - first.at(-1)!.baseline;
  const below = steps([second.at(-1)!, ...rest.flat()]);
  return step < second[0]!.size * NEXT && step < Math.min(...below) * TIGHT ? [[...first, ...second], ...rest] : bands;
}
