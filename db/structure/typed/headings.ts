import { isCaps, isFrontTitle, isKnownHeading } from '../classify.ts';
import { dateOfLine } from '../dates.ts';
import { isEndMark, isPrintedMarking } from '../paper-kinds.ts';
import { isEnded } from './markers.ts';
import type { Piece } from './piece.ts';

/** A heading is no longer than this, in letters and in words. */
const LETTERS = 110;
const WORDS = 16;
/** Headings in capitals may run over more lines than others. */
const CAPS_LINES = 3;
/** So much text of one line is a paragraph, though no full stop ends it; and so much where one does. */
const BODY = 60;
const SENTENCE = 40;
/** In scripts without capitals, and often without full stops, a heading is told by how short it is. */
const UNCASED = 40;
const LABEL = /^(?:chapter|part|kapitel|teil|chapitre|partie|titre|capítulo|capitolo|parte|título|hoofdstuk|deel|rozdział|kapitola|capitolul|chương|phần|bab|bagian|บทที่|ส่วนที่)\s+(\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s*[.:–—-]\s*|\s+(?=\p{Lu})|$)(.*)$/iu;
const NUMBER = /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?|([IVXLC]{1,7})[.)]|([A-Z])[.)])\s+(?=\S)/;
/** "TOP 1: Night pilotage", "Agenda item 3", "Article 2", "第一章": counted parts. */
const COUNTED_PART = /^(?:(?:top|tagesordnungspunkt|agenda item|item|article|artikel|pasal|điều|annex|anlage|annexe|lampiran|phụ lục)\s+[\divxlc]{1,5}\b|第[一二三四五六七八九十百\d]{1,4}[章节節部編编条])/iu;
/** "Summary" and its like in other languages: a part of the report, not its title. */
const SUMMARY = /^(?:summary|abstract|zusammenfassung|einleitung|résumé|synthèse|resumen|resumo|sommario|sintesi|samenvatting|要旨|概要|摘要|要約|はじめに|序論|tóm tắt|giới thiệu|บทสรุป|บทนำ|ملخص|مقدمة|الملخص)/iu;

/** The fields at the top of a message. */
const NO_HEADING = /^(?:REFS?|TAGS|SUBJ(?:ECT)?|E\.O\. ?\d+|FM|FROM|TO|INFO|CC|DATE|RE|ATTN|VON|AN|BETREFF|BEZUG|OBJET)\s?:/i;

/** A heading of a typed text. */
export interface TypedHeading {
  text: string;
  /** The chapter's, where a label says it: "Chapter 3". */
  number: number | null;
  level: number;
}

/** True for "Chapter 3" by itself. */
export function isChapterLabel(text: string): boolean {
  return LABEL.exec(text)?.[2] === '';
}

/** True for what cannot be the title of the whole text: "Summary", "Chapter 1", "2. Methods". */
export function isTitleOfPart(text: string): boolean {
  return isFrontTitle(text) || isKnownHeading(text) || SUMMARY.test(text) || LABEL.test(text) || COUNTED_PART.test(text) || NUMBER.test(text);
}

/** What stands before a heading's words: "2.1 ", "IV. ", "A. ". */
export const numberBefore = (text: string): string => NUMBER.exec(text)?.[0] ?? '';

export const joined = ({ lines }: Piece): string => lines.map(({ text }) => text).join(' ');

