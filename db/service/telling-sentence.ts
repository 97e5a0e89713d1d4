import type { Tag } from '../model/facet.ts';
import { sentencesOf } from '../model/sentences.ts';

/** A shorter sentence is a heading that runs into the text; a longer one is cut. */
const [SHORTEST, LONGEST] = [40, 180];
/** The country decides where the value's own words do not. */
const COUNTRY = 0.4;

/**
 * The sentence of a passage that says most about a cell of the comparison: the one with most of the words on which its
 * tags rest. A word that stands in every sentence tells nothing, one that stands in a single sentence tells most; a
 * question tells nothing either, where anything else is said.
 * @param passage its text and tags
 * @param column the domain or limitation
 * @param country the row
 * @returns the passage's own words, at most 180 characters; the first sentence where the tags rest on no word of the text
 */
export function tellingSentence({ text, tags }: { text: string; tags: readonly Tag[] }, column: { facet: string; value: string }, country: string): string {
  const said = sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim()).filter((one) => one.length > SHORTEST);
  const answers = said.filter((one) => !one.endsWith('?'));
  const sentences = answers.length > 0 ? answers : said;
  const scores = sentences.map(() => 0);
  const weigh = (facet: string, value: string, share: number): void => {
    const evidence = tags.find((tag) => tag.facet === facet && tag.value === value)?.evidence ?? [];
    for (const words of new Set(evidence.flatMap((one) => (one.where === 'text' ? [one.words] : [])))) {
      const holding = sentences.flatMap((one, at) => (one.includes(words) ? [at] : []));
      for (const at of holding) scores[at]! += share / holding.length;
    }
  };
  weigh(column.facet, column.value, 1);
  weigh('country', country, COUNTRY);
  const sentence = sentences[scores.indexOf(Math.max(...scores))] ?? text;
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1).replace(/[\s,;:–—-]+\S*$/u, '')}…`;
}
