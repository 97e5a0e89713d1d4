import type { SourceLine } from '../model/source.ts';

/**
 * What a block of lines was found to be. `body` and `item` are read; `note`, `caption`, `quote`, `figure`, `table`
 * and `aside` stand beside the text; `head`, `urls`, `signature` and `noise` are no text of the report.
 */
export type BlockKind = 'body' | 'item' | 'heading' | 'note' | 'caption' | 'quote' | 'figure' | 'table' | 'signature' | 'head' | 'urls' | 'aside' | 'noise';

/** Lines between two blank ones (or two hard line ends). */
export interface Block {
  kind: BlockKind;
  lines: SourceLine[];
  /** A footnote's number. */
  n: number;
  /** A heading's level, where the layout tells: 1 for a chapter's main headings. */
  level?: number;
  /** Whether a paragraph begins or ends here, where the layout tells. */
  begins?: boolean | undefined;
  ends?: boolean | undefined;
  /** A figure of its own, whatever stands next to it. */
  apart?: boolean;
}

/** What a running head or foot says. */
export interface PageHead {
  label: string | null;
  /** "Chapter 4: …" → 4 */
  chapter: number | null;
  title: string | null;
  author: string | null;
}

export interface Page {
  blocks: Block[];
  head: PageHead | null;
  /** The printed label, read or counted; null where the count is not safe. */
  label: string | null;
  line: number;
}

const TERMINAL = /[.!?:…。！？][”’"'»)\]」』）]*$/;
const TRAILING_CALL = /(?<=[\p{L}\p{P}])(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹\u2009]+)$/u;

/** All of a block's words on one line; for looking at, not for keeping. */
export function plain(block: Block): string {
  return block.lines.length === 1 ? block.lines[0]!.text : block.lines.map((line) => line.text).join(' ');
}

/** True where a text has come to an end: a full stop or its like, a note call behind it not counted. */
export function isTerminated(text: string): boolean {
  const end = text.trimEnd();
  return TERMINAL.test(end) || TERMINAL.test(end.replace(TRAILING_CALL, ''));
}

/** True for a line that neither goes on in a new word nor breaks one: in a file that keeps its blanks, a paragraph's end. */
export function isHardEnd(line: SourceLine): boolean {
  return !line.spaced && !/[-–—/\u2010]$/.test(line.text);
}

/** True for a label rather than a sentence: it stops at a hard line end without a full stop. */
export function isLabel(block: Block, keepsBlanks: boolean): boolean {
  const last = block.lines.at(-1)!;
  return !isTerminated(last.text) && !/[,;]$/.test(last.text) && (!keepsBlanks || isHardEnd(last));
}

/** The first and the last line of the file that spans stand on. @param spans one at least */
export const linesOfSpans = (spans: readonly { line: number }[]): { from: number; to: number } => boundsOf(spans, ({ line }) => line);

/** The least and the greatest of the numbers of many things: there may be more than a function takes. */
export function boundsOf<T>(all: readonly T[], numberOf: (one: T) => number): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (const one of all) {
    const number = numberOf(one);
    if (number < from) from = number;
    if (number > to) to = number;
  }
  return { from, to };
}
