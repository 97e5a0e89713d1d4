import type { FacetChoice } from '../../db/model/facet.ts';
import type { Where } from '../app/router.ts';
import { count, either, inSentence } from '../parts/words.ts';

/** Countries as they stand in a sentence. */
function countryWords(label: string): string {
  if (label === 'Philippines') return 'the Philippines';
  return /^region\b/i.test(label) ? `the ${inSentence(label)}` : label;
}

/**
 * A search as one reads it aloud: "12 passages on security in Vietnam or the Philippines".
 * @param label the label of a facet's value
 */
export function searchSentence(total: number, query: string, choice: FacetChoice, where: Where, label: (facet: string, value: string) => string): string {
  const labels = (facet: keyof FacetChoice): string[] => choice[facet].map((value) => label(facet, value));
  const parts = [total === 0 ? 'No passages' : count(total, 'passage')];
  if (choice.domain.length > 0) parts.push(`on ${either(labels('domain').map(inSentence))}`);
  if (choice.country.length > 0) parts.push(`in ${either(labels('country').map(countryWords))}`);
  if (choice.limitation.length > 0) parts.push(`that name ${either(labels('limitation').map(inSentence))}`);
  if (where === 'footnotes') parts.push('with the words in a footnote');
  if (parts.length === 1 && query === '' && total > 0) parts.push('in the library');
  return parts.join(' ');
}
