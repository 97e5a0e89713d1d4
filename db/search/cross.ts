import { both, countBoth, either, hasBit, membersOf, noBits, type Bits } from './bits.ts';
import type { Finding } from './find.ts';
import type { FacetValue } from './carriers.ts';
import type { Memory } from './memory.ts';
import { scoreOf, type Tally } from './tally.ts';
import type { CrossTable } from './answer.ts';

/** Counts the hits of a query by country and by domain and limitation. */
export function crossTable(memory: Memory, { hits, sums, notice }: Finding): CrossTable {
  const columns = (['domain', 'limitation'] as const).flatMap((facet) => [...memory.facets[facet]].map(([value, found]) => ({ key: `${facet}/${value}`, found })));
  const limitations = [...memory.facets.limitation.values()].reduce((bits, value) => either(bits, value.bits), noBits(memory.count));
  const rows: CrossTable['rows'] = new Map();
  for (const [country, found] of memory.facets.country) {
    const here = both(hits, found.bits);
    const cells = columns.map(({ key, found: column }) => [key, cellOf(memory, here, found, column, sums)] as const);
    rows.set(country, { count: countBoth(hits, found.bits), limited: countBoth(here, limitations), cells: new Map(cells) });
  }
  return { total: countBoth(hits, hits), notice, rows, columns: new Map(columns.map(({ key, found }) => [key, countBoth(hits, found.bits)])) };
}

/** The passage that says most about a country and a value: the user's own reports before what retells them, the surest tags, then the best score, then the fewest other tags, then the first. */
function cellOf(memory: Memory, here: Bits, country: FacetValue, column: FacetValue, sums: Tally): { count: number; best: number | null } {
  const docs = membersOf(both(here, column.bits));
  const sure = (doc: number): number => country.confidence(doc) + column.confidence(doc);
  const retold = (doc: number): number => Number(hasBit(memory.retold, doc));
  let best = docs[0];
  for (const doc of docs.slice(1)) {
    const more = retold(best!) - retold(doc) || sure(doc) - sure(best!) || scoreOf(sums, doc) - scoreOf(sums, best!) || memory.tags[best!]! - memory.tags[doc]!;
    if (more > 0) best = doc;
  }
  return { count: docs.length, best: best === undefined ? null : memory.pks[best]! };
}
