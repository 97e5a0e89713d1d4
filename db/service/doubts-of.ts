import { labelOf } from '../facets/taxonomies.ts';
import type { Doubt } from '../model/doubt.ts';
import type { FacetName, Tag } from '../model/facet.ts';
import { slug } from '../model/ids.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';

export interface ReportDoubt extends Doubt {
  /** The tag that is in doubt. */
  tag: Pick<Tag, 'facet' | 'value'> | null;
  /** Where in the passage two pieces were joined. */
  offset: number | null;
}

/** Just enough weight for a tag gives this confidence. */
const THIN = 0.5;
/** Words that a thin tag rests on: one for what a passage is about; a limitation needs more than one anyway. */
const WORDS: Record<FacetName, number> = { country: 1, domain: 1, limitation: 2 };
/** A passage that names this many countries lists them, and each of them is meant. */
const LISTED = 3;
/** A passage that is shorter and names a country once is about it. */
const LONG = 600;
/** Tags that are shown: the first ones of the report. */
const SHOWN = 30;

/** Everything that the importer was unsure of in a report as it is now, accepted or not: first the text, then the tags. */
export function doubtsOf(library: Library, report: string): ReportDoubt[] {
  const passages = library.passages(report);
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  const ofText = library.review.doubts(report).map((doubt) => ({ ...doubt, tag: null, offset: seamOf(doubt, texts.get(doubt.passage ?? '') ?? '') }));
  return [...ofText, ...passages.flatMap(thinTags).slice(0, SHOWN)];
}

/** Letters that surely hold the forty of a slug. */
const SLUG = 160;

/** Where the pieces of a joined passage meet: the doubt's key ends with the beginning of the second one. */
function seamOf({ kind, near, key }: Doubt, text: string): number | null {
  if (kind !== 'join' || near !== null) return null;
  const second = key.slice(key.lastIndexOf(':') + 1);
  return [...text.matchAll(/(?<=\s)\S/gu)].find(({ index }) => slug(text.slice(index, index + SLUG)) === second)?.index ?? null;
}

function thinTags(passage: StoredPassage): ReportDoubt[] {
  // Pull quotes and captions say again what stands in the text.
  if (passage.kind !== 'paragraph' && passage.kind !== 'list-item') return [];
  const isTold = passage.text.length < LONG || passage.tags.filter(({ facet }) => facet === 'country').length >= LISTED;
  return passage.tags.filter(({ facet, confidence, evidence }) => confidence <= THIN && evidence.length <= WORDS[facet] && !(facet === 'country' && isTold)).map(({ facet, value, evidence }) => ({
    key: `tag:${facet}/${value}:${passage.id}`, kind: 'tag',
    message: `Tagged with ${labelOf(facet, value)} for ${evidence.map(({ words }) => `“${words}”`).join(' and ') || 'its chapter'} alone.`,
    passage: passage.id, near: null, footnote: null, offset: null, lines: passage.lines, tag: { facet, value },
  }));
}
