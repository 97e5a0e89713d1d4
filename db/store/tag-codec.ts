import type { Evidence, FacetName, Tag } from '../model/facet.ts';

/**
 * How a passage's tags lie on the disk: JSON without names of fields, half the size. Each tag is [facet, value,
 * confidence, ...evidence], each piece of evidence its words behind one letter for where they stand.
 */
type Packed = [facet: FacetName, value: string, confidence: number, ...evidence: string[]];

const PLACES: Readonly<Record<Evidence['where'], string>> = { text: 't', heading: 'h', lead: 'l', chapter: 'c', author: 'a' };
const PLACE_OF = new Map(Object.entries(PLACES).map(([where, letter]) => [letter, where as Evidence['where']]));

/** Between a passage's text and its tags, which are packed as one: JSON never has it bare. */
const BETWEEN = '\0';

/** A passage's text and tags as one text. */
export const withTags = (text: string, tags: readonly Tag[]): string => text + BETWEEN + writeTags(tags);

/** @param both as `withTags` makes it @returns the text, and the tags as `readTags` takes them */
export function apart(both: string): { text: string; tags: string } {
  const at = both.lastIndexOf(BETWEEN);
  return at < 0 ? { text: both, tags: '[]' } : { text: both.slice(0, at), tags: both.slice(at + 1) };
}

/** A passage's tags as they are kept. */
export function writeTags(tags: readonly Tag[]): string {
  return JSON.stringify(tags.map(({ facet, value, confidence, evidence }): Packed => [facet, value, confidence, ...evidence.map(({ where, words }) => PLACES[where] + words)]));
}

/** A passage's tags. @param kept as `writeTags` writes them, or as libraries before it did: the tags themselves */
export function readTags(kept: string): Tag[] {
  return (JSON.parse(kept) as (Tag | Packed)[]).map((tag) => (Array.isArray(tag) ? unpacked(tag) : tag));
}

function unpacked([facet, value, confidence, ...evidence]: Packed): Tag {
  return { facet, value, evidence: evidence.map((one) => ({ where: PLACE_OF.get(one[0]!)!, words: one.slice(1) })), confidence };
}
