import { isLabelledCaption } from '../../model/captions.ts';
import type { Box, LaidLine, Rule } from '../../model/layout.ts';
import { joinCells } from '../../model/table-cells.ts';
import { hull, isWithin, toRow, toRows, type Row, type Stack } from './page.ts';
import { cellsOf } from './cell-text.ts';
import { joinedAtSoft } from './hyphens.ts';
import { bandsOf, HEAD_ROWS } from './table-rows.ts';

/** How far the ends of two rules may be apart and still belong to one table, in points. */
const ALIGNED = 5;
const NARROWEST = 90;
/** So many rules make a table. */
const RULES = 3;
const BULLETED = /^[•▪◦‣●○■□–]\s?\S/;
/** So many lines, each alone and over this share of the width, are text and no row. */
const TEXT_LINES = 2;
const WHOLE = 0.8;
/** White between two columns of cells, in points. */
const COLUMN_GAP = 5;
/** Rows that must stand in columns to make a table without rules. */
const ROWS = 3;
/** Cells of a table whose sentences are longer in the middle than this (in letters) are boxes of text. */
const LONG = 220;

/** Boxes of text that stand beside each other between rules, each to be read by itself. */
export interface Grid extends Box {
  /** The lines of each box, in reading order. */
  cells: LaidLine[][];
}

/**
 * Finds the tables that are ruled: three rules or more of one width among each other, with text in columns between.
 * @returns the tables, those whose cells are boxes of text, and the lines that are in none
 */
export function ruledTables(lines: readonly LaidLine[], rules: readonly Rule[]): { tables: Stack[]; grids: Grid[]; rest: LaidLine[] } {
  const tables: Stack[] = [];
  const grids: Grid[] = [];
  let rest = [...lines];
  for (const box of tableBoxes(rules, lines)) {
    const within = rest.filter((line) => isWithin(line, box, 1));
    const inside = [...headRow(within, rest, box), ...within, ...lastRow(within, rest, box)];
    const rows = tableRows(inside, rules.filter((rule) => touches(rule, box)));
    if (!rows) continue;
    if ('cells' in rows) grids.push({ ...hull([box, ...inside]), cells: rows.cells });
    else tables.push({ kind: 'table', ...hull([box, ...inside]), rows: rows.rows, picture: null });
    rest = rest.filter((line) => !inside.includes(line));
  }
  return { tables, grids, rest };
}

