import type { Span } from '../model/sentences.ts';

export interface Piece {
  text: string;
  hit: boolean;
}
/** A stretch of text that is marked, and what it is worth to see it. `groups` says which query words it answers. */
export interface Marked extends Span {
  groups: readonly number[];
  worth: number;
}

/** A text with its sentences, which are asked for where it is too long to be shown whole. */
export interface Sentenced {
  readonly text: string;
  readonly sentences: readonly Span[];
}

const LONGEST = 320;
const SHORTEST = 220;
/** Text before a first hit that is cut out of the middle of a sentence. */
const LEAD = 90;
/** Places at which a long sentence may be cut open. */
const TRIED = 60;

/**
 * Shows the best part of a text: whole sentences around the hits where they fit, the marked words as pieces of their own.
 * Text only, never markup.
 * @param marks in the order of the text, not overlapping
 * @returns pieces that, joined, are a stretch of the text with "…" where it was cut
 */
export function snippetOf(own: Sentenced, marks: readonly Marked[]): Piece[] {
  const { text } = own;
  const span = trimmed(text, text.length <= LONGEST ? { start: 0, end: text.length } : bestSpan(text, own.sentences, marks));
  const pieces: Piece[] = [];
  const add = (start: number, end: number, hit: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), hit });
  };
  if (text.slice(0, span.start).trim() !== '') pieces.push({ text: '… ', hit: false });
  let at = span.start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > span.end) continue;
    add(at, mark.start, false);
    add(mark.start, mark.end, true);
    at = mark.end;
  }
  add(at, span.end, false);
  if (text.slice(span.end).trim() !== '') pieces.push({ text: ' …', hit: false });
  return pieces;
}

function bestSpan(text: string, sentences: readonly Span[], marks: readonly Marked[]): Span {
  let best: Span | null = null;
  let most = -1;
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from; to < sentences.length && (to === from || sentences[to]!.end - sentences[from]!.start <= LONGEST); to++) {
      const span = { start: sentences[from]!.start, end: sentences[to]!.end };
      const worth = worthOf(span.end - span.start > LONGEST ? cutDown(text, span, marks) : span, marks);
      const better = worth > most + 1e-9 || (worth > most - 1e-9 && span.end - span.start < best!.end - best!.start);
      if (!better) continue;
      most = worth;
      best = span;
    }
  }
  return best!.end - best!.start > LONGEST ? cutDown(text, best!, marks) : filledUp(best!, sentences);
}

const REPEATED = 0.1;

/** Each query word counts once in full, and a little for every time it is repeated. */
function worthOf(span: Span, marks: readonly Marked[]): number {
  // Words of a query are few; numbers above 31 share their bits, and two words that do are counted as one.
  let seen = 0;
  let worth = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.start < span.start || mark.end > span.end) continue;
    let bits = 0;
    for (let j = 0; j < mark.groups.length; j++) bits |= 1 << mark.groups[j]!;
    worth += (seen & bits) === bits ? mark.worth * REPEATED : mark.worth;
    seen |= bits;
  }
  return worth;
}

/** Adds whole neighbouring sentences while the snippet is short: what follows first, then what stands before. */
function filledUp(span: Span, sentences: readonly Span[]): Span {
  let from = sentences.findIndex((sentence) => sentence.start === span.start);
  let to = sentences.findIndex((sentence) => sentence.end === span.end);
  const length = (a: number, b: number): number => sentences[b]!.end - sentences[a]!.start;
  while (length(from, to) < SHORTEST) {
    if (to + 1 < sentences.length && length(from, to + 1) <= LONGEST) to += 1;
    else if (from > 0 && length(from - 1, to) <= LONGEST) from -= 1;
    else break;
  }
  return { start: sentences[from]!.start, end: sentences[to]!.end };
}

/** Cuts a long sentence between words, where most of its hits are. */
function cutDown(text: string, sentence: Span, marks: readonly Marked[]): Span {
  const inside = marks.filter((mark) => mark.start >= sentence.start && mark.end <= sentence.end);
  const starts = [sentence.start, ...inside.slice(0, TRIED).map((mark) => Math.max(sentence.start, mark.start - LEAD))];
  const spans = starts.map((start) => ({ start, end: Math.min(sentence.end, start + LONGEST) }));
  const best = spans.reduce((a, b) => (worthOf(b, marks) > worthOf(a, marks) + 1e-9 ? b : a));
  const start = best.end === sentence.end ? Math.max(sentence.start, best.end - LONGEST) : best.start;
  return betweenWords(text, { start, end: best.end }, sentence);
}

function betweenWords(text: string, { start, end }: Span, sentence: Span): Span {
  const blankAfter = text.indexOf(' ', start);
  const blankBefore = text.lastIndexOf(' ', end);
  const from = start > sentence.start && blankAfter >= 0 && blankAfter - start < 40 ? blankAfter + 1 : wholeCharacter(text, start);
  const to = end < sentence.end && blankBefore > from && end - blankBefore < 40 ? blankBefore : wholeCharacter(text, end);
  return { start: from, end: to };
}

/** Never between the halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at);

function trimmed(text: string, span: Span): Span {
  const shown = text.slice(span.start, span.end);
  return { start: span.start + (shown.length - shown.trimStart().length), end: span.end - (shown.length - shown.trimEnd().length) };
}
