import { passageId, slug } from '../model/ids.ts';
import type { Chapter, Footnote, ImportWarning, NoteMarker, Passage, PageSpan } from '../model/report.ts';
import { linesOfSpans, type Block, type BlockKind, type Page } from './block.ts';
import type { WaitingNote } from './calls.ts';
import { casingOf, type Casing } from './casing.ts';
import type { ChapterRange } from './chapter-starts.ts';
import { isFrontTitle } from './classify.ts';
import { joinNote, lettersAtStart, lettersBefore, lexiconOf, type Lexicon } from './hyphens.ts';
import { headingOf, joinParagraphs, type Draft } from './paragraphs.ts';
import { callersOf, resolveReferences } from './references.ts';
import { makeSections } from './sections.ts';

/** What the lines of a report became. */
export interface Structured {
  chapters: Chapter[];
  passages: Passage[];
  footnotes: Footnote[];
  warnings: ImportWarning[];
}

/** What the lines became, and which went where. */
export interface Assembled extends Structured {
  /** For each passage, in order: where the lines of the file begin in its text, and the indexes of their pages. */
  spans: Draft['spans'][];
}

/** What the format of the file decides. */
export interface Manner {
  /** The file keeps a blank at the end of every line that goes on. */
  keepsBlanks: boolean;
  /** Words of the running text are broken with hyphens at line ends. */
  softHyphens: boolean;
  /** A chapter's title stands among its headings, and is not to be a section too. */
  titleInText: boolean;
  /** Finds the calls of a chapter's notes and takes them out of its drafts. */
  takeCalls: (drafts: Draft[], notes: readonly WaitingNote[]) => { calls: NoteMarker[][]; uncalled: WaitingNote[] };
}

interface Whole {
  pages: Page[];
  manner: Manner;
  lexicon: Lexicon;
  casing: Casing;
  taken: Set<string>;
  chapters: number;
}

/**
 * Makes chapters, sections, passages and footnotes of pages whose blocks are told apart.
 * @param title the report's, for a report of one chapter
 */
export function assemble(pages: Page[], ranges: readonly ChapterRange[], title: string, manner: Manner): Assembled {
  const whole: Whole = {
    pages, manner, taken: new Set(), chapters: ranges.length,
    casing: casingOf(textsOf(pages, ['body', 'item']), [...blocksOf(pages, ['heading'])].map(headingOf)),
    lexicon: lexiconOf(textsOf(pages, ['body', 'item', 'note']), [...blocksOf(pages, ['urls'])].flatMap(({ lines }) => lines.map(({ text }) => text))),
  };
  const out: Assembled = { chapters: [], passages: [], footnotes: [], warnings: [], spans: [] };
  const ids = new Set<string>();
  for (const range of ranges) addChapter(out, whole, range, ids, title);
  return out;
}

function* blocksOf(pages: readonly Page[], kinds: readonly BlockKind[]): Generator<Block> {
  for (const { blocks } of pages) for (const block of blocks) if (kinds.includes(block.kind)) yield block;
}

/** The texts of blocks, made whenever they are read: they are as large as the report. */
const textsOf = (pages: readonly Page[], kinds: readonly BlockKind[]): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const block of blocksOf(pages, kinds)) yield unbroken(block);
  },
});

/** A block's text without the words that a line end broke in two. */
export function unbroken(block: Pick<Block, 'lines'>): string {
  return block.lines.map(({ text }, at) => {
    const from = block.lines[at - 1]?.text.endsWith('-') ? lettersAtStart(text) : 0;
    const to = at < block.lines.length - 1 && text.endsWith('-') ? lettersBefore(text, text.length - 1) : text.length;
    return text.slice(from, to === text.length - 1 ? text.length : to);
  }).join(' ');
}

function addChapter(out: Assembled, whole: Whole, range: ChapterRange, ids: Set<string>, reportTitle: string): void {
  const { drafts, headings } = joinParagraphs(whole.pages, range, whole.lexicon, whole.manner);
  if (drafts.length === 0) return;
  const titleAt = !whole.manner.titleInText ? -1 : headings.findIndex((heading) => heading.page === range.from && isFrontTitle(heading.text));
  const title = range.title ?? (range.number !== null ? `Chapter ${range.number}` : whole.chapters === 1 ? reportTitle : `Part ${out.chapters.length + 1}`);
  const wanted = range.number === null ? slug(title, 'part') : `ch${range.number}`;
  const id = ids.has(wanted) ? `${wanted}-${ids.size + 1}` : wanted;
  ids.add(id);

  const notes = notesOf(whole, range, id);
  const { calls, uncalled } = whole.manner.takeCalls(drafts, notes.map((note) => ({ n: Number(note.n), page: note.at })));
  const { sections, of } = makeSections(id, drafts, headings, titleAt, whole.casing);
  const passages = drafts.map((draft, at): Passage => {
    const passage = { id: passageId(draft.text, whole.taken), chapter: id, section: of[at]!, kind: draft.kind, text: draft.text, pages: labelsOf(whole.pages, draft), lines: linesOfSpans(draft.spans), footnotes: calls[at]! };
    whole.taken.add(passage.id);
    out.spans.push(draft.spans);
    return passage;
  });
  const footnotes = notes.map(({ at: _at, ...note }): Footnote => note);
  resolveReferences(footnotes, callersOf(passages));
  out.chapters.push({ id, number: range.number, title, authors: range.authors, sections, pages: { from: whole.pages[range.from]!.label, to: whole.pages[range.to - 1]!.label } });
  for (const passage of passages) out.passages.push(passage);
  for (const note of footnotes) out.footnotes.push(note);
  const noteOf = new Map(footnotes.map((note) => [note.n, note]));
  for (const note of uncalled) {
    const { lines } = noteOf.get(String(note.n))!;
    out.warnings.push({ code: 'note-without-call', message: `The place that calls note ${note.n} of “${title}” was not found.`, line: lines.from });
  }
}

function notesOf({ pages, lexicon }: Whole, range: ChapterRange, chapter: string): (Footnote & { at: number })[] {
  const notes = pages.slice(range.from, range.to).flatMap((page, i) => page.blocks.filter((block) => block.kind === 'note').map((block) => {
    const lines = block.lines.map((line, at) => (at === 0 ? { ...line, text: line.text.replace(/^\d{1,3}\s+/, '') } : line));
    return {
      id: `${chapter}-n${block.n}`, chapter, n: String(block.n), text: joinNote(lines, lexicon), page: page.label,
      lines: { from: block.lines[0]!.n, to: block.lines.at(-1)!.n }, refersTo: null, at: range.from + i,
    };
  }));
  const seen = new Set<string>();
  return notes.toSorted((a, b) => Number(a.n) - Number(b.n)).filter((note) => !seen.has(note.id) && seen.add(note.id));
}

function labelsOf(pages: readonly Page[], draft: Draft): PageSpan {
  return { from: pages[draft.spans[0]!.page]!.label, to: pages[draft.spans.at(-1)!.page]!.label };
}
