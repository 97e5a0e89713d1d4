import { cellRows, joinCells } from '../../model/table-cells.ts';
import type { LaidBlock } from './blocks.ts';
import { hull, type Row } from './page.ts';

/** How far the two parts of a table may differ in width, and cells from the edges of those above them, in points. */
const WIDTH = 12;
const ALIGNED = 4;
/** More rows than this would have been found as a table by themselves. */
const ROWS = 3;
/** A part ends as far down a page as this at least, and the next one begins no further down than that. */
const FOOT = 0.6;
const HEAD = 0.35;
const CONTINUED = /\b(?:continued|cont['’]?d|suite|fortsetzung|fortgesetzt|continuación|lanjutan)\b|续表|（続き）|つづき/i;

/** A column's blocks; those of them that are no notes; and the height of its page. */
interface Column {
  all: LaidBlock[];
  blocks: LaidBlock[];
  height: number;
}

/**
 * Puts tables together that go on in the next column or overleaf: as many columns as wide as before, from the foot of
 * the one to the head of the other, with nothing between them but notes, or a line that says so. The names of the columns,
 * set again, are said once; rows that were too few to make a table of their own join it.
 * @param pages for each page its columns, each with its blocks
 * @param heights of the pages
 */
export function joinTables(pages: readonly LaidBlock[][][], heights: readonly number[]): void {
  const columns = pages.flatMap((page, at) => page.map((all): Column => ({ all, blocks: all.filter(({ kind }) => kind !== 'note'), height: heights[at]! }))).filter(({ blocks }) => blocks.length > 0);
  let head: Row | null = null;
  columns.slice(1).forEach((column, at) => {
    const above = columns[at]!.blocks.at(-1)!;
    const [first, second] = column.blocks;
    const isTold = second?.kind === 'table' && first!.kind === 'body' && first!.rows.length === 1 && CONTINUED.test(first!.rows[0]!.text);
    const below = isTold ? second : first!;
    if (topOf(below) > HEAD * column.height || bottomOf(above) < FOOT * columns[at]!.height) return;
    const like = above.kind === 'table' ? above.rows.at(-1)! : null;
    if (like && isRest(below, like)) {
      // Rows that nothing holds together may be blocks each.
      const from = column.all.indexOf(below) + 1;
      const end = column.all.findIndex((block, nth) => nth >= from && !isRest(block, like));
      below.rows.push(...column.all.splice(from, (end < 0 ? column.all.length : end) - from).flatMap(({ rows }) => rows));
      makeTable(below);
    } else if (below.kind === 'table' && above.rows.length === 1 && isRest(above, below.rows.at(-1)!)) makeTable(above);
    if (above.kind !== 'table' || below.kind !== 'table' || columnsIn(above) !== columnsIn(below) || Math.abs(widthOf(above) - widthOf(below)) > WIDTH) return;
    if (isTold) first!.kind = 'caption';
    if (above.begins !== false) head = above.rows[0]!;
    if (below.rows.length > 1 && below.rows[0]!.text === head?.text) below.rows = below.rows.slice(1);
    below.begins = false;
  });
}

const topOf = ({ rows, stack }: LaidBlock): number => rows[0]?.top ?? stack!.top;

const bottomOf = ({ rows, stack }: LaidBlock): number => rows.at(-1)?.bottom ?? stack!.bottom;

/** True for a few rows of cells that stand as those of a table do. */
function isRest({ kind, stack, rows }: LaidBlock, like: Row): boolean {
  return kind === 'body' && stack === null && rows.length > 0 && rows.length <= ROWS && rows.every((row) => isLike(row, like));
}

function makeTable(block: LaidBlock): void {
  const box = hull(block.rows);
  block.rows = block.rows.map((row) => ({ ...row, text: joinCells(row.cells.map(({ text }) => text)) }));
  block.stack = { kind: 'table', ...box, rows: block.rows, picture: null };
  block.kind = 'table';
  block.begins = block.ends = true;
}

/** Every cell begins or ends where one of the other row does, its distance from the first counted. */
function isLike(row: Row, like: Row): boolean {
  const by = row.left - like.left;
  return row.cells.length > 1 && row.cells.length === like.cells.length && row.cells.every((cell, at) => {
    const other = like.cells[at]!;
    return Math.abs(cell.left - other.left - by) < ALIGNED || Math.abs(cell.right - other.right - by) < ALIGNED;
  });
}

const columnsIn = ({ rows }: LaidBlock): number => Math.max(...rows.map(({ text }) => cellRows(text)?.[0]?.length ?? 1));

/** From the first to the last column; frames and rules may stand out. */
function widthOf({ rows }: LaidBlock): number {
  const { left, right } = hull(rows);
  return right - left;
}
