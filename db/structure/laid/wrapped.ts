import { isTerminated } from '../block.ts';
import type { LaidBlock } from './blocks.ts';
import { sameSize } from './layout.ts';
import type { Setting } from './page.ts';

/** The lines of one text stand no further apart than this share of the usual step. */
const NEXT = 1.2;
/** A box, and the text beside it, go on so many columns further at most. */
const FAR = 4;
/** A line that leaves no more of its column white is no last line. */
const FULL = 0.15;

/** A column's blocks, notes aside, and the page that it stands on. */
interface Column {
  page: number;
  blocks: LaidBlock[];
}

/**
 * Finds boxes that text runs around: it stands beside them and goes on below, or above them and goes on beside, or
 * overleaf. What stands in the box, in letters of another size, then comes between two lines of a paragraph, and is set
 * aside of it.
 * @param pages for each page its columns, each with its blocks
 */
export function setWrappedAside(pages: readonly LaidBlock[][][], setting: Setting): void {
  for (const columns of pages) columns.forEach((box, at) => {
    const before = textOf(columns[at - 1])?.at(-1);
    const after = textOf(columns[at + 1])?.[0];
    const inside = textOf(box);
    if (!before || !after || !inside || !isText(before, setting) || !isText(after, setting) || !goesOn(before, after, setting)) return;
    if (inside.length === 0 || inside.some((block) => block.stack !== null || sameSize(block.size, setting.body))) return;
    setAside(inside, setting);
    before.ends = false;
    after.begins = false;
  });
  const columns = pages.flatMap((page, number) => page.map((blocks): Column => ({ page: number, blocks: textOf(blocks)! })).filter(({ blocks }) => blocks.length > 0));
  columns.forEach((_column, at) => joinOver(columns, at, setting));
  columns.forEach((_column, at) => joinBoxes(columns, at, setting));
}

/** A sentence that breaks off at the end of a column goes on behind the boxes that come next. */
function joinOver(columns: readonly Column[], at: number, setting: Setting): void {
  const before = columns[at]!.blocks.at(-1)!;
  if (!isText(before, setting) || !breaksOff(before)) return;
  for (let to = at + 1; to <= at + FAR && to < columns.length && columns[to]!.page <= columns[at]!.page + 1; to++) {
    const after = columns[to]!.blocks[0]!;
    const isRest = isText(after, setting) && after.kind === 'body' && after.bold === before.bold && /^\p{Ll}/u.test(after.rows[0]!.text);
    if (isRest && to > at + 1) {
      for (const { blocks } of columns.slice(at + 1, to)) setAside(blocks.filter(({ stack, kind }) => stack === null && kind !== 'caption'), setting);
      before.ends = false;
      after.begins = false;
    }
    if (isRest || !columns[to]!.blocks.some((block) => block.stack !== null || !sameSize(block.size, setting.body)) || columns[to]!.blocks.some((block) => isText(block, setting) && !block.bold)) return;
  }
}

/** A box that breaks off at the foot of a page goes on in the next box of its letters, overleaf. */
function joinBoxes(columns: readonly Column[], at: number, { body }: Setting): void {
  const before = columns[at]!.blocks.at(-1)!;
  if ((before.kind !== 'aside' && before.kind !== 'body') || before.stack || sameSize(before.size, body) || !breaksOff(before)) return;
  for (let to = at + 1; to <= at + FAR && to < columns.length; to++) {
    const after = columns[to]!.blocks[0]!;
    if (after.stack || (after.kind !== 'body' && after.kind !== 'aside') || Math.abs(after.size - before.size) > 0.1 || after.bold !== before.bold) continue;
    if (columns[to]!.page !== columns[at]!.page + 1 || /^[\p{Lu}“"‘(•]/u.test(after.rows[0]!.text)) return;
    if (to === at + 1 && before.kind === 'body') return;
    before.kind = after.kind = 'aside';
    before.ends = false;
    after.begins = false;
    return;
  }
}

function setAside(blocks: readonly LaidBlock[], { body }: Setting): void {
  for (const block of blocks) block.kind = block.size > body && !block.bold ? 'quote' : 'aside';
}

/** True where the last line of a block is full, and is no end of a sentence. */
function breaksOff({ rows, left, right }: LaidBlock): boolean {
  const last = rows.at(-1);
  const end = Math.max(...rows.map((row) => row.right));
  return last !== undefined && !/[.!?:;]$/.test(last.text) && !isTerminated(last.text) && last.right > Math.min(end, right) - FULL * (right - left);
}

const textOf = (blocks: LaidBlock[] | undefined): LaidBlock[] | undefined => blocks?.filter(({ kind }) => kind !== 'note' && kind !== 'noise');

const isText = ({ kind, size, rows }: LaidBlock, { body }: Setting): boolean => (kind === 'body' || kind === 'item') && rows.length > 0 && sameSize(size, body);

function goesOn(before: LaidBlock, after: LaidBlock, { body, leading }: Setting): boolean {
  const step = after.rows[0]!.baseline - before.rows.at(-1)!.baseline;
  return step > 0 && step < NEXT * leading * body;
}
