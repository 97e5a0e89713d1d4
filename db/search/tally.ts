import { isWeak, type Group } from './expand.ts';
import type { Memory } from './memory.ts';
import { columnsOf, IN_HEADING, IN_NOTES, IN_TEXT } from './places.ts';
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
  const { count } = memory;
  const telling = tellingGroups(memory, wished);
  const share = { all: new Float32Array(count), text: new Float32Array(count), footnotes: new Float32Array(count) };
  const scored = [...telling, ...required];
  const counted = scored.map((group) => countForms(memory, group, where, weakToo));
  const rarities = counted.map(({ strong }) => rarityOf(strong, count));
  const groups = [...wished.filter((group) => telling.includes(group) || (group.forms.length > 0 && !isSmall(group))), ...required];
  const rarity = new Map(groups.map((group) => [group, rarityOf(memory.words.passages(group.word), count)]));
  const sums: Tally = { touched: [], score: new Float32Array(count), share, telling, groups, rarity };
  const total = telling.reduce((sum, _, i) => sum + rarities[i]!, 0);
  const seen = new Uint8Array(count);
  counted.forEach(({ docs, often, columns }, i) => {
    const rarity = rarities[i]!;
    sums.rarity.set(scored[i]!, rarity);
    const part = i < telling.length ? rarity / total : 0;
    for (let j = 0; j < docs.length; j++) {
      const doc = docs[j]!;
      if (seen[doc] === 0) {
        seen[doc] = 1;
        sums.touched.push(doc);
      }
      sums.score[doc]! += rarity * saturated(often[j]!);
      if (part === 0) continue;
      const found = columns[j]!;
      share.all[doc]! += part * shareOf(found, STRONG);
      share.text[doc]! += part * shareOf(found, IN_TEXT | IN_HEADING);
      share.footnotes[doc]! += part * shareOf(found, IN_NOTES);
    }
  });
  return sums;
}

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

interface Counted {
  docs: Int32Array;
  /** For each of them: weighted occurrences, and columns with weak ones above the strong. */
  often: Float32Array;
  columns: Uint8Array;
  /** Passages that have the word itself or a form that is as good. */
  strong: number;
}

function countForms(memory: Memory, group: Group, where: Where, weakToo: boolean): Counted {
  const { docs, often, columns } = memory.room;
  const heading = where === 'footnotes' ? 0 : HEADING;
  const notes = where === 'text' ? 0 : where === 'all' ? NOTES : 1;
  const text = where === 'footnotes' ? 0 : 1;
  let count = 0;
  let strong = 0;
  for (const form of group.forms) {
    const weak = isWeak(form);
    if (weak && !weakToo) continue;
    const { places, weight } = form;
    for (let i = 0; i < places.docs.length; i++) {
      const doc = places.docs[i]!;
      const before = columns[doc]!;
      if (before === 0) docs[count++] = doc;
      if (!weak && (before & STRONG) === 0) strong += 1;
      const times = places.often[i]!;
      columns[doc] = before | (columnsOf(times) * (weak ? WEAK : 1));
      often[doc]! += weight * ((times & 0xff) * text * memory.textNorm[doc]! + ((times >> 8) & 0xff) * heading + (times >> 16) * notes * memory.notesNorm[doc]!);
    }
  }
  return taken(memory.room, count, strong);
}

/** Takes what was counted out of the room, and leaves the room empty. */
function taken({ docs, often, columns }: Memory['room'], count: number, strong: number): Counted {
  const counted: Counted = { docs: docs.slice(0, count), often: new Float32Array(count), columns: new Uint8Array(count), strong };
  for (let i = 0; i < count; i++) {
    const doc = docs[i]!;
    counted.often[i] = often[doc]!;
    counted.columns[i] = columns[doc]!;
    often[doc] = columns[doc] = 0;
  }
  return counted;
}
