import { passageId, slug } from '../model/ids.ts';
import type { Chapter, Footnote, ImportWarning, Passage, PageSpan } from '../model/report.ts';
import type { PagedSource } from '../model/source.ts';
import type { Block, Page } from './block.ts';
import { takeCalls } from './calls.ts';
import { casingOf, type Casing } from './casing.ts';
import { findChapters, type ChapterRange } from './chapter-starts.ts';
import { classify, contextOf, isFrontTitle } from './classify.ts';
import { orderColumns } from './columns.ts';
import { closeUp, joinLines, lexiconOf, type Lexicon } from './hyphens.ts';
import type { Manifest } from './manifest.ts';
import { findNotes } from './notes.ts';
import { countLabels } from './page-labels.ts';
import { cutPages } from './pages.ts';
import { joinParagraphs, type Draft } from './paragraphs.ts';
import { findQuotes } from './quotes.ts';
import { resolveReferences } from './references.ts';
import { makeSections } from './sections.ts';
import { takeSignatures } from './signatures.ts';

/** What the lines of a report became. */
export interface Structured {
  chapters: Chapter[];
  passages: Passage[];
  footnotes: Footnote[];
  warnings: ImportWarning[];
}

interface Whole {
  pages: Page[];
  lexicon: Lexicon;
  casing: Casing;
  keepsBlanks: boolean;
  taken: Set<string>;
  chapters: number;
}

/** Turns the lines of a paged text report into its structure. Each step is a file of this folder. */
export function structurePages(source: PagedSource, title: string, manifest: Manifest | null): Structured {
  const pages = cutPages(source);
  const runs = findNotes(pages);
  const context = contextOf(pages, source.keepsBlanks);
  classify(pages, context);
  findQuotes(pages, context);
  const warnings = orderColumns(pages, context);
  const ranges = findChapters(pages, runs);
  if (manifest?.chapters?.length === ranges.length) ranges.forEach((range, at) => Object.assign(range, manifest.chapters![at]));
  for (const range of ranges) takeSignatures(pages, range, source.keepsBlanks);
  countLabels(pages, ranges);
  const bodies = pages.flatMap((page) => page.blocks.filter((block) => block.kind === 'body' || block.kind === 'item').map(unbroken));
  const whole: Whole = {
    pages, keepsBlanks: source.keepsBlanks, casing: casingOf(bodies), taken: new Set(), chapters: ranges.length,
    lexicon: lexiconOf([...bodies, ...pages.flatMap((page) => page.blocks.filter((block) => block.kind === 'note').map(unbroken))], pages.flatMap((page) => page.blocks.flatMap((block) => (block.kind === 'urls' ? block.lines.map((line) => line.text) : [])))),
  };
  const out: Structured = { chapters: [], passages: [], footnotes: [], warnings };
  const ids = new Set<string>();
  for (const range of ranges) addChapter(out, whole, range, ids, title);
  return out;
}

/** A block's text without the words that a line end broke in two. */
function unbroken(block: Block): string {
  return block.lines.map(({ text }, at) => {
    const whole = at < block.lines.length - 1 ? text.replace(/[\p{L}\p{M}’']+-$/u, '') : text;
    return block.lines[at - 1]?.text.endsWith('-') ? whole.replace(/^[\p{L}\p{M}’']+/u, '') : whole;
  }).join(' ');
}

function addChapter(out: Structured, whole: Whole, range: ChapterRange, ids: Set<string>, reportTitle: string): void {
  const { drafts, headings } = joinParagraphs(whole.pages, range, whole.lexicon, whole.keepsBlanks);
  if (drafts.length === 0) return;
  const titleAt = headings.findIndex((heading) => heading.page === range.from && isFrontTitle(heading.text));
  const title = range.title ?? (range.number !== null ? `Chapter ${range.number}` : whole.chapters === 1 ? reportTitle : `Part ${out.chapters.length + 1}`);
  const wanted = range.number === null ? slug(title, 'part') : `ch${range.number}`;
  const id = ids.has(wanted) ? `${wanted}-${ids.size + 1}` : wanted;
  ids.add(id);

  const notes = notesOf(whole, range, id);
  const { calls, uncalled } = takeCalls(drafts, notes.map((note) => ({ n: Number(note.n), page: note.at })));
  const { sections, of } = makeSections(id, drafts, headings, titleAt, whole.casing);
  const passages = drafts.map((draft, at): Passage => {
    const passage = { id: passageId(draft.text, whole.taken), chapter: id, section: of[at]!, kind: draft.kind, text: draft.text, pages: labelsOf(whole.pages, draft), lines: linesOf(draft), footnotes: calls[at]! };
    whole.taken.add(passage.id);
    return passage;
  });
  const footnotes = notes.map(({ at: _at, ...note }): Footnote => note);
  resolveReferences(footnotes);
  out.chapters.push({ id, number: range.number, title, authors: range.authors, sections, pages: { from: whole.pages[range.from]!.label, to: whole.pages[range.to - 1]!.label } });
  out.passages.push(...passages);
  out.footnotes.push(...footnotes);
  for (const note of uncalled) {
    const { lines } = footnotes.find((found) => found.n === String(note.n))!;
    out.warnings.push({ code: 'note-without-call', message: `The place that calls note ${note.n} of “${title}” was not found.`, line: lines.from });
  }
}

function notesOf({ pages, lexicon }: Whole, range: ChapterRange, chapter: string): (Footnote & { at: number })[] {
  const notes = pages.slice(range.from, range.to).flatMap((page, i) => page.blocks.filter((block) => block.kind === 'note').map((block) => {
    const { text } = joinLines(block.lines, lexicon, true);
    return {
      id: `${chapter}-n${block.n}`, chapter, n: String(block.n), text: closeUp(text.replace(/^\d{1,3}\s+/, '')), page: page.label,
      lines: { from: block.lines[0]!.n, to: block.lines.at(-1)!.n }, refersTo: null, at: range.from + i,
    };
  }));
  const seen = new Set<string>();
  return notes.toSorted((a, b) => Number(a.n) - Number(b.n)).filter((note) => !seen.has(note.id) && seen.add(note.id));
}

function labelsOf(pages: readonly Page[], draft: Draft): PageSpan {
  const numbers = draft.spans.map((span) => span.page);
  return { from: pages[numbers[0]!]!.label, to: pages[numbers.at(-1)!]!.label };
}

function linesOf(draft: Draft): { from: number; to: number } {
  const lines = draft.spans.map((span) => span.line);
  return { from: Math.min(...lines), to: Math.max(...lines) };
}
