import { isLabelledCaption } from '../../model/captions.ts';
import { squash } from '../../model/fold.ts';
import type { OutlineEntry } from '../../model/layout.ts';
import { joinCells } from '../../model/table-cells.ts';
import { isCaps, isCaption, isFrontTitle, isKnownHeading } from '../classify.ts';
import { isEndMark, isUse } from '../paper-kinds.ts';
import { isItemStart, type LaidBlock } from './blocks.ts';
import { isNotesTitle } from './endnotes.ts';
import { sameSize } from './layout.ts';
import { titleOf } from './notes.ts';
import type { Setting } from './page.ts';
import { isCalledOut, markCalledOut } from './quotes.ts';
import { SENTENCES } from './title.ts';

/** Letters larger than the text's by this share make a heading. */
const LARGER = 1.12;
const ROWS_AT_MOST = 5;
const LETTERS_AT_MOST = 200;
/** A line of a table of contents: leaders, and a page number behind them. Without one it is a form, or a sentence that breaks off. */
const LEADERS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/i;
/** Cells of a row are so far apart at least, as a share of the size. */
const CELLS = 1;
/** White between a picture and what is written under or over it, in points. */
const BESIDE = 30;

/** What the outline says, by page and words. */
export type Outline = (page: number, title: string) => OutlineEntry | null;

/** @returns a look-up that finds a heading in the outline whether or not its number stands there */
export function outlineOf(entries: readonly OutlineEntry[]): Outline {
  const byTitle = Map.groupBy(entries, (entry) => key(entry.title));
  return (page, title) => byTitle.get(key(title))?.find((entry) => entry.page === null || Math.abs(entry.page - page) <= 1) ?? null;
}

function key(title: string): string {
  return squash(title.replace(/^(?:chapter\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)[.:]?\s+/i, ''));
}

/**
 * Tells captions, list entries and headings from running text.
 * @param pages for each page its columns, each with its blocks
 */
export function tellKinds(pages: LaidBlock[][][], setting: Setting, outline: Outline): void {
  const boldBody = share(pages, (block) => block.bold) > 0.5;
  pages.forEach((columns, page) => columns.forEach((blocks, column) => {
    blocks.forEach((block, at) => {
      if (block.kind !== 'body') return;
      const first = block.rows[0]!;
      if (block.rows.some((row) => LEADERS.test(row.text))) block.kind = 'noise';
      else if (((isCaption(first.text) || isLabelledCaption(first.text)) && block.rows.length <= 8) || isBesideFigure(blocks, at, setting)) block.kind = 'caption';
      else if (isItemStart(first, block.rows[1])) block.kind = 'item';
    });
    for (let at = blocks.length - 1; at >= 0; at--) if (blocks[at]!.kind === 'body' && isHeaderRow(blocks[at]!)) takeHeaderRow(blocks, at);
    const last = blocks.findLastIndex(({ kind }) => kind !== 'note');
    const following = (columns[column + 1] ?? pages[page + 1]?.[0])?.[0];
    // From the last to the first: "Article 1" above a slanted title is a heading with it.
    blocks.toReversed().forEach((block, reversed) => {
      const at = blocks.length - 1 - reversed;
      if ((block.kind === 'body' || block.kind === 'item') && !isCalledOut(block, setting) && !(at === last && goesOn(block, following)) && isHeading(blocks, at, setting, boldBody, outline(page, titleOf(block)) !== null)) block.kind = 'heading';
    });
    markCalledOut(blocks, columns[column - 1]?.at(-1), page, setting);
    for (let at = blocks.length - 1; at > 0; at--) if (areOneHeading(blocks[at - 1]!, blocks[at]!)) {
      blocks[at - 1]!.rows.push(...blocks[at]!.rows);
      blocks[at - 1]!.below = blocks[at]!.below;
      blocks.splice(at, 1);
    }
  }));
  keepLast(pages);
}

/** What nothing follows heads nothing: who signed, in capitals. It would be a section without text, and be left out. */
function keepLast(pages: readonly LaidBlock[][][]): void {
  const last = pages.flat(2).findLast(({ kind }) => kind !== 'noise');
  if (last?.kind === 'heading' && !isNotesTitle(titleOf(last))) last.kind = 'body';
}

function share(pages: LaidBlock[][][], of: (block: LaidBlock) => boolean): number {
  let all = 0;
  let those = 0;
  for (const block of pages.flat(2)) if (block.kind === 'body') {
    all += block.rows.length;
    if (of(block)) those += block.rows.length;
  }
  return those / (all || 1);
}

