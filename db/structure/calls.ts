import { kindAt, LETTER, NUMBER } from '../model/letters.ts';
import type { NoteMarker } from '../model/report.ts';
import type { Draft } from './paragraphs.ts';

/** A note that waits for its call: its number, and the page that it stands on. */
export interface WaitingNote {
  n: number;
  page: number;
}

interface Candidate {
  draft: number;
  /** The digits in the draft's text; `cut` is where the cut begins (a blank before them goes too). */
  start: number;
  end: number;
  cut: number;
  score: number;
}

/**
 * Finds the calls of a chapter's notes and takes them out of the text. A call is the note's number, set against a word
 * or a full stop, on the note's page; since calls come in the order of their numbers, the whole chapter is solved at
 * once (the best-scoring rising sequence), and a number that merely looks like a call has no place in it.
 * @returns per draft, its calls with their offsets in the cleaned text; and the notes that nobody calls
 */
export function takeCalls(drafts: Draft[], notes: readonly WaitingNote[]): { calls: NoteMarker[][]; uncalled: WaitingNote[] } {
  const inOrder = [...notes].sort((a, b) => a.n - b.n);
  const onPage = new Map<number, number[]>();
  drafts.forEach((draft, at) => {
    for (const page of new Set(draft.spans.map((span) => span.page))) {
      const here = onPage.get(page);
      if (here) here.push(at);
      else onPage.set(page, [at]);
    }
  });
  const chosen = new Map<WaitingNote, Candidate>();
  solve(inOrder.map((note) => candidatesFor(drafts, onPage, note, (draft) => draft.kind === 'paragraph' || draft.kind === 'list-item')))
    .forEach((candidate, at) => candidate && chosen.set(inOrder[at]!, candidate));
  // Captions stand outside the order of the text.
  for (const note of inOrder) if (!chosen.has(note)) {
    const best = candidatesFor(drafts, onPage, note, (draft) => draft.kind === 'caption').toSorted((a, b) => b.score - a.score)[0];
    if (best) chosen.set(note, best);
  }
  const calls = drafts.map((): NoteMarker[] => []);
  const byDraft = Map.groupBy(chosen, ([, candidate]) => candidate.draft);
  for (const [at, found] of byDraft) calls[at] = cutOut(drafts[at]!, found.map(([note, candidate]) => ({ n: note.n, ...candidate })));
  return { calls, uncalled: inOrder.filter((note) => !chosen.has(note)) };
}

/** Takes the digits out, from the end so that offsets stay true. */
function cutOut(draft: Draft, found: (Candidate & { n: number })[]): NoteMarker[] {
  const calls: NoteMarker[] = [];
  let gone = 0;
  for (const { n, cut, end } of found.toSorted((a, b) => a.start - b.start)) {
    const from = cut - gone;
    draft.text = draft.text.slice(0, from) + draft.text.slice(end - gone);
    for (const span of draft.spans) if (span.offset > from) span.offset = Math.max(from, span.offset - (end - cut));
    gone += end - cut;
    calls.push({ n: String(n), offset: from });
  }
  const kept = draft.text.trimEnd().length;
  draft.text = draft.text.slice(0, kept);
  return calls.map((call) => ({ ...call, offset: Math.min(call.offset, kept) }));
}

function candidatesFor(drafts: readonly Draft[], onPage: ReadonlyMap<number, number[]>, note: WaitingNote, wanted: (draft: Draft) => boolean): Candidate[] {
  const near = new Set([-1, 0, 1].flatMap((step) => onPage.get(note.page + step) ?? []));
  return [...near].flatMap((at) => {
    const draft = drafts[at]!;
    if (!wanted(draft)) return [];
    return placesOf(String(note.n), draft.text).flatMap((start): Candidate[] => {
      const end = start + String(note.n).length;
      const away = Math.abs(pageAt(draft, start) - note.page);
      const score = away > 1 ? 0 : scoreOf(draft.text.slice(0, start), draft.text.slice(end), draft.kind === 'caption');
      if (score <= 0) return [];
      return [{ draft: at, start, end, cut: /\s$/.test(draft.text.slice(0, start)) ? start - 1 : start, score: score + (away === 0 ? 2 : 0) }];
    });
  });
}

/** Where a figure stands by itself: no letter, digit or percent sign behind it, and no decimals. */
function placesOf(figure: string, text: string): number[] {
  const places: number[] = [];
  for (let start = text.indexOf(figure); start >= 0; start = text.indexOf(figure, start + 1)) {
    const end = start + figure.length;
    const goesOn = end < text.length && ((kindAt(text, end) & (LETTER | NUMBER)) !== 0 || text[end] === '%' || /^[.,]\d/.test(text.slice(end, end + 2)));
    if (!goesOn) places.push(start);
  }
  return places;
}

function pageAt(draft: Draft, offset: number): number {
  return (draft.spans.findLast((span) => span.offset <= offset) ?? draft.spans[0]!).page;
}

/** How much a number looks like a call, from what stands before and after it; 0 where it cannot be one. */
function scoreOf(before: string, after: string, caption: boolean): number {
  const goesOn = after === '' || /^\s*$/.test(after);
  const newSentence = goesOn || /^\s+[\p{Lu}“‘"'(]/u.test(after);
  // Set apart by a blank: only after a full stop, and only where a sentence begins behind it.
  if (/\s$/.test(before)) return /[.!?][”’"')]?\s$/.test(before) && newSentence ? 2 : 0;
  if (/(?:19|20)\d\d[.,;:)”’]$/.test(before)) return goesOn || /^[\s.,;:)]/.test(after) ? 4 : 0;
  if (/\d[.,]$/.test(before)) return /-\d{1,2}[.,]$/.test(before) || newSentence ? 1.5 : 0;
  if (/[.,;:!?)\]”’"'…]$/.test(before)) return 5;
  if (/\p{L}$/u.test(before)) return /(?:^|[^\p{L}])\p{Lu}$/u.test(before) ? 0.5 : 3;
  if (caption && /(?:19|20)\d\d$/.test(before)) return 1;
  return 0;
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
