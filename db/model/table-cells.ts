import type { PassageKind } from './report.ts';

/** Stands between the cells of a table's row in a passage's text; rows are lines. */
const BAR = '|';
/** A cell that holds figures only, with their signs: "1,240", "–3.5 %". */
const FIGURES = /^[\d\s.,%+–-]*\d[\d\s.,%+–-]*$/;
/** What stands for a figure that is not known. */
const NOTHING = /^(?:[-–—.…·*]+|n\.?\/?a\.?|nil)$/i;
/** No column asks for room for a longer word than this, in letters; such a word may be broken. */
export const LONGEST_WORD = 16;
const SHORT_CELL = 10;
const YEAR = /^(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?$/;
/** What begins like a figure is none of a head's names: "1.4 m", "US$ 300", "€ 20". */
const AMOUNT = /^(?:\p{Lu}{0,3}\p{Sc}|[–+-]?\d)/u;
/** A head's cells are names, not text: letters. */
const LONGEST_NAME = 60;

/** A cell of a table that stands in a passage's text. */
export interface TableCell<Call> {
  /** Where it begins in the passage's text. */
  at: number;
  text: string;
  /** What stands behind it in the text, and is not shown: all cells with what is behind them are the whole text again. */
  behind: string;
  /** The calls in it and right behind it; `offset` counts in the cell. */
  calls: Call[];
}

/**
 * A row of a table as a line of text: "Port | Dues". Empty cells at its end are left out.
 * @param cells their texts, without blanks around them
 */
export function joinCells(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1).map((cell, at) => (at === 0 ? '' : barBehind(cells[at - 1]!)) + cell).join('');
}

/** What is written behind a cell that another one follows. @param cell its text, or what was written last; an empty cell takes no blank of its own */
export function barBehind(cell: string): string {
  return cell === '' || /\s/.test(cell.slice(-1)) ? `${BAR} ` : ` ${BAR} `;
}

/** The rows and cells of a passage; null where it is no table, or one whose cells are not told apart. */
export function tableRows<Call extends { offset: number }>({ kind, text }: { kind: PassageKind; text: string }, calls: readonly Call[] = []): TableCell<Call>[][] | null {
  return kind === 'table' ? cellRows(text, calls) : null;
}

/**
 * The rows and cells of a passage that is a table.
 * @param text as `joinCells` wrote it, a line for each row
 * @param calls the places of its notes, counted in the text
 * @returns null where its cells are not told apart: lines as they were typed
 */
export function cellRows<Call extends { offset: number }>(text: string, calls: readonly Call[] = []): TableCell<Call>[][] | null {
  const rows: TableCell<Call>[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    rows.push(cellsIn(line, start, start + line.length < text.length));
    start += line.length + 1;
  }
  if (rows.every((cells) => cells.length === 1)) return null;
  const cells = rows.flat();
  let here = 0;
  for (const call of calls.toSorted((a, b) => a.offset - b.offset)) {
    while (here < cells.length - 1 && call.offset >= cells[here + 1]!.at) here += 1;
    cells[here]!.calls.push({ ...call, offset: call.offset - cells[here]!.at });
  }
  return rows;
}

/** A bar stands between two cells where a blank or an end of the line is on both sides of it: "a | | c" has an empty cell. */
function cellsIn<Call>(line: string, start: number, hasNext: boolean): TableCell<Call>[] {
  const cells: TableCell<Call>[] = [];
  let from = 0;
  const push = (to: number, next: number, behind: string): void => {
    cells.push({ at: start + from, text: line.slice(from, to), behind, calls: [] });
    from = next;
  };
  for (let bar = line.indexOf(BAR); bar >= 0; bar = line.indexOf(BAR, bar + 1)) {
    if ((bar > 0 && line[bar - 1] !== ' ') || (bar + 1 < line.length && line[bar + 1] !== ' ')) continue;
    const to = Math.max(from, bar - 1);
    const next = Math.min(line.length, bar + 2);
    push(to, next, line.slice(to, next));
  }
  push(line.length, line.length, hasNext ? '\n' : '');
  return cells;
}

