import { endOf, movedKeys, seenRows } from './groups.ts';
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

/** One place up (-1) or down (1) among the rows that are seen; what is folded moves as one. */
export function stepRow(rows: readonly Row[], key: string, by: 1 | -1, folded: ReadonlySet<string> = new Set()): Row[] {
  const seen = seenRows(rows, folded);
  const at = seen.findIndex((row) => row.key === key);
  const other = seen[at + by];
  if (at < 0 || !other) return [...rows];
  return moveRows(rows, movedKeys(rows, [key], folded), by > 0 ? endOf(rows, other.key, folded) : other.key, by > 0);
}
