import type { ReportFacts } from '../../model/facts.ts';
import { bylineOf, namesOf } from '../bylines.ts';
import { dateOfLine } from '../dates.ts';
import { isSetAsHeading, isTitleOfPart, joined } from './headings.ts';
import type { Piece } from './piece.ts';

const ISO = /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?$/;
/** So many pieces below the title can say who wrote it, and when. */
const BELOW = 3;

/** What stands above a typed text, and the pieces of it that are no text. */
export interface Front {
  facts: ReportFacts;
  /** How many pieces at the beginning were read. */
  pieces: number;
}

/**
 * Reads the title at the top of a typed text, and below it its authors and its date. Names without a "by" are authors
 * where a date stands behind them; what is not understood is left in the text.
 * @param headings the pieces that stand above others
 */
export function readFront(pieces: readonly Piece[], headings: ReadonlySet<Piece>): Front {
  const [first] = pieces;
  if (!first || !isSetAsHeading(first) || isTitleOfPart(joined(first)) || dateOf(joined(first)) !== null) return { facts: {}, pieces: 0 };
  const facts: ReportFacts = { title: joined(first) };
  let read = 1;
  for (let at = 1; at <= BELOW && at < pieces.length; at++) {
    const said = readLines(linesOf(pieces[at]!), linesOf(pieces[at + 1])[0]);
    if (!said) break;
    Object.assign(facts, said);
    read = at + 1;
  }
  const isTitle = read > 1 || headings.has(first) || (pieces[1] !== undefined && headings.has(pieces[1]));
  return isTitle ? { facts, pieces: read } : { facts: {}, pieces: 0 };
}

const linesOf = (piece: Piece | undefined): string[] => (piece?.kind === 'text' ? piece.lines.map(({ text }) => text) : []);

/** @param next the line behind these @returns null where one of the lines is neither authors nor a date */
function readLines(lines: readonly string[], next: string | undefined): ReportFacts | null {
  const facts: ReportFacts = {};
  for (const [at, line] of lines.entries()) {
    const date = dateOf(line);
    const by = bylineOf(line);
    const names = by ?? namesOf(line);
    const following = lines[at + 1] ?? next;
    if (date !== null) facts.date = date;
    else if (names !== null && (by !== null || (following !== undefined && dateOf(following) !== null))) facts.authors = names;
    else return null;
  }
  return lines.length > 0 ? facts : null;
}

const dateOf = (line: string): string | null => (ISO.test(line) ? line : dateOfLine(line));
