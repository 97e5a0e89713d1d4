import { FACETS, type FacetName, type Taxonomy } from '../model/facet.ts';
import country from './taxonomies/country.json' with { type: 'json' };
import domain from './taxonomies/domain.json' with { type: 'json' };
import limitation from './taxonomies/limitation.json' with { type: 'json' };

const FILES: Record<FacetName, Omit<Taxonomy, 'facet'>> = { country, domain, limitation };

/** Every value that a passage can carry, in the order in which lists show them. One file per facet in `taxonomies/`. */
export const TAXONOMIES: Taxonomy[] = FACETS.map((facet) => ({ ...FILES[facet], facet }));

/** A value's label in a language, English where there is none; the value itself where it is unknown. */
export function labelOf(facet: FacetName, value: string, language = 'en'): string {
  const found = TAXONOMIES.find((t) => t.facet === facet)?.values.find((v) => v.value === value);
  return found?.label[language] ?? found?.label['en'] ?? value;
}
