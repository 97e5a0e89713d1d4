import type { Passage } from '../model/report.ts';
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
/** In a document whose author marked its structure, it stands so many passages from what it repeats at most. */
const NEAR = 40;
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
  const [hashes, numbers] = [new Cuts(plain, wordHashes), new Cuts(plain, (text) => words.of(text))];
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

/**
 * Turns quotations into pull quotes that only say again what the text near them says.
 * @param told passages of which their author said what they are
 */
export function tellPullQuotes(passages: readonly Passage[], told: ReadonlySet<Passage> = new Set()): void {
  const words = new WordNumbers();
  const cuts = new Cuts(({ text }: Passage) => text, (text) => words.of(text));
  passages.forEach((passage, at) => {
    if (passage.kind !== 'quotation' || told.has(passage)) return;
    const around = passages.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter(({ kind }) => kind === 'paragraph' || kind === 'list-item');
    if (repeatingOf(passage, around, cuts)) passage.kind = 'pull-quote';
  });
}

/** The words of texts, each cut when it is first asked for. */
class Cuts<T> {
  readonly #known = new Map<T, Pieces>();
  readonly #textOf: (one: T) => string;
  readonly #cut: (text: string) => readonly number[];

  constructor(textOf: (one: T) => string, cut: (text: string) => readonly number[]) {
    this.#textOf = textOf;
    this.#cut = cut;
  }

  of(one: T): Pieces {
    let pieces = this.#known.get(one);
    if (!pieces) {
      const text = this.#textOf(one);
      pieces = text.includes('(') ? text.split(LEFT_OUT).map(this.#cut) : [this.#cut(text)];
      this.#known.set(one, pieces);
    }
    return pieces;
  }

  forget(some: readonly T[]): void {
    for (const one of some) this.#known.delete(one);
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

/** The texts that have runs of three words of a quote; null where most of its runs stand in none of them. */
function repeatingOf<T>(quote: T, others: readonly T[], cuts: Cuts<T>): T[] | null {
  const wanted = new Map<number, Run[]>();
  // Nearly every word of other texts begins none of the runs: a bit for its number says so before the map is asked.
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
  const repeating = others.filter((other) => {
    let has = false;
    for (const words of cuts.of(other)) for (let at = 0; at + 2 < words.length; at++) {
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
