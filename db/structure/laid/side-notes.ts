import { isLabelledCaption } from '../../model/captions.ts';
import type { LaidLine } from '../../model/layout.ts';
import { isTerminated } from '../block.ts';
import { hull, toRows, type Stack } from './page.ts';

/** Lines of running text that a page has at least, if it is to have a margin; each of so many letters. */
const LINES = 6;
const LETTERS = 20;
/** Side notes are set smaller than the text by this share at least, stand so far from it, and are no wider than this share of it. */
const SMALLER = 0.95;
const GAP = 0.3;
const WIDTH = 0.45;
/** Quotations in the margin are set larger than it by this share, over so many lines. */
const LARGER = 1.05;
const CALLED_OUT = 3;
/** White between two notes, as a share of their size. */
const BETWEEN = 1.2;
/** A note has so many letters: numbers of lines have none. */
const SHORTEST = 6;

/**
 * Takes out what stands in small letters in the margin, and what is called out there in larger ones, beside the text and none of it: read line by line, it would stand
 * in the middle of sentences.
 * @param body the size of the report's text
 * @returns the notes from top to bottom, and the other lines. Captions in the margin are among these
 */
export function takeSideNotes(lines: readonly LaidLine[], body: number): { notes: Stack[]; rest: LaidLine[] } {
  const text = lines.filter((line) => Math.abs(line.size - body) <= (1 - SMALLER) * body && line.text.length >= LETTERS);
  if (text.length < LINES) return { notes: [], rest: [...lines] };
  const { left, right, top, bottom } = hull(text);
  const other = lines.filter((line) => line.bottom > top && line.top < bottom && (line.right < left - GAP * body || line.left > right + GAP * body));
  const sets = [other.filter((line) => line.size < body * SMALLER), other.filter((line) => line.size > body * LARGER && !line.bold)];
  const sides = sets.flatMap((set) => [set.filter((line) => line.right < left), set.filter((line) => line.left > right)]);
  const notes: Stack[] = [];
  const taken = new Set<LaidLine>();
  for (const group of sides.flatMap(groupsOf)) {
    const rows = toRows(group);
    const box = hull(rows);
    const words = rows.map((row) => row.text).join(' ');
    // What is larger may be a heading; a sentence over several lines is called out of the text.
    if (group[0]!.size > body && !(rows.length >= CALLED_OUT && isTerminated(words))) continue;
    if (box.right - box.left > WIDTH * (right - left) || words.replace(/[^\p{L}]/gu, '').length < SHORTEST || isLabelledCaption(words)) continue;
    notes.push({ ...box, kind: 'text', rows, picture: null });
    for (const line of group) taken.add(line);
  }
  return { notes: notes.toSorted((a, b) => a.top - b.top), rest: lines.filter((line) => !taken.has(line)) };
}

/** Lines that stand together, from top to bottom. */
function groupsOf(lines: readonly LaidLine[]): LaidLine[][] {
  const groups: LaidLine[][] = [];
  let end = -Infinity;
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    if (line.top - end > BETWEEN * line.size) groups.push([line]);
    else groups.at(-1)!.push(line);
    end = Math.max(end, line.bottom);
  }
  return groups;
}
