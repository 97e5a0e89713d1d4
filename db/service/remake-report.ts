import type { Correction } from '../model/correction.ts';
import { AttacheError } from '../model/errors.ts';
import type { Passage } from '../model/report.ts';
import { anchorOf, findAnchor } from '../review/anchor.ts';
import type { Library } from '../store/library.ts';
import { mendAndTag } from './mend.ts';

/** The reports to make again, and what is to be made of them. */
export interface Remaking {
  /** All editions of one work. */
  reports: readonly string[];
  /** All that stand, in their order. */
  corrections: readonly Correction[];
  /** A correction that has to fit into a report, or nothing happens. */
  mustFit: { report: string; correction: string } | null;
}

/**
 * Makes reports again from what the importer made of them, with all corrections: text, tags, index and doubts, in one
 * transaction. Ids that change are kept beside the new ones, so that packs and places still lead to their passages.
 * @throws AttacheError where a report is gone, the correction does not fit, or the library cannot be written to
 */
export function remakeReports(library: Library, { reports, corrections, mustFit }: Remaking): void {
  library.together(() => {
    for (const report of reports) remake(library, report, corrections, mustFit?.report === report ? mustFit.correction : null);
  });
}

function remake(library: Library, report: string, corrections: readonly Correction[], mustFit: string | null): void {
  const before = library.passages(report);
  const known = library.review.formerIds(report);
  const draft = library.review.draft(report);
  const { tags, record, words } = mendAndTag(draft, corrections);
  if (record.outcomes.some(({ correction, fits }) => correction === mustFit && !fits)) {
    throw new AttacheError('bad-request', 'This cannot be done here: the passage cannot be told from the others. Nothing was changed.');
  }
  library.replaceReport(draft, tags, { ...record, former: followed(before, draft.passages, known, record.former) }, () => {}, words);
}

/**
 * Where every id leads that a passage of this report ever had: by the corrections, by what was known before, or, where a
 * correction was taken back, by the words of the passage that is gone.
 */
function followed(before: readonly Passage[], now: readonly Passage[], known: ReadonlyMap<string, string>, made: ReadonlyMap<string, string>): Map<string, string> {
  const here = new Set(now.map(({ id }) => id));
  const present = (id: string): string | null => {
    if (here.has(id)) return id;
    const mended = made.get(id);
    if (mended !== undefined) return mended;
    const anchor = anchorOf(before, id);
    return anchor ? (now[findAnchor(now, anchor)]?.id ?? null) : null;
  };
  const ids = new Set([...before.map(({ id }) => id), ...known.keys(), ...made.keys()].filter((id) => !here.has(id)));
  return new Map([...ids].flatMap((id) => {
    const to = present(id) ?? present(known.get(id) ?? id);
    return to === null ? [] : [[id, to] as const];
  }));
}
