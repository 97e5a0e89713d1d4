import type { PagedSource, SourceLine } from '../../model/source.ts';
import { hasLeaders, isContentsTitle, pageBehind } from '../contents.ts';
import { takeFootNotes, type FootNotes } from './foot-notes.ts';
import { unfold, type LaidLine } from './gutters.ts';
import { isEnded, markersOf } from './markers.ts';
import type { TypedLine } from './pages.ts';

/** So many pages are fed; and so many lines at the top and at the foot of a page can be its running head. */
const PAGES = 2;
const EDGE = 2;
/** What stands at the edge of so many pages, and of at least two, is a running head. */
const REPEATED = 0.3;
/** A line no longer than this share of the others ends its paragraph, if it ends a sentence. */
const SHORT = 0.8;
/** A paragraph's first line is set in no further. */
const INDENT_AT_MOST = 6;
/** What counts a heading, with a gap behind it. */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVXLC]{1,7}\.|[A-Z]\.) {2,}\p{Lu}/u;
const LABEL = /^[–—-]?\s?(\d{1,4}|[ivxlc]{1,7})\s?[–—-]?$/i;

/** Lines of printed pages in reading order, and the notes at their feet. */
export interface Printed {
  lines: TypedLine[];
  notes: FootNotes[];
}

interface PrintedPage {
  label: string | null;
  lines: LaidLine[];
}

/** Tells a text that a program took from printed pages: it feeds each page, the last one too. */
export function isPrinted({ keepsBlanks, feeds = 0, endsFed = false }: PagedSource): boolean {
  return !keepsBlanks && (feeds >= PAGES || endsFed);
}

/**
 * Reads the pages of a text as extractors write them (pdftotext, with and without the layout): without running heads and
 * numbers, columns below each other, the notes at the feet apart, and paragraphs told by indents and short last lines.
 */
export function printedLines({ lines }: PagedSource): Printed {
  const pages = withoutEdges(cutAtFeeds(lines));
  const out: Printed = { lines: [], notes: [] };
  let due = 1;
  for (const { label, lines: own } of pages) {
    const runs = unfold(withoutContents(own)).map(atEdge);
    const { kept, notes } = takeFootNotes(runs, due);
    if (notes.length > 0) out.notes.push({ after: out.lines.length + kept.reduce((sum, run) => sum + run.length, 0), notes: notes.map((note) => ({ n: note.n, lines: note.lines.map((line) => typedLine(line, label, null)) })) });
    due = (notes.at(-1)?.n ?? due - 1) + 1;
    for (const run of kept) addRun(out.lines, run, label, kept.length > 1);
  }
  return out;
}

function cutAtFeeds(lines: readonly SourceLine[]): PrintedPage[] {
  const pages: PrintedPage[] = [{ label: null, lines: [] }];
  for (const line of lines) {
    if (line.mark) pages.push({ label: null, lines: [] });
    pages.at(-1)!.lines.push({ n: line.n, raw: ' '.repeat(line.indent ?? 0) + (line.laid ?? line.text) });
  }
  return pages.filter((page) => page.lines.length > 0);
}

