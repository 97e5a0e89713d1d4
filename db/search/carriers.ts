import { FACETS, type FacetName } from '../model/facet.ts';
import type { Carriers } from '../store/postings.ts';
import { noBits, setBit, type Bits } from './bits.ts';
import { indexOf } from './places.ts';

export interface FacetValue {
  bits: Bits;
  /** How sure the tag is, by passage number. */
  confidence: (doc: number) => number;
}

/** Who carries which value of which facet, as the search counts them. */
export interface Tagged {
  facets: Record<FacetName, Map<string, FacetValue>>;
  /** How many tags each passage carries; counted when it is first asked for. */
  readonly tags: Uint8Array;
}

/**
 * Gathers the carriers of all reports. Only the sets are made at once: they are counted for every search. How sure a
 * tag is, and how many a passage has, matters to comparisons alone.
 * @param carriers report by report, in reading order
 * @param numbers a passage's number by its row number
 */
export function taggedOf(carriers: readonly Carriers[], count: number, numbers: Int32Array): Tagged {
  const lists: Record<FacetName, Map<string, Carriers[]>> = { country: new Map(), domain: new Map(), limitation: new Map() };
  for (const one of carriers) {
    const known = lists[one.facet].get(one.value);
    if (known) known.push(one);
    else lists[one.facet].set(one.value, [one]);
  }
  const facets: Tagged['facets'] = { country: new Map(), domain: new Map(), limitation: new Map() };
  for (const facet of FACETS) for (const [value, list] of lists[facet]) facets[facet].set(value, valueOf(list, count, numbers));
  let tags: Uint8Array | null = null;
  return {
    facets,
    get tags() {
      if (tags) return tags;
      tags = new Uint8Array(count);
      for (const { first, docs } of carriers) for (const doc of docs) tags[numbers[first + doc]!]! += 1;
      return tags;
    },
  };
}

function valueOf(list: readonly Carriers[], count: number, numbers: Int32Array): FacetValue {
  const bits = noBits(count);
  for (const { first, docs } of list) for (let i = 0; i < docs.length; i++) setBit(bits, numbers[first + docs[i]!]!);
  return { bits, confidence: confidenceIn(list, numbers) };
}

function confidenceIn(list: readonly Carriers[], numbers: Int32Array): (doc: number) => number {
  let all: { docs: Int32Array; sure: Uint8Array } | null = null;
  const gathered = (): { docs: Int32Array; sure: Uint8Array } => ({
    docs: Int32Array.from(list.flatMap(({ first, docs }) => Array.from(docs, (doc) => numbers[first + doc]!))), sure: Uint8Array.from(list.flatMap(({ sure }) => [...sure])),
  });
  return (doc) => {
    all ??= gathered();
    return (all.sure[indexOf(all.docs, doc)] ?? 0) / 100;
  };
}
