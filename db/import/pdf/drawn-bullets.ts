import type { Box, LaidLine } from '../../model/layout.ts';

/** A bullet is no larger than this share of the letters, … */
const SMALL = 0.7;
/** … has its middle so far above the baseline at most, and at least, … */
const HIGHEST = 0.6;
const LOWEST = 0.05;
/** … and stands no further before the words. */
const BEFORE = 2.5;
const BULLET = '• ';

/**
 * Writes bullets that are drawn (browsers and layout programs do) before the lines that they stand at, as those are that
 * a font has.
 * @param dots small shapes that are as wide as high
 * @param drawings areas of charts and maps, whose dots say something else
 */
export function withDrawnBullets(lines: readonly LaidLine[], dots: readonly Box[], drawings: readonly Box[]): LaidLine[] {
  const out = [...lines];
  for (const dot of dots) {
    if (drawings.some((area) => dot.left >= area.left && dot.right <= area.right && dot.top >= area.top && dot.bottom <= area.bottom)) continue;
    const at = nearest(dot, out);
    if (at >= 0) out[at] = bulleted(out[at]!, dot);
  }
  return out;
}

function bulleted(line: LaidLine, dot: Box): LaidLine {
  const gaps = line.gaps?.map((gap) => ({ ...gap, at: gap.at + BULLET.length }));
  return { ...line, text: `${BULLET}${line.text}`, left: dot.left, ...(gaps ? { gaps } : {}) };
}

/** The line that begins right behind a dot; −1 where there is none, or where the dot is not the first on its line. */
function nearest(dot: Box, lines: readonly LaidLine[]): number {
  const middle = (dot.top + dot.bottom) / 2;
  const beside = lines.flatMap((line, at) => (line.baseline - middle > LOWEST * line.size && line.baseline - middle < HIGHEST * line.size ? [{ line, at }] : []));
  const behind = beside.filter(({ line }) => line.left >= dot.right).toSorted((a, b) => a.line.left - b.line.left)[0];
  if (!behind || behind.line.left - dot.right > BEFORE * behind.line.size || dot.bottom - dot.top > SMALL * behind.line.size || !/\p{L}/u.test(behind.line.text)) return -1;
  return beside.some(({ line }) => line.left < dot.right && line.right > dot.left - BEFORE * line.size / 2) ? -1 : behind.at;
}
