import type { ReportFacts } from '../../model/facts.ts';
import { squash } from '../../model/fold.ts';
import type { LaidPage, LaidSource } from '../../model/layout.ts';
import { isFrontTitle, isKnownHeading } from '../classify.ts';
import { dateAtEnd } from '../dates.ts';
import { authorsTold, toldAbove } from '../front-lines.ts';
import { isPaperKind } from '../paper-kinds.ts';
import { isName } from '../signatures.ts';
import { bodySize, type Row } from './page.ts';
import { FIRST, largestRows, titleBlockOf, wholeRows, wordsOf, type TitleBlock } from './title.ts';

/** What programs write as a title when nobody gave one. */
const NO_TITLE = /^(?:microsoft (?:word|powerpoint)|untitled|document\s*\d*$|slide \d|powerpoint|print|template)|\.(?:docx?|pdf|indd|qxd|odt|pptx?|rtf|tex|dvi|html?)$/i;
/** A title is set larger than the text by this much. */
const LARGER = 1.3;
/** A line of so many letters is text. */
const TEXT = 90;
/** A title in the properties of so many words was written by somebody. */
const WORDS = 3;

/** What a document says of itself: in its properties, as far as they are to be trusted, and on its first pages. */
export function aboutLaid(source: LaidSource): ReportFacts {
  const first = source.pages.slice(0, FIRST);
  const body = bodySize(source.pages);
  const said = saneTitle(source.meta['title']);
  const named = (said === null ? null : onOneOf(first, body, said)) ?? onOneOf(first, body, null);
  const lines = linesAbove(first, body);
  const told = toldAbove(lines);
  const found = named?.title ?? titleOf(said, source.pages, body);
  const title = told.title !== undefined && (found === null || isPaperKind(found)) ? told.title : found;
  const block = named ?? (title === null ? null : onOneOf(first, body, title));
  // A year alone says less than the day that stands elsewhere on the first pages.
  const below = block?.date ?? null;
  const elsewhere = below === null || below.length === 4 ? dateOn(first) : null;
  const date = below === null || elsewhere?.startsWith(below) ? (told.date ?? elsewhere) : below;
  const language = source.meta['language'];
  const author = typeof source.meta['author'] === 'string' ? source.meta['author'].split(/\s*(?:,|;|&|\band\b)\s*/).filter(Boolean) : [];
  const authors = block && block.authors.length > 0 ? block.authors : author.length > 0 && author.every(isName) ? author : (authorsTold(told, title ?? undefined) ?? []);
  return {
    ...(title === null ? {} : { title }), ...(block?.subtitle ? { subtitle: block.subtitle } : {}), ...(date === null ? {} : { date }),
    ...(typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}

/** The lines of the first page to the first one of text. */
function linesAbove([page]: readonly LaidPage[], body: number): string[] {
  const rows = page ? wholeRows(page).map(({ text, size }) => ({ text, isText: text.length >= TEXT && Math.abs(size - body) < body * 0.05 })) : [];
  const text = rows.findIndex(({ isText }) => isText);
  return rows.slice(0, text < 0 ? rows.length : text + 1).map((row) => row.text);
}

function saneTitle(given: unknown): string | null {
  const said = typeof given === 'string' ? given.replace(/\s+/g, ' ').trim() : '';
  return said.length > 3 && !NO_TITLE.test(said) && /\p{L}{2}/u.test(said) ? said : null;
}

function onOneOf(pages: readonly LaidPage[], body: number, title: string | null): TitleBlock | null {
  for (const page of pages) {
    const block = titleBlockOf(page, body, title);
    if (block) return block;
  }
  return null;
}

/** The title in the properties, if it also stands on the first pages or is no mere word; else the largest words there; else the one in the properties. */
function titleOf(said: string | null, pages: readonly LaidPage[], body: number): string | null {
  const first = pages.slice(0, FIRST);
  const words = squash(first.flatMap((page) => page.lines.map((line) => line.text)).join(' '));
  if (said !== null && (words.includes(squash(said)) || said.split(' ').length >= WORDS)) return said;
  const largest = largestWords(first, body);
  return largest === null || (said !== null && isOften(largest, pages)) ? said : wordsOf(largest);
}

/** True where other words look as these do, so that they are one heading among many. */
function isOften(rows: readonly Row[], pages: readonly LaidPage[]): boolean {
  const own = new Set(rows.map(({ text }) => text));
  return pages.some(({ lines }) => lines.some((line) => line.size === rows[0]!.size && line.bold === rows[0]!.bold && !own.has(line.text) && /\p{L}{3}/u.test(line.text)));
}

function largestWords(first: readonly LaidPage[], body: number): Row[] | null {
  for (const page of first) {
    const rows = wholeRows(page);
    const found = largestRows(rows, body * LARGER);
    if (!found) continue;
    const words = rows.slice(found.from, found.to);
    return isFrontTitle(wordsOf(words)) || isKnownHeading(wordsOf(words)) ? null : words;
  }
  return null;
}

/** "March 2022", "31 March 2022", "Report | March 31, 2022" on a line of the first pages, as ISO 8601. */
function dateOn(pages: readonly LaidPage[]): string | null {
  for (const page of pages) for (const line of page.lines) {
    const date = dateAtEnd(line.text);
    if (date !== null) return date;
  }
  return null;
}
