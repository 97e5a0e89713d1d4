import { FACETS, type FacetChoice, type FacetName } from '../model/facet.ts';
import { both, countBits, countBoth, either, hasBit, membersOf, noBits, type Bits } from './bits.ts';
import type { Memory } from './memory.ts';

/** The passages that carry one of the chosen values of a facet; null where nothing is chosen. */
function chosenIn(memory: Memory, facet: FacetName, values: readonly string[]): Bits | null {
  if (values.length === 0) return null;
  return values.reduce((bits, value) => {
    const carriers = memory.facets[facet].get(value);
    return carriers ? either(bits, carriers.bits) : bits;
  }, noBits(memory.count));
}

/** Narrows hits to what is chosen: OR within a facet, AND across facets. */
export function narrowed(memory: Memory, hits: Bits, choice: FacetChoice, except: FacetName | null = null): Bits {
  return FACETS.filter((facet) => facet !== except).reduce((bits, facet) => {
    const chosen = chosenIn(memory, facet, choice[facet]);
    return chosen ? both(bits, chosen) : bits;
  }, hits);
}

/** How many hits carry each value, each facet counted as if its own choice were open. Values with no hit are left out. */
export function facetCounts(memory: Memory, hits: Bits, choice: FacetChoice): Record<FacetName, Map<string, number>> {
  const whole = FACETS.every((facet) => choice[facet].length === 0) ? counterOf(hits) : null;
  const countsOf = (facet: FacetName): Map<string, number> => {
    const count = whole ?? counterOf(narrowed(memory, hits, choice, facet));
    const counts = new Map<string, number>();
    for (const [value, { bits }] of memory.facets[facet]) {
      const found = count(bits);
      if (found > 0) counts.set(value, found);
    }
    return counts;
  };
  return { country: countsOf('country'), domain: countsOf('domain'), limitation: countsOf('limitation') };
}

/** Counts who of a set is in others: one by one where they are few, else all together. */
function counterOf(set: Bits): (other: Bits) => number {
  const members = countBits(set) < set.length ? membersOf(set) : null;
  if (!members) return (other) => countBoth(set, other);
  return (other) => {
    let count = 0;
    for (let i = 0; i < members.length; i++) if (hasBit(other, members[i]!)) count += 1;
    return count;
  };
}
