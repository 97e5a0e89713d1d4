import type { LaidLine, LaidPage } from '../../model/layout.ts';
import { areaOf, hull, isWithin, toRows, type Stack } from './page.ts';

/** A picture that covers more of the page lies behind its text. */
const BACKGROUND = 0.6;
/** Lines so long (in letters, in the middle) are no labels of a drawing. */
const LABEL = 40;
/** In narrow boxes of text they are shorter, but stand closely below each other, at one edge, and go on from line to line. */
const NARROW = 24;
const SMALL = 0.3;
/** So many words inside a picture are a text set on it. */
const WORDS = 60;
/** A picture without a caption must be this large (a share of the page) to be shown. */
const LARGE = 0.05;

/**
 * Tells what is shown on a page from what is said: pictures and drawings, each with the labels inside it.
 * @returns the figures, and the lines that are in none
 */
export function takeFigures(page: Pick<LaidPage, 'width' | 'height' | 'pictures' | 'drawings'>, lines: readonly LaidLine[]): { figures: Stack[]; rest: LaidLine[] } {
  const figures: Stack[] = [];
  let rest = [...lines];
  const whole = page.width * page.height;
  const shown = [
    ...page.pictures.map((box) => ({ box, picture: box.picture as number | null })),
    // A drawing around a picture is its frame.
    ...page.drawings.filter((box) => !page.pictures.some((picture) => isWithin(picture, box))).map((box) => ({ box, picture: null })),
  ];
  for (const { box, picture } of shown) {
    const inside = rest.filter((line) => isWithin(line, box, 2));
    if (areaOf(box) > whole * BACKGROUND && rest.length > 0) continue;
    if (isProse(inside) || (picture === null && inside.length === 0)) continue;
    if (picture !== null && inside.length === 0 && areaOf(box) < whole * LARGE && !hasCaption(box, rest)) continue;
    const { left, top, right, bottom } = hull([box, ...inside]);
    figures.push({ kind: 'figure', left, top, right, bottom, rows: toRows(inside), picture });
    rest = rest.filter((line) => !inside.includes(line));
  }
  return { figures, rest };
}

function isProse(lines: readonly LaidLine[]): boolean {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return words > WORDS && (middle > LABEL || (middle > NARROW && lines.filter((line) => /^\p{Ll}/u.test(line.text)).length > SMALL * lines.length));
}

function hasCaption(box: { left: number; right: number; top: number; bottom: number }, lines: readonly LaidLine[]): boolean {
  return lines.some((line) => line.left < box.right && line.right > box.left && (Math.abs(line.top - box.bottom) < 25 || Math.abs(box.top - line.bottom) < 25) && /^(?:fig|image|photo|map|chart|source)/i.test(line.text));
}