/** Takes the running heads off, and the numbers that count the pages. */
function withoutEdges(pages: readonly PrintedPage[]): PrintedPage[] {
  const times = new Map<string, number>();
  for (const { lines } of pages) for (const key of new Set(edgesOf(lines).map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1);
  const isHead = (line: LaidLine): boolean => keyOf(line) !== '' && !isEnded(line.raw.trim()) && (times.get(keyOf(line)) ?? 0) >= Math.max(PAGES, pages.length * REPEATED);
  const counted = pages.map(({ lines }) => edgesOf(lines).find(({ raw }) => LABEL.test(raw.trim())) ?? null);
  const steps = counted.map((line, at) => (line && /\d/.test(line.raw) ? Number(/\d+/.exec(line.raw)![0]) - at : null));
  const told = steps.filter((step) => step !== null);
  const often = Map.groupBy(told, (step) => step);
  // Numbers that count on from page to page, all of them as far ahead of the pages: mostly one row, two at most.
  const rows = new Set([...often].flatMap(([step, all]) => (all.length * 2 >= told.length ? [step] : [])));
  const counts = told.filter((step) => rows.has(step)).length >= PAGES;
  return pages.map(({ lines }, at) => {
    const line = counted[at]!;
    const step = steps[at] ?? null;
    const number = counts && line && ((step !== null && rows.has(step)) || /^[ivxlc]+$/i.test(line.raw.trim())) ? line : null;
    const edges = new Set(edgesOf(lines));
    return { label: number && LABEL.exec(number.raw.trim())![1]!, lines: lines.filter((other) => other !== number && !(edges.has(other) && isHead(other))) };
  });
}

const edgesOf = (lines: readonly LaidLine[]): LaidLine[] => [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
/** A line without its figures: page numbers differ. */
const keyOf = ({ raw }: LaidLine): string => raw.replace(/\d+/g, '').replace(/\s+/g, ' ').trim();

/** Leaves out the entries of a table of contents, with its title: what they say the app makes itself. */
function withoutContents(lines: readonly LaidLine[]): LaidLine[] {
  const title = lines.findIndex(({ raw }) => isContentsTitle(raw.trim()));
  const isEntry = ({ raw }: LaidLine): boolean => hasLeaders(raw.replace(/ {2,}/g, ' ').trim()) || (/\S {3,}\S+$/.test(raw) && pageBehind(raw.replace(/ {2,}/g, ' ').trim()) !== null);
  const last = title < 0 ? -1 : lines.findLastIndex(isEntry);
  const entries = lines.slice(title + 1, last + 1).filter(isEntry).length;
  return entries > 0 && entries * 2 > last - title ? [...lines.slice(0, title), ...lines.slice(last + 1)] : [...lines];
}

/** A column as it stands by itself: at the left edge. */
function atEdge(run: readonly LaidLine[]): LaidLine[] {
  const indents = run.map(({ raw }) => raw.length - raw.trimStart().length).sort((a, b) => a - b);
  const edge = indents[Math.floor(indents.length / 10)] ?? 0;
  return run.map(({ n, raw }) => ({ n, raw: raw.slice(Math.min(edge, raw.length - raw.trimStart().length)) }));
}

/** @param isColumn beside another, whose lines may stand at other heights: a blank line alone tells little */
function addRun(out: TypedLine[], run: readonly LaidLine[], label: string | null, isColumn: boolean): void {
  const lengths = run.map(({ raw }) => raw.trim().length).sort((a, b) => a - b);
  const measure = lengths[Math.floor(lengths.length * 0.7)] ?? 0;
  const setsIn = isColumn && run.some((line, at) => at > 0 && indentOf(line) > 1 && indentOf(line) < INDENT_AT_MOST && indentOf(run[at - 1]!) === 0 && isEnded(run[at - 1]!.raw.trim()));
  const isStray = (line: LaidLine, before: LaidLine): boolean => isColumn && line.n - before.n === 2 && indentOf(line) <= indentOf(before) && before.raw.trim().length > measure * SHORT && (setsIn || !isEnded(before.raw.trim())) && markersOf(line.raw.trim()).length === 0;
  run.forEach((line, at) => {
    const before = run[at - 1];
    const gap = before === undefined ? (out.length > 0 ? 'turn' : null) : (line.n - before.n > 1 && !isStray(line, before)) || endsParagraph(before, line, measure) || endsHeading(run, at - 1, measure) ? 'blank' : null;
    out.push(typedLine(line, label, gap));
  });
}

const indentOf = ({ raw }: LaidLine): number => raw.length - raw.trimStart().length;

/** Whether a paragraph ends with a line though nothing but its length shows it. */
function endsParagraph(line: LaidLine, next: LaidLine, measure: number): boolean {
  const text = line.raw.trim();
  return text.length < measure * SHORT && isEnded(text) && /^\s*[\p{Lu}\p{N}“"‘'(•–-]/u.test(next.raw) && markersOf(text).length === 0;
}

/** Whether a line is a heading right above its text: numbered, or behind a blank line; and much shorter than the text. */
function endsHeading(run: readonly LaidLine[], at: number, measure: number): boolean {
  const [before, line, next] = [run[at - 1], run[at]!, run[at + 1]!];
  const text = line.raw.trim();
  const stands = before === undefined || line.n - before.n > 1 || NUMBER.test(text);
  return stands && text.length < measure * SHORT && next.raw.trim().length > measure * SHORT && !isEnded(text) && !/[,;:-]$/.test(text) && /^[\p{Lu}\p{N}]/u.test(text) && /^[\p{Lu}\p{N}“"‘'(]/u.test(next.raw.trim());
}

function typedLine({ n, raw }: LaidLine, page: string | null, before: TypedLine['before']): TypedLine {
  const text = raw.trim();
  const cells = text.split(/ {3,}/).map((cell) => cell.replace(/ +/g, ' '));
  return { n, text: text.replace(/ +/g, ' '), laid: text, spaced: !/[-/]$/.test(text), mark: false, indent: raw.length - raw.trimStart().length, page, before, ...(cells.length > 1 ? { cells } : {}) };
}
