import { tokensOf, type Token } from './fold.ts';
import { isApostrophe, kindAt, LETTER, MARK, NUMBER, wordEnd } from './letters.ts';

/** The hash of no letters, and FNV's prime for 32 bits. */
export const NOTHING = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** The hash of a word that goes on with one more unit: who reads a word has its hash at the word's end. */
export const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** The hash of a word that stands in a text. */
export function hashOf(text: string, from: number, to: number): number {
  let hash = NOTHING;
  for (let at = from; at < to; at++) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

/** What an entry of a table has before its word's units: the word's hash, number and length. */
const HEAD = 3;

/** Numbers the words of texts in the order in which they first stand there, without making a string of each. */
export class WordTable {
  /** The words by their numbers. */
  readonly words: string[] = [];
  /**
   * The words' entries one behind the other. Frequent words come early in a text, so that their entries lie together and
   * stay in the processor's cache: half the time of a string for each.
   */
  #entries = new Int32Array(1 << 14);
  #end = 1;
  /** Where the entries of words begin; 0 is an empty slot. Never more than half full. */
  #slots = new Int32Array(1 << 12);

  /** The number of the word between two places of a text; the next free one where it is new. */
  numberOf(text: string, from: number, to: number): number {
    return this.find(text, from, to, hashOf(text, from, to));
  }

  /** The same for a word that was read already. @param hash of its units, as `mixed` makes it */
  find(text: string, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(text, from, to, hash);
    const entry = this.#slots[slot]!;
    return entry === 0 ? this.#add(text, from, to, hash, slot) : this.#entries[entry + 1]!;
  }

  /** The slot that a word has, or that is free for it. */
  #slotOf(text: string, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === 0) return slot;
      if (entries[entry] !== hash || entries[entry + 2] !== to - from) continue;
      let at = from;
      for (const shift = entry + HEAD - from; at < to && entries[at + shift] === text.charCodeAt(at);) at += 1;
      if (at === to) return slot;
    }
  }

  /** The number of a word that is in the table; −1 where it is not. @param hash of its units, as `mixed` makes it */
  lookUp(text: string, from: number, to: number, hash: number): number {
    const entry = this.#slots[this.#slotOf(text, from, to, hash)]!;
    return entry === 0 ? -1 : this.#entries[entry + 1]!;
  }

  #add(text: string, from: number, to: number, hash: number, slot: number): number {
    const number = this.words.push(text.slice(from, to)) - 1;
    const entry = this.#end;
    this.#end += HEAD + to - from;
    if (this.#end > this.#entries.length) {
      const longer = new Int32Array(Math.max(this.#end, 2 * this.#entries.length));
      longer.set(this.#entries);
      this.#entries = longer;
    }
    this.#entries[entry] = hash;
    this.#entries[entry + 1] = number;
    this.#entries[entry + 2] = to - from;
    for (let at = from; at < to; at++) this.#entries[entry + HEAD + at - from] = text.charCodeAt(at);
    this.#slots[slot] = entry;
    if (this.words.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 1; entry < this.#end; entry += HEAD + this.#entries[entry + 2]!) {
      const hash = this.#entries[entry]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}

/** The words of a report's passages, cut once for all who need them. */
export interface PassageWords {
  /** Has numbered them, and numbers other words of the report. */
  cutter: WordCutter;
  /** Tells the numbers of a passage's words, in order. @returns false where they are not kept */
  each(passage: string, take: (word: number) => void): boolean;
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
    for (let at = 0; at < text.length;) {
      if ((kindAt(text, at) & (LETTER | NUMBER)) === 0) {
        at += 1;
        continue;
      }
      // What `wordEnd` does; the word's hash is made on the way.
      const start = at;
      let hash = NOTHING;
      for (; at < text.length && (kindAt(text, at) & (LETTER | NUMBER | MARK)) !== 0; at++) hash = mixed(hash, text.charCodeAt(at));
      if (at < text.length && isApostrophe(text.charCodeAt(at))) {
        for (const end = wordEnd(text, start); at < end; at++) hash = mixed(hash, text.charCodeAt(at));
      }
      const spelling = this.#spellings.find(text, start, at, hash);
      if (spelling === this.#plain.length) this.#learn(text.slice(start, at), spelling);
      const word = this.#plain[spelling]!;
      if (word >= 0) each(word, start, at);
      else for (const token of this.#others.get(spelling)!) each(this.numberOf(token.word), start + token.start, start + token.end);
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
