import { descendants, elementsOf, hasWord, textOf, type Element } from '../tree.ts';

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

/** The cells of a table, row by row; rows without any words are left out. */
export function rowsOf(table: Element): Element[][] {
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
