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

/** Room to cut a text in, used again from text to text. */
let room = new Int32Array(2048);

/** @param text any text */
export function cut(text: string): Cut {
  let folded: Map<number, string> | null = null;
  let count = 0;
  const keep = (start: number, end: number): void => {
    if (2 * count + 2 > room.length) {
      const larger = new Int32Array(2 * room.length);
      larger.set(room);
      room = larger;
    }
    room[2 * count] = start;
    room[2 * count + 1] = end;
    count += 1;
  };
  for (let start = wordStart(text, 0); start < text.length;) {
    const end = wordEnd(text, start);
    if (isPlain(text, start, end)) keep(start, end);
    else {
      for (const token of tokensOf(text.slice(start, end), start)) {
        (folded ??= new Map<number, string>()).set(count, token.word);
        keep(token.start, token.end);
      }
    }
    start = wordStart(text, end);
  }
  return { text, count, spans: room.slice(0, 2 * count), folded };
}

/** The i-th word, folded. */
export function wordAt({ text, spans, folded }: Cut, i: number): string {
  return folded?.get(i) ?? text.slice(spans[2 * i], spans[2 * i + 1]).toLowerCase();
}

const APOSTROPHE = 0x27;

/** Whether a word is made of ASCII's letters and digits alone. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127 || unit === APOSTROPHE) return false;
  }
  return true;
}