/** Across rules that meet end to end are one; those of one width, one below the other, frame a table, if no text stands between. */
function tableBoxes(rules: readonly Rule[], lines: readonly LaidLine[]): Box[] {
  const long: Box[] = [];
  for (const rule of rules.filter(({ across }) => across).toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const same = long.find((other) => Math.abs(other.top - rule.top) <= 2.5 && rule.left <= other.right + 3 && rule.right >= other.left - 3);
    if (same) Object.assign(same, hull([same, rule]));
    else long.push({ left: rule.left, top: rule.top, right: rule.right, bottom: rule.bottom });
  }
  const groups: Box[][] = [];
  for (const rule of long.filter(({ left, right }) => right - left >= NARROWEST)) {
    const group = groups.find(([first]) => Math.abs(first!.left - rule.left) <= ALIGNED && Math.abs(first!.right - rule.right) <= ALIGNED);
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((group) => cutAtText(group, lines)).filter((group) => group.length >= RULES).map(hull);
}

/** Two tables of one width, one below the other, have text between them, or the caption of the second. */
function cutAtText(rules: readonly Box[], lines: readonly LaidLine[]): Box[][] {
  const groups: Box[][] = [];
  rules.forEach((rule, at) => {
    const above = rules[at - 1];
    const alone = above ? toRows(lines.filter((line) => isWithin(line, { ...above, top: above.bottom, bottom: rule.top }))).filter((row) => row.cells.length === 1) : [];
    const isText = alone.filter((row) => row.right - row.left > WHOLE * (rule.right - rule.left)).length >= TEXT_LINES;
    const isNext = at >= RULES && rules.length - at >= RULES && alone.some((row) => isLabelledCaption(row.text));
    if (!above || isText || isNext) groups.push([rule]);
    else groups.at(-1)!.push(rule);
  });
  return groups;
}

function touches(rule: Rule, box: Box): boolean {
  return rule.left >= box.left - ALIGNED && rule.right <= box.right + ALIGNED && rule.top >= box.top - ALIGNED && rule.bottom <= box.bottom + ALIGNED;
}

/** Where rules are set below rows only, the head stands above the first rule, each of its cells over a column. */
function headRow(inside: readonly LaidLine[], all: readonly LaidLine[], box: Box): LaidLine[] {
  const [first] = toRows(inside);
  if (!first || first.cells.length < 2) return [];
  const step = first.baseline - box.top + first.size;
  const above = toRows(all.filter((line) => line.bottom < box.top + 2.5 && line.baseline > box.top - step && isWithin({ ...line, top: box.top, bottom: box.top }, box, 1))).at(-1);
  const columns = above && above.cells.length >= 2 ? columnsOf(toRows(inside)) : [];
  const over = above?.cells.map((cell) => columns.filter((column) => Math.min(cell.right, column.right) > Math.max(cell.left, column.left))) ?? [];
  return over.every((found) => found.length === 1) && new Set(over.flat()).size === above?.cells.length ? above.cells : [];
}

/** Where rules are set above rows only, the last row stands below the last rule: as far below as the row before it, and in its columns. */
function lastRow(inside: readonly LaidLine[], all: readonly LaidLine[], box: Box): LaidLine[] {
  const above = toRows(inside).at(-1);
  if (!above || above.cells.length < 2) return [];
  const step = box.bottom - above.top + above.size;
  const below = toRows(all.filter((line) => line.top > box.bottom - 1 && line.baseline < box.bottom + step && isWithin({ ...line, top: box.bottom, bottom: box.bottom }, box, 1)))[0];
  const isRow = below && below.cells.length === above.cells.length && below.cells.every((cell, at) => Math.abs(cell.left - above.cells[at]!.left) <= 2.5 || Math.abs(cell.right - above.cells[at]!.right) <= 2.5);
  return isRow ? below.cells : [];
}

/** @returns the rows of the table, or its boxes of text; null where the text does not stand in columns */
function tableRows(lines: readonly LaidLine[], rules: readonly Rule[]): { rows: Row[] } | { cells: LaidLine[][] } | null {
  const rows = toRows(lines);
  if (rows.filter((row) => row.cells.length >= 2).length < 2) return null;
  const columns = columnsOf(rows);
  if (columns.length < 2) return null;
  const bands = bandsOf(rows, columns, rules);
  const table = bands.map((band) => cellRow(band, columns));
  const lengths = table.flatMap((row) => row.cells.map((cell) => cell.text.length)).sort((a, b) => a - b);
  const cells = bands.flatMap((band) => cellsOf(band, columns, (cell) => columnOf(cell, columns)));
  if (lengths[Math.floor(lengths.length / 2)]! <= LONG && !areLists(cells)) return { rows: table };
  return bands.some((band) => band.length > 1) ? { cells } : null;
}

/** True where most cells are lists of several entries ("Strengths", "Weaknesses"). */
function areLists(cells: readonly (readonly LaidLine[])[]): boolean {
  return cells.filter((cell) => cell.filter(({ text }) => BULLETED.test(text)).length > 1).length > cells.length / 2;
}

/** The columns of a table: strips of x that are kept apart by white; headings over several columns do not count. */
function columnsOf(rows: readonly Row[]): Box[] {
  const fullest = Math.max(...rows.map((row) => row.cells.length));
  const full = rows.filter((row) => row.cells.length >= Math.max(2, fullest * 0.6));
  return withHeadsOver(stripsOf(full), full, rows);
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

/** One row of the table, its cells with a bar between, as in Markdown. */
function cellRow(band: readonly Row[], columns: readonly Box[]): Row {
  const cells = band.flatMap((row) => row.cells);
  const texts = columns.map((_column, at) => cells.filter((cell) => columnOf(cell, columns) === at).toSorted((a, b) => a.baseline - b.baseline || a.left - b.left).map((cell) => cell.text)).map(joinedAtSoft);
  return { ...toRow(cells), text: joinCells(texts) };
}

function columnOf(cell: LaidLine, columns: readonly Box[]): number {
  const overlaps = columns.map((column) => Math.min(cell.right, column.right) - Math.max(cell.left, column.left));
  const first = columns.findIndex((column, at) => overlaps[at]! > 0 && cell.left < column.right);
  return first >= 0 ? first : overlaps.indexOf(Math.max(...overlaps));
}

const LISTED = /^(?:[•▪◦‣●○■□–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;

/**
 * Finds tables without rules in a column of rows: three rows or more, one after the other, whose cells begin or end at
 * the same places. Numbers of a list are no cells.
 * @returns the column cut into rows of text and tables, in their order
 */
export function alignedTables(rows: readonly Row[]): (Row | Stack)[] {
  const out: (Row | Stack)[] = [];
  for (let at = 0; at < rows.length;) {
    let end = at;
    while (end < rows.length && isTabular(rows[end]!) && (end === at || (isAligned(rows[end - 1]!, rows[end]!) && rows[end]!.top - rows[end - 1]!.bottom < rows[end]!.size * 2))) end += 1;
    const run = rows.slice(at, end);
    const columns = run.length >= ROWS ? columnsOf(run) : [];
    const most = Math.max(0, ...run.map((row) => row.cells.length));
    // Two columns could be a paragraph with a wide gap; they must hold over more rows.
    if (columns.length >= 2 && (most > 2 || run.length > ROWS)) {
      out.push({ kind: 'table', ...hull(run), rows: bandsOf(run, columns, []).map((band) => cellRow(band, columns)), picture: null });
      at = end;
    } else {
      out.push(rows[at]!);
      at += 1;
    }
  }
  return out;
}

function isTabular(row: Row): boolean {
  return row.cells.length >= 2 && !LISTED.test(row.cells[0]!.text) && row.cells.every((cell) => cell.text.length < 60) && !/(?:\. ?){4,}/.test(row.text);
}

/** Every cell of the shorter row begins, ends, or has its middle where a cell of the other one has. */
function isAligned(above: Row, below: Row): boolean {
  const [few, many] = above.cells.length <= below.cells.length ? [above.cells, below.cells] : [below.cells, above.cells];
  return few.slice(1).every((cell) => many.some((other) => Math.abs(cell.left - other.left) <= 2.5 || Math.abs(cell.right - other.right) <= 2.5 || Math.abs(cell.left + cell.right - other.left - other.right) <= 6));
}
