import { squash } from '../../model/fold.ts';
import type { ChapterRange } from '../chapter-starts.ts';
import { raisedValue } from '../raised.ts';
import { namesIn } from '../signatures.ts';
import type { LaidBlock } from './blocks.ts';
import { NUMBER_WORDS } from './headings.ts';
import { titleOf } from './notes.ts';

const LABEL_ONLY = new RegExp(`^(?:(?:chapter|part|kapitel|teil)?\\s*(\\d{1,2}|[IVX]{1,5})|(?:chapter|part)\\s+(${NUMBER_WORDS.join('|')}))[.:]?$`, 'i');
const LABELLED = /^(?:chapter|kapitel)\s+(\d{1,2})\s*[:.–—|-]?\s+(.+)$/i;
const NUMBERED = /^(\d{1,2})[.:]?\s+(\p{L}.*)$/u;

const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** A page, or the part of it that belongs to one chapter. */
export interface Piece {
  page: number;
  blocks: LaidBlock[];
}

/**
 * Cuts the pages where chapters begin: before headings of level 0. A chapter's title, its number and the names below it
 * are taken out of the text.
 * @param pages the blocks of each page in reading order
 * @returns the pieces in order, and the chapters as ranges of pieces
 */
export function cutChapters(pages: readonly LaidBlock[][]): { pieces: Piece[]; ranges: ChapterRange[] } {
  const pieces: Piece[] = [];
  const ranges: ChapterRange[] = [];
  const heads = new Map<ChapterRange, LaidBlock[]>();
  let labelled: LaidBlock[] = [];
  let label: string | null = null;
  pages.forEach((blocks, page) => {
    let piece: Piece = { page, blocks: [] };
    for (const [at, block] of blocks.entries()) {
      if (block.kind !== 'heading' || block.level > 0) {
        piece.blocks.push(block);
        continue;
      }
      const title = titleOf(block);
      block.kind = 'noise';
      if (LABEL_ONLY.test(title) && (blocks[at + 1]?.kind === 'heading' || at === blocks.length - 1)) {
        label = title;
        labelled = [block];
        // The title itself may look smaller than its number.
        if (blocks[at + 1]) blocks[at + 1]!.level = 0;
        continue;
      }
      if (piece.blocks.length > 0) pieces.push(piece);
      piece = { page, blocks: [] };
      const range = { from: pieces.length, to: 0, ...numberOf(title, label), authors: namesBelow(blocks, at, pages[page + 1]?.[0]) };
      ranges.push(range);
      heads.set(range, [...labelled, block]);
      labelled = [];
      label = null;
    }
    if (piece.blocks.length > 0 || ranges.at(-1)?.from === pieces.length) pieces.push(piece);
  });
  for (const together of Map.groupBy(pieces, (piece) => piece.page).values()) giveNotesBack(together);
  if (ranges[0]?.from !== 0) ranges.unshift({ from: 0, to: 0, title: null, number: null, authors: [] });
  ranges.forEach((range, at) => {
    range.to = ranges[at + 1]?.from ?? pieces.length;
  });
  keepTitles(ranges, pieces, heads);
  return { pieces, ranges: named(ranges.filter((range) => range.to > range.from), pieces) };
}

/** What stands over several chapters ("Part I: The Coast") has no text of its own: its words are kept before the first of them, and its notes. */
function keepTitles(ranges: readonly ChapterRange[], pieces: readonly Piece[], heads: ReadonlyMap<ChapterRange, LaidBlock[]>): void {
  for (const [at, range] of ranges.entries()) {
    const next = ranges[at + 1];
    const blocks = pieces.slice(range.from, range.to).flatMap((piece) => piece.blocks);
    if (!next || blocks.some(({ kind }) => kind !== 'noise' && kind !== 'heading' && kind !== 'note')) continue;
    // A table of contents, or a running head, says the next title too.
    const said = [...(heads.get(range) ?? []), ...blocks.filter(({ kind }) => kind === 'heading')].filter((block) => squash(titleOf(block)) !== squash(next.title ?? '')).map((block): LaidBlock => ({ ...block, kind: 'aside' }));
    pieces[next.from]!.blocks.unshift(...said, ...blocks.filter(({ kind }) => kind === 'note'));
  }
}

/** All notes of a page stand at its foot, below its last chapter; each belongs to the chapter that calls it. */
function giveNotesBack(together: readonly Piece[]): void {
  const last = together.at(-1)!;
  if (together.length === 1) return;
  const calls = together.map(({ blocks }) => new Set(blocks.filter((block) => block.kind !== 'note').flatMap((block) => block.rows.flatMap((row) => [...row.text.matchAll(RAISED)].map(([figures]) => raisedValue(figures))))));
  for (const note of last.blocks.filter((block) => block.kind === 'note')) {
    const isRaised = calls.some((numbers) => numbers.has(note.n));
    const isCalledIn = together.map(({ blocks }, at) => (isRaised ? calls[at]!.has(note.n) : hasPlainCall(blocks, note.n)));
    const owner = isCalledIn.at(-1)! ? -1 : isCalledIn.indexOf(true);
    if (owner < 0) continue;
    last.blocks.splice(last.blocks.indexOf(note), 1);
    together[owner]!.blocks.push(note);
  }
}

/** The figures of some fonts are raised without saying so: "winter.5". */
function hasPlainCall(blocks: readonly LaidBlock[], n: number): boolean {
  const call = new RegExp(`\\p{L}[.,;:!?”"’)]*${n}(?![^\\s,;.)])`, 'u');
  return blocks.some((block) => block.kind !== 'note' && block.rows.some(({ text }) => call.test(text)));
}

function numberOf(title: string, label: string | null): { title: string; number: number | null } {
  const [, figures, word] = (label === null ? null : LABEL_ONLY.exec(label)) ?? [];
  const written = word === undefined ? Number(figures ?? NaN) : NUMBER_WORDS.indexOf(word.toLowerCase()) + 1;
  const found = LABELLED.exec(title) ?? NUMBERED.exec(title);
  if (found) return { title: found[2]!, number: Number(found[1]) };
  return { title, number: Number.isFinite(written) ? written : null };
}

/** Names of people right below a chapter's title are its authors. */
function namesBelow(blocks: readonly LaidBlock[], at: number, overleaf: LaidBlock | undefined): string[] {
  const block = blocks[at + 1];
  if (!block || block.rows.length > 2 || block.kind === 'item' || block.stack) return [];
  const names = namesIn(titleOf(block));
  // Names that no text follows are all that there is: the members of a panel, who is thanked.
  if (names.length === 0 || (blocks.slice(at + 2).find(({ kind }) => kind !== 'note') ?? overleaf)?.kind === 'heading') return [];
  // Two capitalised words that look like a heading are one; a name is set as names are in a report.
  if (block.kind === 'heading' && names.length === 1 && !block.italic) return [];
  block.kind = 'noise';
  return names;
}

/** What stands before the first chapter is the front of the report; where there is nothing else, it is the report itself. */
function named(ranges: ChapterRange[], pieces: readonly Piece[]): ChapterRange[] {
  const [first] = ranges;
  const isEmpty = first && !pieces.slice(first.from, first.to).some((piece) => piece.blocks.some((block) => block.kind !== 'noise' && block.kind !== 'note'));
  if (first && first.title === null && ranges.length > 1) first.title = isEmpty ? null : 'Front matter';
  return ranges;
}
