import type { Box, LaidLine, LaidPage } from '../../model/layout.ts';

/** A line of a column: fragments on one baseline. */
export interface Row extends Box {
  text: string;
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** The fragments that it was put together of. */
  cells: LaidLine[];
}

/** Text that stands together on a page, its rows in reading order; or a table, or a drawing with its labels. */
export interface Stack extends Box {
  kind: 'text' | 'table' | 'figure';
  rows: Row[];
  /** Index into the source's pictures, for a figure that is one. */
  picture: number | null;
}

/** How the report is set, over all its pages. */
export interface Setting {
  /** Size of most letters. */
  body: number;
  /** From baseline to baseline in running text, as a share of its size. */
  leading: number;
  /** True where most paragraphs begin with an indent. */
  indents: boolean;
}

/** A page whose running heads are taken off. */
export interface CleanPage extends Omit<LaidPage, 'label'> {
  label: string | null;
}

/** The commonest of some values, each with its weight; 0 where there is none. */
export function commonest(values: Iterable<readonly [value: number, weight: number]>): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

/** The size of most letters of some pages. */
export function bodySize(pages: readonly Pick<LaidPage, 'lines'>[]): number {
  return commonest(pages.flatMap(({ lines }) => lines.map((line) => [line.size, line.text.length] as const)));
}

/** Puts fragments on one baseline together to a row. */
export function toRow(cells: LaidLine[]): Row {
  const sorted = cells.toSorted((a, b) => a.left - b.left);
  const main = sorted.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const letters = (of: (cell: LaidLine) => boolean): boolean => sorted.reduce((sum, cell) => sum + (of(cell) ? 1 : -1) * cell.text.length, 0) > 0;
  return { ...hull(sorted), text: sorted.map((cell) => cell.text).join(' '), baseline: main.baseline, size: main.size, bold: letters((cell) => cell.bold), italic: letters((cell) => cell.italic), cells: sorted };
}

/** Rows of fragments that stand among each other. */
export function toRows(lines: readonly LaidLine[]): Row[] {
  const groups: LaidLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const group = groups.at(-1);
    if (group && Math.abs(group[0]!.baseline - line.baseline) <= 0.3 * Math.min(group[0]!.size, line.size)) group.push(line);
    else groups.push([line]);
  }
  return groups.map(toRow);
}

/** The smallest box around some others. */
export function hull(boxes: readonly Box[]): Box {
  return {
    left: boxes.reduce((m, box) => Math.min(m, box.left), Infinity), top: boxes.reduce((m, box) => Math.min(m, box.top), Infinity),
    right: boxes.reduce((m, box) => Math.max(m, box.right), -Infinity), bottom: boxes.reduce((m, box) => Math.max(m, box.bottom), -Infinity),
  };
}

/** True where the middle of one box lies inside the other. */
export function isWithin(inner: Box, outer: Box, slack = 0): boolean {
  const x = (inner.left + inner.right) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return x >= outer.left - slack && x <= outer.right + slack && y >= outer.top - slack && y <= outer.bottom + slack;
}

export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
