import { tokenize, type Token } from '../model/fold.ts';
import { SMALL_WORDS } from './variants.ts';

/** Acronyms as the reports themselves explain them: "Free and Open Indo-Pacific (FOIP)". */
export interface Acronyms {
  /** What an acronym is short for, in folded words; at most two readings, the most frequent first. */
  longForms(acronym: string, thorough: boolean): string[][];
  /** The acronyms that some words in a row may be short for, still to be confirmed by `longForms`. */
  candidates(words: readonly string[]): string[];
}

/** Passages that are read for an explanation, from the first that has the acronym: it is explained where it is first used. */
const PASSAGES = { quick: 12, thorough: 60 };
/** Words of a long form, small ones included. */
const LONGEST = 12;
/** Letters before an acronym in which its long form stands. */
const BEFORE = 160;
const READINGS = 2;
/** Two letters stand for too much. */
const SHORTEST = 3;

/** @param textsWith of the first passages that have a word the texts, those without brackets left out */
export function createAcronyms(textsWith: (word: string, most: number) => string[]): Acronyms {
  const known = new Map<string, string[][]>();
  return {
    longForms(acronym, thorough) {
      const key = `${acronym}/${thorough}`;
      let forms = known.get(key);
      if (!forms) known.set(key, (forms = explained(acronym, textsWith(acronym, thorough ? PASSAGES.thorough : PASSAGES.quick))));
      return forms;
    },
    candidates(words) {
      const all = words.map((word) => word[0]).join('');
      const large = words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word[0]).join('');
      return [...new Set([large, all])].filter((letters) => letters.length >= SHORTEST);
    },
  };
}

function explained(acronym: string, texts: readonly string[]): string[][] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const words of longFormsIn(acronym, text)) counts.set(words.join(' '), (counts.get(words.join(' ')) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, READINGS).map(([form]) => form.split(' '));
}

/** Long forms of an acronym in one text: before it where it stands in brackets, behind it where they do. */
function longFormsIn(acronym: string, text: string): string[][] {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(acronym); at >= 0; at = lower.indexOf(acronym, at + 1)) {
    const found = text[at - 1] === '(' ? formBefore(acronym, text.slice(Math.max(0, at - BEFORE), at)) : formBehind(acronym, text.slice(at + acronym.length, at + BEFORE));
    if (found) return [found];
  }
  return [];
}

function formBefore(acronym: string, text: string): string[] | null {
  const words = tokenize(text).slice(-LONGEST);
  return aligned(acronym, words, text) ?? (acronym.endsWith('s') ? aligned(acronym.slice(0, -1), words, text) : null);
}

function formBehind(acronym: string, text: string): string[] | null {
  const inside = /^(?:’s|'s)? ?\(([^()]{5,120})\)/u.exec(text)?.[1];
  if (inside === undefined) return null;
  const words = tokenize(inside);
  const found = aligned(acronym, words, inside);
  return found?.length === words.length ? found : null;
}

/**
 * Finds the words whose letters make an acronym, from the right: every letter must be found, the first at the beginning
 * of a word (Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions").
 * @returns the folded words, or null
 */
function aligned(acronym: string, before: readonly Token[], text: string): string[] | null {
  const letters = before.flatMap((token, word) => Array.from(token.word, (letter, i) => ({ letter, word, first: i === 0 })));
  let at = letters.length;
  for (let i = acronym.length - 1; i >= 0; i--) {
    const end = at;
    at = letters.findLastIndex(({ letter, first }, j) => j < end && letter === acronym[i] && (i > 0 || first));
    if (at < 0) return null;
  }
  const words = before.slice(letters[at]!.word);
  const sentenceEnds = /[.!?;:]\s/.test(text.slice(words[0]!.start, words.at(-1)!.end));
  const long = words.length > 1 && words.length <= Math.max(acronym.length + 4, 2 * acronym.length);
  return long && !sentenceEnds && !words.some((token) => token.word === acronym) ? words.map((token) => token.word) : null;
}
