import type { Row } from './session.ts';

/** The rank of a heading; 3 for what stands under headings. */
export const levelOf = ({ item }: Row): number => (item.kind === 'heading' ? (item.level ?? 1) : 3);

/** How deep a row stands: 0 where no heading is above it, 1 and 2 under headings of these ranks; a heading stands where its own rank does. */
export function depthsOf(rows: readonly Row[]): number[] {
  let above = 0;
  return rows.map((row) => {
    const level = levelOf(row);
    if (level === 3) return above;
    above = level;
    return level - 1;
  });
}

/** The rows that stand under a heading: all up to the next one of its rank or a higher one. None for anything else. */
export function groupOf(rows: readonly Row[], key: string): Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const heading = rows[at];
  if (!heading || heading.item.kind !== 'heading') return [];
  const behind = rows.slice(at + 1);
  const end = behind.findIndex((row) => levelOf(row) <= levelOf(heading));
  return end < 0 ? behind : behind.slice(0, end);
}

/** The rows that are seen: without those under folded headings. */
export function seenRows(rows: readonly Row[], folded: ReadonlySet<string>): Row[] {
  const hidden = new Set(rows.flatMap((row) => (folded.has(row.key) ? groupOf(rows, row.key).map(({ key }) => key) : [])));
  return rows.filter(({ key }) => !hidden.has(key));
}

/** What moves when these rows are moved: a folded heading takes its group along. In the pack's order. */
export function movedKeys(rows: readonly Row[], keys: readonly string[], folded: ReadonlySet<string>): string[] {
  const moved = new Set(keys.flatMap((key) => [key, ...(folded.has(key) ? groupOf(rows, key).map((row) => row.key) : [])]));
  return rows.flatMap(({ key }) => (moved.has(key) ? [key] : []));
}

/** The last row of what is folded into a row: the place behind it is behind all of them. */
export function endOf(rows: readonly Row[], key: string, folded: ReadonlySet<string>): string {
  return folded.has(key) ? (groupOf(rows, key).at(-1)?.key ?? key) : key;
}
