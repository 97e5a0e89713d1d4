import type { SearchHit } from '../search/search.ts';
import { passageFrom, type ReadRow, type StoredPassage } from '../store/passage-reader.ts';
import { packHits, unpackHits, type PackedHits } from './hits-across.ts';

/**
 * Hits as they cross from the search's thread. A passage crosses once, as its row holds it: with every letter that is
 * typed mostly the same ones come again, and handing one over with all its tags and their evidence takes longer than finding it.
 */
export interface Crossing {
  hits: PackedHits;
  /** The passages among them that the other side does not have, value behind value: without the names of their fields. */
  rows: Value[];
  /** What crossed before is forgotten first. */
  afresh: boolean;
}

type Value = ReadRow[keyof ReadRow];
/** How many values a row has. */
const VALUES = 15;

const valuesOf = (row: ReadRow): Value[] => [
  row.pk, row.report, row.chapter, row.section, row.id, row.kind, row.text, row.page_from, row.page_to, row.line_from, row.line_to, row.markers, row.tags, row.width, row.height,
];

function rowFrom(values: readonly Value[], at: number): ReadRow {
  const [pk, report, chapter, section, id, kind, text, page_from, page_to, line_from, line_to, markers, tags, width, height] = values.slice(at, at + VALUES);
  return { pk, report, chapter, section, id, kind, text, page_from, page_to, line_from, line_to, markers, tags, width, height } as ReadRow;
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
    return { hits: packHits(hits), rows: rows.flatMap(valuesOf), afresh };
  };
}

/** Unpacks them, on the other side; every crossing has to be, in order. The passages are shared between answers, and not to be changed. */
export function createReceiver(): (crossing: Crossing) => SearchHit[] {
  const known = new Map<number, StoredPassage>();
  return ({ hits, rows, afresh }) => {
    if (afresh) known.clear();
    for (let at = 0; at < rows.length; at += VALUES) {
      const row = rowFrom(rows, at);
      known.set(row.pk, passageFrom(row));
    }
    return unpackHits(hits, (pk) => known.get(pk)!);
  };
}
