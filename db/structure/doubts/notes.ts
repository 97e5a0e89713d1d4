import type { Doubt } from '../../model/doubt.ts';
import type { Footnote, Passage } from '../../model/report.ts';
import type { Structured } from '../assemble.ts';
import { isOnlyReference } from '../note-works.ts';
import { sentTo } from '../references.ts';

/** More are not listed of one chapter. */
const LISTED = 50;
/** What a call of a note stands behind, where it is no number or acronym that could have the figure for its own. */
const OPEN_TO_DOUBT = /(?:\d|\p{Lu}{2})$/u;

/** Notes that no passage calls, numbers that are missing between notes, notes that mean another than they say, and calls that may be part of a number or name. */
export function doubtNotes({ chapters, passages, footnotes }: Pick<Structured, 'chapters' | 'passages' | 'footnotes'>): Doubt[] {
  const ofChapter = Map.groupBy(passages, (passage) => passage.chapter);
  const notesOf = Map.groupBy(footnotes, (note) => note.chapter);
  let last = 0;
  return chapters.flatMap(({ id }) => {
    const own = ofChapter.get(id) ?? [];
    const notes = notesOf.get(id) ?? [];
    const gaps = missing(id, notes, last);
    last = notes.reduce((most, { n }) => (Number(n) > most ? Number(n) : most), notes.length > 0 ? 0 : last);
    return [...uncalled(own, notes), ...gaps, ...unsureCalls(own, notes), ...meantOthers(own, notes)];
  });
}

function uncalled(passages: readonly Passage[], notes: readonly Footnote[]): Doubt[] {
  const called = new Set(passages.flatMap(({ footnotes }) => footnotes.map(({ n }) => n)));
  return notes.filter(({ n }) => !called.has(n)).slice(0, LISTED).map((note): Doubt => ({
    key: `note:${note.id}`, kind: 'note', passage: nearest(passages, note), near: null, footnote: note.id, lines: note.lines,
    message: `The place that calls note ${note.n} was not found. The note is kept, but no passage leads to it.`,
  }));
}

/** The passage that stands before a note in the file. */
function nearest(passages: readonly Passage[], { lines }: Footnote): string | null {
  return passages.findLast((passage) => passage.lines.from <= lines.from)?.id ?? null;
}

/** @param last the highest number of the chapter before: notes may be numbered through the whole report */
function missing(chapter: string, notes: readonly Footnote[], last: number): Doubt[] {
  const inOrder = notes.map((note) => ({ note, n: Number(note.n) })).filter(({ n }) => Number.isInteger(n)).sort((a, b) => a.n - b.n);
  return inOrder.flatMap(({ note, n }, at): Doubt[] => {
    const before = inOrder[at - 1]?.n ?? (n > last ? last : 0);
    if (n <= before + 1) return [];
    const gap = n === before + 2 ? `Note ${n - 1} was` : `Notes ${before + 1} to ${n - 1} were`;
    return [{
      key: `note:${chapter}:${before + 1}-${n - 1}`, kind: 'note', passage: null, near: null, footnote: note.id, lines: { from: inOrder[at - 1]?.note.lines.to ?? note.lines.from, to: note.lines.from },
      message: `${gap} not found before note ${n}. The file may lack them, or their words stand in another note or in the text.`,
    }];
  });
}

function unsureCalls(passages: readonly Passage[], notes: readonly Footnote[]): Doubt[] {
  const ids = new Map(notes.map((note) => [note.n, note.id]));
  return passages.flatMap((passage) => passage.footnotes.filter(({ offset }) => OPEN_TO_DOUBT.test(passage.text.slice(0, offset))).map(({ n, offset }): Doubt => ({
    key: `note:${passage.id}:${n}`, kind: 'note', passage: passage.id, near: null, footnote: ids.get(n) ?? null, lines: passage.lines,
    message: `The figure ${n} behind “${passage.text.slice(0, offset).split(/\s+/).at(-1)}” was taken for the call of a note; it may belong to the word or number before it.`,
  })));
}

/** "See note 17 above" where note 16 is meant. */
function meantOthers(passages: readonly Passage[], notes: readonly Footnote[]): Doubt[] {
  const byNumber = new Map(notes.map((note) => [note.n, note]));
  const byId = new Map(notes.map((note) => [note.id, note]));
  const callers = new Map(passages.flatMap(({ id, footnotes }) => footnotes.map(({ n }) => [n, id] as const)));
  return notes.flatMap((note): Doubt[] => {
    const meant = note.refersTo === null ? undefined : byId.get(note.refersTo);
    const said = meant && byNumber.get(String(sentTo(note.text)?.n));
    if (!meant || !said || said === meant || isOnlyReference(said.text)) return [];
    return [{
      key: `note:${note.id}:meant`, kind: 'note', passage: callers.get(note.n) ?? null, near: null, footnote: note.id, lines: note.lines,
      message: `Note ${note.n} sends to note ${said.n}, but its number seems to be that of an earlier numbering: by pages, names and words note ${meant.n} is meant, and its link leads there.`,
    }];
  }).slice(0, LISTED);
}
