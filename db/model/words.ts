import { tokensOf, type Token } from './fold.ts';
import { wordEnd, wordStart } from './letters.ts';

/** Numbers the words of texts in the order in which they first stand there, without making a string of each. */
export class WordTable {
  /** The words by their numbers. */
  readonly words: string[] = [];
  readonly #hashes: number[] = [];
  /** Numbers plus one; 0 is an empty slot. Never more than half full. */
  #slots = new Int32Array(1 << 12);

  /** The number of the word between two places of a text; the next free one where it is new. */
  numberOf(text: string, from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (number < 0) return this.#add(text.slice(from, to), hash, slot);
      if (this.#hashes[number] === hash && isSame(this.words[number]!, text, from, to)) return number;
    }
  }

  #add(word: string, hash: number, slot: number): number {
    const number = this.words.push(word) - 1;
    this.#hashes.push(hash);
    this.#slots[slot] = number + 1;
    if (this.words.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
    this.#slots = slots;
  }
}

function isSame(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}

/**
 * Cuts texts into folded words as `tokenize` does, and numbers these. Each spelling is folded once, however often it
 * stands in the texts: made for whole reports.
 */
export class WordCutter {
  readonly #spellings = new WordTable();
  readonly #folded = new WordTable();
  /** By spelling: the number of its only word, spanning it whole, or −1. */
  readonly #plain: number[] = [];
  /** All other spellings: no word, or several. */
  readonly #others = new Map<number, Token[]>();

  /** The folded words by their numbers. */
  get words(): readonly string[] {
    return this.#folded.words;
  }

  /** @param each gets every word's number and place, in order */
  cut(text: string, each: (word: number, start: number, end: number) => void): void {
    for (let start = wordStart(text, 0); start < text.length;) {
      const end = wordEnd(text, start);
      const spelling = this.#spellings.numberOf(text, start, end);
      if (spelling === this.#plain.length) this.#learn(text.slice(start, end), spelling);
      const word = this.#plain[spelling]!;
      if (word >= 0) each(word, start, end);
      else for (const token of this.#others.get(spelling)!) each(this.numberOf(token.word), start + token.start, start + token.end);
      start = wordStart(text, end);
    }
  }

  #learn(raw: string, spelling: number): void {
    const tokens = tokensOf(raw, 0);
    const [only] = tokens;
    if (tokens.length === 1 && only!.start === 0 && only!.end === raw.length) this.#plain.push(this.numberOf(only!.word));
    else {
      this.#plain.push(-1);
      this.#others.set(spelling, tokens);
    }
  }

  /** The number of a word that is folded already. */
  numberOf(word: string): number {
    return this.#folded.numberOf(word, 0, word.length);
  }
}
