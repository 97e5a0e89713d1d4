import { labelOf } from '../facets/taxonomies.ts';
import type { Doubt } from '../model/doubt.ts';
import type { FacetName, Tag } from '../model/facet.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';

/** A doubt about a tag names the tag. */
export interface ReportDoubt extends Doubt {
  tag: Pick<Tag, 'facet' | 'value'> | null;
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
  return [...library.review.doubts(report).map((doubt) => ({ ...doubt, tag: null })), ...library.passages(report).flatMap(thinTags).slice(0, SHOWN)];
}

function thinTags(passage: StoredPassage): ReportDoubt[] {
  // Pull quotes and captions say again what stands in the text.
  if (passage.kind !== 'paragraph' && passage.kind !== 'list-item') return [];
  const isTold = passage.text.length < LONG || passage.tags.filter(({ facet }) => facet === 'country').length >= LISTED;
  return passage.tags.filter(({ facet, confidence, evidence }) => confidence <= THIN && evidence.length <= WORDS[facet] && !(facet === 'country' && isTold)).map(({ facet, value, evidence }) => ({
    key: `tag:${facet}/${value}:${passage.id}`, kind: 'tag',
    message: `Tagged with ${labelOf(facet, value)} for ${evidence.map(({ words }) => `“${words}”`).join(' and ') || 'its chapter'} alone.`,
    passage: passage.id, near: null, footnote: null, lines: passage.lines, tag: { facet, value },
  }));
}
