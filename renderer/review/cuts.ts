/** Where a passage can be cut. All offsets are UTF-16, as the contract has them. */
export interface Cuts {
  /** The beginnings of words but the first. */
  words: readonly number[];
  /** The beginnings of sentences but the first. */
  sentences: readonly number[];
}

const segments = (text: string, granularity: 'word' | 'sentence', language: string): number[] =>
  [...new Intl.Segmenter(language, { granularity }).segment(text)].filter(({ segment, index }) => index > 0 && segment.trim() !== '').map(({ index }) => index);

/** @param language a BCP 47 tag; how its sentences end is Unicode's rule (UAX 29) */
export function cutsOf(text: string, language = 'en'): Cuts {
  const sentences = segments(text, 'sentence', language).filter((at) => text.slice(at).trim() !== '');
  const words = [...text.matchAll(/(?<=\s)\S/gu)].map(({ index }) => index);
  return { words, sentences };
}

/** The cut behind or before this one; the same where there is none. */
export function stepCut(cuts: readonly number[], at: number, by: 1 | -1): number {
  return (by === 1 ? cuts.find((cut) => cut > at) : cuts.findLast((cut) => cut < at)) ?? at;
}

/** The cut that is nearest to a place, or null where the passage is a single word. */
export function nearestCut(cuts: readonly number[], to: number): number | null {
  return cuts.reduce<number | null>((best, cut) => (best === null || Math.abs(cut - to) < Math.abs(best - to) ? cut : best), null);
}
