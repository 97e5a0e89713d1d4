import { digitFrom, isDigit, kindAt, LETTER, NUMBER } from '../model/letters.ts';
import type { Draft } from './paragraphs.ts';

/** A figure in a draft that can be the call of a note: its digits, the page that they stand on, and how much they look like one. */
export interface Place {
  draft: number;
  start: number;
  end: number;
  /** Where the cut begins: a blank before the digits goes too. */
  cut: number;
  page: number;
  score: number;
}

/** Behind so many signs nothing is looked at: the longest sign of a call is "-12." before it. */
const BEFORE = 16;
/** A number of more digits is no note's. */
const DIGITS = 9;
const YEAR = /(?:19|20)\d\d$/;

/**
 * Finds the figures that can be calls. Every draft is read once, however many notes wait for their calls.
 * @param figures the numbers of the notes, as they are written
 * @returns for each figure its places, in the order of the drafts
 */
export function placesOf(drafts: readonly Draft[], figures: ReadonlySet<string>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  drafts.forEach((draft, at) => {
    const caption = draft.kind === 'caption';
    if (!caption && draft.kind !== 'paragraph' && draft.kind !== 'list-item') return;
    const { text } = draft;
    let pageAt: ((offset: number) => number) | null = null;
    for (const { start, end } of figuresIn(text, caption)) {
      const figure = text.slice(start, end);
      const score = figures.has(figure) ? scoreOf(text.slice(Math.max(0, start - BEFORE), start), text.slice(end), caption) : 0;
      if (score <= 0) continue;
      pageAt ??= pagesOf(draft);
      const place: Place = { draft: at, start, end, cut: /\s$/.test(text.slice(start - 1, start)) ? start - 1 : start, page: pageAt(start), score };
      const known = places.get(figure);
      if (known) known.push(place);
      else places.set(figure, [place]);
    }
  });
  return places;
}

/** Figures that stand by themselves: no letter, digit or percent sign behind them, and no decimals; in a caption also behind a year. */
function* figuresIn(text: string, caption: boolean): Generator<{ start: number; end: number }> {
  for (let at = 0, start = digitFrom(text, 0); start < text.length; start = digitFrom(text, at)) {
    at = start + 1;
    while (at < text.length && isDigit(text, at)) at += 1;
    const goesOn = at < text.length && ((kindAt(text, at) & (LETTER | NUMBER)) !== 0 || text[at] === '%' || /^[.,]\d/.test(text.slice(at, at + 2)));
    if (goesOn) continue;
    if (at - start <= DIGITS) yield { start, end: at };
    if (caption) for (let from = Math.max(start + 4, at - DIGITS); from < at; from++) if (YEAR.test(text.slice(from - 4, from))) yield { start: from, end: at };
  }
}

/** The page of a place in a draft; to be asked in the order of the text. */
function pagesOf({ spans }: Draft): (offset: number) => number {
  // The last span that begins at a place or before it. Offsets rise but for what a hyphen took away.
  const least = spans.map((span) => span.offset);
  for (let at = least.length - 2; at >= 0; at--) least[at] = Math.min(least[at]!, least[at + 1]!);
  let last = 0;
  return (offset) => {
    while (last + 1 < least.length && least[last + 1]! <= offset) last += 1;
    return spans[last]!.page;
  };
}

/** How much a number looks like a call, from what stands before and after it; 0 where it cannot be one. */
function scoreOf(before: string, after: string, caption: boolean): number {
  const goesOn = /^\s*$/.test(after);
  const newSentence = goesOn || /^\s+[\p{Lu}“‘"'(]/u.test(after);
  // Set apart by a blank: only after a full stop, and only where a sentence begins behind it.
  if (/\s$/.test(before)) return /[.!?][”’"')]?\s$/.test(before) && newSentence ? 2 : 0;
  if (/(?:19|20)\d\d[.,;:)”’]$/.test(before)) return goesOn || /^[\s.,;:)]/.test(after) ? 4 : 0;
  if (/\d[.,]$/.test(before)) return /-\d{1,2}[.,]$/.test(before) || newSentence ? 1.5 : 0;
  if (/[.,;:!?)\]”’"'…]$/.test(before)) return 5;
  if (/\p{L}$/u.test(before)) return /(?:^|[^\p{L}])\p{Lu}$/u.test(before) ? 0.5 : 3;
  if (caption && YEAR.test(before)) return 1;
  return 0;
}
