import type { TypedLine } from './pages.ts';

/** A line of signs between rows: "---+---", "=====  ====", "|---|:--|". */
const RULE = /^(?=.*[-=_]{3})[-=_+|:\s]+$/;
/** Cells are no longer on average; longer ones are text beside text. */
const CELL = 28;
const ROWS = 2;
/** What begins items, with a gap behind it. */
const MARKER = /^(?:[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]]|[•▪◦*–-])$/i;
/** A rule above, one below the heads and one below all; where there are more, they stand between rows. */
const GRID = 3;

/**
 * Reads lines as the rows of a table that somebody drew with signs or set with blanks: between bars, or in columns that
 * stand below each other. An empty cell keeps its place.
 * @returns null where they are no table
 */
export function rowsOf(lines: readonly TypedLine[]): string[][] | null {
  const filled = lines.filter(({ text }) => !RULE.test(text));
  if (filled.length < ROWS) return null;
  return betweenBars(lines, filled) ?? inColumns(filled);
}

function betweenBars(lines: readonly TypedLine[], filled: readonly TypedLine[]): string[][] | null {
  const cut = (text: string): string[] => text.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
  const width = cut(filled[0]!.text).length;
  if (width < 2 || !filled.every(({ text }) => cut(text).length === width)) return null;
  const isGrid = lines.filter(({ text }) => text.startsWith('+') && RULE.test(text)).length > GRID;
  if (!isGrid) return filled.map(({ text }) => cut(text));
  // In a grid a row ends at a rule, and its cells may have several lines.
  const rows: string[][] = [];
  let isOpen = false;
  for (const { text } of lines) {
    if (RULE.test(text)) isOpen = false;
    else if (isOpen) rows.push(rows.pop()!.map((cell, at) => `${cell} ${cut(text)[at]!}`.trim()));
    else rows.push(cut(text));
    isOpen = !RULE.test(text);
  }
  return rows;
}

interface Cell {
  from: number;
  to: number;
  text: string;
}

function inColumns(lines: readonly TypedLine[]): string[][] | null {
  if (lines.filter(({ cells }) => cells !== undefined).length < ROWS) return null;
  const rows = lines.map(cellsOf);
  if (rows.filter(([first]) => MARKER.test(first!.text)).length * 2 >= rows.length) return null;
  const wide = rows.filter((row) => row.length > 1);
  if (wide.length < ROWS || wide.length * 3 < rows.length * 2 || rows[0]!.length < 2) return null;
  const letters = wide.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (letters > wide.flat().length * CELL) return null;
  const most = Math.max(...rows.map((row) => row.length));
  const full = rows.filter((row) => row.length === most);
  const columns = Array.from({ length: most }, (_, at) => ({ from: Math.min(...full.map((row) => row[at]!.from)), to: Math.max(...full.map((row) => row[at]!.to)) }));
  if (full.length < ROWS || columns.some((column, at) => at > 0 && column.from < columns[at - 1]!.to)) return null;
  const out: string[][] = [];
  for (const row of rows) {
    const cells = columns.map(() => '');
    for (const { from, to, text } of row) {
      const at = columns.findIndex((column, nth) => from < column.to && to > column.from && cells[nth] === '');
      if (at < 0) return null;
      cells[at] = text;
    }
    out.push(cells);
  }
  return out;
}

/** What stands apart in a line, and where. */
function cellsOf({ text, laid, indent = 0, cells }: TypedLine): Cell[] {
  const raw = laid ?? text;
  // Behind a tab nothing tells where a cell stands.
  if (raw.includes('\t') || (laid === undefined && cells)) return (cells ?? [text]).map((cell, at) => ({ from: at * 2, to: at * 2 + 1, text: cell }));
  return [...raw.matchAll(/\S+(?: \S+)*/g)].map(({ 0: cell, index }) => ({ from: indent + index, to: indent + index + cell.length, text: cell }));
}
