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
  const runs = new Map<Block, string[]>();
  for (const page of pages) for (const block of page.blocks) if (block.kind === 'body') runs.set(block, wordRuns(plain(block)));
  pages.forEach((page, at) => {
    for (const block of page.blocks) {
      if (block.kind !== 'body' || !isNarrow(block, context)) continue;
      const around = new Set(pages.slice(Math.max(0, at - REACH), at + REACH + 1).flatMap((near) => near.blocks)
        .flatMap((other) => (other !== block && other.kind === 'body' ? runs.get(other)! : [])));
      const mine = runs.get(block)!;
      if (mine.length >= 4 && mine.filter((run) => around.has(run)).length >= mine.length * REPEATED) block.kind = 'quote';
    }
  });
}

function isNarrow(block: Block, { measure }: Context): boolean {
  return block.lines.length >= 3 && median(block.lines.slice(0, -1).map((line) => line.text.length)) <= measure * NARROW;
}

/** Runs of three words, never across "(…)". */
function wordRuns(text: string): string[] {
  return text.replace(/-\s/g, '-').split(/\(\s*(?:…|\.\.\.)\s*\)/).flatMap((piece) => {
    const words = fold(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(2).map((_word, at) => words.slice(at, at + 3).join(' '));
  });
}
