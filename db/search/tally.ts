import { isWeak, type Group } from './expand.ts';
import type { Memory } from './memory.ts';
import { columnsOf, IN_HEADING, IN_NOTES, IN_TEXT } from './places.ts';
import { NOTED, SCORE, SHARE, type Sheet } from './sheets.ts';
import { SMALL_WORDS } from './variants.ts';

/** A share that is whole, but for rounding. */
export const WHOLE = 0.999;

export type Where = 'all' | 'text' | 'footnotes';

/** What was found of a query's words in each passage, by passage number; good until the next question. */
export interface Tally {
  /** The passages in which anything was found, in no order. */
  touched: Int32Array;
  /** A passage's score, and what share of the query's meaning it has: 1 where it has all words that tell passages apart. Laid out as sheets.ts says. */
  noted: Float32Array;
  /** Words that count towards the share. */
  telling: Group[];
  /** All that was looked for, in the order typed: small words are left out. */
  groups: Group[];
  /** How rare each group's words are. */
  rarity: Map<Group, number>;
}

/** BM25's saturation, and how much an occurrence counts in each column. A heading repeats over many passages. */
const K1 = 1.2;
const HEADING = 0.22;
const NOTES = 0.45;
/** A word that this share of all passages has tells nothing apart, and is not required. */
const EVERYWHERE = 0.5;
/** In fewer passages than this, every word tells something. */
const FEW = 20;
/** A weak form makes a passage have this much of a word. */
const WEAK_SHARE = 0.5;
/** Weak forms are kept apart by three bits above those of the columns. */
const WEAK = 8;
const STRONG = IN_TEXT | IN_HEADING | IN_NOTES;

/**
 * Scores every passage that has any of the words: BM25F over text, headings and footnotes, forms of a word counted as
 * parts of that word.
 * @param wished count towards the share; `required` only add to the score
 * @param weakToo whether words that only say nearly the same are looked for
 */
export function tally(memory: Memory, wished: readonly Group[], required: readonly Group[], where: Where, weakToo = true): Tally {
  const { count, room } = memory;
  const telling = tellingGroups(memory, wished);
  const scored = [...telling, ...required];
  const sheet = memory.sheets.take();
  const rarity = new Map(wished.concat(required).map((group) => [group, rarityOf(memory.words.passages(group.word), count)]));
  let total = 0;
  scored.forEach((group, i) => {
    const { docs, strong } = countForms(memory, group, where, weakToo);
    const worth = rarityOf(strong, count);
    rarity.set(group, worth);
    const part = i < telling.length ? worth : 0;
    total += part;
    note(sheet, room, docs, worth, part);
  });
  if (total > 0) divide(sheet, total);
  const groups = [...wished.filter((group) => telling.includes(group) || (group.forms.length > 0 && !isSmall(group))), ...required];
  return { touched: sheet.touched.subarray(0, sheet.size), noted: sheet.noted, telling, groups, rarity };
}

/** Adds what was counted of a word to the sheet, passage by passage, and leaves the room empty for the next word. */
function note(sheet: Sheet, { docs, often, columns }: Memory['room'], count: number, worth: number, part: number): void {
  const { noted, seen, touched } = sheet;
  let { size } = sheet;
  for (let i = 0; i < count; i++) {
    const doc = docs[i]!;
    if (seen[doc] === 0) {
      seen[doc] = 1;
      touched[size++] = doc;
    }
    const at = doc * NOTED;
    noted[at + SCORE]! += worth * saturated(often[doc]!);
    if (part > 0) {
      const found = columns[doc]!;
      noted[at + SHARE.all]! += part * shareOf(found, STRONG);
      noted[at + SHARE.text]! += part * shareOf(found, IN_TEXT | IN_HEADING);
      noted[at + SHARE.footnotes]! += part * shareOf(found, IN_NOTES);
    }
    often[doc] = columns[doc] = 0;
  }
  sheet.size = size;
}

/** Turns what a passage has of the query's meaning into a share of the whole. */
function divide({ noted, touched, size }: Sheet, total: number): void {
  for (let i = 0; i < size; i++) {
    const at = touched[i]! * NOTED;
    noted[at + SHARE.all]! /= total;
    noted[at + SHARE.text]! /= total;
    noted[at + SHARE.footnotes]! /= total;
  }
}

/** @returns a passage's score; 0 where nothing was found in it */
export const scoreOf = ({ noted }: Tally, doc: number): number => noted[doc * NOTED + SCORE]!;
/** @returns what share of the query's meaning a passage has in these columns, from 0 to 1 */
export const shareIn = ({ noted }: Tally, where: Where, doc: number): number => noted[doc * NOTED + SHARE[where]]!;

/** BM25's idf. */
const rarityOf = (passages: number, count: number): number => Math.log(1 + (count - passages + 0.5) / (passages + 0.5));

/** What an occurrence of weight `often` adds: the second says less than the first. */
export const saturated = (often: number): number => (often * (K1 + 1)) / (often + K1);

/** How much of a word a passage has in some of its columns. */
const shareOf = (found: number, columns: number): number => (found & columns ? 1 : found & (columns * WEAK) ? WEAK_SHARE : 0);

/** Groups that tell passages apart: not small words, not what nearly every passage has. All of them where none would be left. */
function tellingGroups(memory: Memory, groups: readonly Group[]): Group[] {
  const found = groups.filter((group) => group.forms.length > 0);
  const large = found.filter((group) => !isSmall(group));
  const telling = large.filter((group) => memory.count < FEW || memory.words.passages(group.word) < EVERYWHERE * memory.count);
  return telling.length > 0 ? telling : large.length > 0 ? large : found;
}

/** A small word, unless it is typed in capitals ("WHO"). */
const isSmall = (group: Group): boolean => SMALL_WORDS.has(group.word) && (group.typed.length < 2 || group.typed !== group.typed.toUpperCase());

/** Counts a word's forms in the room. @returns how many passages have any of them, and how many the word itself or a form that is as good */
function countForms(memory: Memory, group: Group, where: Where, weakToo: boolean): { docs: number; strong: number } {
  const { room: { docs, often, columns }, norms } = memory;
  const heading = where === 'footnotes' ? 0 : HEADING;
  const notes = where === 'text' ? 0 : where === 'all' ? NOTES : 1;
  const text = where === 'footnotes' ? 0 : 1;
  let count = 0;
  let strong = 0;
  for (const form of group.forms) {
    const weak = isWeak(form);
    if (weak && !weakToo) continue;
    const { weight, places: { docs: own, often: oftenIn } } = form;
    for (let i = 0; i < own.length; i++) {
      const doc = own[i]!;
      const before = columns[doc]!;
      if (before === 0) docs[count++] = doc;
      if (!weak && (before & STRONG) === 0) strong += 1;
      const times = oftenIn[i]!;
      columns[doc] = before | (columnsOf(times) * (weak ? WEAK : 1));
      often[doc]! += weight * ((times & 0xff) * text * norms.text[doc]! + ((times >> 8) & 0xff) * heading + (times >> 16) * notes * norms.notes[doc]!);
    }
  }
  return { docs: count, strong };
}
