import type { PagedSource, SourceLine } from '../model/source.ts';
import type { Block, Page, PageHead } from './block.ts';
import { isHardEnd } from './block.ts';

/** Letters of a line in text that runs down the page (a photo credit set vertically). */
const SLIVER = 4;
/** How many such lines in a row make it certain. */
const SLIVERS = 6;
const URL_LINE = /^https?:\/\/\S+$/;
const LABEL = '(\\d{1,3}|[ivxlc]{1,7})';

/**
 * Cuts a text report into pages, and pages into blocks. A page begins at a page mark or after two blank lines.
 * Vertical text, lists of link targets and running heads are told apart here; the rest is `body` for now.
 */
export function cutPages(source: PagedSource): Page[] {
  const { lines, blanks } = withoutSlivers(source.lines);
  const pages: Page[] = [];
  let blocks: Block[] = [];
  let from = 0;
  const endBlock = (to: number): void => {
    if (to === from) return;
    const own = lines.slice(from, to);
    blocks.push({ kind: own.every((line) => URL_LINE.test(line.text)) ? 'urls' : 'body', lines: own, n: 0 });
    from = to;
  };
  const endPage = (to: number): void => {
    endBlock(to);
    if (blocks.length > 0) pages.push({ blocks, head: null, label: null, line: blocks[0]!.lines[0]!.n });
    blocks = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const before = blanks.get(lines[at]!) ?? blanksBefore(lines, at);
    if (lines[at]!.mark || before >= 2) endPage(at);
    else if (before > 0) endBlock(at);
  }
  endPage(lines.length);
  readHeads(pages, source.keepsBlanks);
  return pages;
}

/** How many blank lines stand before a line. */
const blanksBefore = (lines: readonly SourceLine[], at: number): number => lines[at]!.n - (at > 0 ? lines[at - 1]!.n : 0) - 1;

/**
 * Leaves out vertical text with the blank lines inside and behind it, which are no page breaks.
 * @returns the lines, and for those right behind such text how many blank lines stand before it
 */
function withoutSlivers(lines: readonly SourceLine[]): { lines: readonly SourceLine[]; blanks: ReadonlyMap<SourceLine, number> } {
  const blanks = new Map<SourceLine, number>();
  const kept: SourceLine[] = [];
  /** Where the last vertical text ended. */
  let from = 0;
  const keep = (to: number): void => {
    for (; from < to; from++) kept.push(lines[from]!);
  };
  for (let at = 0; at < lines.length; at++) {
    let to = at;
    while (to < lines.length && lines[to]!.text.length <= SLIVER) to += 1;
    if (to - at < SLIVERS) continue;
    keep(at);
    if (to < lines.length) blanks.set(lines[to]!, blanksBefore(lines, at));
    from = to;
    at = to - 1;
  }
  if (from === 0) return { lines, blanks };
  keep(lines.length);
  return { lines: kept, blanks };
}

/** Finds the running head or foot of each page: its first or last block, link targets aside. */
function readHeads(pages: Page[], keepsBlanks: boolean): void {
  const titles = new Map<string, number>();
  const candidates = pages.map((page) => {
    const blocks = page.blocks.filter((block) => block.kind !== 'urls');
    return [...new Set([blocks[0], blocks.at(-1)])].flatMap((block) => {
      const head = block && block.lines.length === 1 && (!keepsBlanks || isHardEnd(block.lines[0]!)) ? parseHead(block.lines[0]!.text) : null;
      if (head?.title) titles.set(head.title, (titles.get(head.title) ?? 0) + 1);
      return head ? [{ block: block!, head }] : [];
    });
  });
  pages.forEach((page, at) => {
    const found = candidates[at]!.find(({ block, head }) => isHead(page, block, head, titles));
    if (!found) return;
    page.head = found.head;
    page.label = found.head.label;
    found.block.kind = 'head';
  });
}

function isHead(page: Page, block: Block, head: PageHead, titles: ReadonlyMap<string, number>): boolean {
  if (head.chapter !== null || head.author !== null || head.title === null) return true;
  // "1 Executive Summary" above the title "Executive Summary", or the same words on several pages.
  const next = page.blocks[page.blocks.indexOf(block) + 1]?.lines[0]?.text;
  return next === head.title || (titles.get(head.title) ?? 0) > 1;
}

const ONLY_LABEL = new RegExp(`^[–—-]?\\s*${LABEL}\\s*[–—-]?$`);
const CHAPTER_HEAD = /^(?:(\d{1,3})\s+)?chapter\s+(\d{1,2})\s*[:.–—-]\s*(.{3,80}?)(?:\s+(\d{1,3}))?$/i;
const GLUED_NAME = /^(\d{1,3})(\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*(?:(?: and |, | & )\p{Lu}[\p{L}\p{M}’'-]+)*)$/u;
const LABEL_TITLE = /^(\d{1,3}|[ivxlc]{1,7})\s+(\p{Lu}.{2,70}[^.,;:?!])$/u;
const TITLE_LABEL = /^(\p{Lu}.{2,70}?[^.,;:?!\d])\s+(\d{1,3}|[ivxlc]{1,7})$/u;

/** Reads one line as a running head; null where it cannot be one. */
function parseHead(text: string): PageHead | null {
  const label = ONLY_LABEL.exec(text);
  if (label) return { label: label[1]!, chapter: null, title: null, author: null };
  const chapter = CHAPTER_HEAD.exec(text);
  if (chapter && (chapter[1] ?? chapter[4])) return { label: chapter[1] ?? chapter[4]!, chapter: Number(chapter[2]), title: chapter[3]!, author: null };
  const name = GLUED_NAME.exec(text);
  if (name) return { label: name[1]!, chapter: null, title: null, author: name[2]! };
  const before = LABEL_TITLE.exec(text);
  if (before) return { label: before[1]!, chapter: null, title: before[2]!, author: null };
  const after = TITLE_LABEL.exec(text);
  return after ? { label: after[2]!, chapter: null, title: after[1]!, author: null } : null;
}
