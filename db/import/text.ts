import { BLANK, kindAt } from '../model/letters.ts';
import type { PagedSource, SourceLine } from '../model/source.ts';

/** A page mark is rare: were more than a quarter of the lines to begin with a single blank, it would be an indent. */
const MARKS_AT_MOST = 0.25;
/** No more blanks stand behind the last page, in letters. */
const TAIL = 20;

/**
 * Cuts a text report into lines and notes what its extractor left behind: page marks (form feeds, or a single leading
 * blank) and the blank at the end of a line that goes on.
 */
export function readText(written: string): PagedSource {
  // Programs that set text write the hyphen's own sign; whoever types one has the other.
  const text = written.includes('\u2010') ? written.replace(HYPHEN, '-') : written;
  const habits = new Habits();
  const lines: SourceLine[] = [];
  const fed: SourceLine[] = [];
  // Most files have none of these, and then no line has to be looked at for them.
  const hasFeeds = text.includes('\f');
  const hasMoreBlanks = MORE_BLANKS.test(text);
  let n = 0;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    let cut = cutLine(text, start, end);
    habits.add(text, cut);
    const formFeed = hasFeeds && text.slice(start, end).includes('\f');
    let content = text;
    if (formFeed || (end > start && text.charCodeAt(end - 1) === SOFT_HYPHEN)) {
      content = softened(text.slice(start, end).replace(/\f/g, ''));
      cut = cutLine(content, 0, content.length);
    }
    n += 1;
    const indent = cut.from - (content === text ? start : 0);
    start = end + 1;
    if (cut.from === cut.to) continue;
    const trimmed = content.slice(cut.from, cut.to);
    const line: SourceLine = { n, text: hasMoreBlanks || formFeed ? singleBlanks(trimmed) : trimmed, spaced: cut.endsBlank, mark: cut.oneBlank };
    if (indent > 0) line.indent = indent;
    const cells = hasMoreBlanks ? cellsOf(trimmed) : null;
    if (cells) line.cells = cells;
    if (line.text.length < trimmed.length) line.laid = trimmed;
    lines.push(line);
    if (formFeed) fed.push(line);
  }
  const { blankMarks, keepsBlanks } = habits.found();
  if (!keepsBlanks) for (const line of lines) line.spaced = !isBroken(line.text, line.text.length);
  // Where pages are fed, a blank is an indent.
  if (!blankMarks || fed.length > 1) for (const line of lines) line.mark = false;
  for (const line of fed) line.mark = true;
  return { kind: 'pages', lines, keepsBlanks, ...(fed.length > 0 ? { feeds: fed.length } : {}), ...(hasFeeds && /\f\s*$/.test(text.slice(-TAIL)) ? { endsFed: true } : {}) };
}

/** A line without the blanks at both ends, and what they were. */
interface CutLine {
  from: number;
  to: number;
  endsBlank: boolean;
  oneBlank: boolean;
}

function cutLine(text: string, start: number, end: number): CutLine {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from += 1;
  while (from < to && isBlank(text, to - 1)) to -= 1;
  return { from, to, endsBlank: end > start && isBlank(text, end - 1), oneBlank: end - start > 1 && text.startsWith(' ', start) && !isBlank(text, start + 1) };
}

/** What the extractor did at the lines' beginnings and ends, told line by line. */
class Habits {
  #filled = 0;
  #marked = 0;
  #goOn = 0;
  #spaced = 0;
  /** Whether the line before may go on in this one, and ended in a blank. */
  #goesOn = false;
  #endedBlank = false;

  add(text: string, { from, to, endsBlank, oneBlank }: CutLine): void {
    const isFilled = to > from;
    if (isFilled && this.#goesOn) {
      this.#goOn += 1;
      if (this.#endedBlank) this.#spaced += 1;
    }
    if (isFilled) this.#filled += 1;
    if (isFilled && oneBlank) this.#marked += 1;
    this.#goesOn = isFilled && !isBroken(text, to);
    this.#endedBlank = endsBlank;
  }

  found(): { blankMarks: boolean; keepsBlanks: boolean } {
    return { blankMarks: this.#marked <= this.#filled * MARKS_AT_MOST, keepsBlanks: this.#goOn > 0 && this.#spaced > this.#goOn * 0.6 };
  }
}

const HYPHEN = /(?<=\p{L})\u2010/gu;
const SOFT_HYPHEN = 0xad;
/** A soft hyphen at the end is set as one. */
const softened = (line: string): string => (line.endsWith('\u00ad') ? `${line.slice(0, -1)}-` : line);
/** Blanks within a line that are to be one. */
const MORE_BLANKS = /[\u00a0\t]| {2}/;
const singleBlanks = (trimmed: string): string => (MORE_BLANKS.test(trimmed) ? trimmed.replace(/[\u00a0\t ]+/g, ' ') : trimmed);
/** Blanks that can stand between two columns of a table. */
const GAPS = /[\u00a0\t ]{2,}|\t/g;
const WIDE = 3;

/** What stands in the columns of a line; null where nothing in it is as far apart as columns are. */
function cellsOf(trimmed: string): string[] | null {
  const cells: string[] = [];
  let from = 0;
  for (const { index, 0: gap } of MORE_BLANKS.test(trimmed) ? trimmed.matchAll(GAPS) : []) {
    if (gap.length < WIDE && !gap.includes('\t')) continue;
    cells.push(singleBlanks(trimmed.slice(from, index)));
    from = index + gap.length;
  }
  return cells.length === 0 ? null : [...cells, singleBlanks(trimmed.slice(from))];
}

const isBlank = (text: string, at: number): boolean => (kindAt(text, at) & BLANK) !== 0;
/** A word goes on behind this end of a line: it ends in a hyphen or a slash. */
function isBroken(text: string, end: number): boolean {
  const unit = text.charCodeAt(end - 1);
  return unit === 0x2d || unit === 0x2f || unit === 0x2010;
}
