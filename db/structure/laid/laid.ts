import type { LinePlace } from '../../model/lines.ts';
import type { ReportFacts } from '../../model/facts.ts';
import type { LaidSource } from '../../model/layout.ts';
import type { Picture, ReportDraft } from '../../model/report.ts';
import type { SourceLine } from '../../model/source.ts';
import { assemble, type Structured } from '../assemble.ts';
import { doubtPages } from '../doubts/doubts.ts';
import type { Block, Page } from '../block.ts';
import type { ChapterRange } from '../chapter-starts.ts';
import { contextOf } from '../classify.ts';
import { factsOfChapters, labelByRuns } from '../facts.ts';
import { findQuotes, tellPullQuotes } from '../quotes.ts';
import { takeSignatures } from '../signatures.ts';
import { cutBibliographies } from './bibliography.ts';
import { cutBlocks, type LaidBlock } from './blocks.ts';
import { takeRaisedCalls } from './calls.ts';
import { joinCaptions } from './captions.ts';
import { cutChapters } from './chapters.ts';
import { takeContents } from './contents.ts';
import { joinTables } from './continued-tables.ts';
import { placeEndnotes } from './endnotes.ts';
import { takeHeads } from './heads.ts';
import { levelHeadings } from './headings.ts';
import { joinedAtSoft, mendedAtSoft, withPlainHyphens } from './hyphens.ts';
import { outlineOf, tellKinds } from './kinds.ts';
import { layOut, settingOf } from './layout.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { markFootnotes, withoutCall, withoutNumber, withoutStar, withoutWayBack } from './notes.ts';
import { bodySize, type CleanPage } from './page.ts';
import { placesOf } from './places.ts';
import { tellPlainHeads } from './plain-heads.ts';
import { markBlockQuotes } from './quotes.ts';
import { renumberNotes } from './renumber.ts';
import { tieParagraphs } from './ties.ts';
import { withoutTitleBlock } from './title.ts';
import { isSpaced } from './spaces.ts';
import { setWrappedAside } from './wrapped.ts';

/**
 * Turns a document whose pages are known by the places of their words into its structure. Each step is a file of this
 * folder whose name begins with "laid"; from the chapters on, the way is that of every paged report.
 * @param facts what is known beside the text
 */
export function structureLaid(source: LaidSource, title: string, facts: ReportFacts): Structured & Pick<ReportDraft, 'pictures' | 'doubts' | 'places'> {
  const clean = withoutTitleBlock(takeHeads(withoutLineNumbers(withPlainHyphens(source.pages))), bodySize(source.pages), title);
  if (facts.pages) for (const page of clean) page.label = labelByRuns(facts.pages, page.number) ?? page.label;
  const columns = layOut(takeContents(clean));
  const setting = settingOf(columns);
  const outline = outlineOf(source.outline);
  const inColumns = columns.map((page) => page.map((column) => cutBlocks(column, setting)));
  cutBibliographies(inColumns, setting);
  markFootnotes(inColumns, setting, clean.map(({ rules }) => rules));
  joinTables(inColumns, clean.map(({ height }) => height));
  joinCaptions(inColumns);
  tellKinds(inColumns, setting, outline);
  tellPlainHeads(inColumns, setting);
  markBlockQuotes(inColumns, setting);
  tieParagraphs(inColumns, setting);
  setWrappedAside(inColumns, setting);
  const blocks = inColumns.map((page) => page.flat());
  placeEndnotes(blocks);
  levelHeadings(blocks, outline, title);
  const { pages, ranges, shown, quoted, places } = toPages(clean, blocks);
  const context = contextOf(pages, false);
  findQuotes(pages, context);
  factsOfChapters(ranges.map((range) => range.title), facts.chapters).forEach((known, at) => {
    if (known) Object.assign(ranges[at]!, known);
  });
  for (const range of ranges) takeSignatures(pages, range, false);
  for (const range of ranges) if (range.authors.length === 0) range.authors = [...(facts.authors ?? [])];
  const renumbered = renumberNotes(pages, ranges);
  const made = assemble(pages, ranges, title, { keepsBlanks: false, softHyphens: true, titleInText: false, takeCalls: takeRaisedCalls });
  // Until here they were paragraphs: notes are called in them.
  for (const passage of made.passages) if (passage.kind === 'paragraph' && quoted.has(passage.lines.from)) passage.kind = 'quotation';
  tellPullQuotes(made.passages);
  const { spans, ...whole } = { ...made, warnings: [...source.warnings, ...renumbered, ...made.warnings] };
  return { ...whole, pictures: picturesOf(source, whole, shown), doubts: doubtPages({ pages, made: { ...whole, spans }, measure: context.measure, lines: null }), places };
}

