import { fold, squash } from '../model/fold.ts';
import { kindAt, LETTER, MARK, NUMBER } from '../model/letters.ts';
import { mixed, NOTHING, WordTable } from '../model/words.ts';

/** Numbers the folded words of a report's texts, each spelling folded once: to be compared, not to be read. */
export class WordNumbers {
  readonly #spellings = new WordTable();
  readonly #words = new WordTable();
  /** By spelling, its words: nearly always one. */
  readonly #numbers: number[][] = [];

  /** The words of a text: the letters and digits that stand together when it is folded. */
  of(text: string): number[] {
    const numbers: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const start = at;
      let hash = NOTHING;
      for (; at < text.length && (kindAt(text, at) & (LETTER | NUMBER | MARK)) !== 0; at++) hash = mixed(hash, text.charCodeAt(at));
      // Folding makes letters of some signs (™), and a capital sigma depends on what stands behind it.
      if (at < text.length && text.charCodeAt(at) > 0x7f && isMore(String.fromCodePoint(text.codePointAt(at)!))) return this.#ofFolded(text);
      if (at === start) continue;
      const spelling = this.#spellings.find(text, start, at, hash);
      if (spelling === this.#numbers.length) this.#numbers.push(this.#ofFolded(text.slice(start, at)));
      for (const number of this.#numbers[spelling]!) numbers.push(number);
    }
    return text.includes('Σ') ? this.#ofFolded(text) : numbers;
  }

  #ofFolded(text: string): number[] {
    return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => this.#words.numberOf(word, 0, word.length));
  }
}

/** Signs that are no letters, and whether folding makes some of them. */
const more = new Map<string, boolean>();

function isMore(sign: string): boolean {
  let is = more.get(sign);
  if (is === undefined) {
    is = squash(sign) !== '';
    more.set(sign, is);
  }
  return is;
}
