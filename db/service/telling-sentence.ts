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
  const wordsFor = (facet: string, value: string): string[] => [...new Set(
    tags.find((tag) => tag.facet === facet && tag.value === value)?.evidence.filter(({ where }) => where === 'text').map(({ words }) => words) ?? [])];
  const said = sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim()).filter((one) => one.length > SHORTEST);
  const answers = said.filter((one) => !one.endsWith('?'));
  const sentences = answers.length > 0 ? answers : said;
  const weightOf = (words: string): number => 1 / Math.max(1, sentences.filter((one) => one.includes(words)).length);
  const weights = [...wordsFor(column.facet, column.value).map((words) => ({ words, weight: weightOf(words) })), ...wordsFor('country', country).map((words) => ({ words, weight: weightOf(words) * COUNTRY }))];
  const scores = sentences.map((one) => weights.reduce((sum, { words, weight }) => (one.includes(words) ? sum + weight : sum), 0));
  const sentence = sentences[scores.indexOf(Math.max(...scores))] ?? text;
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1).replace(/[\s,;:–—-]+\S*$/u, '')}…`;
}
