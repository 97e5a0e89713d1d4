import type { LaidLine } from '../../model/layout.ts';
import { commonest } from './page.ts';

/** A page with headings beside its text has so many lines of text at least, each of so many letters, and so many to each heading. */
const LINES = 6;
const LETTERS = 20;
const EACH = 5;
/** How far the size of a line of the text may be from the usual one, by share. */
const EVEN = 0.05;
/** How far from the text a heading ends, how large it is, how close its lines stand: shares of the text's size, and of its own. */
const GAP = 0.3;
const LARGEST = 1.3;
const BETWEEN = 0.8;
/** It has no more lines and letters. */
const ROWS = 4;
const LONGEST = 80;
/** How far it stands above the line that it is level with, when it is put before this. */
const ABOVE = 0.5;

/**
 * Puts bold headings that stand in the margin, level with the first line of their text, before that line: read from left
 * to right, they would be its first words. The first column of a table stands so too, but has little text to each cell.
 * @param body the size of the report's text
 */
export function withSideHeads(lines: readonly LaidLine[], body: number): LaidLine[] {
  const text = lines.filter((line) => Math.abs(line.size - body) <= EVEN * body && !line.bold && line.text.length >= LETTERS);
  if (text.length < LINES) return [...lines];
  const left = commonest(text.map((line) => [Math.round(line.left), 1] as const));
  const [top, bottom] = [Math.min(...text.map((line) => line.top)), Math.max(...text.map((line) => line.bottom))];
  const beside = lines.filter((line) => line.right < left - GAP * body && line.bottom > top && line.top < bottom);
  if (beside.length === 0 || !beside.every((line) => line.bold && line.size >= body * 0.9 && line.size <= body * LARGEST)) return [...lines];
  const groups = groupsOf(beside).map((group) => ({ group, level: text.find((line) => Math.abs(line.baseline - group[0]!.baseline) < ABOVE * body) }));
  const isHeading = ({ group, level }: (typeof groups)[number]): boolean => level !== undefined && group.length <= ROWS && wordsOf(group).length <= LONGEST && !/[.,;:]$/.test(wordsOf(group));
  if (text.length < EACH * groups.length || !groups.every(isHeading)) return [...lines];
  const heads = groups.map(({ group, level }): LaidLine => {
    const up = level!.baseline - ABOVE * body - group[0]!.baseline;
    const width = group[0]!.right - group[0]!.left;
    return { ...group[0]!, text: wordsOf(group), left, right: left + width, top: group[0]!.top + up, bottom: group[0]!.bottom + up, baseline: group[0]!.baseline + up };
  });
  return [...lines.filter((line) => !beside.includes(line)), ...heads];
}

const wordsOf = (group: readonly LaidLine[]): string => group.map(({ text }) => text).join(' ');

function groupsOf(lines: readonly LaidLine[]): LaidLine[][] {
  const groups: LaidLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    const last = groups.at(-1)?.at(-1);
    if (last && line.top - last.bottom < BETWEEN * line.size) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}
