import type { Context } from './classify.ts';
import type { Block, Page } from './block.ts';
import { plain } from './block.ts';
import { wordHashes, WordNumbers } from './word-numbers.ts';

/** A pull quote stands on its own page or a neighbour of it. */
const REACH = 2;
/** Its lines are this much shorter than a column's. */
const NARROW = 0.8;
/** Share of its three-word runs that stand in the text too: less than all, since quotes are trimmed and mended. */
const REPEATED = 0.65;
/** So many runs tell something. */
const RUNS = 4;
/** Places of the filter; a power of two. */
const FILTER = 1 << 11;
const LEFT_OUT = /\(\s*(?:…|\.\.\.)\s*\)/;

/** The words of a text as numbers, in pieces: a run never goes across "(…)". */
type Pieces = readonly (readonly number[])[];

/**
 * Marks pull quotes: narrow blocks that say again what the text around them says, with "(…)" for what they leave out.
 * Nearly no narrow block is one: hashes of its words say so, and what they do not exclude is compared word by word.
 */
export function findQuotes(pages: Page[], context: Context): void {
  const words = new WordNumbers();
  const [hashes, numbers] = [new Cuts(wordHashes), new Cuts((text) => words.of(text))];
  pages.forEach((page, at) => {
    for (const cuts of [hashes, numbers]) cuts.forget(pages[at - REACH - 1]?.blocks ?? []);
    for (const block of page.blocks) {
      if (block.kind !== 'body' || !isNarrow(block, context)) continue;
      const around = pages.slice(Math.max(0, at - REACH), at + REACH + 1).flatMap((near) => near.blocks).filter((other) => other !== block && other.kind === 'body');
      const repeating = repeatingOf(block, around, hashes);
      if (repeating && repeatingOf(block, repeating, numbers)) block.kind = 'quote';
    }
  });
}

/** The words of blocks, each cut when it is first asked for. */
class Cuts {
  readonly #known = new Map<Block, Pieces>();
  readonly #cut: (text: string) => readonly number[];

  constructor(cut: (text: string) => readonly number[]) {
    this.#cut = cut;
  }

  of(block: Block): Pieces {
    let pieces = this.#known.get(block);
    if (!pieces) {
      const text = plain(block);
      pieces = text.includes('(') ? text.split(LEFT_OUT).map(this.#cut) : [this.#cut(text)];
      this.#known.set(block, pieces);
    }
    return pieces;
  }

  forget(blocks: readonly Block[]): void {
    for (const block of blocks) this.#known.delete(block);
  }
}

/** Three words that follow one another. */
interface Run {
  second: number;
  third: number;
  /** How often the quote has it. */
  times: number;
  found: boolean;
}

/** The blocks that have runs of three words of a block; null where most of its runs stand in none of them. */
function repeatingOf(quote: Block, others: readonly Block[], cuts: Cuts): Block[] | null {
  const wanted = new Map<number, Run[]>();
  // Nearly every word of other blocks begins none of the runs: a bit for its number says so before the map is asked.
  const filter = new Uint8Array(FILTER);
  let all = 0;
  for (const words of cuts.of(quote)) for (let at = 0; at + 2 < words.length; at++) {
    all += 1;
    const [first, second, third] = [words[at]!, words[at + 1]!, words[at + 2]!];
    const runs = wanted.get(first) ?? [];
    wanted.set(first, runs);
    filter[first & (FILTER - 1)] = 1;
    const same = runs.find((run) => run.second === second && run.third === third);
    if (same) same.times += 1;
    else runs.push({ second, third, times: 1, found: false });
  }
  if (all < RUNS) return null;
  let repeated = 0;
  const repeating = others.filter((block) => {
    let has = false;
    for (const words of cuts.of(block)) for (let at = 0; at + 2 < words.length; at++) {
      if (filter[words[at]! & (FILTER - 1)] === 0) continue;
      const run = wanted.get(words[at]!)?.find(({ second, third }) => second === words[at + 1] && third === words[at + 2]);
      if (!run) continue;
      has = true;
      if (!run.found) repeated += run.times;
      run.found = true;
    }
    return has;
  });
  return repeated >= all * REPEATED ? repeating : null;
}

/** Whether at least half of a block's lines, but for the last, are so much shorter than a column's. */
function isNarrow(block: Block, { measure }: Context): boolean {
  const lines = block.lines.length - 1;
  if (lines < 2) return false;
  let short = 0;
  for (let at = 0; at < lines; at++) if (block.lines[at]!.text.length <= measure * NARROW) short += 1;
  return short > Math.floor(lines / 2);
}
