import type { Page } from './block.ts';
import { plain } from './block.ts';
import { isFrontTitle, isKnownHeading } from './classify.ts';
import type { NoteRun } from './notes.ts';

const OPENER = /^(?:\d+\.?\s+)?introduction$/i;

/** A chapter as pages, before its text is put together. */
export interface ChapterRange {
  from: number;
  /** The page after its last. */
  to: number;
  title: string | null;
  number: number | null;
  authors: string[];
}

/**
 * Finds where chapters begin: at a page whose heading is the title of such a part ("Foreword", "Chapter 3"), and,
 * where the title pages are missing, at the page before which the footnotes begin again at 1.
 */
export function findChapters(pages: Page[], runs: readonly NoteRun[]): ChapterRange[] {
  const titles = new Map<number, string>();
  pages.forEach((page, at) => {
    const first = firstRead(page);
    if (first?.kind === 'heading' && isFrontTitle(plain(first))) titles.set(at, plain(first));
  });
  const starts = new Set([0, ...titles.keys()]);
  runs.forEach((run, at) => {
    const before = runs[at - 1];
    if (!before) return;
    const from = before.lastPage + 1;
    const candidates = Array.from({ length: Math.max(0, run.firstPage - from + 1) }, (_, i) => from + i);
    if (candidates.some((page) => starts.has(page))) return;
    const best = candidates.toSorted((a, b) => openerScore(pages[b]!) - openerScore(pages[a]!) || b - a)[0];
    starts.add(best ?? run.firstPage);
  });
  // In a volume of several authors, each of them begins with an introduction.
  const text = pages.findIndex((page) => page.blocks.some((block) => block.kind === 'body'));
  pages.forEach((page, at) => {
    const first = firstRead(page);
    if (first?.kind === 'heading' && OPENER.test(plain(first)) && text >= 0 && text < at) starts.add(at);
  });
  const sorted = [...starts].sort((a, b) => a - b);
  const ranges = sorted.map((from, at): ChapterRange => {
    const to = sorted[at + 1] ?? pages.length;
    const heads = pages.slice(from, to).flatMap((page) => (page.head ? [page.head] : []));
    const named = heads.find((head) => head.chapter !== null);
    const author = heads.find((head) => head.author !== null)?.author;
    const { title, number } = splitTitle(titles.get(from) ?? null);
    return { from, to, title: title ?? named?.title ?? null, number: number ?? named?.chapter ?? null, authors: author ? author.split(/ and | & |, /) : [] };
  });
  countNumbers(ranges);
  return ranges;
}

function firstRead(page: Page) {
  return page.blocks.find((block) => block.kind !== 'head' && block.kind !== 'urls' && block.kind !== 'noise');
}

/** How much a page looks like the first of a chapter. */
function openerScore(page: Page): number {
  const first = firstRead(page);
  if (first?.kind !== 'heading') return 0;
  return OPENER.test(plain(first)) ? 2 : isKnownHeading(plain(first)) ? 0 : 1;
}

function splitTitle(title: string | null): { title: string | null; number: number | null } {
  const found = title === null ? null : /^chapter\s+(\d+)\s*[:.–—-]?\s*(.*)$/i.exec(title);
  return found ? { title: found[2] || null, number: Number(found[1]) } : { title, number: null };
}

/** Fills in the numbers between two known ones, where just as many chapters lie between; then on to the end. */
function countNumbers(ranges: ChapterRange[]): void {
  let known: { at: number; number: number } | null = null;
  ranges.forEach((range, at) => {
    if (range.number === null) return;
    if (known && range.number - known.number === at - known.at) for (let i = known.at + 1; i < at; i++) ranges[i]!.number ??= known.number + (i - known.at);
    known = { at, number: range.number };
  });
  const last = known as { at: number; number: number } | null;
  if (last) for (let i = last.at + 1; i < ranges.length && ranges[i]!.title === null; i++) ranges[i]!.number ??= last.number + (i - last.at);
}