/** A picture, and the lines of the block that it is shown with. */
interface Shown {
  picture: number;
  line: number;
}

/** Hands the blocks on as lines; a page on which a chapter begins is cut in two before its title. */
function toPages(clean: readonly CleanPage[], laid: LaidBlock[][]): { pages: Page[]; ranges: ChapterRange[]; shown: Shown[]; quoted: ReadonlySet<number>; places: LinePlace[] } {
  const { pieces, ranges } = cutChapters(laid);
  const shown: Shown[] = [];
  const quoted = new Set<number>();
  const places: LinePlace[] = [];
  let n = 0;
  const pages = pieces.map(({ page, blocks }): Page => {
    const line = n + 1;
    // Captions take their pictures before any figure is shown by itself.
    const captions = new Map(blocks.map((block, at) => [block, captioned(blocks, at)]));
    const out = blocks.map((block): Block => {
      const from = n + 1;
      const lines = linesOf(block, clean[page]!.label).map((text, i, all): SourceLine => ({ n: (n += 1), text, spaced: isSpaced(text, all[i + 1]), mark: false }));
      places.push(...placesOf(block, lines.map((line) => line.n), clean[page]!.number));
      const picture = block.stack?.picture ?? captions.get(block) ?? null;
      if (picture !== null) shown.push({ picture, line: from });
      if (block.quoted) quoted.add(from);
      return { kind: block.kind, lines, n: block.n, level: block.level, begins: block.begins, ends: block.ends, apart: block.stack !== null };
    });
    const urls = clean[page]!.links.map((text): SourceLine => ({ n, text, spaced: true, mark: false }));
    const links: Block[] = urls.length > 0 ? [{ kind: 'urls', lines: urls, n: 0 }] : [];
    return { blocks: [...out.filter((block) => block.lines.length > 0), ...links], head: null, label: clean[page]!.label, line };
  });
  return { pages, ranges, shown, quoted, places };
}

function linesOf(block: LaidBlock, label: string | null): string[] {
  const texts = textsOf(block, label);
  return block.kind === 'table' || block.kind === 'figure' ? texts.map((text) => joinedAtSoft([text])) : mendedAtSoft(texts);
}

function textsOf(block: LaidBlock, label: string | null): string[] {
  const texts = block.rows.map((row) => row.text);
  if (block.kind === 'note') return withoutWayBack(texts.map((text, at) => (at === 0 ? `${block.n} ${withoutNumber(text)}` : text)));
  if (block.kind === 'figure' && texts.length === 0) return [label === null ? 'Picture' : `Picture on page ${label}`];
  if (block.kind === 'aside') return texts.map((text, at) => (at === 0 ? withoutStar(text) : text));
  return block.kind === 'heading' ? texts.map(withoutCall) : texts.map((text) => text.replace(/^[–—-]\s+/, block.kind === 'item' ? '• ' : '$&'));
}

/** The picture that a caption belongs to: the one right before or behind it, which is then not shown by itself. */
function captioned(blocks: readonly LaidBlock[], at: number): number | null {
  if (blocks[at]!.kind !== 'caption') return null;
  const beside = [blocks[at - 1], blocks[at + 1]].find((block) => block?.kind === 'figure' && typeof block.stack?.picture === 'number');
  if (!beside) return null;
  const { picture } = beside.stack!;
  beside.stack = { ...beside.stack!, picture: null };
  if (beside.rows.length === 0) beside.kind = 'noise';
  return picture;
}

function picturesOf(source: LaidSource, { passages }: Structured, shown: readonly Shown[]): Picture[] {
  const taken = new Set<string>();
  return shown.flatMap(({ picture, line }) => {
    const passage = passages.find(({ lines }) => lines.from <= line && line <= lines.to);
    const found = source.pictures[picture];
    if (!passage || !found || taken.has(passage.id)) return [];
    taken.add(passage.id);
    return [{ passage: passage.id, ...found }];
  });
}
