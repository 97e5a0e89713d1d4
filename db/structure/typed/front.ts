import type { ReportFacts } from '../../model/facts.ts';
import { bylineOf, namesOf } from '../bylines.ts';
import { isCaps } from '../classify.ts';
import { dateAtEnd, dateOfLine } from '../dates.ts';
import { atEnds, authorsTold, FRONT_LINES, speakerOf, toldAbove } from '../front-lines.ts';
import { isPaperKind, isPrintedMarking } from '../paper-kinds.ts';
import { isSetAsHeading, isTitleOfPart, joined } from './headings.ts';
import type { Piece } from './piece.ts';

const ISO = /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?$/;
/** "Contact: Mara Lind", "Distr.: General" */
const FIELD = /^\p{L}[\p{L}\p{M} .]{0,24}\s?[:：]\s*\S/u;
/** So many pieces below the title can say who wrote it, and when. */
const BELOW = 3;

/** A letterhead has no more pieces; its lines are no longer than this, in letters. */
const LETTERHEAD = 8;
const SHORT = 70;

/** What stands above a typed text, and the pieces of it that are no text. */
export interface Front {
  facts: ReportFacts;
  /** The title, who wrote it and when: known, and taken out of the text. */
  taken: ReadonlySet<Piece>;
  /** What stands above the title and is text, however it is set. */
  letterhead: readonly Piece[];
}

/**
 * Reads the title at the top of a typed text or below its letterhead, and below it its authors and its date. Names
 * without a "by" are authors where a date stands behind them; what is not understood is left in the text.
 * @param headings the pieces that stand above others
 */
export function readFront(pieces: readonly Piece[], headings: ReadonlySet<Piece>): Front {
  const at = letterheadOf(pieces);
  const below = at > 0 && !isFieldPiece(pieces[at]) ? titleAt(pieces, at, headings) : null;
  const read = below ?? titleAt(pieces, 0, headings);
  const lines = pieces.slice(0, FRONT_LINES).filter((piece) => !read.taken.has(piece)).flatMap(frontLines);
  const told = toldAbove(lines);
  // Where a subject says what it is about, neither "MEMORANDUM" nor what stands below the fields is its title.
  const isNamed = read.facts.title !== undefined && !isPaperKind(read.facts.title) && (told.title === undefined || read !== below);
  const taken = !isNamed && told.title !== undefined ? new Set<Piece>() : read.taken;
  const authors = read.facts.authors ?? authorsTold(told, read.facts.title, atEnds(pieces).flatMap(frontLines));
  const date = read.facts.date ?? told.date;
  const title = isNamed ? read.facts.title : (told.title ?? read.facts.title);
  return { facts: { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }), ...(authors === null ? {} : { authors }) }, taken, letterhead: below?.facts.title !== undefined || told.title !== undefined ? pieces.slice(0, at).filter((piece) => !taken.has(piece)) : [] };
}

function titleAt(pieces: readonly Piece[], at: number, headings: ReadonlySet<Piece>): Pick<Front, 'facts' | 'taken'> {
  const none = { facts: {}, taken: new Set<Piece>() };
  const first = pieces[at];
  if (!first || !isSetAsTitle(first, pieces[at + 1]) || isTitleOfPart(joined(first)) || (isPaperKind(joined(first)) && pieces[at + 1] !== undefined && isBelow(pieces[at + 1]!)) || dateOf(joined(first)) !== null) return none;
  const facts: ReportFacts = { title: joined(first) };
  let read = at + 1;
  for (let next = at + 1; next <= at + BELOW && next < pieces.length; next++) {
    const said = readLines(linesOf(pieces[next]!), linesOf(pieces[next + 1])[0]);
    if (!said) break;
    Object.assign(facts, said);
    read = next + 1;
  }
  const isTitle = read > at + 1 || headings.has(first) || stands(pieces, at) || (pieces[at + 1] !== undefined && headings.has(pieces[at + 1]!));
  return isTitle ? { facts, taken: new Set(pieces.slice(at, read)) } : none;
}

/** Whether a line by itself has below it what stands below the titles of short papers: names, a date, fields, short lines. */
function stands(pieces: readonly Piece[], at: number): boolean {
  const [next, following] = pieces.slice(at + 1, at + 3);
  if (!next || isBelow(next)) return false;
  return pieces.slice(at + 1, at + 1 + BELOW).some(isBelowTitle) || (following !== undefined && isBelow(following));
}

/** Right below another line, of which somebody broke it off. */
const isBelow = (piece: Piece): boolean => piece.lines[0]!.before === null;

/** @returns how many pieces above the title are a letterhead: what kind of paper it is, markings, fields, dates, short lines below each other */
function letterheadOf(pieces: readonly Piece[]): number {
  let at = 0;
  while (at < LETTERHEAD && at < pieces.length) {
    const end = pieces.findIndex((piece, nth) => nth > at && !isBelow(piece));
    const block = pieces.slice(at, end < 0 ? pieces.length : end);
    if (!isOfLetterhead(block) && !isAboveKind(pieces, at)) break;
    at += block.length;
  }
  return at < pieces.length ? at : 0;
}

/** @param block what stands below each other without a blank line */
function isOfLetterhead(block: readonly Piece[]): boolean {
  if (block.some((piece) => piece.kind !== 'text' || piece.rule !== null)) return false;
  const lines = block.flatMap((piece) => piece.lines.map(({ text }) => text));
  const says = (line: string): boolean => isPaperKind(line) || isPrintedMarking(line) || isDated(line);
  if (lines.every((line) => says(line) || FIELD.test(line))) return true;
  return lines.length > 1 && !isCaps(lines.join(' ')) && lines.every((line) => line.length < SHORT && !/[.!?]$/.test(line)) && lines.some((line) => says(line) || isCaps(line));
}

/** Who issues it, in capitals: what kind of paper it is, or for whom, stands right below. */
function isAboveKind(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1]?.lines[0]!.text ?? '';
  return pieces[at]!.lines.length === 1 && isCaps(joined(pieces[at]!)) && (isPaperKind(next) || isPrintedMarking(next));
}

/** A date by itself, or behind a place; behind a dash it is part of a title. */
const isDated = (line: string): boolean => dateOf(line) !== null || (!/[–—]\s/.test(line) && dateAtEnd(line) !== null);

/** As headings are; over two lines too, where what stands below says that it is one. */
function isSetAsTitle(piece: Piece, next: Piece | undefined): boolean {
  const isLong = piece.kind === 'text' && piece.lines.length === 2 && !saysWho(piece.lines[1]!.text) && next !== undefined && isBelowTitle(next);
  return isSetAsHeading(isLong ? { ...piece, lines: [{ ...piece.lines[0]!, text: joined(piece) }] } : piece);
}

/** What stands below the titles of short papers: names, a date, fields, who speaks. */
function isBelowTitle(piece: Piece): boolean {
  const text = joined(piece);
  return piece.kind === 'text' && piece.lines.length === 1 && (saysWho(text) || isDated(text) || FIELD.test(text));
}

/** Two words in capitals may be any heading. */
const saysWho = (text: string): boolean => (namesOf(text) !== null && !isCaps(text)) || bylineOf(text) !== null || speakerOf(text) !== null;

const isFieldPiece = (piece: Piece | undefined): boolean => piece !== undefined && FIELD.test(joined(piece));

/** Lines of a piece that is no text yet, each by itself; of a text its beginning. */
const frontLines = (piece: Piece): string[] => (piece.lines.length > 1 && piece.lines.every(({ text }) => text.length < SHORT) ? piece.lines.map(({ text }) => text) : [joined(piece)]);

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
