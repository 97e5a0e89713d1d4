import { Charset, Encoder, Index } from 'flexsearch';

/** FlexSearch takes numbers apart, drops doubled letters and remembers every word that it has met, unless it is told not to. */
const encoder = new Encoder({ ...Charset.LatinExtra, numeric: false, dedupe: false, cache: false });

/** How a word sounds, as FlexSearch writes it: "Suga" and "Sugah" are the same. */
export const soundOf = (word: string): string => encoder.encode(word).join('');

/** The library's words by their sound. */
export interface Sounds {
  /** The words that sound like this one. @param mayBe rules others out first: to find how a word sounds takes long */
  like(word: string, mayBe: (other: string) => boolean): string[];
  /**
   * Takes in some more words, for a spare moment.
   * @returns whether all are in
   */
  fill(most: number): boolean;
}

/** More words of one sound than this are of no help. */
const PROPOSALS = 400;
/** Words are filed by so many letters of their sound: by the whole of it, nearly each would take a list of its own, and 175,000 words 20 MB instead of 9. */
const FILED = 4;
const HAS_DIGIT = /\p{N}/u;

/**
 * FlexSearch over the library's words, each under the beginning of its sound. It is filled when the first word needs it, or bit by bit
 * before: most queries never do.
 */
export function createSounds(list: readonly string[]): Sounds {
  let index: Index | null = null;
  let filled = 0;
  const fill = (most: number): boolean => {
    index ??= new Index({ tokenize: 'strict', resolution: 1, encode: (sound: string) => [sound] });
    for (const end = Math.min(list.length, filled + most); filled < end; filled++) {
      const word = list[filled]!;
      if (word.length < 3 || HAS_DIGIT.test(word)) continue;
      const sound = soundOf(word);
      if (sound.length > 1) index.add(filled, sound.slice(0, FILED));
    }
    return filled === list.length;
  };
  return {
    fill,
    like(word, mayBe) {
      const sound = soundOf(word);
      if (sound.length < 2) return [];
      fill(Infinity);
      const filed = index!.search(sound.slice(0, FILED), { limit: list.length }) as number[];
      return filed.map((at) => list[at]!).filter((other) => mayBe(other) && soundOf(other) === sound).slice(0, PROPOSALS);
    },
  };
}
