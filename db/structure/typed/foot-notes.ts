import type { LaidLine } from './gutters.ts';
import { isEnded } from './markers.ts';
import type { TypedLine } from './pages.ts';

/** Notes at the foot of one page; `after`: how many of the text's lines stand before them. */
export interface FootNotes {
  after: number;
  notes: { n: number; lines: TypedLine[] }[];
}

interface Note {
  n: number;
  lines: LaidLine[];
}

/** "1 Ibid.", "1. Ibid.", and a number by itself whose words are on the next line. */
const BEGINS = /^\s*(\d{1,4})[.)]?(?:\s+(?=\S)|$)/;

/** Notes take no more of a page than this; and so many numbers may be missing between two. */
const FOOT = 0.7;
const SKIPPED = 2;
/** Notes are looked for from so many lines on at most. */
const TRIES = 20;
/** "C.2/78" is the number of a paper, and calls none. */
const CALL = /(?<=[\p{L}\p{P}])(?<!\/\p{L}\.)\d{1,4}(?![.,]?\d|\/)/gu;
/** "2. ": paragraphs are counted so too. */
const COUNTED = /^\s*(\d{1,3})[.)]\s+\S/;
/** Behind the number of a note stands no gap; behind a heading's it does. */
const GAP = /^\s*\d+[.)]? {4,}\S/;

/**
 * Takes the notes off the feet of a page's columns: lines that begin with the number that is due, which the text above
 * calls, to the end of the column.
 * @param due the number of the next note; a page may begin at 1 again
 */
export function takeFootNotes(runs: readonly LaidLine[][], due: number): { kept: LaidLine[][]; notes: Note[] } {
  const lines = runs.reduce((sum, run) => sum + run.length, 0);
  const notes: Note[] = [];
  const calls = runs.map(callsIn);
  let next = due;
  const kept = runs.map((run, nth) => {
    const isCalled = (n: number, above: number): boolean => calls.some((own, at) => (own.get(n) ?? Infinity) < (at === nth ? above : Infinity));
    const found = footOf(run, next, isCalled, lines) ?? (next > 1 && notes.length === 0 ? footOf(run, 1, isCalled, lines) : null);
    if (!found) return run;
    notes.push(...found.notes);
    next = found.notes.at(-1)!.n + 1;
    return run.slice(0, found.at);
  });
  // A raised number that an extractor set on a line of its own.
  const known = new Set(notes.map(({ n }) => String(n)));
  return { kept: kept.map((run) => run.filter(({ raw }) => !known.has(raw.trim()))).filter((run) => run.length > 0), notes };
}

/** @param isCalled whether the page calls a number in another column, or above a line of this one @param lines how many there are on the page */
function footOf(run: readonly LaidLine[], due: number, isCalled: (n: number, above: number) => boolean, lines: number): { at: number; notes: Note[] } | null {
  /** The numbers of counted paragraphs above a line: "1. …". */
  const counted = new Set<number>();
  let seen = 0;
  const countsOn = (at: number): boolean => {
    for (; seen < at; seen++) {
      const above = countedAs(run[seen]!);
      if (above !== null) counted.add(above);
    }
    const n = countedAs(run[at]!);
    return n !== null && counted.has(n - 1);
  };
  let tries = 0;
  for (let at = Math.max(1, run.length - Math.floor(lines * FOOT)); at < run.length && tries < TRIES; at++) {
    const n = numberOf(run[at]!);
    if (n === null || n < due || n > due + SKIPPED || !isText(run[at]!, run[at + 1]) || !isCalled(n, at) || countsOn(at)) continue;
    const notes = notesFrom(run.slice(at), n);
    if (notes) return { at, notes };
    tries += 1;
  }
  return null;
}

function countedAs({ raw }: LaidLine): number | null {
  const n = COUNTED.exec(raw)?.[1];
  return n === undefined ? null : Number(n);
}

/** Words as notes begin with them, behind the number or, where it stands alone, on the next line. */
function isText({ raw }: LaidLine, next: LaidLine | undefined): boolean {
  if (GAP.test(raw)) return false;
  const rest = raw.replace(BEGINS, '').trim() || (next?.raw.trim() ?? '');
  return /^[\p{Lu}\p{N}“"‘'«(*]|^(?:ibid|see|cf|e\.g|https?:|op\. cit|id\.)/iu.test(rest);
}

function notesFrom(lines: readonly LaidLine[], first: number): Note[] | null {
  const notes: Note[] = [];
  let isAlone = false;
  lines.forEach((line, at) => {
    const n = numberOf(line);
    const last = notes.at(-1);
    const rest = line.raw.replace(BEGINS, '').trim();
    const begins = n !== null && (last === undefined ? n === first : n > last.n && n <= last.n + 1 + SKIPPED) && (rest === '' || (isText(line, lines[at + 1]) && (last === undefined || last.lines.length === 0 || isEnded(last.lines.at(-1)!.raw.trim()) || n === last.n + 1)));
    if (begins) notes.push({ n, lines: rest === '' ? [] : [{ n: line.n, raw: rest }] });
    else last!.lines.push(line);
    isAlone ||= begins && rest === '';
  });
  // Where numbers are raised, an extractor may write them behind the words of their note.
  return isAlone && notes.some(({ lines: own }) => own.length === 0) ? sharedOut(notes) : notes;
}

/** Gives notes whose numbers stand away from their words one piece of these each, where there are just as many. */
function sharedOut(notes: readonly Note[]): Note[] | null {
  const lines = notes.flatMap((note) => note.lines);
  const pieces: LaidLine[][] = [];
  lines.forEach((line, at) => {
    if (at === 0 || isEnded(lines[at - 1]!.raw.trim())) pieces.push([]);
    pieces.at(-1)!.push(line);
  });
  return pieces.length === notes.length ? notes.map(({ n }, at) => ({ n, lines: pieces[at]! })) : null;
}

const numberOf = ({ raw }: LaidLine): number | null => {
  const found = BEGINS.exec(raw);
  return found ? Number(found[1]) : null;
};

/** The numbers that stand right behind a word, each with the first line that has it. */
function callsIn(run: readonly LaidLine[]): Map<number, number> {
  const calls = new Map<number, number>();
  run.forEach(({ raw }, at) => {
    for (const [n] of raw.matchAll(CALL)) if (!calls.has(Number(n))) calls.set(Number(n), at);
  });
  return calls;
}