/** True for a piece that is set as headings are: short, and no end of a sentence. */
export function isSetAsHeading(piece: Piece): boolean {
  if (piece.rule !== null) return true;
  if (piece.kind !== 'text') return false;
  const text = joined(piece);
  if (text.length > (/^\p{Lo}/u.test(text) ? UNCASED : LETTERS) || /[,;:]$/.test(text) || isEnded(text.replace(/[?!？！]$/, '')) || !/^[\p{Lu}\p{Lt}\p{Lo}\p{N}“‘"'«„「『(¿]/u.test(text) || !/\p{L}/u.test(text)) return false;
  if (NO_HEADING.test(text) || isPrintedMarking(text) || isEndMark(text) || dateOfLine(text) !== null) return false;
  if (isCaps(text)) return piece.lines.length <= CAPS_LINES;
  return piece.lines.length === 1 && text.split(' ').length <= WORDS && !/^(?:by|from|to|date|subject|tel|e-?mail)\b[ :]/i.test(text) && !/@|https?:/.test(text);
}

/**
 * Finds which pieces are headings: those that are set so, and stand above a paragraph or a list, or above a heading that
 * is set in another way.
 */
export function headingsAmong(pieces: readonly Piece[]): Set<Piece> {
  const found = new Set<Piece>();
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at]!;
    const next = pieces[at + 1];
    if (!next || !isSetAsHeading(piece)) continue;
    const plain = isPlain(piece);
    const above = found.has(next) ? !plain || !isPlain(next) : isBody(next) || (!plain && next.kind === 'text' && !isSetAsHeading(next));
    const led = plain && at > 0 && /[:,]$/.test(joined(pieces[at - 1]!));
    if (above && !led) found.add(piece);
  }
  return found;
}

const isPlain = (piece: Piece): boolean => piece.rule === null && !isCaps(joined(piece)) && !LABEL.test(joined(piece));

function isBody(piece: Piece): boolean {
  const text = joined(piece);
  return piece.kind !== 'text' || ((piece.lines.length > 1 || text.length > BODY || (text.length > SENTENCE && isEnded(text))) && !/^\p{Ll}/u.test(text));
}

/**
 * Gives headings their levels: as in other conventions of plain text, each way of setting them is one level deeper than
 * the ways that came before it. A label's title ("Chapter 1", and below it "The Loan") is one heading with it.
 */
export function levelHeadings(pieces: readonly Piece[], headings: ReadonlySet<Piece>, base: number): Map<Piece, TypedHeading | null> {
  /** The way of setting chapters, where the text counts them: "Introduction" is one of them. */
  const counted = [...headings].map((piece) => styleOf(piece, null, '')).find((style) => style === 'label' || style === 'plain 1') ?? null;
  const styles: string[] = [];
  let letter = '';
  const found = new Map<Piece, TypedHeading | null>();
  pieces.forEach((piece, at) => {
    if (!headings.has(piece) || found.has(piece)) return;
    const style = styleOf(piece, counted, letter);
    if (style === 'plain letter') letter = joined(piece)[0]!;
    if (!styles.includes(style)) styles.push(style);
    const level = base + styles.indexOf(style);
    const label = LABEL.exec(joined(piece));
    if (!label) {
      found.set(piece, { text: joined(piece), number: null, level });
      return;
    }
    const below = pieces[at + 1];
    const title = label[2] || (below && headings.has(below) && !LABEL.test(joined(below)) ? joined(below) : '');
    if (below && title !== '' && label[2] === '') found.set(below, null);
    const number = /^(?:part|teil|partie|parte|titre|título|deel|phần|bagian|ส่วน)/i.test(label[0]) || !/^\d/.test(label[1]!) ? null : Number(label[1]);
    found.set(piece, { text: title === '' ? joined(piece) : number === null ? `${label[0].slice(0, label[0].length - label[2]!.length).replace(/[\s.:–—-]+$/, '')}: ${title}` : title, number: title === '' ? null : number, level });
  });
  return found;
}

/**
 * How a heading is set.
 * @param counted how its chapters are, where the text counts them
 * @param letter the last one that counted a heading: behind "B.", "C." is no hundred
 */
function styleOf(piece: Piece, counted: string | null, letter: string): string {
  const text = joined(piece);
  if (LABEL.test(text)) return 'label';
  if (piece.rule !== null) return `rule ${piece.rule}`;
  if (isCaps(text)) return 'caps';
  const [, figures, roman, single] = NUMBER.exec(text) ?? [];
  if (figures !== undefined) return `plain ${figures.split('.').length}`;
  const goesOn = roman?.length === 1 && letter !== '' && roman.charCodeAt(0) === letter.charCodeAt(0) + 1;
  if (roman !== undefined && !goesOn) return 'plain roman';
  if (roman !== undefined || single !== undefined) return 'plain letter';
  return counted !== null && (isFrontTitle(text) || isKnownHeading(text) || SUMMARY.test(text)) ? counted : 'plain';
}
