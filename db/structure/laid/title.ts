import { squash } from '../../model/fold.ts';
import type { LaidLine, LaidPage } from '../../model/layout.ts';
import { bylineOf, isEasternName, namesOf } from '../bylines.ts';
import { isFrontTitle, isKnownHeading } from '../classify.ts';
import { dateOfLine } from '../dates.ts';
import { namesIn } from '../signatures.ts';
import { toRow, toRows, type CleanPage, type Row } from './page.ts';

/** Pages on which a title stands. */
export const FIRST = 3;
/** A title has no more rows, … */
const ROWS = 5;
/** … is larger than the text by this much, where names stand below it, … */
const LARGER = 1.1;
/** … and these, with dates and whom they work for between, stand in no more rows. */
const BELOW = 12;
/** A row of so many letters, as large as the text, is text. */
const PROSE = 60;
/** Pieces of one line are no further apart, as a share of the size. */
const COLUMNS = 2;
/** Whoever is named behind this wrote nothing. */
const OTHERS = /^(?:contact|press|media|photo|cover|design|layout|discussant|chair|members|present|apologies|in attendance|participants|for )/i;
/** Several sentences are text, however large they are set. */
export const SENTENCES = /\p{Ll}[.!?][”"’]?\s+[“"‘]?\p{Lu}.*[.!?][”"’]?$/u;
/** The next row of a text is no further down, as a share of the size. */
const NEXT = 1.6;
/** Names and a date on one line: "Ada Larsen | May 2019". */
const BETWEEN = /\s*[|·•]\s*|\s+[–—]\s+/;
const YEAR = /^(?:19|20)\d\d$/;
const ISO = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?$/;

/** What stands on a title page, or above an article: its title, who wrote it, and when. */
export interface TitleBlock {
  title: string;
  subtitle: string | null;
  authors: string[];
  /** ISO 8601 */
  date: string | null;
  /** What says it. */
  lines: LaidLine[];
}

/**
 * Finds the title on a page, and below it the names of the authors.
 * @param title what the report is called, if that is known; else it is told by its size and by the names below it
 * @param body the size of the text
 */
export function titleBlockOf(page: Pick<LaidPage, 'lines'>, body: number, title: string | null): TitleBlock | null {
  const rows = wholeRows(page);
  const found = title === null ? largestRows(rows, body * LARGER) : sayingSo(rows, title);
  if (!found || rows.slice(0, found.from).some((row) => isProse(row, body))) return null;
  const words = wordsOf(rows.slice(found.from, found.to));
  const { size } = rows[found.from]!;
  const below = belowTitle(rows.slice(found.to), body, size);
  if (title === null ? below.authors.length === 0 || isFrontTitle(words) || isKnownHeading(words) : size < body * LARGER && below.rows.length === 0) return null;
  return { title: title ?? words, ...below, lines: [...rows.slice(found.from, found.to), ...below.rows].flatMap(({ cells }) => cells) };
}

/** @returns the rows of a page in their order; what stands on one baseline in two columns makes two of them, except names */
export function wholeRows({ lines }: Pick<LaidPage, 'lines'>): Row[] {
  return toRows(lines.filter((line) => !line.artifact)).flatMap((row) => (row.cells.every((cell, at) => at === 0 || cell.left - row.cells[at - 1]!.right < COLUMNS * row.size) || row.cells.every(({ text }) => namesIn(text).length > 0) ? [row] : row.cells.map((cell) => toRow([cell]))));
}

/** Takes the title, the authors and the date off the first pages: they are known as such. */
export function withoutTitleBlock(pages: readonly CleanPage[], body: number, title: string): CleanPage[] {
  return pages.map((page, at) => {
    const block = at < FIRST ? titleBlockOf(page, body, title) : null;
    return block ? { ...page, lines: page.lines.filter((line) => !block.lines.includes(line)) } : page;
  });
}

function sayingSo(rows: readonly Row[], title: string): { from: number; to: number } | null {
  const words = squash(title);
  for (let from = 0; from < rows.length; from++) {
    let said = '';
    for (let to = from; to < Math.min(rows.length, from + ROWS) && words.startsWith(said); to++) {
      said += squash(rows[to]!.text);
      if (said === words) return { from, to: to + 1 };
    }
  }
  return null;
}

/** @returns the rows of the largest words, if they are as large as that */
export function largestRows(rows: readonly Row[], least: number): { from: number; to: number } | null {
  const size = Math.max(0, ...rows.filter(({ text }) => /\p{L}{3}/u.test(text)).map((row) => row.size));
  const from = rows.findIndex((row) => row.size === size && /\p{L}{3}/u.test(row.text));
  if (from < 0 || size < least) return null;
  let to = from + 1;
  while (to < rows.length && to < from + ROWS && Math.abs(rows[to]!.size - size) <= size * 0.05 && rows[to]!.baseline > rows[to - 1]!.baseline) to += 1;
  return { from, to };
}

/** @returns what the rows of a title say, without the call of a note */
export function wordsOf(rows: readonly Row[]): string {
  return rows.map(({ text }) => text).join(' ').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹*†]+$/, '').trim();
}

