import { labelOf } from '../facets/taxonomies.ts';
import type { Doubt } from '../model/doubt.ts';
import type { Tag } from '../model/facet.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';

/** A doubt about a tag names the tag. */
export interface ReportDoubt extends Doubt {
  tag: Pick<Tag, 'facet' | 'value'> | null;
}

/** A tag that is less sure than this is worth a look. */
const THIN = 0.5;

/** Everything that the importer was unsure of in a report as it is now, accepted or not: first the text, then the tags. */
export function doubtsOf(library: Library, report: string): ReportDoubt[] {
  return [...library.review.doubts(report).map((doubt) => ({ ...doubt, tag: null })), ...library.passages(report).flatMap(thinTags)];
}

function thinTags(passage: StoredPassage): ReportDoubt[] {
  return passage.tags.filter(({ confidence }) => confidence < THIN).map(({ facet, value, evidence }) => ({
    key: `tag:${facet}/${value}:${passage.id}`, kind: 'tag',
    message: `Tagged with ${labelOf(facet, value)}, on thin evidence: ${evidence.map(({ words }) => `“${words}”`).join(', ') || 'no words of its own'}.`,
    passage: passage.id, near: null, footnote: null, lines: passage.lines, tag: { facet, value },
  }));
}
