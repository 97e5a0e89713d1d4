import { WordCutter } from '../model/words.ts';

/** The words of a text, side by side in the order of the text: a report may have millions. */
export interface Words {
  length: number;
  /** What phrases are compared with, as numbers into `vocabulary`. */
  key: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  sentence: Uint32Array;
  /** The words folded, except that "US" keeps its capitals (folded, it would be the pronoun). It grows while a report is read. */
  vocabulary: readonly string[];
}

/** A text cut once into words and sentences, for all rules. */
export interface Reading {
  text: string;
  words: Words;
  sentences: number;
}

const ABBREVIATED = /(?<![\p{L}\p{N}])(?:Gen|Adm|Col|Lt|Capt|Sgt|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Hon|Nos?|vs|cf|e\.g|i\.e)\.\s+$/u;

const LONGEST_ABBREVIATED = 12;

const sentenceCutter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Cuts the texts of one report into folded words that know their sentence. */
export class Reader {
  readonly #cutter = new WordCutter();
  readonly #capitals = this.#cutter.numberOf('US');
  readonly #pronoun = this.#cutter.numberOf('us');
  /** Room for the words of one text: key, start, end and sentence of each. */
  #room = new Uint32Array(4096);

  read(text: string): Reading {
    const ends = sentenceEnds(text);
    let sentence = 0;
    let length = 0;
    this.#cutter.cut(text, (word, start, end) => {
      while (sentence < ends.length - 1 && start >= ends[sentence]!) sentence++;
      if (length + 4 > this.#room.length) this.#grow();
      this.#room[length++] = word === this.#pronoun && text.startsWith('US', start) ? this.#capitals : word;
      this.#room[length++] = start;
      this.#room[length++] = end;
      this.#room[length++] = sentence;
    });
    const column = (at: number): Uint32Array => {
      const values = new Uint32Array(length / 4);
      for (let word = 0; word < values.length; word++) values[word] = this.#room[word * 4 + at]!;
      return values;
    };
    return { text, sentences: ends.length, words: { length: length / 4, key: column(0), start: column(1), end: column(2), sentence: column(3), vocabulary: this.#cutter.words } };
  }

  #grow(): void {
    const longer = new Uint32Array(this.#room.length * 2);
    longer.set(this.#room);
    this.#room = longer;
  }
}

/** Cuts one text by itself. */
export const read = (text: string): Reading => new Reader().read(text);

/** Where sentences can end: at these signs, or at the end of a line. */
const CAN_END = /[^\p{L}\p{N}\p{M} ,;:'"’‘“”()/&%$€£*+=#@–—-]/u;

function sentenceEnds(text: string): number[] {
  // Headings, list items and captions are one sentence, and most of them have no sign at which one could end.
  if (!CAN_END.test(text)) return text === '' ? [] : [text.length];
  const ends: number[] = [];
  for (const part of sentenceCutter.segment(text)) {
    const end = part.index + part.segment.length;
    // The full stop of a title before a name ends nothing ("led by Gen. Aye").
    if (end === text.length || !ABBREVIATED.test(text.slice(Math.max(0, end - LONGEST_ABBREVIATED), end))) ends.push(end);
  }
  return ends;
}

/** The original words of a stretch, as they stand in the text. */
export function wordsBetween({ text, words }: Reading, from: number, to: number): string {
  return text.slice(words.start[from]!, words.end[to - 1]!);
}
