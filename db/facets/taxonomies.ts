import type { FacetName, Taxonomy } from '../model/facet.ts';

export const TAXONOMIES: Taxonomy[] = [];

/** A value's label in a language, English where there is none; the value itself where it is unknown. */
export function labelOf(facet: FacetName, value: string, language = 'en'): string {
  const found = TAXONOMIES.find((t) => t.facet === facet)?.values.find((v) => v.value === value);
  return found?.label[language] ?? found?.label['en'] ?? value;
}