/** A subtitle, smaller than the title; the names of the authors; a date. What they work for stays where it is. */
function belowTitle(rows: readonly Row[], body: number, size: number): Omit<TitleBlock, 'title' | 'lines'> & { rows: Row[] } {
  const authors: string[] = [];
  const said: Row[] = [];
  let first: number | null = null;
  let date: string | null = null;
  let year: Row | null = null;
  for (const [at, row] of rows.slice(0, BELOW).entries()) {
    const written = bylineOf(row.text) ?? easternNames(row, rows[at + 1]);
    const names = written ? [written] : row.cells.map((cell) => namesIn(cell.text));
    const isNames = names.every((some) => some.length > 0) && !isHeadingLike(row) && !goesOn(row, rows.slice(0, BELOW)) && !(row.bold && said.length > 0 && said.every(({ bold }) => !bold));
    const dated: string | null = date === null ? (ISO.exec(row.text)?.[0] ?? dateOfLine(row.text)) : null;
    const both: ReturnType<typeof namesAndDate> = isNames || dated !== null || date !== null ? null : namesAndDate(row.text);
    if (YEAR.test(row.text) && rows.every((other) => other === row || !YEAR.test(other.text))) year ??= row;
    if (isNames) authors.push(...names.flat());
    else if (both) authors.push(...both.names);
    else if (dated === null && (isProse(row, body) || isInText(row, body) || isHeadingLike(row) || (row.bold && (said.length > 0 || isOneOfMany(row, rows, at)) || OTHERS.test(row.text)))) break;
    if (!isNames && dated === null && !both) continue;
    date ??= dated ?? both?.date ?? null;
    first ??= at;
    said.push(row);
  }
  if (date === null && year && (authors.length > 0 || year.size < size)) {
    date = year.text;
    said.push(year);
  }
  const between = rows.slice(0, first ?? 0);
  const isSubtitle = between.length > 0 && between.length < ROWS && between.every((row) => row.size >= body * LARGER && row.size < size) && !SENTENCES.test(wordsOf(between));
  return { authors: [...new Set(authors)], date, subtitle: isSubtitle ? between.map(({ text }) => text).join(' ') : null, rows: isSubtitle ? [...between, ...said] : said };
}

/** Two to four signs are a name only where one is due: above the date. */
function easternNames({ text }: Row, below: Row | undefined): string[] | null {
  const names = below !== undefined && dateOfLine(below.text) !== null ? namesOf(text) : null;
  return names?.every(isEasternName) ? names : null;
}

/** @returns null unless a line says both, and nothing else */
function namesAndDate(text: string): { names: string[]; date: string } | null {
  const parts = text.split(BETWEEN).map((part) => ({ names: namesIn(part), date: dateOfLine(part) ?? YEAR.exec(part)?.[0] ?? null }));
  const date = parts.find((part) => part.date !== null)?.date ?? null;
  return parts.length > 1 && date !== null && parts.every((part) => part.date !== null || part.names.length > 0) && parts.some((part) => part.names.length > 0) ? { names: parts.flatMap(({ names }) => names), date } : null;
}

const isHeadingLike = ({ text }: Row): boolean => isKnownHeading(text) || isFrontTitle(text);

/** A row of narrow columns is text too: it ends a sentence and begins another, or goes on behind a colon. */
const isInText = ({ text, size }: Row, body: number): boolean => Math.abs(size - body) < body * 0.05 && /\p{Ll}[.!?][”"’]?\s+[“"‘]?\p{Lu}|:$/u.test(text);

/** A bold row with others like it further down the page is a heading. */
const isOneOfMany = (row: Row, rows: readonly Row[], at: number): boolean => rows.slice(at + 2).some((other) => other.bold && other.size === row.size);

/** Names in the middle of a sentence: the next row goes on in small letters, or ends the sentence. */
function goesOn(row: Row, rows: readonly Row[]): boolean {
  const next = rows.find((other) => other.baseline > row.baseline && other.left < row.right && other.right > row.left);
  return next !== undefined && Math.abs(next.size - row.size) < 0.5 && next.baseline - row.baseline < NEXT * row.size && namesIn(next.text).length === 0 && /^\p{Ll}|^\p{Lu}\p{L}*[.,] \p{Lu}/u.test(next.text);
}

const isProse = ({ text, size }: Row, body: number): boolean => text.length >= PROSE && Math.abs(size - body) < body * 0.05;
