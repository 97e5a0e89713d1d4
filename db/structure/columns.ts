import type { ImportWarning } from '../model/report.ts';
import type { Context } from './classify.ts';
import type { Block, Page } from './block.ts';
import { boundsOf, isTerminated } from './block.ts';

const READ = new Set(['body', 'item', 'heading']);
/** A line so much longer than a column's runs over the whole page. */
const FULL_WIDTH = 1.15;

/**
 * Puts the two columns of a page into reading order where the file has them the wrong way round. The signs: the notes
 * of the first come after those of the second; or the first begins in the middle of a sentence that the page before
 * did not leave open, while the second breaks off in one.
 */
export function orderColumns(pages: Page[], context: Context): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  pages.forEach((page, at) => {
    const columns = columnsOf(page, context);
    if (!columns) return;
    const { top, first, second } = columns;
    if (!notesSayTurned(first, second) && !sentencesSayTurned(pages[at - 1], first, second, pages[at + 1])) return;
    page.blocks = [...top, ...second, ...first];
    warnings.push({ code: 'columns-turned', message: 'The two columns of this page stood in the wrong order and were turned.', line: page.line });
  });
  return warnings;
}

/** The page as two columns, each with the notes at its foot; null where it is not so made. */
function columnsOf(page: Page, { measure }: Context): { top: Block[]; first: Block[]; second: Block[] } | null {
  const from = page.blocks.findIndex((block) => !(block.kind === 'head' || (block.kind === 'heading' && block.lines.some((line) => line.text.length > measure * FULL_WIDTH))));
  if (from < 0) return null;
  const rest = page.blocks.slice(from);
  const firstNote = rest.findIndex((block) => block.kind === 'note');
  const turn = firstNote < 0 ? -1 : rest.findIndex((block, i) => i > firstNote && READ.has(block.kind));
  if (turn < 0 || !rest.slice(0, turn).some((block) => READ.has(block.kind))) return null;
  const second = rest.slice(turn);
  // A third column would mean that this is no page of two.
  const lastRead = second.findLastIndex((block) => READ.has(block.kind));
  if (second.slice(0, lastRead).some((block) => block.kind === 'note')) return null;
  return { top: page.blocks.slice(0, from), first: rest.slice(0, turn), second };
}

function notesSayTurned(first: Block[], second: Block[]): boolean {
  const notesOf = (blocks: Block[]): Block[] => blocks.filter((block) => block.kind === 'note');
  const [a, b] = [notesOf(first), notesOf(second)];
  return a.length > 0 && b.length > 0 && boundsOf(a, ({ n }) => n).from > boundsOf(b, ({ n }) => n).to;
}

function sentencesSayTurned(before: Page | undefined, first: Block[], second: Block[], after: Page | undefined): boolean {
  const head = readBlocks(first)[0]!;
  const tail = readBlocks(second).at(-1)!;
  const previous = before && readBlocks(before.blocks).at(-1);
  const next = after && readBlocks(after.blocks)[0];
  const startsInside = head.kind === 'body' && /^\p{Ll}/u.test(head.lines[0]!.text);
  const isLeftOpen = previous !== undefined && previous.kind === 'body' && !isTerminated(previous.lines.at(-1)!.text);
  const breaksOff = tail.kind === 'body' && !isTerminated(tail.lines.at(-1)!.text);
  const isTakenUp = next !== undefined && next.kind === 'body' && /^\p{Ll}/u.test(next.lines[0]!.text);
  return startsInside && !isLeftOpen && breaksOff && !isTakenUp;
}

function readBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => READ.has(block.kind));
}
