import { raisedValue } from '../raised.ts';
import type { LaidBlock } from './blocks.ts';
import { numberOf, titleOf } from './notes.ts';

const TITLE = /^(?:\d+\.?\s+)?(?:end ?notes|notes|notes and references|footnotes|anmerkungen|endnoten|fußnoten)$/i;
/** A heading inside the notes ("Chapter 2") is set smaller than their title by this share at least. */
const SUBHEAD = 0.95;

/** @returns true for the title of endnotes */
export const isNotesTitle = (text: string): boolean => TITLE.test(text);

/** A raised figure in the text. */
interface Call {
  n: number;
  page: number;
}

/** Endnotes numbered through, and the calls that stand between them and the list before. */
interface List {
  notes: { note: LaidBlock; page: number }[];
  calls: Call[];
}

/** What the search for lists remembers. */
interface Reading {
  title: LaidBlock | null;
  /** Headings below the title whose first note has not come yet. */
  subheads: LaidBlock[];
  /** True where other text than notes came first below the title. */
  strayed: boolean;
  /** The number of the last note; it counts on over pages. */
  last: number;
  /** The note that may go on. */
  open: LaidBlock | null;
  calls: Call[];
}

/**
 * Marks endnotes: the numbered entries under a heading like "Notes". Each is put on the page that calls it, so that it
 * belongs to the chapter of its call; the headings go where their entries did.
 * @param pages the blocks of each page in reading order
 */
export function placeEndnotes(pages: LaidBlock[][]): void {
  const lists: List[] = [];
  const reading: Reading = { title: null, subheads: [], strayed: false, last: 0, open: null, calls: [] };
  pages.forEach((blocks, page) => {
    pages[page] = blocks.flatMap((block) => {
      if (block.kind === 'heading') readHeading(block, reading);
      else if (reading.title && !block.stack) return takeNotes(block, page, reading, lists);
      else reading.calls.push(...callsIn(block, page));
      return [block];
    });
  });
  for (const [list, calls] of callsOfLists(lists)) {
    let at = 0;
    let page: number | null = null;
    for (const { note, page: own } of list.notes) {
      const next = calls.findIndex(({ n }, i) => i >= at && n === note.n);
      const found = next >= 0 ? next : calls.findIndex(({ n }) => n === note.n);
      if (next >= 0) at = next + 1;
      // A note whose call was not found stays with the one before it.
      page = calls[found]?.page ?? page;
      pages[page ?? own]!.push(note);
    }
  }
}

function readHeading(block: LaidBlock, reading: Reading): void {
  const isTitle = isNotesTitle(titleOf(block));
  const isSubhead = !isTitle && reading.title !== null && block.size <= reading.title.size * SUBHEAD && !reading.strayed;
  if (isTitle) Object.assign(reading, { title: block, subheads: [block], strayed: false });
  else if (isSubhead) reading.subheads.push(block);
  else reading.title = null;
  reading.open = null;
}

function callsIn({ kind, rows }: LaidBlock, page: number): Call[] {
  if (kind !== 'body' && kind !== 'item' && kind !== 'caption') return [];
  return rows.flatMap((row) => [...row.text.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map(([figures]) => ({ n: raisedValue(figures), page })));
}

/** Takes the endnotes out of a block. @returns what of it is none */
function takeNotes(block: LaidBlock, page: number, reading: Reading, lists: List[]): LaidBlock[] {
  const kept: LaidBlock[] = [];
  for (const note of endnotesIn(block, reading.last)) {
    if (note.n > 0) {
      const begins = reading.subheads.includes(reading.title!) || note.n <= reading.last;
      if (begins || lists.length === 0) lists.push({ notes: [], calls: reading.calls.splice(0) });
      lists.at(-1)!.notes.push({ note, page });
      for (const head of reading.subheads.splice(0)) head.kind = 'noise';
      Object.assign(reading, { last: note.n, open: note });
    } else if (reading.open) reading.open.rows.push(...note.rows);
    else {
      kept.push(note);
      reading.strayed ||= reading.subheads.includes(reading.title!);
    }
  }
  return kept;
}

/** Cuts a block at the numbers of endnotes; rows before the first come with the number 0. */
function endnotesIn(block: LaidBlock, last: number): LaidBlock[] {
  const out: LaidBlock[] = [];
  for (const row of block.rows) {
    const current = out.findLast((note) => note.n > 0)?.n ?? last;
    const n = numberOf(row, { last: current }, false);
    if (n !== null) out.push({ ...block, kind: 'note', rows: [row], n });
    else if (out.length > 0) out.at(-1)!.rows.push(row);
    else out.push({ ...block, rows: [row], n: 0 });
  }
  return out;
}

/**
 * Says which calls are a list's: those that stand before it, behind the list before. Where several lists stand behind
 * all of the text, each has the calls of one chapter: those that count from 1 again.
 */
function callsOfLists(lists: readonly List[]): Map<List, Call[]> {
  const found = new Map<List, Call[]>();
  for (let at = 0; at < lists.length;) {
    const { calls } = lists[at]!;
    const after = lists.findIndex((list, i) => i > at && list.calls.length > 0);
    const together = lists.slice(at, after < 0 ? lists.length : after);
    if (together.length === 1) found.set(together[0]!, calls);
    else pairWithRuns(together, runsOf(calls), found);
    at += together.length;
  }
  return found;
}

/** Gives each list the run of calls that is most like it, none before the run of the list before. */
function pairWithRuns(lists: readonly List[], runs: readonly Call[][], found: Map<List, Call[]>): void {
  let from = 0;
  lists.forEach((list, at) => {
    const numbers = new Set(list.notes.map(({ note }) => note.n));
    const to = Math.max(from + 1, runs.length - (lists.length - at) + 1);
    const likeness = runs.slice(from, to).map((run) => {
      const called = new Set(run.map(({ n }) => n));
      const both = [...numbers].filter((n) => called.has(n)).length;
      return both / (numbers.size + called.size - both);
    });
    const best = from + Math.max(0, likeness.indexOf(Math.max(...likeness)));
    found.set(list, runs[best] ?? []);
    from = best + 1;
  });
}

/** Cuts calls where they count anew. A number that falls back among others that go on is none: a power, a second call. */
function runsOf(calls: readonly Call[]): Call[][] {
  const runs: Call[][] = [];
  let last = Infinity;
  calls.forEach((call, at) => {
    const next = calls[at + 1]?.n ?? 0;
    const falls = call.n < last;
    if (falls && next > last && last < Infinity && runs.length > 0) return;
    if (falls) runs.push([]);
    runs.at(-1)!.push(call);
    last = call.n;
  });
  return runs;
}
