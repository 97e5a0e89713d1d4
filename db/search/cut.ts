import { tokensOf } from '../model/fold.ts';
import { wordEnd, wordStart } from '../model/letters.ts';

/** A text that is shown, cut into words as `tokenize` cuts it. A word itself is made when it is asked for: most are only passed by. */
export interface Cut {
  text: string;
  /** How many words. */
  count: number;
  /** Where the i-th word begins and ends, at 2 * i and behind. */
  spans: Int32Array;
  /** The folded forms of words in which more is to be folded than capitals, by their number; null where there are none. */
  folded: ReadonlyMap<number, string> | null;
}

/** ASCII's letters and digits, 1 for each: nearly all that texts are made of. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, unit) => Number(/[0-9A-Za-z]/.test(String.fromCharCode(unit))));
const APOSTROPHE = 0x27;

/** Room to cut a text in, used again from text to text. */
let room = new Int32Array(2048);

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
    if (whole === end) count = keep(count, start, end);
    else {
      for (const token of tokensOf(text.slice(start, whole), start)) {
        (folded ??= new Map<number, string>()).set(count, token.word);
        count = keep(count, token.start, token.end);
      }
    }
    start = plainStart(text, whole);
  }
  return { text, count, spans: room.slice(0, 2 * count), folded };
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

/** Notes where a word stands. @returns how many words there are now */
function keep(count: number, start: number, end: number): number {
  if (2 * count + 2 > room.length) {
    const larger = new Int32Array(2 * room.length);
    larger.set(room);
    room = larger;
  }
  room[2 * count] = start;
  room[2 * count + 1] = end;
  return count + 1;
}

/** The i-th word, folded. */
export function wordAt({ text, spans, folded }: Cut, i: number): string {
  return folded?.get(i) ?? text.slice(spans[2 * i], spans[2 * i + 1]).toLowerCase();
}
