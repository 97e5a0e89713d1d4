import { typoForm, type Group } from './expand.ts';
import type { Memory } from './memory.ts';
import { SMALL_WORDS } from './variants.ts';

/** A word that more passages have than this share is no slip. */
const COMMON = 0.05;
const TRIES = 4;

/**
 * Mends words that the library has, but surely not in this row: "Khmer Rogue", where "Khmer Rouge" stands and "Khmer
 * rogue" never does. For queries that no passage answers wholly.
 * @returns the groups, with another spelling added where one was found, or null where there is none
 */
export function mended(memory: Memory, groups: readonly Group[]): Group[] | null {
  let found = false;
  const result = groups.map((group, i) => {
    const own = memory.words.passages(group.word);
    if (own === 0 || own > COMMON * memory.count + 1 || SMALL_WORDS.has(group.word)) return group;
    const stands = (word: string): boolean => [[groups[i - 1]?.word, word], [word, groups[i + 1]?.word]]
      .some(([a, b]) => a !== undefined && b !== undefined && memory.phrase([a, b]).docs.length > 0);
    if (stands(group.word)) return group;
    const other = memory.words.near(group.word).filter((near) => near.distance === 1).slice(0, TRIES).find((near) => stands(near.word));
    if (!other) return group;
    found = true;
    return { ...group, forms: [...group.forms, typoForm(memory, group.typed, other)] };
  });
  return found ? result : null;
}
