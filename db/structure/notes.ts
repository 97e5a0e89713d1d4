import { digitFrom, isDigit, kindAt, LETTER } from '../model/letters.ts';
import type { Block, Page } from './block.ts';
import { plain } from './block.ts';

/** How far ahead of the last number a note may be: columns in the wrong order bring later notes first. */
const AHEAD = 8;
const START = /^(\d{1,3})\s+(\S.*)$/;
const CITES = /(?:\b(?:19|20)\d\d\b|https?:|\bibid\b|\bop\. cit\b|^see\b|\bsee (?:also|note)\b|^for example\b|^interview|[“"„].{8,}[”"“])/iu;

/** The notes of one numbering: in a report whose chapters begin again at 1, the notes of one chapter. */
export interface NoteRun {
  firstPage: number;
  lastPage: number;
  numbers: Set<number>;
  highest: number;
}

/**
 * Finds the footnotes among the blocks and marks them. A block is a note when it begins with a number that is due and
 * either that number is called on the same page or the block reads like a reference; a body line that happens to begin
 * with a number ("1951 Mutual Defense Treaty") is neither.
 * @returns the runs of numbering; `note` blocks carry their number
 */
export function findNotes(pages: Page[]): NoteRun[] {
  const runs: NoteRun[] = [];
  pages.forEach((page, at) => {
    const figures = new Figures(page);
    page.blocks = page.blocks.flatMap((block) => {
      if (block.kind !== 'body') return [block];
      const found = START.exec(block.lines[0]!.text);
      if (!found) return [block];
      const n = Number(found[1]);
      const run = runs.at(-1);
      const due = isDue(n, run);
      if (due === 'no' || !isNote(figures, block, n)) return [block];
      const now = due === 'again' || !run ? { firstPage: at, lastPage: at, numbers: new Set<number>(), highest: 0 } : run;
      if (now !== run) runs.push(now);
      const parts = cutRun(block, n);
      for (const part of parts) {
        now.numbers.add(part.n);
        now.highest = Math.max(now.highest, part.n);
      }
      now.lastPage = at;
      return parts;
    });
  });
  return runs;
}

/** Whether a number may come now: in the running numbering, or as the beginning of the next one. */
function isDue(n: number, run: NoteRun | undefined): 'yes' | 'again' | 'no' {
  if (!run) return n <= 3 ? 'again' : 'no';
  if (!run.numbers.has(n) && Math.abs(n - run.highest) <= AHEAD) return 'yes';
  return n === 1 || (n <= 3 && run.numbers.has(n)) ? 'again' : 'no';
}

function isNote(figures: Figures, block: Block, n: number): boolean {
  const text = plain(block).replace(START, '$2');
  if (/^\p{Ll}/u.test(text)) return false;
  return figures.isCalled(n, block) ? text.length > 3 : CITES.test(text);
}

/** The figures of a page that look like the calls of notes. The page is read when it is first asked for one. */
class Figures {
  readonly #page: Page;
  #calling: Map<string, Block[]> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whether another block of the page calls a note of this number. */
  isCalled(n: number, note: Block): boolean {
    this.#calling ??= callingBlocks(this.#page.blocks);
    return this.#calling.get(String(n))?.some((block) => block !== note) ?? false;
  }
}

/** By figure, the body blocks that call a note of this number: behind a letter, a sign or a year, with no more of a word behind it. */
function callingBlocks(blocks: readonly Block[]): Map<string, Block[]> {
  const found = new Map<string, Block[]>();
  const add = (figure: string, block: Block): void => {
    const known = found.get(figure);
    if (!known) found.set(figure, [block]);
    else if (known.at(-1) !== block) known.push(block);
  };
  for (const block of blocks) if (block.kind === 'body') block.lines.forEach(({ text }, at) => {
    for (let end = 0, start = digitFrom(text, 0); start < text.length; start = digitFrom(text, end)) {
      end = start + 1;
      while (end < text.length && isDigit(text, end)) end += 1;
      if (end < text.length && ((kindAt(text, end) & LETTER) !== 0 || text[end] === '%')) continue;
      const digits = text.slice(start, Math.min(end, start + DIGITS + 1));
      // A call may stand behind the end of a line: the blank between is looked at as one.
      const before = start > 0 ? text.slice(Math.max(0, start - 2), start) : at > 0 ? `${block.lines[at - 1]!.text.slice(-1)} ` : '';
      if (digits.length < DIGITS && isBehindSign(before)) add(digits, block);
      if (BEHIND_YEAR.test(digits) && !/\w$/.test(before)) add(digits.slice(4), block);
    }
  });
  return found;
}

/** A year and a number behind it have no more digits than these. */
const DIGITS = 7;
const BEHIND_YEAR = /^(?:19|20)\d{3,5}$/;

/** Right behind a letter or a sign, or behind a full stop or comma and a blank. */
function isBehindSign(before: string): boolean {
  return before !== '' && ((kindAt(before, before.length - 1) & LETTER) !== 0 || /(?:\p{P}|[.,] )$/u.test(before));
}

/** Notes that follow one another without a blank line between. */
function cutRun(block: Block, first: number): Block[] {
  const { lines } = block;
  const parts: Block[] = [];
  let from = 0;
  let n = first;
  for (let at = 1; at < lines.length; at++) {
    const next = START.exec(lines[at]!.text);
    if (!next || Number(next[1]) !== n + 1 || !/[.)”"\d]$/.test(lines[at - 1]!.text) || !/^[\p{Lu}“"‘]/u.test(next[2]!)) continue;
    parts.push({ kind: 'note', lines: lines.slice(from, at), n });
    from = at;
    n += 1;
  }
  return [...parts, { kind: 'note', lines: lines.slice(from), n }];
}
