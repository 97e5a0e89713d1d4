import { FACETS, type FacetName } from '../model/facet.ts';
import { unpackedDocs } from '../store/carrier-codec.ts';
import type { Carriers } from '../store/postings.ts';
import { noBits, type Bits } from './bits.ts';
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
      for (const { first, docs } of carriers) for (const doc of unpackedDocs(docs)) tags[numbers[first + doc]!]! += 1;
      return tags;
    },
  };
}

function valueOf(list: readonly Carriers[], count: number, numbers: Int32Array): FacetValue {
  const bits = noBits(count);
  for (const { first, docs } of list) setBits(bits, numbers[first]!, docs);
  return { bits, confidence: confidenceIn(list, numbers) };
}

/** Sets what is set in some bytes, from a place on. A report's passages are numbered one behind the other, so eight are set at once. */
function setBits(bits: Bits, from: number, bytes: Uint8Array): void {
  for (let i = 0, at = from; i < bytes.length; i++, at += 8) {
    const byte = bytes[i]!;
    if (byte === 0) continue;
    bits[at >>> 5]! |= byte << (at & 31);
    if ((at & 31) > 24 && byte >>> (32 - (at & 31)) !== 0) bits[(at >>> 5) + 1]! |= byte >>> (32 - (at & 31));
  }
}

function confidenceIn(list: readonly Carriers[], numbers: Int32Array): (doc: number) => number {
  let all: { docs: Int32Array; sure: Uint8Array } | null = null;
  const gathered = (): { docs: Int32Array; sure: Uint8Array } => ({
    docs: Int32Array.from(list.flatMap(({ first, docs }) => Array.from(unpackedDocs(docs), (doc) => numbers[first + doc]!))), sure: Uint8Array.from(list.flatMap(({ sure }) => [...sure])),
  });
  return (doc) => {
    all ??= gathered();
    return (all.sure[indexOf(all.docs, doc)] ?? 0) / 100;
  };
}
