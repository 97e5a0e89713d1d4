import type { Footnote, ImportWarning, Passage } from '../model/report.ts';
import type { SourceBlock, SourceNote } from '../model/source.ts';
import { callersOf, resolveReferences } from './references.ts';

/** So many letters of a note tell which one it is. */
const WORDS = 40;

/** A chapter as far as its notes go: where it begins, and the blocks that call them. */
interface CallingChapter {
  line: number;
  blocks: readonly SourceBlock[];
}

/** The notes of one chapter. */
export interface ChapterNotes {
  /** A note's number by its key; null where it is not written. */
  numberOf: (key: string) => string | null;
  /** @param passages the chapter's, which call them */
  footnotes: (chapter: string, passages: readonly Passage[]) => Footnote[];
}

/** A title holds no calls: those of a heading's notes go to the beginning of the passage below it. */
export function carryHeadingCalls(blocks: readonly SourceBlock[]): SourceBlock[] {
  let waiting: string[] = [];
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      waiting.push(...(block.notes ?? []));
      return block;
    }
    if (waiting.length === 0) return block;
    const notes = [...waiting.map((key) => ({ key, offset: 0 })), ...block.notes];
    waiting = [];
    return { ...block, notes };
  });
}

/** How a warning names a note: by its number, or by its first words. Its key may be one that no reader has seen. */
function nameOf({ n, text }: SourceNote): string {
  return n === null ? `“${text.length > WORDS ? `${text.slice(0, WORDS).trimEnd()}…` : text}”` : n;
}

/**
 * Gives each chapter the notes that it calls, and those that are written in it though nothing calls them. They keep the
 * numbers that the document shows where these tell the chapter's notes apart; else they are counted as they are called.
 */
export function numberNotes(chapters: readonly CallingChapter[], notes: readonly SourceNote[], warnings: ImportWarning[]): ChapterNotes[] {
  const known = new Map(notes.map((note) => [note.key, note]));
  const called = chapters.map((chapter) => [...new Set(chapter.blocks.flatMap((block) => (block.kind === 'heading' ? [] : block.notes.map(({ key }) => key))))]);
  for (const key of new Set(called.flat())) {
    if (!known.has(key)) warnings.push({ code: 'call-without-note', message: `The note [^${key}] is called but not written.`, line: null });
  }
  const everCalled = new Set(called.flat());
  const uncalled = Map.groupBy(notes.filter((note) => !everCalled.has(note.key)), (note) => chapterAt(chapters, note.line));
  for (const note of [...uncalled.values()].flat()) warnings.push({ code: 'note-without-call', message: `The place that calls note ${nameOf(note)} was not found.`, line: note.line });
  return chapters.map((_chapter, at) => numbered([...called[at]!.flatMap((key) => known.get(key) ?? []), ...(uncalled.get(at) ?? [])]));
}

/** The last chapter that begins at or before a line. */
function chapterAt(chapters: readonly CallingChapter[], line: number): number {
  const next = chapters.findIndex((chapter) => chapter.line > line);
  return Math.max(0, (next < 0 ? chapters.length : next) - 1);
}

function numbered(notes: readonly SourceNote[]): ChapterNotes {
  const shown = new Set(notes.map((note) => note.n));
  const keepsNumbers = !shown.has(null) && shown.size === notes.length;
  const numbers = new Map(notes.map((note, at) => [note.key, keepsNumbers ? note.n! : String(at + 1)]));
  const ordered = keepsNumbers ? notes.toSorted((a, b) => Number(a.n) - Number(b.n)) : notes;
  return {
    numberOf: (key) => numbers.get(key) ?? null,
    footnotes(chapter, passages) {
      const footnotes = ordered.map((note): Footnote => {
        const n = numbers.get(note.key)!;
        return { id: `${chapter}-n${n}`, chapter, n, text: note.text, page: note.page, lines: { from: note.line, to: note.line }, refersTo: null };
      });
      resolveReferences(footnotes, callersOf(passages));
      return footnotes;
    },
  };
}
