import { tokenize } from '../model/fold.ts';
import type { Footnote } from '../model/report.ts';
import { namesWork, pagesOfWorks } from './note-works.ts';

/** A note that only sends on to another by its number. */
export interface SentOn {
  note: Footnote;
  n: number;
  /** The page that it names in the work. */
  page: number | null;
  /** The words before its call. */
  caller: string;
}

/** A chapter with more references than these is no work of one hand. */
const JUDGED = 200;
/** How many notes may have been put in, or taken out, after the references were written. */
const FURTHEST = 4;
/** By so much the other numbering must fit better. */
const BETTER = 3;
/** And by more than this better than any other. */
const CLEAR = 1;
/** A word in more of the notes says nothing about one of them. */
const COMMON = 0.15;
/** A name in no more notes than these is the name of one author. */
const OF_ONE = 2;
const SHARED_AT_MOST = 2;
const NAMED = 3;

/**
 * Finds whether the numbers in "See note 17 above" are those of an earlier numbering: notes were put in or taken out
 * after the references had been written. It is looked for only where a number leads to a note that names no work; then
 * the same step for all of a chapter's references must fit clearly best: works, whose pages hold the page that is
 * named, and whose words stand before the call.
 * @param notes of one chapter
 * @returns what is to be added to each number; 0 where nothing speaks for another numbering
 */
export function shiftOf(notes: readonly Footnote[], sentOn: readonly SentOn[]): number {
  const byNumber = new Map(notes.map((note) => [Number(note.n), note]));
  if (sentOn.length > JUDGED || notes.length > 10 * JUDGED) return 0;
  if (!sentOn.some(({ n }) => byNumber.has(n) && !namesWork(byNumber.get(n)!.text))) return 0;
  const rare = rareWords(notes);
  const fit = (shift: number): number => sentOn.reduce((sum, one) => sum + fitOf(one, byNumber.get(one.n + shift), rare), 0);
  const steps = Array.from({ length: 2 * FURTHEST + 1 }, (_, i) => i - FURTHEST).filter((shift) => shift !== 0);
  const [best, second] = steps.map((shift) => ({ shift, fit: fit(shift) })).toSorted((a, b) => b.fit - a.fit);
  return best!.fit > fit(0) + BETTER && best!.fit > second!.fit + CLEAR ? best!.shift : 0;
}

/** How well a reference fits a note: a work or not, its pages, the words that it shares with the call's sentence. */
function fitOf({ note, page, caller }: SentOn, target: Footnote | undefined, rare: Rare): number {
  if (!target || Number(target.n) >= Number(note.n) || !namesWork(target.text)) return -3;
  const pages = pagesOfWorks(target.text);
  const within = page === null || pages.length === 0 ? 0 : pages.some(({ from, to }) => from <= page && page <= to) ? 2 : -2;
  const said = rare.of(caller);
  const shared = (text: string, of: ReadonlySet<string>): number => [...rare.of(text)].filter((word) => of.has(word) && said.has(word)).length;
  // An author who is named before the call says more than words of a title.
  const named = shared(namesIn(target.text.split(/[“"„]|https?:/u)[0]!), rare.names) > 0 ? NAMED : 0;
  return 1 + within + named + Math.min(SHARED_AT_MOST, shared(target.text, rare.words));
}

/** The words that begin with a capital. */
function namesIn(text: string): string {
  return (text.match(/(?<!\p{L})\p{Lu}[\p{L}\p{M}]+/gu) ?? []).join(' ');
}

/** Words that tell notes apart. */
interface Rare {
  words: ReadonlySet<string>;
  /** Those that can be the name of one author. */
  names: ReadonlySet<string>;
  /** The words of a text; texts are asked for again and again. */
  of: (text: string) => ReadonlySet<string>;
}

function rareWords(notes: readonly Footnote[]): Rare {
  const known = new Map<string, ReadonlySet<string>>();
  const of = (text: string): ReadonlySet<string> => {
    const words = known.get(text) ?? wordsOf(text);
    known.set(text, words);
    return words;
  };
  const counts = new Map<string, number>();
  for (const note of notes) for (const word of of(note.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const inAtMost = (most: number): Set<string> => new Set([...counts].flatMap(([word, count]) => (count <= Math.max(OF_ONE, most) ? [word] : [])));
  return { words: inAtMost(COMMON * notes.length), names: inAtMost(OF_ONE), of };
}

function wordsOf(text: string): Set<string> {
  return new Set(tokenize(text).map(({ word }) => word).filter((word) => word.length >= 5 && !/\d/.test(word)));
}
