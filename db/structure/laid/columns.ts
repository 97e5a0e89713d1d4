import type { Box } from '../../model/layout.ts';

/** What is put into reading order: a line, a table, a figure. */
export interface Atom extends Box {
  /** Letters in it; 0 for a figure. */
  letters: number;
  size: number;
  /** A picture or a drawing. */
  shown: boolean;
}

/** A gutter is at least this wide, as a share of the letters' size. */
const GUTTER = 0.7;
/** Beside so many lines less will do: where hyphens and quotation marks hang out of the columns, little of it stays white. */
const MANY = 8;
const NARROW = 0.35;
/** Lines that must stand on both sides of it; where other pages have a gutter at the same place, fewer will do. */
const LINES = 3;
const FEW = 1;
/** How far the gutters of two pages may be apart, in points. */
const SAME = 8;
/** Both sides of a gutter are columns of text: lines of so many letters in the middle, … */
const LETTERS = 12;
/** … and neither has less than this share of the other's letters. */
const SHARE = 0.1;
const STEP = 3;

interface Cut {
  x: number;
  above: Atom[];
  left: Atom[];
  right: Atom[];
  below: Atom[];
  letters: number;
}

/**
 * Puts what stands on a page into reading order: it is cut at gutters, the strips of white between columns, each as far
 * as it runs; what lies above a gutter is read before its columns, what lies below after them.
 * @param known where other pages have their gutters
 * @returns the columns in reading order, each from top to bottom
 */
export function readingOrder<T extends Atom>(atoms: readonly T[], known: readonly number[]): T[][] {
  const out: T[][] = [];
  order(atoms.toSorted((a, b) => a.top - b.top), known, out as Atom[][], 0);
  return out;
}

function order(atoms: Atom[], known: readonly number[], out: Atom[][], depth: number): void {
  if (atoms.length === 0) return;
  const cut = depth < 12 ? bestCut(atoms, known) : null;
  if (!cut) {
    out.push(atoms);
    return;
  }
  for (const part of [cut.above, cut.left, cut.right, cut.below]) order(part, known, out, depth + 1);
}

/** Where most pages of a report have their gutters. */
export function commonGutters(pages: readonly (readonly Atom[])[]): number[] {
  const found = pages.flatMap((atoms) => {
    const cut = bestCut(atoms.toSorted((a, b) => a.top - b.top), []);
    return cut ? [cut.x] : [];
  });
  const common: number[] = [];
  for (const x of found) if (found.filter((other) => Math.abs(other - x) <= SAME).length >= Math.max(2, found.length * 0.25) && !common.some((other) => Math.abs(other - x) <= SAME)) common.push(x);
  return common;
}

function bestCut(atoms: Atom[], known: readonly number[]): Cut | null {
  const from = atoms.reduce((m, atom) => Math.min(m, atom.left), Infinity) + 30;
  const to = atoms.reduce((m, atom) => Math.max(m, atom.right), -Infinity) - 30;
  let best: Cut | null = null;
  for (let x = from; x <= to; x += STEP) {
    let start = 0;
    for (let at = 0; at <= atoms.length; at++) {
      const atom = atoms[at];
      if (atom && !(atom.left < x && atom.right > x)) continue;
      const cut = at - start >= 2 ? tryCut(atoms, start, at, x, known) : null;
      if (cut && (!best || cut.letters > best.letters)) best = cut;
      start = at + 1;
    }
  }
  return best;
}

function tryCut(atoms: Atom[], start: number, end: number, x: number, known: readonly number[]): Cut | null {
  const inside = atoms.slice(start, end);
  const left = inside.filter((atom) => atom.right <= x);
  const right = inside.filter((atom) => atom.left >= x);
  // A picture with its caption stands beside the text, however few lines it has.
  const hasFigure = [left, right].some(isFigure);
  const fewest = hasFigure || known.some((other) => Math.abs(other - x) <= SAME) ? FEW : LINES;
  if (left.length < fewest || right.length < fewest) return null;
  const strip = { left: left.reduce((m, atom) => Math.max(m, atom.right), -Infinity), right: right.reduce((m, atom) => Math.min(m, atom.left), Infinity) };
  const size = middle(inside.map((atom) => atom.size));
  if (strip.right - strip.left < (Math.min(left.length, right.length) < MANY ? GUTTER : NARROW) * size) return null;
  if (fewest === LINES && !(isProse(left) && isProse(right))) return null;
  const [a, b] = [lettersIn(left), lettersIn(right)];
  if (fewest === LINES && Math.min(a, b) < SHARE * Math.max(a, b)) return null;
  if (Math.min(bottomOf(left), bottomOf(right)) < Math.max(topOf(left), topOf(right))) return null;
  return { x: (strip.left + strip.right) / 2, above: atoms.slice(0, start), left, right, below: atoms.slice(end), letters: a + b };
}

/** How high a picture is at least, as a share of its letters' size. */
const HIGH = 4;

function isFigure(atoms: readonly Atom[]): boolean {
  return atoms.length > 0 && atoms.length <= LINES && atoms.some((atom) => atom.shown && atom.bottom - atom.top > HIGH * atom.size);
}

function isProse(atoms: readonly Atom[]): boolean {
  return middle(atoms.filter((atom) => atom.letters > 0).map((atom) => atom.letters)) >= LETTERS;
}

function lettersIn(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + atom.letters, 0);
}

function topOf(atoms: readonly Atom[]): number {
  return atoms.reduce((m, atom) => Math.min(m, atom.top), Infinity);
}

function bottomOf(atoms: readonly Atom[]): number {
  return atoms.reduce((m, atom) => Math.max(m, atom.bottom), -Infinity);
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
