import { readerFor, tagPassages } from '../facets/tag.ts';
import type { Correction } from '../model/correction.ts';
import type { Tag } from '../model/facet.ts';
import { slug } from '../model/ids.ts';
import type { ReportDraft } from '../model/report.ts';
import type { PassageWords } from '../model/words.ts';
import { applyStructure, retag } from '../review/apply.ts';
import { packDraft } from '../store/draft-codec.ts';
import type { ReviewRecord } from '../store/review-rows.ts';

/** The name under which corrections are kept: that of a report over all its editions. */
export const workOf = ({ title }: { title: string }): string => slug(title);

/** A correction that changes a report; a doubt that was accepted leaves it as it is. */
export const changesReport = ({ change }: Correction): boolean => change.kind !== 'accept';

/**
 * Tags a report, with what readers mended in it before.
 * @param draft as the importer made it; changed in place
 * @param corrections of its work, in their order
 * @returns `words`: those of its passages, as the tags and the index need them
 */
export function mendAndTag(draft: ReportDraft, corrections: readonly Correction[]): { tags: Map<string, Tag[]>; record: ReviewRecord; words: PassageWords } {
  const changes = corrections.filter(changesReport);
  const uncorrected = changes.length > 0 ? packDraft(draft) : null;
  const { outcomes, former } = applyStructure(draft, changes);
  const words = readerFor(draft);
  const tags = tagPassages(draft, words);
  const retagged = new Map(retag(draft, tags, changes).map((outcome) => [outcome.correction, outcome]));
  const here = new Set(draft.passages.map(({ id }) => id));
  // A passage that was mended is no longer in doubt.
  draft.doubts = (draft.doubts ?? []).filter(({ passage, near }) => [passage, near].every((id) => id === null || here.has(id)));
  return { tags, words, record: { uncorrected, outcomes: outcomes.map((outcome) => retagged.get(outcome.correction) ?? outcome), former } };
}
