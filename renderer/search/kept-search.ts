import type { PackItem } from '../../db/model/pack.ts';
import type { FacetChoice } from '../../db/model/facet.ts';
import type { Where } from '../app/router.ts';

/** How many passages a search takes into a pack; a pack that holds more is no briefing. */
export const INTO_PACK = 20;

/** What a search asks for, on the screen or as it was saved. */
export interface Asked { query: string; choice: FacetChoice; report: string | null; where: Where }

/** A search as an item of a pack, which looks for its passages whenever it is laid out. */
export function packItemOf({ query, choice, report, where }: Asked): Extract<PackItem, { kind: 'search' }> {
  const words = where === 'all' ? query : `in:${where} ${query}`.trim();
  return { kind: 'search', query: words, ...(report === null ? {} : { report }), ...choice, limit: INTO_PACK };
}

/** A list with one of its things moved before or behind another. */
export function moved(ids: readonly string[], id: string, target: string, behind: boolean): string[] {
  const rest = ids.filter((other) => other !== id);
  const at = rest.indexOf(target);
  if (at < 0) return [...ids];
  return rest.toSpliced(behind ? at + 1 : at, 0, id);
}
