import type { Box, LaidLine } from '../../model/layout.ts';
import { alignedTables } from './aligned-tables.ts';
import { commonGutters, readingOrder, type Atom } from './columns.ts';
import { withDropCaps, wordCount } from './drop-caps.ts';
import { takeFigures } from './figures.ts';
import { bodySize, commonest, hull, toRows, type CleanPage, type Row, type Setting, type Stack } from './page.ts';
import { rulesOfShades } from './shaded-rows.ts';
import { withSideHeads } from './side-heads.ts';
import { takeSideNotes } from './side-notes.ts';
import { ruledTables } from './tables.ts';

/** A column of a page: rows of text, with tables and figures where they stand. */
export interface Column {
  left: number;
  right: number;
  items: (Row | Stack)[];
  /** A box by itself: no paragraph runs into it or out of it. */
  whole: boolean;
}

const BULLETED = /^[^\p{L}\p{N}“"‘(]\s/u;

interface Placed extends Atom {
  line: LaidLine | null;
  stack: Stack | null;
  /** Boxes of text beside each other, with their lines. */
  cells: Placed[][];
}

/** Finds tables, figures and columns on every page, and puts them into reading order; notes in the margin come last, each by itself. */
export function layOut(pages: readonly CleanPage[]): Column[][] {
  const body = bodySize(pages);
  const count = wordCount(() => pages.flatMap(({ lines }) => lines));
  const found = pages.map((page) => atomsOf(page, body, count));
  const gutters = commonGutters(found.map(({ atoms }) => atoms));
  return found.map(({ atoms, notes }) => [...readingOrder(atoms, gutters).flatMap(atGrids).map(toColumn), ...notes.map((note): Column => ({ left: note.left, right: note.right, items: [note], whole: false }))]);
}

function atomsOf(page: CleanPage, body: number, count: (word: string) => number): { atoms: Placed[]; notes: Stack[] } {
  const ruled = ruledTables(page.lines, [...page.rules, ...rulesOfShades(page.shades ?? [])]);
  const { figures, rest: around } = takeFigures(page, ruled.rest);
  const { notes, rest } = takeSideNotes(around, body);
  const atoms = [
    ...withSideHeads(withDropCaps(rest, count), body).map(placedLine),
    ...[...ruled.tables, ...figures].map((stack): Placed => ({ ...boxOf(stack), letters: 0, size: stack.rows[0]?.size ?? 10, shown: stack.kind === 'figure', line: null, stack, cells: [] })),
    ...ruled.grids.map((grid): Placed => ({ ...boxOf(grid), letters: 0, size: body, shown: false, line: null, stack: null, cells: grid.cells.map((cell) => cell.map(placedLine)) })),
  ];
  return { atoms, notes };
}

const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });

const placedLine = (line: LaidLine): Placed => ({ ...boxOf(line), letters: line.text.length, size: line.size, shown: false, line, stack: null, cells: [] });

/** Cuts a column where boxes of text stand beside each other in it; each of them is a column then. */
function atGrids(placed: readonly Placed[]): { placed: Placed[]; whole: boolean }[] {
  const out: { placed: Placed[]; whole: boolean }[] = [{ placed: [], whole: false }];
  for (const atom of placed.toSorted((a, b) => a.top - b.top)) {
    if (atom.cells.length > 0) out.push(...atom.cells.map((cell) => ({ placed: cell, whole: true })), { placed: [], whole: false });
    else out.at(-1)!.placed.push(atom);
  }
  return out.filter((column) => column.placed.length > 0);
}

function toColumn({ placed, whole }: { placed: readonly Placed[]; whole: boolean }): Column {
  const items: (Row | Stack)[] = [];
  let lines: LaidLine[] = [];
  const endLines = (): void => {
    if (lines.length > 0) items.push(...alignedTables(toRows(lines)));
    lines = [];
  };
  for (const atom of placed.toSorted((a, b) => a.top - b.top)) {
    if (atom.line) lines.push(atom.line);
    else {
      endLines();
      items.push(atom.stack!);
    }
  }
  endLines();
  const rows = items.filter(isRow);
  const { left, right } = rows.length > 0 ? columnEdges(rows) : hull(items);
  return { left, right, items, whole };
}

export function isRow(item: Row | Stack): item is Row {
  return 'cells' in item;
}

/** Where most rows begin, and where the longest end (one of them may stick out). */
function columnEdges(rows: readonly Row[]): { left: number; right: number } {
  const left = commonest(rows.map((row) => [Math.round(row.left), row.text.length] as const));
  const ends = rows.map((row) => row.right).sort((a, b) => b - a);
  return { left, right: ends[Math.floor(ends.length * 0.04)]! };
}

/** How the report is set: measured over all of its text. */
export function settingOf(pages: readonly Column[][]): Setting {
  const columns = pages.flat();
  const body = commonest(columns.flatMap(({ items }) => items.filter(isRow).map((row) => [row.size, row.text.length] as const)));
  const steps: [number, number][] = [];
  const apart: number[] = [];
  let indented = 0;
  for (const { items } of columns) items.forEach((row, at) => {
    const before = items[at - 1];
    const after = items[at + 1];
    if (!before || !isRow(row) || !isRow(before) || !sameSize(row.size, body) || !sameSize(before.size, body)) return;
    const down = Math.round((row.baseline - before.baseline) * 2) / 2;
    steps.push([down, 1]);
    // White around lists and quotations says nothing of how paragraphs begin.
    if (Math.abs(row.left - before.left) < 2 && !BULLETED.test(row.text)) apart.push(down);
    const by = row.left - before.left;
    if (by > 0.6 * body && by < 4 * body && after && isRow(after) && Math.abs(after.left - before.left) < 2 && /^[\p{Lu}“"‘(]/u.test(row.text)) indented += 1;
  });
  const step = commonest(steps.filter(([value]) => value > body * 0.8 && value < body * 3));
  const gaps = apart.filter((down) => down > step * 1.25 && down < step * 3).length;
  return { body, leading: (step || body * 1.2) / (body || 1), indents: indented > gaps };
}

export function sameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.05 * Math.max(a, b);
}
