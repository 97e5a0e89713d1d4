import type { ReportDraft } from '../model/report.ts';
import { TAXONOMIES } from './taxonomies.ts';

/**
 * Takes out of what authors set by hand the values that are in no list, with a warning for each. Where nothing is left,
 * the passage is read as if its author had set nothing.
 */
export function keepKnownValues(draft: ReportDraft): void {
  const known = new Map(TAXONOMIES.map(({ facet, values }) => [facet, new Set(values.map(({ value }) => value))]));
  for (const { id, lines } of draft.passages) {
    const tags = draft.authored.get(id) ?? [];
    const kept = tags.filter(({ facet, value }) => known.get(facet)!.has(value));
    if (kept.length === tags.length) continue;
    for (const { facet, value } of tags) {
      if (!known.get(facet)!.has(value)) draft.warnings.push({ code: 'value-unknown', message: `“${facet}: ${value}” was left out: no such value is known.`, line: lines.from });
    }
    if (kept.length > 0) draft.authored.set(id, kept);
    else draft.authored.delete(id);
  }
}
