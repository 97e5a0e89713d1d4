import { passageId, slug } from '../model/ids.ts';
import { FACETS, type FacetChoice, type Tag } from '../model/facet.ts';
import type { ReportFacts } from '../model/facts.ts';
import type { Origins } from '../model/origin.ts';
import type { Chapter, Passage, Picture } from '../model/report.ts';
import type { BlockSource, SourceBlock, SourcePassage } from '../model/source.ts';
import { withoutContents } from './authored-contents.ts';
import { takeByline } from './authored-front.ts';
import { carryHeadingCalls, numberNotes } from './authored-notes.ts';
import { isFrontTitle } from './classify.ts';
import { factsOfChapters } from './facts.ts';
import { originOf } from './origins.ts';
import { tellPullQuotes } from './quotes.ts';
import type { Structured } from './assemble.ts';

/** An id that an author gives a passage, so that it stays the same when the words change and in a translation. */
const OWN_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
/** Text before a document's only main heading: an author's name, a date. More than this is a chapter of its own. */
const BEFORE_TITLE = 5;

const LABEL = /^(?:(?:chapter|kapitel|chapitre|capítulo|capitolo)\s+)?(\d{1,2})[.:]?$/i;

/** What the blocks of a document became. */
export interface StructuredBlocks extends Structured {
  authored: Map<string, Tag[]>;
  origins: Origins;
  pictures: Picture[];
}

/** A chapter as it stands in the document: what is below its heading. */
interface RawChapter {
  title: string;
  number: number | null;
  line: number;
  /** Where its first line says them. */
  authors: string[] | null;
  blocks: SourceBlock[];
}

/**
 * Turns a document whose author marked its structure into a report. Headings of the first level are chapters; where
 * there is only one, it is the report's title and the second level makes the chapters.
 * @param facts what is known of the report beside its text
 */
export function structureBlocks(source: BlockSource, reportTitle: string, facts: ReportFacts): StructuredBlocks {
  const out: StructuredBlocks = { chapters: [], passages: [], footnotes: [], warnings: [...source.warnings], authored: new Map(), origins: worksOf(source), pictures: [] };
  const blocks = carryHeadingCalls(withoutContents(source.blocks));
  const level = levelOfChapters(blocks);
  const raw = cutChapters(blocks, level, reportTitle);
  const known = factsOfChapters(raw.map((chapter) => chapter.title), facts.chapters);
  const notes = numberNotes(raw, source.notes, out.warnings);
  const taken = new Set<string>();
  const told = new Set<Passage>();
  const ids = new Set<string>();
  raw.forEach((chapter, at) => {
    const { title = chapter.title, number = chapter.number, authors = chapter.authors ?? facts.authors ?? [] } = known[at] ?? {};
    const wanted = number === null ? slug(title, 'chapter') : `ch${number}`;
    const id = ids.has(wanted) ? `${wanted}-${ids.size + 1}` : wanted;
    ids.add(id);
    const made: Chapter = { id, number, title, authors, pages: { from: null, to: null }, sections: [] };
    out.chapters.push(made);
    const before = out.passages.length;
    addBlocks(out, made, chapter.blocks, { level, taken, told, numberOf: notes[at]!.numberOf, pictures: source.pictures });
    out.footnotes.push(...notes[at]!.footnotes(id, out.passages.slice(before)));
  });
  tellPullQuotes(out.passages, told);
  return out;
}

interface Adding {
  level: number;
  taken: Set<string>;
  /** Passages of which their author said what kind they are of. */
  told: Set<Passage>;
  numberOf: (key: string) => string | null;
  pictures: BlockSource['pictures'];
}

function addBlocks(out: StructuredBlocks, chapter: Chapter, blocks: readonly SourceBlock[], { level, taken, told, numberOf, pictures }: Adding): void {
  let section: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      chapter.sections.push({ id: (section = `${chapter.id}.${chapter.sections.length + 1}`), title: block.text, level: Math.max(1, block.level - level), runIn: block.runIn });
      continue;
    }
    if (typeof block.section === 'number') {
      if (block.section > chapter.sections.length) out.warnings.push({ code: 'mark-unreadable', message: `“{section: ${block.section}}” was left out: no more than ${chapter.sections.length} headings stand before it in its chapter.`, line: block.line });
      else section = chapter.sections[block.section - 1]?.id ?? null;
    }
    if (block.id && !isFree(block.id, taken)) out.warnings.push({ code: 'mark-unreadable', message: `“{id: ${block.id}}” was left out: ${OWN_ID.test(block.id) ? 'another passage has it' : 'an id is small letters and digits, with a hyphen within'}.`, line: block.line });
    const passage = passageOf(block, chapter, section, taken, numberOf);
    taken.add(passage.id);
    if (block.isOfKind) told.add(passage);
    out.passages.push(passage);
    chapter.pages = { from: chapter.pages.from ?? passage.pages.from, to: passage.pages.to ?? chapter.pages.to };
    if (block.tags) out.authored.set(passage.id, authoredTags(block.tags));
    if (block.picture !== null) out.pictures.push({ passage: passage.id, ...pictures[block.picture]! });
    const origin = originOf(block, out.warnings);
    if (origin) out.origins.passages.set(passage.id, origin);
  }
}

