import { fold, squash } from '../model/fold.ts';
import { kindAt, LETTER, MARK, NUMBER } from '../model/letters.ts';
import { mixed, NOTHING, WordTable } from '../model/words.ts';

/** Nearly every word: only its capitals are to be folded. */
const PLAIN = /^[0-9A-Za-z]+$/;

/** Numbers the folded words of a report's texts, each spelling folded once: to be compared, not to be read. */
export class WordNumbers {
  readonly #spellings = new WordTable();
  readonly #words = new WordTable();
  /** By spelling: the number of its only word, or −1. */
  readonly #only: number[] = [];
  /** All other spellings: no word, or several. */
  readonly #others = new Map<number, readonly number[]>();

  /** The words of a text: the letters and digits that stand together when it is folded. */
  of(text: string): number[] {
    const numbers: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const start = at;
      let hash = NOTHING;
      for (; at < text.length && (kindAt(text, at) & (LETTER | NUMBER | MARK)) !== 0; at++) hash = mixed(hash, text.charCodeAt(at));
      // Folding makes letters of some signs (™), and a capital sigma depends on what stands behind it.
      if (at < text.length && text.charCodeAt(at) > 0x7f && isMore(text, at)) return this.#ofFolded(text);
      if (at === start) continue;
      const spelling = this.#spellings.find(text, start, at, hash);
      if (spelling === this.#only.length) this.#learn(text.slice(start, at), spelling);
      const only = this.#only[spelling]!;
      if (only >= 0) numbers.push(only);
      else numbers.push(...this.#others.get(spelling)!);
    }
    return text.includes('Σ') ? this.#ofFolded(text) : numbers;
  }

  #learn(raw: string, spelling: number): void {
    const numbers = PLAIN.test(raw) ? [this.#numberOf(raw.toLowerCase())] : this.#ofFolded(raw);
    this.#only.push(numbers.length === 1 ? numbers[0]! : -1);
    if (numbers.length !== 1) this.#others.set(spelling, numbers);
  }

  #ofFolded(text: string): number[] {
    return foldedWords(text).map((word) => this.#numberOf(word));
  }

  #numberOf(word: string): number {
    return this.#words.numberOf(word, 0, word.length);
  }
}

/** Signs that are no letters, by their UTF-16 unit: 1 where folding makes some of them, 2 where it makes none. */
const more = new Uint8Array(0x10000);

function isMore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const known = more[unit]!;
  if (known !== 0) return known === 1;
  const sign = String.fromCodePoint(text.codePointAt(at)!);
  const is = squash(sign) !== '';
  // A half tells nothing of its pair.
  if (unit < 0xd800 || unit > 0xdfff) more[unit] = is ? 1 : 2;
  return is;
}

/** Set in the units of small ASCII letters and digits, and not in those of capitals. */
const SMALL = 0x20;

/**
 * A number for each folded word of a text, which equal words share; others seldom do. To be compared first, at a third
 * of what it takes to number them.
 */
export function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let hash = NOTHING;
    let units = 0;
    for (; at < text.length && (kindAt(text, at) & (LETTER | NUMBER | MARK)) !== 0; at++) {
      const unit = text.charCodeAt(at);
      units |= unit;
      hash = mixed(hash, unit | SMALL);
    }
    if (at < text.length && text.charCodeAt(at) > 0x7f && isMore(text, at)) return hashesOfFolded(text);
    if (at === start) continue;
    if (units < 0x80) hashes.push(hash);
    else hashes.push(...hashesOfFolded(text.slice(start, at)));
  }
  return text.includes('Σ') ? hashesOfFolded(text) : hashes;
}

function hashesOfFolded(text: string): number[] {
  return foldedWords(text).map((word) => {
    let hash = NOTHING;
    for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at) | SMALL);
    return hash;
  });
}

const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
