import type { Box, Gap, LaidLine, Rule } from '../../model/layout.ts';
import { isRunningText } from './cell-text.ts';
import { toRows, type Row } from './page.ts';
import { cutAtGaps, type Columns } from './table-columns.ts';

/** Rules this near each other are one; thick ones are drawn as two, and cells bring one each. */
const SAME = 3;
/** A rule down parts columns where it runs along this share of the table: it stops at cells that reach over several columns. */
const LONG = 0.4;
/** So many lines may run over a rule, by share: more, and it is none of the table's. */
const OVER = 0.05;
/** Letters are not all as wide: a blank so many of them from its place, as all would have it, is the one. */
const CLOSE = 3;
/** Columns of which so many rows have several cells, by share, are columns that no rule parts. */
const PARTED = 0.5;
/** Text stands so far above its baseline, as a share of its size. */
const MIDDLE = 0.3;
/** Between two rules stand several rows where these many lines or more fill nearly all columns, by share of both. */
const LINES = 4;
const FULL = 0.6;

/** Rules at one place across or down, with the stretches where they are drawn. */
interface Stroke {
  at: number;
  drawn: [from: number, to: number][];
}

/** A table whose columns are parted by rules. */
export interface Grid extends Columns {
  /** Its lines, with a cell for each place between two rules. */
  rows: Row[];
  /** Its rows where each one is ruled: a cell that reaches over several stands in the first of them. */
  bands: Row[][] | null;
}

/**
 * Finds the columns of a table that rules part, and its rows where rules part them too. A cell that reaches over several
 * columns or rows stands in the first of them, however it is set in its room.
 * @param rules those in the table's box
 * @returns null where no rules part its columns, or not all of them
 */
export function gridOf(lines: readonly LaidLine[], rules: readonly Rule[], box: Box): Grid | null {
  const down = strokesOf(rules, false).filter((stroke) => lengthOf(stroke) > LONG * (box.bottom - box.top) && stroke.at > box.left + SAME && stroke.at < box.right - SAME);
  if (down.length === 0) return null;
  const isDrawn = (stroke: Stroke, y: number): boolean => y < box.top || y > box.bottom || covers(stroke, y);
  const cells = lines.flatMap((line) => cutAtGaps(line, down.filter((stroke) => stroke.at > line.left && stroke.at < line.right && isDrawn(stroke, middleOf(line))).flatMap((stroke) => gapAt(line, stroke.at))));
  const isOver = (cell: LaidLine): boolean => down.some((stroke) => cell.left < stroke.at - SAME && cell.right > stroke.at + SAME && isDrawn(stroke, middleOf(cell)));
  if (cells.filter(isOver).length > cells.length * OVER) return null;
  const edges = [box.left, ...down.map(({ at }) => at), box.right];
  const boxes = edges.slice(1).map((right, at): Box => ({ ...box, left: edges[at]!, right }));
  const of = (cell: LaidLine): number => Math.max(0, down.findLastIndex((stroke) => stroke.at <= cell.left + SAME && isDrawn(stroke, middleOf(cell))) + 1);
  const rows = toRows(cells);
  if (boxes.some((_, at) => isParted(rows.map((row) => row.cells.filter((cell) => of(cell) === at))))) return null;
  return { boxes, of, rows, bands: ruledBands(cells, strokesOf(rules, true), { boxes, of }) };
}

const middleOf = ({ baseline, size }: LaidLine): number => baseline - MIDDLE * size;

/** The white of a line at a place; a blank where the place should be in its text will do: cells may stand as close as words. */
function gapAt(line: LaidLine, place: number): Gap[] {
  const wide = line.gaps?.find((gap) => gap.left < place && gap.right > place);
  if (wide) return [wide];
  const letter = (line.right - line.left) / line.text.length;
  const due = (place - line.left) / letter;
  const [before, after] = [line.text.lastIndexOf(' ', due), line.text.indexOf(' ', due)];
  const at = after < 0 || due - before < after - due ? before : after;
  return at > 0 && Math.abs(at + 0.5 - due) < CLOSE ? [{ at, left: place, right: place }] : [];
}

/** True for a column most of whose rows have several cells. */
function isParted(rows: readonly LaidLine[][]): boolean {
  const filled = rows.filter((cells) => cells.length > 0);
  return filled.length > 0 && filled.filter((cells) => cells.length > 1).length >= filled.length * PARTED;
}

/** The rows between the rules; null where several stand between two of them. */
function ruledBands(cells: readonly LaidLine[], across: readonly Stroke[], { boxes, of }: Columns): Row[][] | null {
  const above = (cell: LaidLine): number => {
    const { left, right } = boxes[of(cell)]!;
    return across.findLastIndex((stroke) => stroke.at < middleOf(cell) && covers(stroke, (left + right) / 2));
  };
  const bands = [...Map.groupBy(cells, above)].sort(([a], [b]) => a - b).map(([, band]) => toRows(band));
  return bands.length > 1 && bands.every((band) => isOneRow(band, boxes)) ? bands : null;
}

function isOneRow(band: readonly Row[], columns: readonly Box[]): boolean {
  const full = band.filter((row) => row.left <= columns[0]!.right && row.cells.length >= Math.max(2, FULL * columns.length));
  return full.length < LINES || full.length < FULL * band.length || isRunningText(band, columns);
}

function strokesOf(rules: readonly Rule[], across: boolean): Stroke[] {
  const strokes: Stroke[] = [];
  const placed = rules.filter((rule) => rule.across === across).map(({ left, top, right, bottom }) => (across ? { at: (top + bottom) / 2, drawn: [left, right] } : { at: (left + right) / 2, drawn: [top, bottom] }) as { at: number; drawn: [number, number] });
  for (const { at, drawn } of placed.toSorted((a, b) => a.at - b.at)) {
    const last = strokes.at(-1);
    if (last && at - last.at <= SAME) last.drawn.push(drawn);
    else strokes.push({ at, drawn: [drawn] });
  }
  return strokes;
}

const covers = ({ drawn }: Stroke, place: number): boolean => drawn.some(([from, to]) => from <= place + 1 && to >= place - 1);

/** How long a stroke is, what is drawn twice counted once. */
function lengthOf({ drawn }: Stroke): number {
  let [length, end] = [0, -Infinity];
  for (const [from, to] of drawn.toSorted((a, b) => a[0] - b[0])) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}
