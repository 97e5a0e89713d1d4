import type { Box, Rule } from '../../model/layout.ts';
import type { Pdfjs } from './pdfjs.ts';

/** A picture as the page paints it: the name under which pdf.js keeps it, or its points themselves. */
export interface PaintedPicture extends Box {
  source: unknown;
}

type Matrix = readonly [number, number, number, number, number, number];

/** A bar up to this thick (in points) is a rule. */
const THIN = 3;
/** Shorter than this it is part of a sign. */
const SHORT = 8;
/** How large a dot is, and by how much its width and height may differ. */
const DOT = { least: 1.5, most: 8, uneven: 1 };
/** Marks this near each other belong to one drawing. */
const NEAR = 14;
/** So many marks, and so much room, make a drawing; fewer are an ornament or the frame of a box. */
const MARKS = 5;
const ROOM = { width: 60, height: 40 };
/** More marks on one page are a map, whose parts need not be looked at one by one. */
const MARKS_AT_MOST = 4000;

/** How large a filled rectangle is at least that a word may stand on; and how many of them a page has that is no map. */
const SHADE = { width: 16, height: 7, most: 1500 };

/** What is drawn on a page: rules, areas with drawings, pictures, dots. Text is not looked at here. */
export interface Drawn {
  rules: Rule[];
  drawings: Box[];
  pictures: PaintedPicture[];
  /** Small shapes that are as wide as high, as bullets are. */
  dots: Box[];
  /** Rectangles that are filled, and not with white. */
  shades: Box[];
}

/**
 * Walks through a page's operators (PDF 32000-1, annex A) and notes where it draws.
 * @param view the matrix from the page to its upright view
 */
export function readDrawing({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }, OPS: Pdfjs['OPS'], view: readonly number[]): Drawn {
  const drawn: Drawn = { rules: [], drawings: [], pictures: [], dots: [], shades: [] };
  const marks: Box[] = [];
  const kept: { at: Matrix; white: boolean }[] = [];
  let at = view as unknown as Matrix;
  let white = false;
  const strokes = new Set([OPS.stroke, OPS.closeStroke]);
  fnArray.forEach((fn, i) => {
    const args = argsArray[i] as unknown[];
    if (fn === OPS.save) kept.push({ at, white });
    else if (fn === OPS.restore) ({ at, white } = kept.pop() ?? { at, white });
    else if (fn === OPS.transform) at = times(at, args as unknown as Matrix);
    else if (fn === OPS.paintFormXObjectBegin) {
      kept.push({ at, white });
      if (args[0]) at = times(at, args[0] as Matrix);
    } else if (fn === OPS.paintFormXObjectEnd) ({ at, white } = kept.pop() ?? { at, white });
    else if (fn === OPS.setFillRGBColor) white = args[0] === '#ffffff';
    else if (fn === OPS.constructPath && args[0] !== OPS.endPath) {
      const stroke = strokes.has(args[0] as number);
      if (stroke || !white) for (const path of subpaths((args[1] as (Float32Array | null)[])[0])) sort(path, at, stroke, drawn, marks);
    } else if (fn === OPS.paintImageXObject || fn === OPS.paintInlineImageXObject) drawn.pictures.push({ ...boxOf([[0, 0], [1, 1]], at), source: args[0] });
    else if (fn === OPS.paintImageMaskXObject || fn === OPS.shadingFill) marks.push(boxOf([[0, 0], [1, 1]], at));
  });
  if (drawn.shades.length > SHADE.most) drawn.shades = [];
  drawn.drawings = cluster(marks.slice(0, MARKS_AT_MOST));
  return drawn;
}

interface Path {
  points: [number, number][];
  curved: boolean;
}

/** pdf.js packs a path as numbers: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each with its points. */
function subpaths(data: Float32Array | null | undefined): Path[] {
  const out: Path[] = [];
  if (!data) return out;
  const lengths = [2, 2, 6, 4, 0];
  for (let i = 0; i < data.length;) {
    const op = data[i]!;
    const length = lengths[op];
    if (length === undefined) break;
    if (op === 0 || out.length === 0) out.push({ points: [], curved: false });
    const path = out.at(-1)!;
    for (let j = 0; j < length; j += 2) path.points.push([data[i + 1 + j]!, data[i + 2 + j]!]);
    if (op === 2 || op === 3) path.curved = true;
    i += 1 + length;
  }
  return out;
}

/** Tells rules from marks: a thin bar, a straight stroke, the four sides of a stroked rectangle are rules. */
function sort({ points, curved }: Path, at: Matrix, stroke: boolean, { rules, dots, shades }: Drawn, marks: Box[]): void {
  if (points.length < 2) return;
  const box = boxOf(points, at);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (![width, height].every(Number.isFinite)) return;
  if (!curved && Math.min(width, height) <= THIN && Math.max(width, height) >= SHORT) {
    rules.push({ ...box, across: width > height });
    return;
  }
  if (stroke && !curved && points.length <= 5 && points.length >= 4 && width > SHORT && height > SHORT) {
    const { left, right, top, bottom } = box;
    rules.push({ left, right, top, bottom: top, across: true }, { left, right, top: bottom, bottom, across: true }, { left, right: left, top, bottom, across: false }, { left: right, right, top, bottom, across: false });
    return;
  }
  if (!stroke && !curved && points.length <= 5 && points.length >= 4 && width >= SHADE.width && height >= SHADE.height) shades.push(box);
  if (Math.min(width, height) > DOT.least && Math.max(width, height) < DOT.most && Math.abs(width - height) < DOT.uneven) dots.push(box);
  if (Math.max(width, height) > 2) marks.push(box);
}

/** Draws marks that are near each other together, again and again until nothing changes; keeps what is large enough. */
function cluster(marks: readonly Box[]): Box[] {
  let groups = marks.map((box) => ({ ...box, count: 1 }));
  for (let before = -1; before !== groups.length;) {
    before = groups.length;
    const next: typeof groups = [];
    for (const group of groups.sort((a, b) => a.top - b.top)) {
      const near = next.findLast((other) => touches(other, group));
      if (near) Object.assign(near, union(near, group), { count: near.count + group.count });
      else next.push({ ...group });
    }
    groups = next;
  }
  return groups.filter((group) => group.count >= MARKS && group.right - group.left >= ROOM.width && group.bottom - group.top >= ROOM.height)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}

function touches(a: Box, b: Box): boolean {
  return a.left - NEAR < b.right && b.left - NEAR < a.right && a.top - NEAR < b.bottom && b.top - NEAR < a.bottom;
}

function union(a: Box, b: Box): Box {
  return { left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) };
}

function boxOf(points: readonly (readonly [number, number])[], [a, b, c, d, e, f]: Matrix): Box {
  const xs = points.map(([x, y]) => a * x + c * y + e);
  const ys = points.map(([x, y]) => b * x + d * y + f);
  const low = (values: number[]): number => values.reduce((m, v) => Math.min(m, v), Infinity);
  const high = (values: number[]): number => values.reduce((m, v) => Math.max(m, v), -Infinity);
  return { left: low(xs), right: high(xs), top: low(ys), bottom: high(ys) };
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
