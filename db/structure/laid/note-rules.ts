import type { Rule } from '../../model/layout.ts';
import type { LaidBlock } from './blocks.ts';
import type { Row } from './page.ts';

/** The rule above footnotes: so wide, in points, at most this share of the column, and it begins where the column does. */
const NARROWEST = 25;
const SHARE = 0.6;
const ALIGNED = 8;
/** The first note stands no further below it, as a share of its size. */
const NEAR = 2.5;

/**
 * Finds the footnotes of a column that are set as large as its text, by the short rule above them; a block that goes on
 * over it is cut there.
 * @param blocks of the column, from top to bottom
 * @param isNote whether a row is the beginning of a note, or goes on with one
 * @returns where they begin among the blocks, or null
 */
export function footBelowRule(blocks: LaidBlock[], rules: readonly Rule[], isNote: (row: Row) => boolean): number | null {
  const [column] = blocks;
  if (!column) return null;
  const short = rules.filter(({ across, left, right }) => across && right - left >= NARROWEST && right - left <= SHARE * (column.right - column.left) && Math.abs(left - column.left) <= ALIGNED);
  for (const { top } of short.toSorted((a, b) => a.top - b.top)) {
    const from = blocks.findIndex((block) => (block.rows.at(-1) ?? block.stack)!.bottom > top);
    const below = from < 0 ? [] : blocks.slice(from);
    const first = below[0]?.rows.find((row) => row.bottom > top);
    if (!first || below.some(({ kind }) => kind !== 'body') || first.top - top > NEAR * first.size || !isNote(first)) continue;
    const foot = from + cutBefore(first, from, blocks);
    // What ended before the notes may go on behind them.
    if (foot > 0) blocks[foot - 1]!.ends = undefined;
    return foot;
  }
  return null;
}

/** @returns how many blocks of the text it left there: one where a block had to be cut */
function cutBefore(row: Row, at: number, blocks: LaidBlock[]): 0 | 1 {
  const block = blocks[at]!;
  const rows = block.rows.slice(0, block.rows.indexOf(row));
  if (rows.length === 0) return 0;
  blocks.splice(at, 1, { ...block, rows }, { ...block, rows: block.rows.slice(rows.length) });
  return 1;
}
