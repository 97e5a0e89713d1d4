import { Charset, Encoder, Index } from 'flexsearch';

/** FlexSearch takes numbers apart and drops doubled letters unless it is told not to. */
const encoder = new Encoder({ ...Charset.LatinExtra, numeric: false, dedupe: false });

/** How a word sounds, as FlexSearch writes it: "Suga" and "Sugah" are the same. */
export const soundOf = (word: string): string => encoder.encode(word).join('');

/** The library's words by their sound. */
export interface Sounds {
  /** The words that sound like this one, the most frequent first. */
  like(word: string): string[];
  /**
   * Takes in some more words, for a spare moment.
   * @returns whether all are in
   */
  fill(most: number): boolean;
}

const PROPOSALS = 40;

/**
 * FlexSearch over the library's words, each under its sound. It is filled when the first word needs it, or bit by bit
 * before: most queries never do.
 * @param words the most frequent first, so that equally good proposals come in that order
 */
export function createSounds(words: () => readonly string[]): Sounds {
  let index: Index | null = null;
  let list: readonly string[] = [];
  let filled = 0;
  const fill = (most: number): boolean => {
    if (!index) {
      index = new Index({ tokenize: 'strict', resolution: 1, encode: (sound: string) => [sound] });
      list = words();
    }
    for (const end = Math.min(list.length, filled + most); filled < end; filled++) {
      const sound = soundOf(list[filled]!);
      if (sound.length > 1) index.add(filled, sound);
    }
    return filled === list.length;
  };
  return {
    fill,
    like(word) {
      const sound = soundOf(word);
      if (sound.length < 2) return [];
      fill(Infinity);
      return (index!.search(sound, { limit: PROPOSALS }) as number[]).map((at) => list[at]!);
    },
  };
}