/** A few small or slanted rows next to a picture or a table. */
function isBesideFigure(blocks: readonly LaidBlock[], at: number, setting: Setting): boolean {
  const block = blocks[at]!;
  if (block.rows.length > 4 || !(block.italic || block.size < setting.body * 0.93)) return false;
  const [before, after] = [blocks[at - 1], blocks[at + 1]];
  return Boolean((before?.stack && block.rows[0]!.top - before.stack.bottom < BESIDE) || (after?.stack && after.stack.top - block.rows.at(-1)!.bottom < BESIDE));
}

function isHeading(blocks: readonly LaidBlock[], at: number, setting: Setting, boldBody: boolean, inOutline: boolean): boolean {
  const block = blocks[at]!;
  const text = titleOf(block);
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  if (block.rows.length > ROWS_AT_MOST || text.length > LETTERS_AT_MOST || letters < 2 || isHeaderRow(block) || /^(?:[•▪–]|[“"](?![^”"]+[”"].*\p{L}))/u.test(text)) return false;
  if (isUse(text) || isEndMark(text)) return false;
  if (inOutline && block.rows.length <= 3 && !/[,;]$/.test(text)) return true;
  const ended = /[.,;:。，；：]$/.test(text) && !/\b(?:vs|etc|Inc|Ltd|St)\.$/.test(text);
  if (block.size >= setting.body * LARGER) return !ended || (block.size >= setting.body * 1.4 && !/[,;]$/.test(text) && !SENTENCES.test(text));
  if (ended || block.size < setting.body * 0.9) return false;
  const after = blocks[at + 1];
  const leads = after === undefined || after.kind === 'body' || after.kind === 'item' || after.kind === 'heading' || after.stack !== null || (after.kind === 'note' && isNotesTitle(text));
  if (!leads || (block.kind === 'item' && !block.bold)) return false;
  if (block.bold && !boldBody) return text.length <= 150 && block.rows.length <= 3;
  if (isCaps(text) && block.rows.length <= 3) return after === undefined || !isCaps(titleOf(after)) || after.rows.length > 3;
  const stands = block.rows.length === 1 && text.length < 90 && block.rows[0]!.right < block.right - 2 * block.size && (block.above > setting.body * 0.5 || block.below > setting.body * 0.5);
  if (stands && (isKnownHeading(text) || isFrontTitle(text)) && text.length < 50 && after !== undefined) return true;
  return stands && block.italic && ((after?.kind === 'body' && !after.italic) || (after?.kind === 'heading' && after.italic)) && /^[\p{Lu}\p{N}]/u.test(text);
}

/** True for the last block of a column whose sentence goes on at the top of the next one: text, however it is set. */
function goesOn(block: LaidBlock, following: LaidBlock | undefined): boolean {
  const next = following?.rows[0];
  return next !== undefined && sameSize(next.size, block.size) && next.bold === block.bold && /^\p{Ll}/u.test(next.text) && !/[.!?:]$/.test(block.rows.at(-1)?.text ?? '');
}

/** Words far apart on one line are the names of a table's columns; only a number stands so before a title. */
function isHeaderRow({ rows, size }: LaidBlock): boolean {
  const [row] = rows;
  if (rows.length !== 1) return false;
  const apart = row!.cells.filter((cell, at) => at > 0 && cell.left - row!.cells[at - 1]!.right > CELLS * size);
  return apart.length > 0 && !(apart.length === 1 && /^[\d.]+$|^[IVX]+\.?$|^\p{L}\.?$|^\p{L}+\s[\dIVX]+[.:]?$/u.test(row!.cells[0]!.text));
}

/** The names of a table's columns that stand a little apart from its rows, or are bold, belong to it. */
function takeHeaderRow(blocks: LaidBlock[], at: number): void {
  const [header, table] = [blocks[at]!, blocks[at + 1]];
  const [row] = header.rows;
  header.ends = true;
  if (table?.stack?.kind !== 'table' || table.stack.top - row!.bottom > 2 * header.size) return;
  table.rows = [{ ...row!, text: joinCells(row!.cells.map(({ text }) => text)) }, ...table.rows];
  blocks.splice(at, 1);
}

function areOneHeading(above: LaidBlock, below: LaidBlock): boolean {
  return above.kind === 'heading' && below.kind === 'heading' && Math.abs(above.size - below.size) < 0.3 && above.bold === below.bold && above.italic === below.italic
    && isCaps(titleOf(above)) === isCaps(titleOf(below)) && below.above < below.size * 0.55 && above.rows.length + below.rows.length <= ROWS_AT_MOST && !/^(?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)\.?\s/.test(titleOf(below));
}
