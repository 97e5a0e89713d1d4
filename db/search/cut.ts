import { tokensOf } from '../model/fold.ts';
import { wordEnd, wordStart } from '../model/letters.ts';

/** A text that is shown, cut into words as `tokenize` cuts it. A word itself is made when it is asked for: most are only passed by. */
export interface Cut {
  text: string;
  /** How many words. */
  count: number;
  /** Where the i-th word begins and ends, at 2 * i and behind. */
  spans: Int32Array;
  /** What rules a word out at a glance, as `outlineOf` gives it; ANY where the word has to be looked at. */
  outlines: Uint16Array;
  /** The folded forms of words in which more is to be folded than capitals, by their number; null where there are none. */
  folded: ReadonlyMap<number, string> | null;
}

/** ASCII's letters and digits, 1 for each: nearly all that texts are made of. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, unit) => Number(/[0-9A-Za-z]/.test(String.fromCharCode(unit))));
const APOSTROPHE = 0x27;

/** The outline of a word in which more is to be folded than capitals: it may be any word. */
export const ANY = 0;
/** How many outlines there are. */
export const OUTLINES = 128 * 32;
const LONGEST = 31;

/**
 * The first letter of a plain word and its length, as one number.
 * @param first the letter's code, below 128
 */
export const outlineOf = (first: number, length: number): number => ((first | 32) << 5) | (length < LONGEST ? length : LONGEST);

/** Room to cut a text in, used again from text to text. */
let room = { spans: new Int32Array(2048), outlines: new Uint16Array(1024) };

/**
 * Goes through the letters of plain words once; whatever else stands in a text is left to the tables of all letters.
 * @param text any text
 */
export function cut(text: string): Cut {
  let folded: Map<number, string> | null = null;
  let count = 0;
  for (let start = plainStart(text, 0); start < text.length;) {
    let end = start;
    let unit = text.charCodeAt(start);
    while (unit < 128 && PLAIN[unit] === 1) {
      end += 1;
      unit = end < text.length ? text.charCodeAt(end) : 0;
    }
    const whole = unit > 127 || unit === APOSTROPHE ? wordEnd(text, start) : end;
    if (whole === end) count = keep(count, start, end, outlineOf(text.charCodeAt(start), end - start));
    else {
      for (const token of tokensOf(text.slice(start, whole), start)) {
        (folded ??= new Map<number, string>()).set(count, token.word);
        count = keep(count, token.start, token.end, ANY);
      }
    }
    start = plainStart(text, whole);
  }
  return { text, count, spans: room.spans.slice(0, 2 * count), outlines: room.outlines.slice(0, count), folded };
}

/** As `wordStart`, without a look at its tables where a text is ASCII's. */
function plainStart(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127) return wordStart(text, at);
    if (PLAIN[unit] === 1) return at;
  }
  return text.length;
}

/** Notes where a word stands, and its outline. @returns how many words there are now */
function keep(count: number, start: number, end: number, outline: number): number {
  if (count === room.outlines.length) {
    const larger = { spans: new Int32Array(4 * count), outlines: new Uint16Array(2 * count) };
    larger.spans.set(room.spans);
    larger.outlines.set(room.outlines);
    room = larger;
  }
  room.spans[2 * count] = start;
  room.spans[2 * count + 1] = end;
  room.outlines[count] = outline;
  return count + 1;
}

/** The i-th word, folded. */
export function wordAt({ text, spans, folded }: Cut, i: number): string {
  return folded?.get(i) ?? text.slice(spans[2 * i], spans[2 * i + 1]).toLowerCase();
}