/** What a table's texts tell of its look; reports do not say it. */
export interface TableLook {
  columns: number;
  /** How many rows at the top name the columns: 0, 1, or 2 where names stand over several names. */
  heads: number;
  /** Of two rows of heads, over how many columns the cells of the first one stand that have a name below them: `spanAt` tells of all. */
  spans: number[];
  /** Which columns hold figures: they stand on the right. */
  figures: boolean[];
  /** How many letters a column has room for, so that its words and short cells stay whole. */
  room: number[];
}

/**
 * How a table is set. Its first row, or its first two, are heads where a name stands over every column, and below it
 * figures, or longer texts in three columns and more.
 * @param rows the texts of the cells
 */
export function tableLook(rows: readonly (readonly string[])[]): TableLook {
  const columns = longestOf(rows.map((cells) => cells.length));
  const heads = [1, 2].find((count) => isHead(rows, count, columns)) ?? 0;
  const below = Array.from({ length: columns }, (_, at) => cellsOf(rows.slice(heads), at));
  return {
    columns, heads, spans: heads === 2 ? spansOf(rows[0]!, rows[1]!) : [],
    figures: below.map(areFigures), room: below.map((_, at) => longestOf(cellsOf(rows, at).flatMap(wordLengths))),
  };
}

/**
 * Over how many columns a cell stands: a row of one cell over all of them, a name over those whose names stand below it.
 * @param cells how many its row has
 * @returns 0 where another one covers it
 */
export function spanAt({ columns, spans }: TableLook, row: number, column: number, cells: number): number {
  if (cells === 1) return column === 0 ? columns : 0;
  return row === 0 ? (spans[column] ?? 1) : 1;
}

/** 0 where there is none. A table may have more rows than a function takes arguments. */
const longestOf = (lengths: readonly number[]): number => lengths.reduce((longest, length) => Math.max(longest, length), 0);

/** The filled cells of a column; a row of a single cell stands over all of them. */
function cellsOf(rows: readonly (readonly string[])[], at: number): string[] {
  return rows.flatMap((cells) => (cells.length > 1 || at > 0 ? cells[at] || [] : []));
}

const isName = (cell: string): boolean => cell.length <= LONGEST_NAME && (YEAR.test(cell) || !AMOUNT.test(cell));

function isHead(rows: readonly (readonly string[])[], count: number, columns: number): boolean {
  const [head, body] = [rows.slice(0, count), rows.slice(count)];
  if (body.length === 0 || columns < 2 || head.some((cells) => cells.length < 2 || !cells.every((cell) => cell === '' || isName(cell)))) return false;
  const named = Array.from({ length: columns }, (_, at) => head.some((cells) => (cells[at] ?? '') !== ''));
  if (!named.every((is, at) => is || at === 0)) return false;
  const lowest = (at: number): string => head.findLast((cells) => (cells[at] ?? '') !== '')?.[at] ?? '';
  const isOver = (_: boolean, at: number): boolean => {
    const cells = cellsOf(body, at);
    return at > 0 && areFigures(cells) && !(YEAR.test(lowest(at)) && cells.every((cell) => YEAR.test(cell)));
  };
  return named.some(isOver) || (count === 1 && columns > 2 && body.length > 1 && meanLength(body.flat()) > meanLength(head.flat()));
}

function areFigures(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => FIGURES.test(cell) || NOTHING.test(cell));
}

/** A name stands over its own column and those behind it that have none, where names stand below them. */
function spansOf(first: readonly string[], second: readonly string[]): number[] {
  const spans: number[] = [];
  let open = 0;
  for (const [at, below] of second.entries()) {
    const isCovered = at > 0 && (first[at] ?? '') === '' && below !== '' && (first[open] ?? '') !== '' && (second[open] ?? '') !== '';
    if (isCovered) spans[open]! += 1;
    else open = at;
    spans.push(isCovered ? 0 : 1);
  }
  return spans;
}

/** Chinese, Japanese and Korean lines break between any two signs, others at blanks and behind hyphens and slashes; a short cell stays on its line. */
function wordLengths(cell: string): number[] {
  if (cell.length <= SHORT_CELL) return [cell.length];
  return cell.split(/[\s\u1100-\u11ff\u3000-\ud7a3\uff00-\uffef]+|(?<=[-–—/])/).map((word) => Math.min(word.length, LONGEST_WORD));
}

function meanLength(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell !== '');
  return filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length);
}
