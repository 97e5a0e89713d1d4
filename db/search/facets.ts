import { FACETS, type FacetChoice, type FacetName } from '../model/facet.ts';
import { both, countBoth, either, noBits, type Bits } from './bits.ts';
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
  const countsOf = (facet: FacetName): Map<string, number> => {
    const open = narrowed(memory, hits, choice, facet);
    const counts = [...memory.facets[facet]].map(([value, { bits }]) => [value, countBoth(open, bits)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  };
  return { country: countsOf('country'), domain: countsOf('domain'), limitation: countsOf('limitation') };
}
