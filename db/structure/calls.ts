import type { NoteMarker } from '../model/report.ts';
import { placesOf, type Place } from './call-places.ts';
import type { Draft } from './paragraphs.ts';

/** A note that waits for its call: its number, and the page that it stands on. */
export interface WaitingNote {
  n: number;
  page: number;
}

type Candidate = Place;

/**
 * Finds the calls of a chapter's notes and takes them out of the text. A call is the note's number, set against a word
 * or a full stop, on the note's page; since calls come in the order of their numbers, the whole chapter is solved at
 * once (the best-scoring rising sequence), and a number that merely looks like a call has no place in it.
 * @returns per draft, its calls with their offsets in the cleaned text; and the notes that nobody calls
 */
export function takeCalls(drafts: Draft[], notes: readonly WaitingNote[]): { calls: NoteMarker[][]; uncalled: WaitingNote[] } {
  const inOrder = [...notes].sort((a, b) => a.n - b.n);
  const places = placesOf(drafts, new Set(notes.map((note) => String(note.n))));
  const candidates = (note: WaitingNote, wanted: (draft: Draft) => boolean): Candidate[] => candidatesFor((places.get(String(note.n)) ?? []).filter((place) => wanted(drafts[place.draft]!)), drafts, note);
  const chosen = new Map<WaitingNote, Candidate>();
  solve(inOrder.map((note) => candidates(note, (draft) => draft.kind !== 'caption')))
    .forEach((candidate, at) => candidate && chosen.set(inOrder[at]!, candidate));
  // Captions stand outside the order of the text.
  for (const note of inOrder) if (!chosen.has(note)) {
    const best = candidates(note, (draft) => draft.kind === 'caption').toSorted((a, b) => b.score - a.score)[0];
    if (best) chosen.set(note, best);
  }
  const calls = drafts.map((): NoteMarker[] => []);
  const byDraft = Map.groupBy(chosen, ([, candidate]) => candidate.draft);
  for (const [at, found] of byDraft) calls[at] = cutOut(drafts[at]!, found.map(([note, candidate]) => ({ n: note.n, ...candidate })));
  return { calls, uncalled: inOrder.filter((note) => !chosen.has(note)) };
}

/** Takes the digits out; offsets stay true. */
function cutOut(draft: Draft, found: (Candidate & { n: number })[]): NoteMarker[] {
  const cuts = found.toSorted((a, b) => a.start - b.start);
  const calls: NoteMarker[] = [];
  let text = '';
  let last = 0;
  for (const { n, cut, end } of cuts) {
    text += draft.text.slice(last, cut);
    last = end;
    calls.push({ n: String(n), offset: text.length });
  }
  text = (text + draft.text.slice(last)).trimEnd();
  draft.text = text;
  for (const span of draft.spans) {
    let gone = 0;
    for (const { cut, end } of cuts) {
      if (span.offset <= cut) break;
      gone += Math.min(span.offset, end) - cut;
    }
    span.offset -= gone;
  }
  return calls.map((call) => ({ ...call, offset: Math.min(call.offset, text.length) }));
}

/** The places that can call a note: on its page, or on one beside it. Those on its own page weigh more. */
function candidatesFor(places: readonly Place[], drafts: readonly Draft[], { page }: WaitingNote): Candidate[] {
  const near = places.filter((place) => Math.abs(place.page - page) <= 1);
  // Drafts that stand on the page before come first, then those of the page itself.
  const first = new Map(near.map(({ draft }) => [draft, [page - 1, page, page + 1].findIndex((one) => drafts[draft]!.spans.some((span) => span.page === one))]));
  return near.map((place): Candidate => ({ ...place, score: place.score + (place.page === page ? 2 : 0) })).sort((a, b) => first.get(a.draft)! - first.get(b.draft)!);
}

/**
 * The rising sequence of candidates with the highest score, one at most for each note: dynamic programming over the
 * positions, with a tree of prefix maxima, so that a chapter of many thousand notes takes no longer than it must.
 */
function solve(lists: readonly Candidate[][]): (Candidate | null)[] {
  interface Step { candidate: Candidate; list: number; total: number; previous: Step | null }
  const places = [...new Set(lists.flat().map(placeOf))].sort((a, b) => a - b);
  const rank = new Map(places.map((place, at) => [place, at + 1]));
  const tree: (Step | null)[] = Array.from({ length: places.length + 1 }, () => null);
  const bestBefore = (at: number): Step | null => {
    let best: Step | null = null;
    for (let i = at; i > 0; i -= i & -i) if (tree[i] && (!best || tree[i]!.total > best.total)) best = tree[i]!;
    return best;
  };
  lists.forEach((list, at) => {
    const steps = list.map((candidate): Step => {
      const previous = bestBefore(rank.get(placeOf(candidate))! - 1);
      return { candidate, list: at, total: candidate.score + (previous?.total ?? 0), previous };
    });
    for (const step of steps) for (let i = rank.get(placeOf(step.candidate))!; i <= places.length; i += i & -i) {
      if (!tree[i] || step.total > tree[i]!.total) tree[i] = step;
    }
  });
  const result: (Candidate | null)[] = lists.map(() => null);
  for (let step = bestBefore(places.length); step; step = step.previous) result[step.list] = step.candidate;
  return result;
}

/** One number for a place in the chapter; no passage has a hundred million letters. */
function placeOf({ draft, start }: Candidate): number {
  return draft * 1e8 + start;
}
