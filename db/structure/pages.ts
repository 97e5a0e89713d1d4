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
  const lines = withoutSlivers(source.lines);
  const pages: Page[] = [];
  let blocks: Block[] = [];
  let current: SourceLine[] = [];
  const endBlock = (): void => {
    if (current.length > 0) blocks.push({ kind: current.every((line) => URL_LINE.test(line.text)) ? 'urls' : 'body', lines: current, n: 0 });
    current = [];
  };
  const endPage = (): void => {
    endBlock();
    if (blocks.length > 0) pages.push({ blocks, head: null, label: null, line: blocks[0]!.lines[0]!.n });
    blocks = [];
  };
  let blanks = 0;
  for (const line of lines) {
    if (line.text === '') {
      blanks += 1;
      endBlock();
      continue;
    }
    if (line.mark || blanks >= 2) endPage();
    blanks = 0;
    current.push(line);
  }
  endPage();
  readHeads(pages, source.keepsBlanks);
  return pages;
}

/** Leaves out vertical text with the blank lines inside and behind it, which are no page breaks. */
function withoutSlivers(lines: readonly SourceLine[]): SourceLine[] {
  const out: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    let last = at - 1;
    let count = 0;
    for (let i = at; i < lines.length && lines[i]!.text.length <= SLIVER; i++) if (lines[i]!.text !== '') {
      count += 1;
      last = i;
    }
    if (count < SLIVERS || lines[at]!.text === '') {
      out.push(lines[at]!);
      continue;
    }
    at = last;
    while (lines[at + 1]?.text === '') at += 1;
  }
  return out;
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
