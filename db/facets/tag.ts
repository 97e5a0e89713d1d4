import type { Tag } from '../model/facet.ts';
import type { ReportDraft } from '../model/report.ts';

/** Gives every passage its tags, with the evidence for each. @returns tags by passage id */
export function tagPassages(_draft: ReportDraft): Map<string, Tag[]> {
  return new Map();
}
