import type { NoteMarker } from '../../model/report.ts';
import { takeCalls, type WaitingNote } from '../calls.ts';
import type { Draft } from '../paragraphs.ts';
import { raisedValue } from '../raised.ts';

/** Raised figures, several of them with a thin space between; a blank before them goes too. */
const RAISED = /\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\u2009[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*/gu;
/** "12 km²": a power, not a call. */
const UNIT = /\d\s?(?:[kcdm]?m|10|ft)$/;
/** Where fewer of the notes than this are called by raised figures, the report calls its notes otherwise. */
const MOST = 0.5;

/**
 * Finds the calls of a chapter's notes where they are raised figures, and takes them out of the text. Notes that are not
 * called so are looked for as plain figures, if that is how this report calls them.
 * @returns per draft, its calls with their offsets in the cleaned text; and the notes that nobody calls
 */
export function takeRaisedCalls(drafts: Draft[], notes: readonly WaitingNote[]): { calls: NoteMarker[][]; uncalled: WaitingNote[] } {
  const waiting = Map.groupBy(notes, (note) => note.n);
  const called = new Set<WaitingNote>();
  const calls = drafts.map((draft) => takeFrom(draft, (n, page) => {
    const note = waiting.get(n)?.toSorted((a, b) => Math.abs(a.page - page) - Math.abs(b.page - page))[0];
    if (!note) return false;
    called.add(note);
    return true;
  }));
  const uncalled = notes.filter((note) => !called.has(note));
  if (called.size >= notes.length * MOST) return { calls, uncalled };
  const plain = takeCalls(drafts, uncalled);
  return { calls: calls.map((found, at) => (plain.calls[at]!.length > 0 ? [...found, ...plain.calls[at]!].sort((a, b) => a.offset - b.offset) : found)), uncalled: plain.uncalled };
}

function takeFrom(draft: Draft, isNote: (n: number, page: number) => boolean): NoteMarker[] {
  const calls: NoteMarker[] = [];
  let gone = 0;
  const { text } = draft;
  for (const match of text.matchAll(RAISED)) {
    if (UNIT.test(text.slice(0, match.index))) continue;
    const { page } = draft.spans.findLast((span) => span.offset <= match.index) ?? draft.spans[0]!;
    const numbers = match[0].trim().split('\u2009').map(raisedValue);
    if (!numbers.every((n) => isNote(n, page))) continue;
    const from = match.index - gone;
    draft.text = draft.text.slice(0, from) + draft.text.slice(from + match[0].length);
    gone += match[0].length;
    for (const span of draft.spans) if (span.offset > from) span.offset = Math.max(from, span.offset - match[0].length);
    calls.push(...numbers.map((n) => ({ n: String(n), offset: from })));
  }
  const kept = draft.text.trimEnd().length;
  draft.text = draft.text.slice(0, kept);
  return calls.map((call) => ({ ...call, offset: Math.min(call.offset, kept) }));
}
