import { tokenize } from '../model/fold.ts';

/** One word of a text that is being judged. */
export interface Word {
  /** What phrases are compared with: folded, except that "US" keeps its capitals (folded, it would be the pronoun). */
  key: string;
  start: number;
  end: number;
  sentence: number;
}

/** A text cut once into words and sentences, for all rules. */
export interface Reading {
  text: string;
  words: Word[];
  sentences: number;
}

const sentenceCutter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Cuts a text into folded words that know their sentence. */
export function read(text: string): Reading {
  const ends = [...sentenceCutter.segment(text)].map((part) => part.index + part.segment.length);
  let sentence = 0;
  const words = tokenize(text).map(({ word, start, end }) => {
    while (sentence < ends.length - 1 && start >= ends[sentence]!) sentence++;
    return { key: keyOf(word, text, start), start, end, sentence };
  });
  return { text, words, sentences: ends.length };
}

/** The folded word, or "US" where the text has it in capitals. */
function keyOf(word: string, text: string, start: number): string {
  return word === 'us' && text.startsWith('US', start) ? 'US' : word;
}

/** The original words of a stretch, as they stand in the text. */
export function wordsBetween(reading: Reading, from: number, to: number): string {
  return reading.text.slice(reading.words[from]!.start, reading.words[to - 1]!.end);
}
