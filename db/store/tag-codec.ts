import type { Evidence, FacetName, Tag } from '../model/facet.ts';

/**
 * How a passage's tags lie on the disk: JSON without names of fields, half the size. Each tag is [facet, value,
 * confidence, ...evidence], each piece of evidence its words behind one letter for where they stand.
 */
type Packed = [facet: FacetName, value: string, confidence: number, ...evidence: string[]];

const PLACES: Readonly<Record<Evidence['where'], string>> = { text: 't', heading: 'h', lead: 'l', chapter: 'c', author: 'a' };
const PLACE_OF = new Map(Object.entries(PLACES).map(([where, letter]) => [letter, where as Evidence['where']]));

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
