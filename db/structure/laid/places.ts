import type { LinePlace } from '../../model/lines.ts';
import type { Box } from '../../model/layout.ts';
import type { LaidBlock } from './blocks.ts';

/**
 * Where the lines of a block stand: each at its row, a drawing's at the drawing.
 * @param lines their numbers
 * @param page counted from 1, as the file's pages lie
 */
export function placesOf({ rows, stack }: LaidBlock, lines: readonly number[], page: number): LinePlace[] {
  return lines.flatMap((n, at) => {
    const box: Box | null = rows[at] ?? stack;
    return box ? [{ n, page, x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top }] : [];
  });
}
