import type { LaidBlock } from './blocks.ts';
import { sameSize } from './layout.ts';
import type { Setting } from './page.ts';

/** The lines of one text stand no further apart than this share of the usual step. */
const NEXT = 1.2;

/**
 * Finds boxes that text runs around: it stands beside them and goes on below, or above them and goes on beside. What
 * stands in the box, in letters of another size, then comes between two lines of a paragraph, and is set aside of it.
 * @param pages for each page its columns, each with its blocks
 */
export function setWrappedAside(pages: readonly LaidBlock[][][], setting: Setting): void {
  for (const columns of pages) columns.forEach((box, at) => {
    const before = textOf(columns[at - 1])?.at(-1);
    const after = textOf(columns[at + 1])?.[0];
    const inside = textOf(box);
    if (!before || !after || !inside || !isText(before, setting) || !isText(after, setting) || !goesOn(before, after, setting)) return;
    if (inside.length === 0 || inside.some((block) => block.stack !== null || sameSize(block.size, setting.body))) return;
    for (const block of inside) block.kind = block.size > setting.body && !block.bold ? 'quote' : 'aside';
    before.ends = false;
    after.begins = false;
  });
}

const textOf = (blocks: LaidBlock[] | undefined): LaidBlock[] | undefined => blocks?.filter(({ kind }) => kind !== 'note' && kind !== 'noise');

const isText = ({ kind, size, rows }: LaidBlock, { body }: Setting): boolean => (kind === 'body' || kind === 'item') && rows.length > 0 && sameSize(size, body);

function goesOn(before: LaidBlock, after: LaidBlock, { body, leading }: Setting): boolean {
  const step = after.rows[0]!.baseline - before.rows.at(-1)!.baseline;
  return step > 0 && step < NEXT * leading * body;
}