const isFree = (id: string, taken: ReadonlySet<string>): boolean => OWN_ID.test(id) && !taken.has(id);

function passageOf(block: SourcePassage, chapter: Chapter, section: string | null, taken: ReadonlySet<string>, numberOf: Adding['numberOf']): Passage {
  const own = block.id && isFree(block.id, taken) ? block.id : null;
  const footnotes = block.notes.flatMap(({ key, offset }) => {
    const n = numberOf(key);
    return n === null ? [] : [{ n, offset }];
  });
  return { id: own ?? passageId(block.text, taken), chapter: chapter.id, section, kind: block.kind, text: block.text, pages: block.pages, lines: { from: block.line, to: block.lastLine }, footnotes };
}

/** Chapters that hold no text are left out. Text before the first one stands under the document's title, or is its front. */
function cutChapters(blocks: readonly SourceBlock[], level: number, reportTitle: string): RawChapter[] {
  const chapters: RawChapter[] = [];
  let above: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= level) {
      if (block.level === level) chapters.push({ title: block.text, number: block.number ?? null, line: block.line, authors: null, blocks: [] });
      else above = block.text;
      continue;
    }
    if (chapters.length === 0) chapters.push({ title: above ?? '', number: null, line: 0, authors: null, blocks: [] });
    chapters.at(-1)!.blocks.push(block);
  }
  const filled = chapters.filter((chapter) => chapter.blocks.some((block) => block.kind !== 'heading'));
  for (const chapter of filled) if (chapter.title === '') chapter.title = filled.length > 1 ? 'Front matter' : reportTitle;
  filled.forEach(takeTitleBelow);
  for (const chapter of filled) chapter.authors = takeByline(chapter.blocks);
  return filled;
}

/** "Chapter 3" by itself is no title: the only heading below it of its level, right behind it, is. */
function takeTitleBelow(chapter: RawChapter): void {
  const label = LABEL.exec(chapter.title);
  const [below] = chapter.blocks;
  if (!label || below?.kind !== 'heading' || chapter.blocks.filter((block) => block.kind === 'heading' && block.level <= below.level).length > 1) return;
  chapter.title = below.text;
  chapter.number = Number(label[1]);
  chapter.blocks.shift();
}

/** The heading that is the title of the whole document: the only one of the outermost level, or one that holds nothing before the next. */
export function titleOfBlocks(blocks: readonly SourceBlock[]): string | null {
  const headings = blocks.flatMap((block, at) => (block.kind === 'heading' ? [{ level: block.level, text: block.text, at }] : []));
  const [title, next] = headings;
  if (!title || title.at > BEFORE_TITLE || isFrontTitle(title.text) || headings.some(({ level }) => level < title.level)) return null;
  const isOnly = headings.filter(({ level }) => level === title.level).length === 1;
  return isOnly || (next!.level === title.level && next!.at === title.at + 1) ? title.text : null;
}

function levelOfChapters(blocks: readonly SourceBlock[]): number {
  const headings = blocks.flatMap((block, at) => (block.kind === 'heading' ? [{ level: block.level, at }] : []));
  const top = headings.reduce((least, { level }) => Math.min(least, level), Infinity);
  const [title, ...more] = headings.filter(({ level }) => level === top);
  if (!title || more.length > 0 || headings.length === 1) return top === Infinity ? 1 : top;
  const isFirst = headings[0] === title && title.at <= BEFORE_TITLE;
  const next = headings.reduce((least, { level }) => (level > top ? Math.min(least, level) : least), Infinity);
  return isFirst ? next : top;
}

function authoredTags(choice: FacetChoice): Tag[] {
  return FACETS.flatMap((facet) => choice[facet].map((value) => ({ facet, value, evidence: [{ where: 'author' as const, words: value }], confidence: 1 })));
}

function worksOf({ works: { retells, translates } }: BlockSource): Origins {
  return { retells: retells === null ? null : slug(retells), translates: translates === null ? null : slug(translates), passages: new Map() };
}
