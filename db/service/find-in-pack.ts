import { tokenize, type Token } from '../model/fold.ts';
import type { ResolvedItem, ResolvedPack } from '../model/pack.ts';

export interface FoundInPack {
  /** The item's place in the pack. */
  item: number;
  count: number;
  snippet: { text: string; hit: boolean }[];
}

/** So many letters of the text stand around the first hit. */
const AROUND = 60;

/**
 * Finds the items in which every word of a query stands; a word's beginning is enough.
 * @param resolved the pack with everything looked up
 * @param query words; accents and case do not matter
 * @returns the items in the pack's order; none for a query without words
 */
export function findInPack({ pack, items }: ResolvedPack, query: string): FoundInPack[] {
  const wanted = tokenize(query).map(({ word }) => word);
  if (wanted.length === 0) return [];
  return items.flatMap((resolved, item): FoundInPack[] => {
    const own = pack.items[item];
    const text = [...textsOf(resolved), own && 'remark' in own ? (own.remark ?? '') : ''].filter(Boolean).join('\n');
    const hits = tokenize(text).filter(({ word }) => wanted.some((one) => word.startsWith(one)));
    const all = wanted.every((one) => hits.some(({ word }) => word.startsWith(one)));
    return all ? [{ item, count: hits.length, snippet: snippetOf(text, hits[0]!) }] : [];
  });
}

/** Everything that an item says on paper. */
function textsOf(item: ResolvedItem): string[] {
  switch (item.kind) {
    case 'heading':
      return [item.text];
    case 'text':
      return [item.markdown];
    case 'points':
      return [item.title, ...item.points.map(({ text }) => text)];
    case 'passages':
      return [item.title, ...item.groups.flatMap(({ heading, source, passages }) => [
        heading ?? '', source.chapterTitle, ...passages.flatMap(({ text, notes }) => [text, ...notes.map((note) => note.text)]),
      ])];
    case 'figures':
      return [item.title, ...item.rows.flatMap(({ value, year, what, words }) => [value, year, what, words])];
    case 'picture':
      return [item.caption];
    case 'table':
      return [item.table.title, ...item.table.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ text }) => text ?? '')])];
    case 'missing':
    case 'divider':
    case 'pageBreak':
      return [];
  }
}

function snippetOf(text: string, { start, end }: Token): FoundInPack['snippet'] {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, start - AROUND)));
  const to = text.indexOf(' ', end + AROUND);
  const parts = [
    { text: `${from > 0 ? '…' : ''}${text.slice(from, start)}`, hit: false }, { text: text.slice(start, end), hit: true },
    { text: `${text.slice(end, to < 0 ? text.length : to)}${to < 0 ? '' : '…'}`, hit: false },
  ];
  return parts.filter((part) => part.text !== '').map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }));
}
