import type { SearchedLibrary } from './answer.ts';
import { SMALL_WORDS } from './variants.ts';

/** Acronyms as the reports themselves explain them: "Free and Open Indo-Pacific (FOIP)". */
export interface Acronyms {
  /** What an acronym is short for, in folded words and as it is written; at most two readings, the most frequent first. */
  longForms(acronym: string): readonly LongForm[];
  /** The acronyms that some words in a row may be short for, still to be confirmed by `longForms`. */
  candidates(words: readonly string[]): string[];
}
interface LongForm { words: string[]; written: string }

const READINGS = 2;
/** Two letters stand for too much. */
const SHORTEST = 3;

/** @param postings tell what the reports explain */
export function createAcronyms(postings: Pick<SearchedLibrary['postings'], 'explained' | 'explanations'>): Acronyms {
  /** All of them, with their long forms once these were asked for: most words are none. */
  let known: Map<string, LongForm[] | null> | null = null;
  return {
    longForms(acronym) {
      known ??= new Map(postings.explained().map((word) => [word, null]));
      const forms = known.get(acronym);
      if (forms !== null) return forms ?? [];
      const found = postings.explanations(acronym, READINGS).map(({ form, written }) => ({ words: form.split(' '), written }));
      known.set(acronym, found);
      return found;
    },
    candidates(words) {
      const all = words.map((word) => word[0]).join('');
      const large = words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word[0]).join('');
      return [...new Set([large, all])].filter((letters) => letters.length >= SHORTEST);
    },
  };
}
