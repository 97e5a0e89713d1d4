import { WordCutter, type PassageWords } from '../model/words.ts';
import { sentenceEnds } from './sentence-ends.ts';

/** The words of all texts that a reader has read, side by side in the order of the texts: a report may have millions. */
export interface Words {
  /** What phrases are compared with, as numbers into `vocabulary`. */
  key: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  /** The sentence of its text, counted from 0. */
  sentence: Uint32Array;
  /** The words folded, except that "US" keeps its capitals (folded, it would be the pronoun). It grows while a report is read. */
  vocabulary: readonly string[];
  /** Where words stand that a phrase may begin with, in order. */
  marks: Uint32Array;
}

/** A text cut once into words and sentences, for all rules: the words `from` to `to` of its reader's, the marks `firstMark` to `lastMark` (both exclusive). */
export interface Reading {
  text: string;
  words: Words;
  from: number;
  to: number;
  firstMark: number;
  lastMark: number;
  sentences: number;
}

/** Letters of a word, the blank behind it included: fewer than in any language with blanks. */
const LETTERS_OF_WORD = 5;

/** Cuts the texts of one report into folded words that know their sentence, and keeps those of its passages. */
export class Reader implements PassageWords {
  readonly cutter = new WordCutter();
  readonly #capitals = this.cutter.numberOf('US');
  readonly #pronoun = this.cutter.numberOf('us');
  readonly #words: Words;
  readonly #begins: (word: string) => boolean;
  /** For each word of the vocabulary: 1 where a phrase may begin with it, 2 where none does. */
  readonly #known: number[] = [];
  readonly #passages = new Map<string, Pick<Reading, 'from' | 'to'>>();
  #count = 0;
  #marks = 0;

  /**
   * @param begins tells which folded words some phrase begins with; each is asked for once, and most begin none
   * @param letters of all the texts, about: room is made at once, since making more means copying millions of words
   */
  constructor(begins: (word: string) => boolean, letters: number) {
    this.#begins = begins;
    const room = (): Uint32Array => new Uint32Array(64 + Math.ceil(letters / LETTERS_OF_WORD));
    this.#words = { key: room(), start: room(), end: room(), sentence: room(), vocabulary: this.cutter.words, marks: room() };
  }

  /** Reads a passage; `each` tells its words again. */
  readPassage({ id, text }: { id: string; text: string }): Reading {
    const reading = this.read(text);
    this.#passages.set(id, reading);
    return reading;
  }

  each(passage: string, take: (word: number) => void): boolean {
    const known = this.#passages.get(passage);
    if (!known) return false;
    const { key } = this.#words;
    for (let at = known.from; at < known.to; at++) take(key[at] === this.#capitals ? this.#pronoun : key[at]!);
    return true;
  }

  read(text: string): Reading {
    const ends = sentenceEnds(text);
    const [from, firstMark, last] = [this.#count, this.#marks, ends.length - 1];
    const words = this.#words;
    let sentence = 0;
    this.cutter.cut(text, (word, start, end) => {
      while (sentence < last && start >= ends[sentence]!) sentence++;
      const at = this.#count++;
      if (at === words.key.length) this.#grow();
      const key = word === this.#pronoun && text.startsWith('US', start) ? this.#capitals : word;
      words.key[at] = key;
      words.start[at] = start;
      words.end[at] = end;
      words.sentence[at] = sentence;
      const begins = this.#known[key] ?? this.#learn(key);
      if (begins === 1) words.marks[this.#marks++] = at;
    });
    return { text, words, from, to: this.#count, firstMark, lastMark: this.#marks, sentences: ends.length };
  }

  #learn(key: number): number {
    // Words are numbered in the order in which they come, but for some that are made of others.
    while (this.#known.length <= key) this.#known.push(this.#begins(this.#words.vocabulary[this.#known.length]!) ? 1 : 2);
    return this.#known[key]!;
  }

  #grow(): void {
    const words = this.#words;
    for (const column of ['key', 'start', 'end', 'sentence', 'marks'] as const) {
      const longer = new Uint32Array(words[column].length * 2);
      longer.set(words[column]);
      words[column] = longer;
    }
  }
}

/** Cuts one text by itself, for any phrases. */
export const read = (text: string): Reading => new Reader(() => true, text.length).read(text);

/** The original words of a stretch, as they stand in the text. */
export function wordsBetween({ text, words }: Reading, from: number, to: number): string {
  return text.slice(words.start[from]!, words.end[to - 1]!);
}
