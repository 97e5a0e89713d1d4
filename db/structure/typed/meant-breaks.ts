import { bylineOf, namesOf } from '../bylines.ts';
import { isCaps, isCaption } from '../classify.ts';
import { speakerOf } from '../front-lines.ts';
import { isChapterLabel } from './headings.ts';
import { isEnded, markersOf } from './markers.ts';
import type { TypedLine } from './pages.ts';

/** A line that is broken on purpose leaves room, as a share of how far lines reach. */
const ROOM = 0.8;
/** A line that is longer than any that was wrapped says nothing of how far lines reach. */
const UNWRAPPED = 160;
/** Lines set in as far as each other are verse, or a list. */
const SET_IN = 4;
/** A line in the middle is set in by so many blanks; two are set around one middle within so many letters. */
const CENTRED = 8;
const OFF = 3;
/** The first line of a title that needs two has so many letters at least. */
const LONG = 28;

const indentOf = ({ indent = 0 }: TypedLine): number => indent;
const middleOf = (line: TypedLine): number => indentOf(line) + line.text.length / 2;

/**
 * Finds the lines that somebody set below another on purpose: letterheads, addresses, who signed, where the first word of
 * each would have fitted in above. A paragraph has no such lines, so that all of a block must be; or the one above stands
 * in the middle.
 */
export function meantBreaks(lines: readonly TypedLine[]): ReadonlySet<TypedLine> {
  const found = new Set<TypedLine>();
  const full = reachOf(lines);
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && lines[at]!.before === null) continue;
    const block = lines.slice(from, at);
    const breaks = block.slice(1).map((next, nth) => ({ next, isMeant: isMeant(block[nth]!, next, full), isTitle: isOneTitle(block[nth]!, next), isBelowCentred: indentOf(block[nth]!) >= CENTRED && indentOf(next) === 0 && Math.abs(middleOf(block[nth]!) - full / 2) < CENTRED }));
    const areAll = breaks.every(({ isMeant: is, isTitle }) => is || isTitle);
    for (const { next, isMeant: is, isTitle, isBelowCentred } of breaks) if (is && !isTitle && (areAll || isBelowCentred)) found.add(next);
    from = at;
  }
  return found;
}

function isMeant(line: TypedLine, next: TypedLine, full: number): boolean {
  const [word] = next.text.split(' ', 1);
  const reach = (indentOf(line) >= CENTRED ? 0 : indentOf(line)) + line.text.length;
  if (reach + 1 + word!.length > full * ROOM) return false;
  if (isEnded(line.text) || /[,;:/–—-]$|(?:^|\s)\p{Ll}{1,3}$/u.test(line.text) || !/\p{L}/u.test(line.text) || !/^(?:[\p{Lu}\p{Lo}]|[\d+].*\p{L})/u.test(next.text)) return false;
  if ([line, next].some(({ text, cells }) => cells !== undefined || /^>|\||^(\S)\1{2,}$/.test(text) || markersOf(text).length > 0) || isCaption(line.text)) return false;
  if (isChapterLabel(line.text) || (isCaps(line.text) && isCaps(next.text))) return false;
  return indentOf(line) < SET_IN || indentOf(line) !== indentOf(next);
}

/** A title that is set over two lines: in the middle, or with a short end. */
function isOneTitle(line: TypedLine, next: TypedLine): boolean {
  const isCentred = indentOf(line) > 0 && indentOf(next) > 0 && Math.abs(middleOf(line) - middleOf(next)) < OFF && indentOf(line) !== indentOf(next);
  return !/[\d,:@]/.test(next.text) && namesOf(next.text) === null && bylineOf(next.text) === null && speakerOf(next.text) === null && (isCentred || (line.text.length >= LONG && next.text.length * 2 < line.text.length));
}

/** How far most lines reach, in letters. */
function reachOf(lines: readonly TypedLine[]): number {
  const ends = lines.map((line) => indentOf(line) + line.text.length).filter((end) => end <= UNWRAPPED).sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
}
