import { dateOfLine } from '../dates.ts';
import { namesIn } from '../signatures.ts';
import type { LaidBlock } from './blocks.ts';
import { sameSize } from './layout.ts';
import { titleOf } from './notes.ts';
import type { Setting } from './page.ts';

/** So many lines of a report that are set alike are its headings; one alone may be anything. */
const ALIKE = 3;
/** A heading has no more letters, and leaves this share of its column white. */
const LETTERS = 80;
const WHITE = 0.2;
/** Above it is more white than between two paragraphs, by this share of the text's size, and no less than below it. */
const MORE = 0.35;
/** How far the middle of a line may be from the middle of its column, in points. */
const CENTRED = 4;

interface Candidate {
  block: LaidBlock;
  style: string;
  /** Nothing above it tells: it stands at the top of its column. */
  isTop: boolean;
}

/**
 * Finds headings that are set as the text is: short lines without a full stop, each right above a paragraph, nearer to
 * it than to what stands before them. They are headings only where several of a report are set alike.
 * @param pages for each page its columns, each with its blocks
 */
export function tellPlainHeads(pages: readonly LaidBlock[][][], setting: Setting): void {
  const columns = pages.flat();
  const gap = gapOf(columns);
  if (gap === null) return;
  const found = columns.flatMap((blocks) => blocks.flatMap((_block, at) => candidateOf(blocks, at, gap, setting) ?? []));
  for (const alike of Map.groupBy(found, ({ style }) => style).values()) {
    if (alike.filter(({ isTop }) => !isTop).length < ALIKE) continue;
    for (const { block } of alike) block.kind = 'heading';
  }
}

/** White between two paragraphs of several lines, in the middle; null in a report that has none. */
function gapOf(columns: readonly (readonly LaidBlock[])[]): number | null {
  const gaps = columns.flatMap((blocks) => blocks.filter((block, at) => isParagraph(block) && isParagraph(blocks[at - 1]) && Number.isFinite(block.above)).map(({ above }) => above)).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
}

const isParagraph = (block: LaidBlock | undefined): boolean => block?.kind === 'body' && block.stack === null && block.rows.length > 1;

function isShortLine(block: LaidBlock | undefined, body: number): boolean {
  return block?.kind === 'body' && block.stack === null && block.rows.length === 1 && sameSize(block.size, body) && block.rows[0]!.right < block.right - WHITE * (block.right - block.left);
}

function candidateOf(blocks: readonly LaidBlock[], at: number, gap: number, { body }: Setting): Candidate | null {
  const block = blocks[at]!;
  const [row] = block.rows;
  if (!isShortLine(block, body)) return null;
  const text = titleOf(block);
  if (text.length > LETTERS || !/^(?:[\p{Lu}“"‘«¿]|\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu})/u.test(text) || !/\p{L}{3}/u.test(text) || /[.,;:!”"’]$/.test(text) || row!.cells.length > 2 || dateOfLine(text) !== null || namesIn(text).length > 0) return null;
  // "3. Proposals" may stand above "3.1 A single fund".
  const next = isShortLine(blocks[at + 1], body) ? blocks[at + 2] : blocks[at + 1];
  if (!isParagraph(next)) return null;
  const isTop = !Number.isFinite(block.above);
  if (!isTop && (block.above < gap + MORE * body || block.above < block.below - 1)) return null;
  const isCentred = Math.abs((row!.left + row!.right - block.left - block.right) / 2) < CENTRED && row!.left > block.left + body;
  return { block, isTop, style: `${isCentred ? 'centred' : Math.round((row!.left - block.left) / 3)}/${block.bold}/${block.italic}` };
}
