import { isTerminated } from '../block.ts';
import type { LaidBlock } from './blocks.ts';
import type { Row, Setting } from './page.ts';

/** A quotation is set in from both edges of its column by this share of the text's size at least, … */
const SET_IN = 0.8;
/** … and its lines fill so much of the column. */
const WIDE = 0.5;
/** It is no larger than the text. */
const LARGER = 1.03;
/** What is called out of the text is larger by this much, and is a sentence; a question is rather a heading. */
const CALLED_OUT = 1.12;
const SENTENCE = /(?:\p{Ll}|\d\d|%)(?:[.!][”"’]?|\?[”"’])[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u;
/** "(a)", "12.": an entry of a list, and of a law. */
const ENUMERATED = /^(?:\(\p{L}{1,4}\)|\(?\d{1,3}[.)]|\p{L}[.)]|§)\s/u;
/** How far its lines may begin from each other, as a share of their size. */
const EVEN = 0.3;
/** How far the left edges of two blocks may be apart, in points. */
const SAME = 2;

/**
 * Marks quotations that are set as blocks of their own: paragraphs that are set in from both sides, behind a paragraph
 * of the text. What stands so below a heading is an abstract, or a box.
 * @param pages for each page its columns, each with its blocks
 */
export function markBlockQuotes(pages: readonly LaidBlock[][][], setting: Setting): void {
  let before: LaidBlock | null = null;
  let beforeThat: LaidBlock | null = null;
  for (const blocks of pages.flat()) {
    blocks.forEach((block, at) => {
      if (block.kind === 'note' || block.kind === 'noise') return;
      if (before) {
        const isTurn = at === 0;
        // At the foot of a column its first line may stand alone, and at the top of the next one its last.
        const isBeginning = isTurn && !before.quoted && isPieceOf(before, block, setting);
        const isRest = isTurn && before.quoted && isPieceOf(block, before, setting);
        block.quoted = isRest || (isSetIn(block, setting) && isBehindText(block, isBeginning ? beforeThat : before));
        if (block.quoted && isBeginning) before.quoted = before.begins = true;
        if (block.quoted !== before.quoted || (block.quoted && !isTurn)) part(before, block);
      }
      beforeThat = before;
      before = block;
    });
  }
}

/** The one ends where the other begins. */
function part(before: LaidBlock, block: LaidBlock): void {
  if (before.kind === 'body' || before.kind === 'item') before.ends = true;
  if (block.kind === 'body') block.begins = true;
}

/**
 * True for a sentence that is called out of the text: set larger, over several lines, in their middle or slanted. It
 * looks like a heading, but for its full stop.
 */
export function isCalledOut({ kind, stack, rows, size, bold, italic }: LaidBlock, { body }: Setting): boolean {
  if (kind !== 'body' || stack || bold || rows.length < 2 || size < body * CALLED_OUT || !SENTENCE.test(rows.at(-1)!.text)) return false;
  const middles = rows.map(({ left, right }) => (left + right) / 2);
  const isCentred = Math.max(...middles) - Math.min(...middles) < SAME && Math.max(...rows.map(({ left }) => left)) - Math.min(...rows.map(({ left }) => left)) > size;
  return isCentred || italic;
}

/**
 * Marks what is called out of a column's text. Right below a heading, or first in the report, the same letters open the text.
 * @param over the last block of the column before it
 */
export function markCalledOut(blocks: readonly LaidBlock[], over: LaidBlock | undefined, page: number, setting: Setting): void {
  blocks.forEach((block, at) => {
    const before = blocks[at - 1] ?? over;
    const opens = before ? before.kind === 'heading' : page === 0;
    if (!isCalledOut(block, setting) || opens) return;
    block.kind = 'quote';
    // The paragraph may go on behind it.
    if (blocks[at + 1]) blocks[at + 1]!.begins = undefined;
  });
}

/** True for what is as large as a quotation in another column, and set in as it is. */
function isPieceOf(piece: LaidBlock, quote: LaidBlock, { body }: Setting): boolean {
  return piece.kind === 'body' && !piece.stack && Math.abs(piece.size - quote.size) < EVEN && Math.abs(edgeOf(piece.rows) - piece.left - edgeOf(quote.rows) + quote.left) < SAME
    && Math.max(...piece.rows.map((row) => row.right)) < piece.right - SET_IN * body;
}

function isBehindText(block: LaidBlock, before: LaidBlock | null): boolean {
  if (!before || before.quoted) return before !== null;
  if (before.kind !== 'body' && before.kind !== 'item') return false;
  // Further paragraphs of a list's entry stand where its words do, those of an abstract where the first does.
  return Math.abs(edgeOf(block.rows) - edgeOf(before.rows)) > SAME;
}

const edgeOf = (rows: readonly Row[]): number => Math.min(...(rows.length > 1 ? rows.slice(1) : rows).map(({ left }) => left));

function isSetIn({ kind, stack, rows, left, right, size, bold }: LaidBlock, { body }: Setting): boolean {
  if (kind !== 'body' || stack || bold || rows.length < 2 || size > body * LARGER || ENUMERATED.test(rows[0]!.text)) return false;
  const edge = edgeOf(rows);
  const end = Math.max(...rows.map((row) => row.right));
  if (edge < left + SET_IN * body || end > right - SET_IN * body || end - edge < WIDE * (right - left)) return false;
  if (rows[0]!.left < edge - EVEN * size || rows.slice(1).some((row) => row.left > edge + EVEN * size)) return false;
  const full = isTerminated(rows.at(-1)!.text) ? rows.slice(0, -1) : rows;
  const isJustified = full.length > 1 && full.every((row) => end - row.right < SAME);
  return isJustified || rows.some((row, at) => at + 1 < rows.length && wouldFit(rows[at + 1]!, row, right));
}

/** True where the next line's first word would still have stood on a line of the text. */
function wouldFit(next: Row, row: Row, right: number): boolean {
  const letter = (row.right - row.left) / Math.max(1, row.text.length);
  return row.right + (/^\S+/.exec(next.text)![0].length + 1) * letter < right;
}
