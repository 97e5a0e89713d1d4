import { isCaps, isCaption } from '../classify.ts';
import { isChapterLabel } from './headings.ts';
import { isEnded, markersOf, type Marker } from './markers.ts';
import type { TypedLine } from './pages.ts';
import type { Piece } from './piece.ts';
import { rowsOf } from './tables.ts';

/** A line that is longer than any that was wrapped: it is a paragraph by itself. */
const UNWRAPPED = 160;
/** A paragraph that stops in the middle of a sentence goes on behind a blank line, if its last line was about full. */
const FULL = 0.6;
/** Most paragraphs that are counted are longer than this. */
const NUMBERED = 55;
/** How far an item looks for the next of its list. */
const NEAR = 12;
/** A first line is set in by so many blanks. */
const INDENT = 2;
/** A quotation is set in by so many, where at least this share of the lines stands at the edge. */
const QUOTE = 4;
const AT_EDGE = 0.6;
/** A heading that is underlined has no more lines, and no more letters. */
const HEADING = { lines: 2, letters: 150 };
const UNDERLINE = /^([-=~_*#+^"])\1{2,}$/;
/** A line of signs between two parts, and the one above a signature in e-mail. */
const SEPARATOR = /^(?:[-=~_*#+^•·–—](?: ?[-=~_*#+^•·–—]){2,}|--)$/;

/** "Subject: Dues", "E.O. 12958: N/A", ":Author: Ada Larsen" */
const FIELD = /^:?(?:\p{Lu}[\p{L}.]{0,12})(?: [\p{L}\d.]{1,12}){0,2}:\s+\S.{0,120}$/u;

/**
 * Cuts lines where a blank one stands, or a page turns behind the end of a sentence.
 * @param meant those that somebody set below another on purpose
 */
export function groupsOf(lines: readonly TypedLine[], meant: ReadonlySet<TypedLine>): TypedLine[][] {
  const measure = lines.map(({ text }) => text.length).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  const groups: TypedLine[][] = [];
  let last: TypedLine | null = null;
  for (const line of lines) {
    const isBelow = line.before === null && !meant.has(line);
    const goesOn = last !== null && (isBelow || (line.before !== null && !isEnded(last.text) && last.text.length > measure * FULL && markersOf(line.text).length === 0
      && (line.before === 'turn' || (/^\p{Ll}/u.test(line.text) && !/[,;]$/.test(last.text)))));
    if (goesOn) groups.at(-1)!.push(line);
    else groups.push([line]);
    last = line;
  }
  return groups;
}

/** Cuts groups of lines into paragraphs, items, quotations and tables. */
export function piecesOf(groups: readonly TypedLine[][]): Piece[] {
  return groups.flatMap(cutGroup);
}

const made = (kind: Piece['kind'], lines: TypedLine[], marker: Marker | null = null): Piece => ({ kind, lines, rule: null, marker });
const indentOf = (line: TypedLine): number => line.indent ?? 0;

function cutGroup(lines: readonly TypedLine[]): Piece[] {
  const table = cutTable(lines);
  if (table) return table;
  if (lines.length > 1 && lines.filter(({ text }) => FIELD.test(text)).length * 3 >= lines.length * 2 && FIELD.test(lines[0]!.text)) return fieldsOf(lines);
  const base = lines.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  const pieces: Piece[] = [];
  let open: Piece | null = null;
  const begin = (piece: Piece): void => {
    pieces.push(piece);
    open = piece;
  };
  lines.forEach((line, at) => {
    const before = open && at > 0 ? lines[at - 1]! : null;
    const current = open as Piece | null;
    const ended = before === null || isEnded(before.text);
    if (line.text.startsWith('>') && (ended || current?.kind === 'quote')) {
      const text = line.text.replace(/^[>\s]+/, '');
      if (text === '') open = null;
      else if (current?.kind === 'quote') current.lines.push({ ...line, text });
      else begin(made('quote', [{ ...line, text }]));
      return;
    }
    if (UNDERLINE.test(line.text) || SEPARATOR.test(line.text)) {
      if (current?.kind === 'text' && isUnderlined(current, line.text)) current.rule = line.text[0]!;
      open = null;
      return;
    }
    const marker = itemAt(lines, at, current, before);
    if (marker) begin(made('item', [line], marker));
    else if (current === null || current.kind === 'quote' || beginsParagraph(line, before, base, current)) begin(made(isCaption(line.text) ? 'caption' : 'text', [line]));
    else current.lines.push(line);
  });
  return pieces;
}

/** The fields at the top of a message, each for itself; a line that is none goes on with the field before it. */
function fieldsOf(lines: readonly TypedLine[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    if (FIELD.test(line.text)) pieces.push(made('text', [line]));
    else pieces.at(-1)!.lines.push(line);
  }
  return pieces;
}

/** A table, with its caption above it and its source below. */
function cutTable(lines: readonly TypedLine[]): Piece[] | null {
  const isBeside = ({ text, cells }: TypedLine): boolean => isCaption(text) && cells === undefined && !text.includes('|');
  const from = isBeside(lines[0]!) ? 1 : 0;
  const to = lines.length > from + 1 && isBeside(lines.at(-1)!) ? lines.length - 1 : lines.length;
  const own = lines.slice(from, to);
  const rows = own.length > 0 ? rowsOf(own) : null;
  if (!rows) return null;
  const beside = (some: readonly TypedLine[]): Piece[] => some.map((line) => made('caption', [line]));
  return [...beside(lines.slice(0, from)), { ...made('table', own), rows }, ...beside(lines.slice(to))];
}

function isUnderlined({ lines }: Piece, rule: string): boolean {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return UNDERLINE.test(rule) && lines.length <= HEADING.lines && letters <= HEADING.letters && !/[.:;,]$/.test(lines.at(-1)!.text);
}

/** Whether a line begins a paragraph though no blank line stands before it. */
function beginsParagraph(line: TypedLine, before: TypedLine | null, base: number, open: Piece): boolean {
  if (before === null) return true;
  const isFirst = open.lines.length === 1;
  // Below a list whose items hang behind their bullets.
  if (open.kind === 'item') return !isFirst && isEnded(before.text) && indentOf(open.lines[1]!) > indentOf(open.lines[0]!) && indentOf(line) <= indentOf(open.lines[0]!);
  if (open.kind === 'text' && isFirst && (isChapterLabel(before.text) || isTitleAbove(before, line))) return true;
  if (line.text.length > UNWRAPPED ? before.text.length <= UNWRAPPED || isEnded(before.text) : before.text.length > UNWRAPPED && isEnded(before.text)) return true;
  // Set in behind the end of a sentence; the line before stood at the edge, or was a paragraph of one line.
  return open.kind === 'text' && indentOf(line) >= base + INDENT && isEnded(before.text) && (indentOf(before) < indentOf(line) || isFirst);
}

/** A line in capitals right above the text. */
function isTitleAbove(before: TypedLine, line: TypedLine): boolean {
  return isCaps(before.text) && !isCaps(line.text) && !isEnded(before.text) && !/[,;]$/.test(before.text) && /^[\p{Lu}\p{N}“‘"'(]/u.test(line.text) && before.text.length < line.text.length * FULL * 1.5;
}

/** What a line begins an item with: at the beginning of a group, behind another item, behind a colon, or where the next item is near. */
function itemAt(lines: readonly TypedLine[], at: number, open: Piece | null, before: TypedLine | null): Marker | null {
  const markers = markersOf(lines[at]!.text);
  if (markers.length === 0) return null;
  const last = open?.kind === 'item' ? open.marker : null;
  const next = last && markers.find((marker) => follows(marker, last));
  if (next) return next;
  const first = markers.find((marker) => marker.value <= 1);
  if (before === null) return first ?? markers[0]!;
  if (!first) return null;
  const opens = first.sure || before.text.endsWith(':') || (isEnded(before.text) && lines.slice(at + 1, at + NEAR).some((line) => markersOf(line.text).some((marker) => follows(marker, first))));
  return opens ? first : null;
}

/** Marks quotations that are set in by their blanks, in a text that else stands at the edge. */
export function markQuotes(pieces: readonly Piece[]): void {
  const lines = pieces.flatMap((piece) => (piece.kind === 'text' ? piece.lines : []));
  if (lines.filter((line) => indentOf(line) === 0).length < lines.length * AT_EDGE) return;
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'text' || piece.rule !== null || pieces[at - 1]?.kind === 'item') return;
    const isText = piece.lines.length > 1 || piece.lines[0]!.text.length > UNWRAPPED;
    if (isText && piece.lines.every((line) => indentOf(line) >= QUOTE) && isEnded(piece.lines.at(-1)!.text)) piece.kind = 'quote';
  });
}

/** Whether an item can come right behind another of the same list. */
const follows = (marker: Marker, last: Marker): boolean => marker.family === last.family && (marker.value === 0 || marker.value === last.value + 1);

/**
 * Keeps as items only what stands in a list: bullets with another beside them or behind a colon, and numbers that are
 * counted from 1. The others are paragraphs that begin so.
 */
export function keepLists(pieces: readonly Piece[]): void {
  for (let at = 0; at < pieces.length;) {
    const first = pieces[at]!;
    if (first.kind !== 'item') {
      at += 1;
      continue;
    }
    let end = at + 1;
    let last = first.marker!;
    for (let next = pieces[end]; next?.kind === 'item'; next = pieces[end]) {
      const following = markersOf(next.lines[0]!.text).find((marker) => follows(marker, last));
      if (!following) break;
      last = next.marker = following;
      end += 1;
    }
    const led = pieces[at - 1]?.lines.at(-1)!.text.endsWith(':') ?? false;
    const { family, value, sure } = first.marker!;
    const isList = !isNumberedText(pieces.slice(at, end)) && (sure || (value === 0 ? led || (family === 'bullet' && end - at > 1) : value === 1 && end - at > 1));
    for (const piece of pieces.slice(at, end)) {
      if (!isList) Object.assign(piece, { kind: 'text', marker: null });
      else piece.lines[0] = { ...piece.lines[0]!, text: piece.lines[0]!.text.slice(piece.marker!.length) };
    }
    at = end;
  }
}

/** Paragraphs that are counted, as in cables, statements and minutes: sentences with white between them. Their numbers are cited. */
function isNumberedText(items: readonly Piece[]): boolean {
  const texts = items.map(({ lines }) => lines.map(({ text }) => text).join(' '));
  return /^\(?1[.)]$/.test(items[0]!.marker!.family) && items.slice(1).every(({ lines }) => lines[0]!.before !== null) && texts.every((text) => /[.!?:;)]$/.test(text)) && texts.filter((text) => text.length > NUMBERED).length * 2 > texts.length;
}
