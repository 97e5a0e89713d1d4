import type { SearchHit } from '../search/search.ts';
import { passageFrom, type ReadRow, type StoredPassage } from '../store/passage-reader.ts';

/**
 * Hits as they cross from the search's thread. A passage crosses once, as its row holds it: with every letter that is
 * typed mostly the same ones come again, and handing one over with all its tags and their evidence takes longer than finding it.
 */
export interface Crossing {
  hits: (Omit<SearchHit, 'passage'> & { passage: number })[];
  /** The passages among them that the other side does not have. */
  rows: ReadRow[];
  /** What crossed before is forgotten first. */
  afresh: boolean;
}

/** Passages that the other side keeps, about 3 kB each. */
const KEPT = 1000;

/** Packs hits, on the thread's side. A passage that was read anew, as after an import, crosses anew. */
export function createSender(): (hits: readonly SearchHit<ReadRow>[]) => Crossing {
  const sent = new Map<number, ReadRow>();
  return (hits) => {
    const afresh = sent.size > KEPT;
    if (afresh) sent.clear();
    const rows = hits.flatMap(({ passage }) => (sent.get(passage.pk) === passage ? [] : [passage]));
    for (const row of rows) sent.set(row.pk, row);
    return { hits: hits.map(({ passage, ...hit }) => ({ ...hit, passage: passage.pk })), rows, afresh };
  };
}

/** Unpacks them, on the other side; every crossing has to be, in order. The passages are shared between answers, and not to be changed. */
export function createReceiver(): (crossing: Crossing) => SearchHit[] {
  const known = new Map<number, StoredPassage>();
  return ({ hits, rows, afresh }) => {
    if (afresh) known.clear();
    for (const row of rows) known.set(row.pk, passageFrom(row));
    return hits.map((hit) => ({ ...hit, passage: known.get(hit.passage)! }));
  };
}
