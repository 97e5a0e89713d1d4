import { descendants, elementsOf, hasWord, textOf, type Element } from '../tree.ts';
import { imagesIn } from './pictures.ts';

/** A cell longer than this holds text, not data. */
const DATA_AT_MOST = 1200;
const TEXT_IN_IT = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'figure', 'blockquote', 'aside', 'section', 'article']);

/** False for a table that only places text beside text, or draws a box around it: its cells are read as text. */
export function isDataTable(table: Element): boolean {
  if (hasWord(table, 'role', /^(presentation|none)$/)) return false;
  const rows = rowsOf(table);
  if (rows.every((cells) => cells.length <= 1)) return false;
  for (const found of descendants(table)) if (TEXT_IN_IT.has(found.name)) return false;
  return rows.every((cells) => cells.every((cell) => textOf(cell).length <= DATA_AT_MOST));
}

/** HTML knows no wider cell; a row may be as high as the table. */
const WIDEST = 1000;
/** A page may ask for more places than a machine holds: a table of more is read as its cells come. */
const PLACES = 500_000;

/**
 * A table with a place for every cell that another one reaches over: null, as it is read as an empty cell. A cell over
 * several rows stands in the first of them, one over several columns in the first of those. Places behind a row's last
 * words and rows without any words are left out.
 */
export function gridOf(table: Element): (Element | null)[][] {
  const rows = rowsOf(table);
  const grid: (Element | null)[][] = [];
  /** For each column, how many rows below are still taken by a cell from above. */
  const taken: number[] = [];
  let places = 0;
  for (const cells of rows) {
    const row: (Element | null)[] = [];
    const pass = (): void => {
      while ((taken[row.length] ?? 0) > 0) {
        taken[row.length]! -= 1;
        row.push(null);
      }
    };
    for (const cell of cells) {
      pass();
      const [columns, down] = [spanOf(cell, 'colspan', WIDEST), spanOf(cell, 'rowspan', rows.length)];
      for (let nth = 0; nth < columns; nth++) {
        taken[row.length] = Math.max(taken[row.length] ?? 0, down - 1);
        row.push(nth === 0 ? cell : null);
      }
      if (places + row.length > PLACES) return rows;
    }
    for (let column = row.length; column < taken.length; column++) if (taken[column]! > 0) taken[column]! -= 1;
    places += Math.max(row.length, taken.length);
    if (places > PLACES) return rows;
    grid.push(row.slice(0, row.findLastIndex((cell) => cell !== null && !isEmpty(cell)) + 1));
  }
  return grid;
}

const isEmpty = (cell: Element): boolean => textOf(cell) === '' && imagesIn(cell).length === 0;

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(cell.attributes[name] ?? '', 10);
  return span > 1 ? Math.min(span, most) : 1;
}

/** The cells of a table, row by row; rows without any words are left out. */
function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  const gather = (part: Element): void => {
    for (const child of elementsOf(part)) {
      if (child.name === 'tr') rows.push(elementsOf(child).filter(({ name }) => name === 'td' || name === 'th'));
      else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot') gather(child);
    }
  };
  gather(table);
  return rows.filter((cells) => cells.some((cell) => textOf(cell) !== ''));
}

/** "(1)", "a)", "iv.", "—": what begins an item. */
const MARKER = /^(?:[([]?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})[.)\]]|[—–•·-])$/i;
/** An item's words are longer than a table's, in letters, on average. */
const ITEM = 40;

/** The rows of a table that only sets the numbers of items (recitals, points of an article) beside their words; null for any other. */
export function itemsOf(table: Element): Element[][] | null {
  const rows = rowsOf(table);
  if (rows.length === 0 || !rows.every((cells) => cells.length === 2 && MARKER.test(textOf(cells[0]!)))) return null;
  for (const found of descendants(table)) if (TEXT_IN_IT.has(found.name)) return null;
  return rows.reduce((sum, cells) => sum + textOf(cells[1]!).length, 0) >= rows.length * ITEM ? rows : null;
}
