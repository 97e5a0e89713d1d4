import type { SourceBlock } from '../model/source.ts';
import { bareTitle, hasLeaders, isContentsTitle, pageBehind } from './contents.ts';

type Heading = Extract<SourceBlock, { kind: 'heading' }>;

/** So many entries in a row are a table of contents, though nothing calls them so. */
const ENTRIES = 3;
/** Below a title like "Contents" so many of the pieces are entries, by share; elsewhere so many of the headings are named. */
const MOST = 0.6;
/** An entry is no longer than this, in letters. */
const LETTERS = 250;

/**
 * Takes out the table of contents that a document carries in its text: the app makes its own. It is what a title like
 * "Contents" stands over, as far as it names the document's headings or ends in page numbers; and, without such a title,
 * a list that names most of the headings of a level before they come.
 */
export function withoutContents(blocks: readonly SourceBlock[]): SourceBlock[] {
  const headings = headingsOf(blocks);
  const out: SourceBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const end = blocks[at]!.kind === 'heading' ? endOfTitled(blocks, at, headings) : endOfList(blocks, at, headings);
    if (end === at) out.push(blocks[at]!);
    at = Math.max(end, at + 1);
  }
  return out;
}

interface Headings {
  /** The last heading that says this. */
  last: Map<string, { level: number; at: number }>;
  /** How many there are of a level. */
  count: Map<number, number>;
}

function headingsOf(blocks: readonly SourceBlock[]): Headings {
  const found: Headings = { last: new Map(), count: new Map() };
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading') return;
    found.last.set(bareTitle(block.text), { level: block.level, at });
    found.count.set(block.level, (found.count.get(block.level) ?? 0) + 1);
  });
  return found;
}

/** @returns where the contents below a title end; the title's own place where it stands over none */
function endOfTitled(blocks: readonly SourceBlock[], at: number, headings: Headings): number {
  const title = blocks[at] as Heading;
  if (!isContentsTitle(title.text)) return at;
  let end = at + 1;
  let last = at + 1;
  let entries = 0;
  for (let block = blocks[end]; block && block.kind !== 'heading'; block = blocks[end]) {
    end += 1;
    if (!isEntry(block, headings)) continue;
    entries += 1;
    last = end;
  }
  const next = blocks[end];
  // A title over headings of its own is a chapter's, whatever it says.
  if (end === at + 1) return next?.kind === 'heading' && next.level > title.level ? at : end;
  return entries > 0 && entries >= (last - at - 1) * MOST ? last : at;
}

function isEntry(block: Exclude<SourceBlock, Heading>, headings: Headings): boolean {
  const lines = block.text.split('\n');
  return lines.filter((line) => line.length < LETTERS && (hasLeaders(line) || pageBehind(line) !== null || named(line, headings))).length > lines.length / 2;
}

/** The heading that a line names, with or without a page behind it. */
function named(line: string, { last }: Headings): { level: number; at: number } | undefined {
  const found = last.get(bareTitle(line));
  const page = found ? null : pageBehind(line);
  return page === null ? found : last.get(bareTitle(line.slice(0, line.lastIndexOf(page))));
}

/** @returns where a list of entries without a title ends; its own place where there is none */
function endOfList(blocks: readonly SourceBlock[], at: number, headings: Headings): number {
  if (at > 0 && levelNamed(blocks[at - 1]!, at - 1, headings) !== null) return at;
  const levels: number[] = [];
  for (let level; at + levels.length < blocks.length && (level = levelNamed(blocks[at + levels.length]!, at + levels.length, headings)) !== null;) levels.push(level);
  if (levels.length < ENTRIES) return at;
  const top = levels.reduce((least, level) => Math.min(least, level));
  return levels.filter((level) => level === top).length >= headings.count.get(top)! * MOST ? at + levels.length : at;
}

/** The level of the heading further on that a piece names, and says nothing else. */
function levelNamed(block: SourceBlock, at: number, headings: Headings): number | null {
  if ((block.kind !== 'list-item' && block.kind !== 'paragraph') || block.text.length > LETTERS) return null;
  const heading = named(block.text, headings);
  return heading && heading.at > at ? heading.level : null;
}
