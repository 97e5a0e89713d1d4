import { isLabelledCaption } from '../../model/captions.ts';
import type { Box, LaidLine, Rule } from '../../model/layout.ts';
import { hull, isWithin, toRows, type Row, type Stack } from './page.ts';
import { cellsOf } from './cell-text.ts';
import { cellRow, inColumns } from './table-columns.ts';
import { gridOf } from './table-grid.ts';
import { headAbove, withNamesOver } from './table-heads.ts';
import { bandsOf } from './table-rows.ts';

/** How far the ends of two rules may be apart and still belong to one table, in points. */
const ALIGNED = 5;
const NARROWEST = 90;
/** So many rules make a table. */
const RULES = 3;
const BULLETED = /^[•▪◦‣●○■□–]\s?\S/;
/** So many lines, each alone and over this share of the width, are text and no row. */
const TEXT_LINES = 2;
const WHOLE = 0.8;
/** So many lines with nothing beside any of them, one of them over this share of the width, are text too: a heading and a short paragraph. */
const LONE_LINES = 3;
const HALF = 0.5;
/** What is drawn this close below words is theirs, as a share of their size. */
const UNDER = 0.25;
/** Cells of one column begin or end within this, in points. */
const COLUMN = 2.5;
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
  const drawn = rules.filter((rule) => !isUnderline(rule, lines));
  for (const box of tableBoxes(drawn, lines)) {
    const within = rest.filter((line) => isWithin(line, box, 1));
    const inside = [...headAbove(within, rest, box), ...within, ...lastRow(within, rest, box)];
    const rows = tableRows(inside, drawn.filter((rule) => touches(rule, box)), box);
    if (!rows) continue;
    if ('cells' in rows) grids.push({ ...hull([box, ...inside]), cells: rows.cells });
    else tables.push({ kind: 'table', ...hull([box, ...inside]), rows: rows.rows, picture: null });
    rest = rest.filter((line) => !inside.includes(line));
  }
  return { tables, grids, rest };
}

/** True for the line under a link or a word. */
function isUnderline({ across, left, right, top }: Rule, lines: readonly LaidLine[]): boolean {
  return across && lines.some((line) => top > line.baseline && top - line.baseline < UNDER * line.size && left >= line.left - 1 && right <= line.right + 1);
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
    const between = above ? toRows(lines.filter((line) => isWithin(line, { ...above, top: above.bottom, bottom: rule.top }))) : [];
    const alone = between.filter((row) => row.cells.length === 1);
    const isText = alone.filter((row) => row.right - row.left > WHOLE * (rule.right - rule.left) && !isRestOfCell(row, between)).length >= TEXT_LINES;
    const wide = between.some((row) => row.right - row.left > HALF * (rule.right - rule.left));
    const isLone = alone.length === between.length && alone.length >= LONE_LINES && wide;
    const isNext = at >= RULES && rules.length - at >= RULES && alone.some((row) => isLabelledCaption(row.text));
    if (!above || isText || isLone || isNext) groups.push([rule]);
    else groups.at(-1)!.push(rule);
  });
  return groups;
}

/** A long line below another one that stands beside a cell. */
function isRestOfCell({ left }: Row, rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => cells.slice(1).some((cell) => Math.abs(cell.left - left) <= 1));
}

function touches(rule: Rule, box: Box): boolean {
  return rule.left >= box.left - ALIGNED && rule.right <= box.right + ALIGNED && rule.top >= box.top - ALIGNED && rule.bottom <= box.bottom + ALIGNED;
}

/** Where rules are set above rows only, the last row stands below the last rule: as far below as the row before it, and in its columns, some of which may be empty. */
function lastRow(inside: readonly LaidLine[], all: readonly LaidLine[], box: Box): LaidLine[] {
  const rows = toRows(inside);
  const above = rows.at(-1);
  if (!above || above.cells.length < 2) return [];
  const step = box.bottom - above.top + above.size;
  const below = toRows(all.filter((line) => line.top > box.bottom - 1 && line.baseline < box.bottom + step && isWithin({ ...line, top: box.bottom, bottom: box.bottom }, box, 1)))[0];
  const isInColumn = (cell: LaidLine): boolean => inside.some((other) => Math.abs(cell.left - other.left) <= COLUMN || Math.abs(cell.right - other.right) <= COLUMN);
  const isRow = below && below.cells.length >= Math.max(2, above.cells.length / 2) && Math.abs(below.left - Math.min(...rows.map(({ left }) => left))) <= COLUMN && below.cells.every(isInColumn);
  return isRow ? below.cells : [];
}

/** @returns the rows of the table, or its boxes of text; null where the text does not stand in columns */
function tableRows(lines: readonly LaidLine[], rules: readonly Rule[], box: Box): { rows: Row[] } | { cells: LaidLine[][] } | null {
  const grid = gridOf(lines, rules, box);
  const { rows, ...columns } = grid ?? inColumns(toRows(lines));
  if (rows.filter((row) => row.cells.length >= 2).length < 2 || columns.boxes.length < 2) return null;
  const bands = grid?.bands ?? bandsOf(rows, columns.boxes, rules);
  const named = grid ? columns : withNamesOver(bands, columns);
  const table = bands.map((band) => cellRow(band, named));
  const lengths = table.flatMap((row) => row.cells.map((cell) => cell.text.length)).sort((a, b) => a - b);
  const cells = bands.flatMap((band) => cellsOf(band, columns.boxes, columns.of));
  if (lengths[Math.floor(lengths.length / 2)]! <= LONG && !areLists(cells)) return { rows: table };
  return bands.some((band) => band.length > 1) ? { cells } : null;
}

/** True where most cells are lists of several entries ("Strengths", "Weaknesses"). */
function areLists(cells: readonly (readonly LaidLine[])[]): boolean {
  return cells.filter((cell) => cell.filter(({ text }) => BULLETED.test(text)).length > 1).length > cells.length / 2;
}
