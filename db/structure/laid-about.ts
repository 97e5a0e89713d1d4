import type { ReportFacts } from '../model/facts.ts';
import { squash } from '../model/fold.ts';
import type { LaidPage, LaidSource } from '../model/layout.ts';
import { isFrontTitle, isKnownHeading } from './classify.ts';
import { dateAtEnd } from './dates.ts';
import { bodySize, toRows } from './laid-page.ts';
import { isName } from './signatures.ts';

/** What programs write as a title when nobody gave one. */
const NO_TITLE = /^(?:microsoft (?:word|powerpoint)|untitled|document\s*\d*$|slide \d|powerpoint|print|template)|\.(?:docx?|pdf|indd|qxd|odt|pptx?|rtf|tex|dvi)$/i;
/** Pages on which a title stands. */
const FIRST = 3;
/** A title is set larger than the text by this much. */
const LARGER = 1.3;
/** A title in the properties of so many words was written by somebody. */
const WORDS = 3;

/** What a document says of itself: in its properties, as far as they are to be trusted, and on its first pages. */
export function aboutLaid(source: LaidSource): ReportFacts {
  const first = source.pages.slice(0, FIRST);
  const title = titleOf(source.meta['title'], first, source.pages);
  const date = dateOn(first);
  const language = source.meta['language'];
  const author = typeof source.meta['author'] === 'string' ? source.meta['author'].split(/\s*(?:,|;|&|\band\b)\s*/).filter(Boolean) : [];
  return {
    ...(title === null ? {} : { title }), ...(date === null ? {} : { date }),
    ...(typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
    ...(author.length > 0 && author.every(isName) ? { authors: author } : {}),
  };
}

/** The title in the properties, if it also stands on the first pages or is no mere word; else the largest words there; else the one in the properties. */
function titleOf(given: unknown, first: readonly LaidPage[], all: readonly LaidPage[]): string | null {
  const said = typeof given === 'string' ? given.replace(/\s+/g, ' ').trim() : '';
  const sane = said.length > 3 && !NO_TITLE.test(said) && /\p{L}{2}/u.test(said) ? said : null;
  const words = squash(first.flatMap((page) => page.lines.map((line) => line.text)).join(' '));
  if (sane !== null && (words.includes(squash(sane)) || sane.split(' ').length >= WORDS)) return sane;
  return largestWords(first, all) ?? sane;
}

function largestWords(first: readonly LaidPage[], all: readonly LaidPage[]): string | null {
  const body = bodySize(all);
  for (const page of first) {
    const rows = toRows(page.lines.filter((line) => !line.artifact));
    const size = Math.max(0, ...rows.filter((row) => /\p{L}{3}/u.test(row.text)).map((row) => row.size));
    if (size < body * LARGER) continue;
    const at = rows.findIndex((row) => row.size === size && /\p{L}{3}/u.test(row.text));
    let end = at;
    while (end < rows.length && end < at + 5 && Math.abs(rows[end]!.size - size) <= size * 0.05) end += 1;
    const words = rows.slice(at, end).map((row) => row.text).join(' ').replace(/[⁰-⁹¹²³]+$/, '').trim();
    return isFrontTitle(words) || isKnownHeading(words) ? null : words;
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
