import { fold } from '../model/fold.ts';
import type { Context } from './classify.ts';
import type { Block, Page } from './block.ts';
import { median, plain } from './block.ts';

/** A pull quote stands on its own page or a neighbour of it. */
const REACH = 2;
/** Its lines are this much shorter than a column's. */
const NARROW = 0.8;
/** Share of its three-word runs that stand in the text too: less than all, since quotes are trimmed and mended. */
const REPEATED = 0.65;

/**
 * Marks pull quotes: narrow blocks that say again what the text around them says, with "(…)" for what they leave out.
 */
export function findQuotes(pages: Page[], context: Context): void {
  const pieces = new Map<Block, string[][]>();
  const piecesOf = (block: Block): string[][] => {
    const known = pieces.get(block) ?? wordsOf(plain(block));
    pieces.set(block, known);
    return known;
  };
  pages.forEach((page, at) => {
    for (const block of pages[at - REACH - 1]?.blocks ?? []) pieces.delete(block);
    for (const block of page.blocks) {
      if (block.kind !== 'body' || !isNarrow(block, context)) continue;
      const around = pages.slice(Math.max(0, at - REACH), at + REACH + 1).flatMap((near) => near.blocks).filter((other) => other !== block && other.kind === 'body');
      if (isRepeated(piecesOf(block), around.flatMap(piecesOf))) block.kind = 'quote';
    }
  });
}

/** Whether most runs of three words stand in other pieces of text too. */
function isRepeated(mine: readonly string[][], others: readonly string[][]): boolean {
  const runs = mine.flatMap((words) => words.slice(2).map((_word, at) => words.slice(at, at + 3).join(' ')));
  if (runs.length < 4) return false;
  const begins = new Set(mine.flat());
  const found = new Set<string>();
  for (const words of others) for (let at = 0; at + 2 < words.length; at++) if (begins.has(words[at]!)) found.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`);
  return runs.filter((run) => found.has(run)).length >= runs.length * REPEATED;
}

function isNarrow(block: Block, { measure }: Context): boolean {
  return block.lines.length >= 3 && median(block.lines.slice(0, -1).map((line) => line.text.length)) <= measure * NARROW;
}

/** The words of a text in pieces: a run never goes across "(…)". */
function wordsOf(text: string): string[][] {
  return text.replace(/-\s/g, '-').split(/\(\s*(?:…|\.\.\.)\s*\)/).map((piece) => fold(piece).match(/[\p{L}\p{N}]+/gu) ?? []);
}
