import { isWeak, type Group } from './expand.ts';
import type { Memory } from './memory.ts';
import { columnOf, IN_HEADING, IN_NOTES, IN_TEXT } from './places.ts';
import { SMALL_WORDS } from './variants.ts';

/** A share that is whole, but for rounding. */
export const WHOLE = 0.999;

export type Where = 'all' | 'text' | 'footnotes';

/** What was found of a query's words in each passage, by passage number. */
export interface Tally {
  /** The passages in which anything was found, in no order. */
  touched: number[];
  score: Float32Array;
  /** What share of the query's meaning a passage has: 1 where it has all words that tell passages apart. */
  share: Record<Where, Float32Array>;
  /** Groups that were looked for: all but small words. */
  scored: Group[];
  /** Those of them that count towards the share. */
  telling: Group[];
  /** How rare each group's words are. */
  rarity: Map<Group, number>;
}

/** BM25's saturation, and how much an occurrence counts in each column. A heading repeats over many passages. */
const K1 = 1.2;
const HEADING = 0.22;
const NOTES = 0.45;
/** A word that this share of all passages has tells nothing apart, and is not required. */
const EVERYWHERE = 0.5;
/** A weak form makes a passage have this much of a word. */
const WEAK_SHARE = 0.5;

/** Groups that tell passages apart: not small words, not what nearly every passage has. All of them where none would be left. */
export function tellingGroups(memory: Memory, groups: readonly Group[]): Group[] {
  const found = groups.filter((group) => group.forms.length > 0);
  const large = found.filter((group) => !isSmall(group));
  const telling = large.filter((group) => memory.count < 20 || memory.words.passages(group.word) < EVERYWHERE * memory.count);
  return telling.length > 0 ? telling : large.length > 0 ? large : found;
}

/** A small word, unless it is typed in capitals ("WHO"). */
const isSmall = (group: Group): boolean => SMALL_WORDS.has(group.word) && (group.typed.length < 2 || group.typed !== group.typed.toUpperCase());

/**
 * Scores every passage that has any of the words: BM25F over text, headings and footnotes, forms of a word counted as
 * parts of that word.
 * @param wished count towards the share; `required` only add to the score
 */
export function tally(memory: Memory, wished: readonly Group[], required: readonly Group[], where: Where): Tally {
  const { count } = memory;
  const telling = tellingGroups(memory, wished);
  const scored = [...wished.filter((group) => telling.includes(group) || (group.forms.length > 0 && !isSmall(group))), ...required];
  const sums: Tally = {
    touched: [], score: new Float32Array(count), scored, telling, rarity: new Map(),
    share: { all: new Float32Array(count), text: new Float32Array(count), footnotes: new Float32Array(count) },
  };
  const weights = columnWeights(where);
  const seen = new Uint8Array(count);
  let total = 0;
  for (const group of scored) {
    const found = countForms(memory, group, weights);
    const rarity = Math.log(1 + (count - found.strong + 0.5) / (found.strong + 0.5));
    sums.rarity.set(group, rarity);
    const tells = telling.includes(group);
    if (tells) total += rarity;
    for (const doc of found.docs) {
      if (seen[doc] === 0) {
        seen[doc] = 1;
        sums.touched.push(doc);
      }
      const often = found.often[doc]!;
      sums.score[doc]! += (rarity * often * (K1 + 1)) / (often + K1);
      if (tells) addShare(sums.share, doc, rarity, found.columns[doc]!);
    }
  }
  if (total > 0) for (const doc of sums.touched) for (const share of Object.values(sums.share)) share[doc]! /= total;
  else for (const doc of sums.touched) for (const share of Object.values(sums.share)) share[doc] = 1;
  return sums;
}

const columnWeights = (where: Where): [number, number, number] => [where === 'footnotes' ? 0 : 1, where === 'footnotes' ? 0 : HEADING, where === 'text' ? 0 : where === 'all' ? NOTES : 1];

/** Weak forms are kept apart by three bits above those of the columns. */
const WEAK = 8;
const STRONG = IN_TEXT | IN_HEADING | IN_NOTES;

function addShare(share: Tally['share'], doc: number, rarity: number, columns: number): void {
  const parts: [Where, number][] = [['all', STRONG], ['text', IN_TEXT | IN_HEADING], ['footnotes', IN_NOTES]];
  for (const [where, mask] of parts) {
    if (columns & mask) share[where][doc]! += rarity;
    else if (columns & (mask * WEAK)) share[where][doc]! += rarity * WEAK_SHARE;
  }
}

interface Counted {
  docs: number[];
  /** Weighted occurrences, by passage number. */
  often: Float32Array;
  /** Columns by passage number, weak ones above the strong. */
  columns: Uint8Array;
  /** Passages that have the word itself or a form that is as good. */
  strong: number;
}

function countForms(memory: Memory, group: Group, [text, heading, notes]: readonly [number, number, number]): Counted {
  const found: Counted = { docs: [], often: new Float32Array(memory.count), columns: new Uint8Array(memory.count), strong: 0 };
  for (const form of group.forms) {
    const { places, weight } = form;
    const weak = isWeak(form);
    for (let i = 0; i < places.docs.length; i++) {
      const doc = places.docs[i]!;
      const before = found.columns[doc]!;
      if (before === 0) found.docs.push(doc);
      let columns = 0;
      let often = 0;
      for (let at = places.starts[i]!; at < places.starts[i + 1]!; at++) {
        const column = columnOf(places.at[at]!);
        columns |= column;
        often += column === IN_TEXT ? text * memory.textNorm[doc]! : column === IN_HEADING ? heading : notes * memory.notesNorm[doc]!;
      }
      if (!weak && (before & STRONG) === 0) found.strong += 1;
      found.columns[doc] = before | (weak ? columns * WEAK : columns);
      found.often[doc]! += often * weight;
    }
  }
  return found;
}
