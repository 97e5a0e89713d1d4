import type { PackItem, PassageRef } from './pack-item.ts';
import type { Located, PackPassage, PackPicture, PackTable, PassageSource } from './pack.ts';

/** Passages of one section, as a pack's own copy holds them: whole, with their ids, so that they can still be trimmed. */
export interface KeptGroup {
  /** Report, chapter and section in one word: passages of the same place stand under one heading. */
  place: string;
  heading: string | null;
  source: PassageSource;
  passages: (PackPassage & { id: string })[];
}

export type KeptContent =
  | { kind: 'passages'; title: string | null; groups: KeptGroup[] }
  | { kind: 'picture'; caption: string; from: Located; picture: PackPicture }
  | { kind: 'table'; table: PackTable }
  /** Where a point or a figure stands. */
  | { kind: 'source'; from: Located };

/** What a pack keeps of what it shows, for the day on which the report is not there or is another one. */
export interface KeptCopy {
  key: string;
  /** ISO 8601 day. */
  on: string;
  content: KeptContent;
}

/** Copies by their keys. */
export type KeptCopies = ReadonlyMap<string, KeptCopy>;

/** Which copy belongs to an item: the same for every item that shows the same, however it is trimmed or marked; null for what shows nothing of a report. */
export function keptKey(item: PackItem): string | null {
  switch (item.kind) {
    case 'passage':
    case 'picture':
      return JSON.stringify([item.kind, item.report, item.passage]);
    case 'range':
      return JSON.stringify([item.kind, item.report, item.from, item.to]);
    case 'section':
      return JSON.stringify([item.kind, item.report, item.section]);
    case 'chapter':
      return JSON.stringify([item.kind, item.report, item.chapter]);
    case 'compare':
      return JSON.stringify([item.kind, item.report]);
    case 'search':
      return JSON.stringify([item.kind, item.query, item.report ?? '', item.country, item.domain, item.limitation, item.limit]);
    default:
      return null;
  }
}

/** Which copy belongs to the source of a point or a figure. */
export function sourceRefKey({ report, passage }: PassageRef): string {
  return JSON.stringify(['source', report, passage]);
}

/** The passages on which a talking point or a figure of an item rests. */
function sourceRefs(item: PackItem): PassageRef[] {
  const all = item.kind === 'points' ? item.points : item.kind === 'figures' ? item.rows : [];
  return all.flatMap(({ source }) => (source ? [source] : []));
}

/** All copies that belong to an item: of what it shows, and of where its points and figures stand. */
export function keptKeys(item: PackItem): string[] {
  const key = keptKey(item);
  return [...(key === null ? [] : [key]), ...new Set(sourceRefs(item).map(sourceRefKey))];
}
