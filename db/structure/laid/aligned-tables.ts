import { cellRow, columnOf, columnsOf } from './table-columns.ts';
import { hull, type Row, type Stack } from './page.ts';
import { bandsOf } from './table-rows.ts';

/** Rows that must stand in columns to make a table without rules. */
const ROWS = 3;

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
      out.push({ kind: 'table', ...hull(run), rows: bandsOf(run, columns, []).map((band) => cellRow(band, { boxes: columns, of: (cell) => columnOf(cell, columns) })), picture: null });
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
