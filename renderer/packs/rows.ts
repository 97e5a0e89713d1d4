import { endOf, groupOf, levelOf, movedKeys, seenRows } from './groups.ts';
import type { Row } from './session.ts';

/** Puts rows behind the one named, or at the end where there is none; `first` puts them before everything. */
export function insertRows(rows: readonly Row[], added: readonly Row[], behind: string | null, first: boolean): Row[] {
  if (first) return [...added, ...rows];
  const at = rows.findIndex((row) => row.key === behind);
  return at < 0 ? [...rows, ...added] : [...rows.slice(0, at + 1), ...added, ...rows.slice(at + 1)];
}

export function removeRow(rows: readonly Row[], key: string): Row[] {
  return rows.filter((row) => row.key !== key);
}

/** Moves rows before or behind another one; they keep their order among themselves. */
export function moveRows(rows: readonly Row[], keys: readonly string[], target: string, behind: boolean): Row[] {
  const moved = rows.filter((row) => keys.includes(row.key));
  const rest = rows.filter((row) => !keys.includes(row.key));
  const at = rest.findIndex((row) => row.key === target);
  if (at < 0) return [...rows];
  const place = behind ? at + 1 : at;
  return [...rest.slice(0, place), ...moved, ...rest.slice(place)];
}

/**
 * One place up (-1) or down (1) among the rows that are seen. What is folded moves as one, and over a whole group at a
 * time, so that it never stands between a heading and what belongs to it.
 */
export function stepRow(rows: readonly Row[], key: string, by: 1 | -1, folded: ReadonlySet<string> = new Set()): Row[] {
  const seen = seenRows(rows, folded);
  const at = seen.findIndex((row) => row.key === key);
  const other = seen[at + by];
  if (at < 0 || !other) return [...rows];
  const target = folded.has(key) ? overGroup(rows, key, other.key, by) : by > 0 ? endOf(rows, other.key, folded) : other.key;
  return moveRows(rows, movedKeys(rows, [key], folded), target, by > 0);
}

/** Where a group comes to stand beyond its neighbour: behind all that stands under it, or before the heading that it stands under. */
function overGroup(rows: readonly Row[], key: string, other: string, by: 1 | -1): string {
  if (by > 0) return groupOf(rows, other).at(-1)?.key ?? other;
  const at = rows.findIndex((row) => row.key === key);
  const heading = rows.slice(0, at).find((row) => levelOf(row) >= levelOf(rows[at]!) && groupOf(rows, row.key).at(-1)?.key === other);
  return heading?.key ?? other;
}
