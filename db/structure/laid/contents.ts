import type { LaidLine } from '../../model/layout.ts';
import { bareTitle, hasLeaders, isContentsTitle, pageBehind } from '../contents.ts';
import { bodySize, toRows, type CleanPage, type Row } from './page.ts';

/** Rows in between that are no entries: a long title, the name of a part. */
const BETWEEN = 3;
/** Entries below a title like "Contents", and so many of its rows by share. */
const FEW = 2;
const SHARE = 0.35;
/** Entries on a page that no title stands over, and so many of its rows by share. */
const MANY = 5;
const MOST = 0.6;

/** Without a title it is looked for on so many pages, and a heading is set larger than the text by this share. */
const FIRST = 15;
const LARGER = 1.05;

/** What stands before the entries of a page: the page number of the last one, −1 before the first. */
interface Counting {
  last: number;
}

/**
 * Takes out the printed table of contents, before columns and tables are looked for: rows that end in the numbers of
 * pages, rising, below a title like "Contents"; without one, a page of leaders, or of what further pages say again.
 * The app makes its own.
 */
export function takeContents(pages: readonly CleanPage[]): CleanPage[] {
  let open: Counting | null = null;
  const isSaidAgain = repeatsOf(pages);
  return pages.map((page, number) => {
    const rows = toRows(page.lines);
    const gone = new Set<LaidLine>();
    for (let at = 0; at < rows.length;) {
      const isTitle = isTitleRow(rows[at]!);
      const counting: Counting | null = isTitle ? { last: -1 } : at === 0 ? (open ?? untitled(rows, number, isSaidAgain)) : null;
      const end = counting ? endOfEntries(rows, at, isTitle ? at + 1 : at, counting) : at;
      for (const row of rows.slice(at, end)) for (const line of row.cells) gone.add(line);
      if (end > at || at === 0) open = end > at && end >= rows.length - 1 ? counting : null;
      at = Math.max(end, at + 1);
    }
    return gone.size === 0 ? page : { ...page, lines: page.lines.filter((line) => !gone.has(line)) };
  });
}

/** "C O N T E N T S" too. */
function isTitleRow({ text, cells }: Row): boolean {
  return cells.length === 1 && isContentsTitle(/^(?:\S\s){4,}\S$/u.test(text) ? text.replace(/\s/g, '') : text);
}

/** @returns where the entries end; `from` where there are too few */
function endOfEntries(rows: readonly Row[], from: number, first: number, counting: Counting): number {
  let end = from;
  let entries = 0;
  for (let at = first; at < rows.length && at - Math.max(end, first) <= BETWEEN; at++) {
    if (!isEntry(rows[at]!, counting)) continue;
    entries += 1;
    end = at + 1;
  }
  return entries >= FEW && entries >= (end - first) * SHARE ? end : from;
}

function isEntry({ text }: Row, counting: Counting): boolean {
  const page = pageBehind(text);
  const value = page === null ? null : /^\d/.test(page) ? Number(page) : 0;
  const follows = value !== null && (value >= counting.last || value === 0);
  if (value !== null && (follows || hasLeaders(text))) counting.last = value;
  return follows || hasLeaders(text);
}

/** A page of entries that no title stands over; null where the page is none. */
function untitled(rows: readonly Row[], page: number, isSaidAgain: (row: Row, page: number) => boolean): Counting | null {
  const counting = { last: -1 };
  const entries = rows.filter((row) => isEntry(row, counting));
  if (page >= FIRST || entries.length < MANY || entries.length < rows.length * MOST) return null;
  return entries.filter((row) => hasLeaders(row.text) || isSaidAgain(row, page)).length >= entries.length * MOST ? { last: -1 } : null;
}

/** Whether what a row says before its page number is a heading on a later page: the names in a table stand there again too. */
function repeatsOf(pages: readonly CleanPage[]): (row: Row, page: number) => boolean {
  const body = bodySize(pages);
  const lastPage = new Map<string, number>();
  pages.forEach(({ lines }, number) => {
    for (const { text, size, bold } of lines) if (text.length < 150 && (bold || size > body * LARGER)) lastPage.set(bareTitle(text), number);
  });
  return ({ text }, page) => {
    const behind = pageBehind(text);
    const title = behind === null ? '' : bareTitle(text.slice(0, text.lastIndexOf(behind)));
    return title !== '' && (lastPage.get(title) ?? -1) > page;
  };
}
