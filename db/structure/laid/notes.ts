import type { Rule } from '../../model/layout.ts';
import { isTerminated } from '../block.ts';
import { RAISED, raised, raisedValue } from '../raised.ts';
import type { LaidBlock } from './blocks.ts';
import { joinedAtSoft } from './hyphens.ts';
import { footBelowRule } from './note-rules.ts';
import { numberSigns } from './signs.ts';
import type { Row, Setting } from './page.ts';

/** Footnotes are set smaller than the text by this share at least. */
export const SMALLER = 0.95;
/** How far ahead of the last number a note may be. */
const AHEAD = 12;

const RAISED_START = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?(?=\S)/;
/** "* Ada Larsen is a fellow …": a note to a title or a name. */
const STARRED = /^[*†‡]{1,3}\s?(?=\p{L})/u;
const NUMBER_START = /^\[?(\d{1,3})[.)\]]?\s+(?=\S)/;

const OPEN_END = /(?::|\b(?:chaps?|nos?|vols?|pp?|eds?|figs?|secs?|paras?|trans|cf|vgl|bd|nr)\.)$/i;

/** What the search for notes remembers from page to page. */
interface Numbering {
  last: number;
  /** The note that may go on in the next column. */
  open: LaidBlock | null;
}

/**
 * Marks the footnotes: rows at the foot of a column, small or below a short rule, that begin with a number that is due, raised or not. A note
 * that goes on in the next column or on the next page is put together there. What a star begins is no part of the text
 * around it, which goes on over it.
 * @param pages for each page its columns, each with its blocks; notes are cut apart
 * @param rules of each page
 */
export function markFootnotes(pages: LaidBlock[][][], setting: Setting, rules: readonly (readonly Rule[])[]): void {
  const numbering: Numbering = { last: 0, open: null };
  pages.forEach((columns, page) => {
    for (const blocks of columns) {
      let from = blocks.length;
      while (from > 0 && isSmallText(blocks[from - 1]!, setting)) from -= 1;
      if (from === blocks.length) from = footBelowRule(blocks, rules[page]!, (row) => isNoteOf(columns, row, numbering)) ?? from;
      if (from === blocks.length) continue;
      const foot = blocks.splice(from);
      numberSigns(foot, columns, setting, numbering.last);
      blocks.push(...takeNotes(foot, numbering));
    }
  });
}

/** True for a row that begins a note which is called on its page, or goes on with the last note. */
function isNoteOf(columns: readonly LaidBlock[][], row: Row, numbering: Numbering): boolean {
  const n = numberOf(row, numbering, false);
  if (n === null) return numbering.open !== null && !isTerminated(numbering.open.rows.at(-1)!.text);
  const call = new RegExp(`\\S${raised(n)}(?![${RAISED}])`);
  return columns.some((blocks) => blocks.some(({ rows }) => rows.some(({ text }) => call.test(text))));
}

function isSmallText(block: LaidBlock, setting: Setting): boolean {
  return block.kind === 'body' && block.rows.length > 0 && block.size < setting.body * SMALLER;
}

/** Cuts the rows at the foot of a column into notes. What comes before the first belongs to the last note, if that was left open. */
function takeNotes(foot: LaidBlock[], numbering: Numbering): LaidBlock[] {
  const out: LaidBlock[] = [];
  const before = numbering.open;
  let note: LaidBlock | null = null;
  for (const block of foot) {
    let kept: Row[] = [];
    for (const row of block.rows) {
      const n = numberOf(row, numbering, note !== null && !isTerminated(note.rows.at(-1)!.text));
      if (n !== null) {
        note = { ...block, kind: 'note', rows: [row], n };
        numbering.last = n;
        numbering.open = note;
        out.push(note);
      } else if (STARRED.test(row.text)) {
        note = { ...block, kind: 'aside', rows: [row], n: 0 };
        out.push(note);
      } else if (note) note.rows.push(row);
      else kept.push(row);
    }
    if (kept.length > 0) {
      const goesOn: boolean = note === null && before !== null && isOpen(before.rows.at(-1)!.text) && out.length === 0;
      if (goesOn) before!.rows.push(...kept);
      else out.push({ ...block, rows: kept });
    }
    kept = [];
  }
  return out;
}

/** True for the last line of a note that goes on elsewhere: notes end in no colon, and "chap." and its like are no end. */
const isOpen = (text: string): boolean => !isTerminated(text) || OPEN_END.test(text);

/** The number with which a row begins a note; null where it is none, or not due. */
export function numberOf(row: Row, { last }: Pick<Numbering, 'last'>, midSentence: boolean): number | null {
  const raised = RAISED_START.exec(row.text);
  if (raised) return raisedValue(raised[1]!);
  const plain = NUMBER_START.exec(row.text);
  if (!plain) return null;
  const n = Number(plain[1]);
  const isDue = (n > last && n <= last + AHEAD) || n === 1;
  return isDue && !(midSentence && n !== last + 1) && /^[\p{Lu}\p{Lo}“"‘'(«„「『]|^https?:|^\p{Ll}+\.?(?:,| \p{Lu})/u.test(row.text.slice(plain[0].length)) ? n : null;
}

/** @returns a title without the call of a note behind it: "Ports¹", "Ports*" */
export function withoutCall(text: string): string {
  return text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+$|(?<=[\p{L}\p{N}”"’)])\s?[*†‡]{1,3}$/u, '');
}

/** @returns a note's first row without its star */
export const withoutStar = (text: string): string => text.replace(STARRED, '');

/** @returns a note's lines without the arrow that leads back to its call, as web pages have it behind each note */
export function withoutWayBack(lines: readonly string[]): string[] {
  const last = lines.at(-1)!.replace(/(?:\s*[↩⤴]\ufe0e?\d*)+$/u, '');
  return last === '' ? lines.slice(0, -1) : [...lines.slice(0, -1), last];
}

/** @returns a note's first row without its number */
export function withoutNumber(text: string): string {
  return text.replace(RAISED_START, '').replace(NUMBER_START, '');
}

/** All of a block's words on one line, hyphens at line ends kept, except soft ones. */
export function titleOf(block: LaidBlock): string {
  return withoutCall(joinedAtSoft(block.rows.map((row) => row.text))).trim();
}
