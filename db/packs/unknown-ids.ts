import type { ResolvedPack } from '../model/pack.ts';

/** What one item of a pack names that is neither in the library nor among the pack's own copies. */
export interface Unknown {
  /** The item's place, from 1. */
  item: number;
  /** In words: "report “harbours”, passage “p-7”". */
  names: string;
  /** Whether only the source of a point or a figure is unknown: its words are the user's own, and are printed. */
  sourceOnly: boolean;
}

const IDS = ['report', 'chapter', 'section', 'passage', 'from', 'to'] as const;

/** Everything that a pack names and nobody has, in its order. A search that finds nothing names nothing. */
export function unknownIn({ pack, items }: ResolvedPack): Unknown[] {
  return pack.items.flatMap((item, at): Unknown[] => {
    const found = items[at]!;
    const named = (where: object, sourceOnly: boolean): Unknown => ({ item: at + 1, names: namesOf(where), sourceOnly });
    if (found.kind === 'missing') return item.kind === 'search' ? [] : [named(item, false)];
    if (item.kind === 'points' && found.kind === 'points') return item.points.flatMap(({ source }, n) => (source && !found.points[n]!.from ? [named(source, true)] : []));
    if (item.kind === 'figures' && found.kind === 'figures') return item.rows.flatMap(({ source }, n) => (source && !found.rows[n]!.from ? [named(source, true)] : []));
    return [];
  });
}

function namesOf(where: object): string {
  const ids = where as Partial<Record<(typeof IDS)[number], string>>;
  return IDS.flatMap((id) => (ids[id] === undefined ? [] : [`${id} “${ids[id]}”`])).join(', ');
}

/** A notice for every point and figure that is printed without the source that it names. */
export const sourcelessNotices = (pack: ResolvedPack): string[] =>
  unknownIn(pack).flatMap(({ item, names, sourceOnly }) => (sourceOnly ? [`Item ${item}: a source is not in the library, and the pack has no copy of it (${names}). Its words are printed without it.`] : []));
