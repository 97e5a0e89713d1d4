import type { PackItem, PassageRef } from '../../db/model/pack.ts';

export type PassagesItem = Extract<PackItem, { kind: 'passage' | 'range' | 'section' | 'chapter' | 'search' }>;
export type OwnItem = Extract<PackItem, { kind: 'heading' | 'text' | 'points' | 'figures' }>;

export const showsPassages = (item: PackItem): item is PassagesItem => ['passage', 'range', 'section', 'chapter', 'search'].includes(item.kind);
export const isOwn = (item: PackItem): item is OwnItem => ['heading', 'text', 'points', 'figures'].includes(item.kind);
/** Everything that stands on paper as more than a line. */
export const takesRemark = (item: PackItem): boolean => item.kind !== 'divider' && item.kind !== 'pageBreak';

/** An item without a field. */
export function without<T extends PackItem>(item: T, field: string): T {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== field)) as T;
}

/** An item with a field of words; empty words take the field away. */
export function worded<T extends PackItem>(item: T, field: 'remark' | 'caption', words: string): T {
  return words.trim() === '' ? without(item, field) : { ...item, [field]: words };
}

/**
 * What is kept of an item's passages.
 * @param keep the stretches by passage; null keeps a passage whole
 */
export function trimmed(item: PassagesItem, keep: ReadonlyMap<string, readonly string[] | null>): PassagesItem {
  if (item.kind === 'passage') {
    const kept = [...keep.values()][0] ?? null;
    return kept === null ? without(item, 'keep') : { ...item, keep: [...kept] };
  }
  const trims = [...keep].flatMap(([passage, stretches]) => (stretches === null ? [] : [{ passage, keep: [...stretches] }]));
  return trims.length === 0 ? without(item, 'trims') : { ...item, trims };
}

/** What is kept now, by passage. */
export function keptOf(item: PassagesItem): Map<string, readonly string[]> {
  if (item.kind === 'passage') return new Map(item.keep ? [[item.passage, item.keep]] : []);
  return new Map(item.trims?.map(({ passage, keep }) => [passage, keep]));
}

/** A passage or a range that also takes the passage before it, or behind it. */
export function widened(item: Extract<PackItem, { kind: 'passage' | 'range' }>, to: string, before: boolean): PackItem {
  if (item.kind === 'range') return { ...item, [before ? 'from' : 'to']: to };
  const { kind: _kind, passage, keep, ...rest } = item;
  const ends = before ? { from: to, to: passage } : { from: passage, to };
  return { ...rest, kind: 'range', ...ends, ...(keep ? { trims: [{ passage, keep }] } : {}) };
}

/** Passages that follow each other as one item. */
export function rangeItem(first: PassageRef, last: PassageRef, trims: readonly { passage: string; keep: string[] }[]): PackItem {
  if (first.passage === last.passage) {
    const keep = trims[0]?.keep;
    return { kind: 'passage', report: first.report, passage: first.passage, ...(keep ? { keep } : {}) };
  }
  return { kind: 'range', report: first.report, from: first.passage, to: last.passage, ...(trims.length === 0 ? {} : { trims: [...trims] }) };
}
