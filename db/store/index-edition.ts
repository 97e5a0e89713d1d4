import type { Sqlite } from './open.ts';

/** Changes with the folding, the cutting into words, what is taken for an acronym's explanation, or the bytes: an index of another edition is made anew from the text. */
export const INDEX_EDITION = 3;

/** Whether the index is missing for a report, or was made in another way than this version makes it. */
export function indexIsForeign(db: Sqlite): boolean {
  return db.prepare<[number], { foreign: number }>(`SELECT EXISTS (SELECT 1 FROM report r LEFT JOIN indexed i ON i.report = r.pk WHERE i.edition IS NOT ? AND EXISTS (SELECT 1 FROM passage p WHERE p.report = r.pk))
    OR EXISTS (SELECT 1 FROM indexed i WHERE NOT EXISTS (SELECT 1 FROM report r WHERE r.pk = i.report)) AS "foreign"`).get(INDEX_EDITION)!.foreign === 1;
}
