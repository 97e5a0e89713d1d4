import { isLabelledCaption } from '../../model/captions.ts';
import type { Box, LaidLine } from '../../model/layout.ts';
import { isRunningText } from './cell-text.ts';
import { hull, isWithin, toRows, type Row } from './page.ts';
import { cutToColumns, inColumns, type Columns } from './table-columns.ts';
import { columnsBelow, HEAD_ROWS, NEXT } from './table-rows.ts';

/** White between the rows of a head, and between it and the rule below, is less than this, as a share of their size. */
const APART = 1.6;
/** Lines may reach over a rule by so much, in points; names over several columns over the edges of these. */
const SLACK = 2.5;
const BEYOND = 6;
/** Longer lines are text. */
const LETTERS = 60;

/**
 * Where rules are set below rows only, the head stands above the first rule: its names each over columns of their own.
 * @param inside what stands between the rules
 * @param all the lines of the page
 * @returns the lines of the head
 */
export function headAbove(inside: readonly LaidLine[], all: readonly LaidLine[], box: Box): LaidLine[] {
  const { boxes } = inColumns(toRows(inside));
  const above = toRows(all.filter((line) => line.bottom < box.top + SLACK && line.bottom > box.top - 2 * HEAD_ROWS * line.size && isWithin({ ...line, top: box.top, bottom: box.top }, box, 1)));
  const head: Row[] = [];
  for (let at = above.length - 1; at >= 0 && head.length < HEAD_ROWS; at--) {
    const row = above[at]!;
    const below = head[0];
    const cells = cutToColumns(row, boxes).cells;
    if ((below?.top ?? box.top) - row.bottom > APART * row.size || !isOfHead({ ...row, cells }, below ?? above[at - 1], boxes)) break;
    head.unshift(row);
  }
  return head.some((row) => cutToColumns(row, boxes).cells.length > 1) && !isRunningText(head, boxes) ? head.flatMap((row) => row.cells) : [];
}

/** The names of a row stand over different columns; a single one is a line of a name beside it, or stands over several of these. */
function isOfHead(row: Row, near: Row | undefined, columns: readonly Box[]): boolean {
  if (columns.length < 2 || isLabelledCaption(row.text) || row.cells.some(({ text }) => text.length > LETTERS)) return false;
  const over = row.cells.map((cell) => columnsBelow(cell, columns));
  const taken = over.flat();
  if (over.some((found) => found.length === 0) || new Set(taken).size !== taken.length) return false;
  return row.cells.length > 1 || (taken[0]! > 0 && near !== undefined && (taken.length > 1 || Math.abs(near.baseline - row.baseline) < NEXT * row.size));
}

/**
 * Names over several columns, below which each column has its own: where as many columns are below each, a name stands
 * in the first of them, though it is set over the middle or the last one.
 * @param bands the rows of a table
 * @returns the columns; those of the first row's names are the ones that they begin over
 */
export function withNamesOver(bands: readonly (readonly Row[])[], columns: Columns): Columns {
  const [first, second] = bands;
  if (bands.length < 3 || first!.length !== 1 || second!.length !== 1) return columns;
  const { boxes, of } = columns;
  const [upper, lower] = [first![0]!.cells, [...new Set(second![0]!.cells.map(of))].sort((a, b) => a - b)];
  const names = upper.filter((cell) => of(cell) > 0);
  const over = names.filter((cell) => lower.includes(of(cell)));
  const named = lower.filter((at) => at > 0);
  if ((names.length < upper.length && lower.includes(0)) || over.length === 0 || named.length <= over.length || named.length % over.length !== 0) return columns;
  const each = named.length / over.length;
  const groups = over.map((_, at) => named.slice(at * each, (at + 1) * each));
  const isOver = over.every((cell, at) => {
    const { left, right } = hull([...groups[at]!.map((column) => boxes[column]!), ...second![0]!.cells.filter((below) => groups[at]!.includes(of(below)))]);
    return cell.left > left - BEYOND && cell.right < right + BEYOND;
  });
  const begins = new Map(over.map((cell, at) => [cell, groups[at]![0]!]));
  return isOver ? { boxes, of: (cell) => begins.get(cell) ?? of(cell) } : columns;
}
