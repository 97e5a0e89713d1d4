import { cite, pageList } from '../model/cite.ts';
import type { Kept, Located, PackGroup, PackItem, PackPassage, PassageSource, ResolvedItem, ResolvedPack } from '../model/pack.ts';
import { finish } from './finish.ts';
import type { LaidGroup, LaidItem, LaidNote, LaidPack, Run } from './laid-out.ts';
import { keptLine, keptSentence } from './kept-words.ts';
import { layOutFigures, layOutPoints } from './own-lists.ts';
import { readOwnText } from './own-text.ts';
import { noteWords, type PrintedNotes } from './references.ts';
import { sourceKey, sourceLine } from './words.ts';

/** Hands out the numbers of notes, one row through the whole pack. */
export type NextNumber = () => number;

/**
 * Decides what every form of the pack has in common.
 * @param resolved the pack with everything looked up
 * @param copy which of its copies, from 1; null for none
 * @returns its items with ids, heading ranks, numbered notes and source lines; one for each item, in order
 */
export function layOut(resolved: ResolvedPack, copy: number | null = null): LaidPack {
  const { pack, items } = resolved;
  const reports = reportsOf(items);
  const work = workOf(reports, pack.language);
  let level = 2;
  const laid = items.map((item, at): LaidItem => {
    const own = item.kind === 'heading' ? 1 + (item.level ?? 1) : level;
    if (item.kind === 'heading' && !isEmptyHeading(item)) level = own + 1;
    return { ...layOutItem(item, `item-${at + 1}`, own, work), remark: remarkOf(pack.items[at]) };
  });
  return finish(resolved, laid, sourcesOf(items, reports), copy);
}

/** Whether an item is a heading without words; it is left out of what is printed. */
export function isEmptyHeading(item: ResolvedItem): boolean {
  return item.kind === 'heading' && item.text.trim() === '';
}

/** What the laying out of one pack keeps at hand. */
interface Work {
  reports: readonly string[];
  language: string;
  printed: PrintedNotes;
  /** For a note of a report. */
  next: NextNumber;
  /** For a note of the user's: after it, "Ibid." would mean that one. */
  nextOwn: NextNumber;
}

function workOf(reports: readonly string[], language: string): Work {
  let last = 0;
  const printed: PrintedNotes = { all: new Set(), last: '' };
  const next = () => (last += 1);
  const nextOwn = () => {
    printed.last = '';
    return next();
  };
  return { reports, language, printed, next, nextOwn };
}

function remarkOf(item: PackItem | undefined): string | null {
  const remark = item && 'remark' in item ? (item.remark ?? '').trim() : '';
  return remark === '' ? null : remark;
}

function layOutItem(item: ResolvedItem, id: string, level: number, work: Work): LaidItem {
  const placed = { id, level, notes: [], remark: null, landscape: false, notesAt: null };
  switch (item.kind) {
    case 'heading':
      // Without words it heads nothing: it would be an empty line in the contents.
      return isEmptyHeading(item) ? { ...placed, kind: 'text', form: 'text', blocks: [] } : { ...placed, kind: 'heading', text: item.text };
    case 'text':
      return { ...placed, kind: 'text', form: 'text', ...readOwnText(item.markdown, level, work.nextOwn) };
    case 'points':
      return { ...placed, kind: 'text', form: 'points', ...layOutPoints(item, level, work.nextOwn) };
    case 'figures':
      return { ...placed, kind: 'text', form: 'figures', ...layOutFigures(item, level) };
    case 'divider':
      return { ...placed, kind: 'text', form: 'divider', blocks: [{ type: 'thematicBreak' }] };
    case 'picture': {
      const { caption, from, picture } = item;
      return { ...placed, kind: 'picture', caption, picture, source: withKept(sourceLine(from.source, [from]), item.kept, work)!, pages: from.pages, report: work.reports.indexOf(from.source.reportTitle) + 1 };
    }
    case 'passages':
      return { ...placed, kind: 'passages', title: item.title, said: saidOf(item, work.language), ...layOutGroups(item, work) };
    case 'table':
      return { ...placed, kind: 'table', table: { ...item.table, title: item.kept ? `${item.table.title} (${keptLine(item.kept, work.language)})` : item.table.title } };
    case 'missing':
      return { ...placed, kind: 'missing', problem: item.problem };
    case 'pageBreak':
      return { ...placed, kind: 'pageBreak' };
  }
}

/** A line of source, and that what stands under it is the pack's own copy. */
function withKept(source: string | null, kept: Kept | undefined, { language }: Work): string | null {
  return kept ? [source, keptLine(kept, language)].filter(Boolean).join(' · ') : source;
}

function saidOf({ said, kept }: Extract<ResolvedItem, { kind: 'passages' }>, language: string): string | null {
  return [kept ? keptSentence(kept, language) : '', said ?? ''].filter(Boolean).join(' ') || null;
}

/**
 * Where all passages come from one chapter, the item names it once and its groups give their pages only; else every
 * group names its own.
 */
function layOutGroups({ groups, title, kept }: Extract<ResolvedItem, { kind: 'passages' }>, work: Work): { source: string | null; groups: LaidGroup[]; notes: LaidNote[] } {
  const chapters = new Set(groups.map((group) => sourceKey(group.source)));
  const single = chapters.size === 1;
  const notes: LaidNote[] = [];
  const laid = groups.map((group, at): LaidGroup => ({
    ...headOf(at === 0 && (title === '' || title.endsWith(group.heading ?? '')) ? null : group.heading, group, single, groups.length > 1),
    passages: group.passages.map((passage) => {
      const numbered = numberNotes(passage, group.source, single, work);
      notes.push(...numbered.notes);
      return { kind: passage.kind, runs: numbered.runs, pages: passage.pages, report: work.reports.indexOf(group.source.reportTitle) + 1, picture: passage.picture ?? null };
    }),
  }));
  return { source: withKept(single ? sourceLine(groups[0]!.source, groups.flatMap((group) => group.passages)) : null, kept, work), groups: laid, notes };
}

function headOf(heading: string | null, group: PackGroup, single: boolean, several: boolean): Pick<LaidGroup, 'heading' | 'source'> {
  if (!single) return { heading, source: sourceLine(group.source, group.passages) };
  return { heading, source: several && heading !== null ? pageList(group.passages.map((p) => p.pages)) : null };
}

/** Cuts a passage at its note calls and gives each call its number in the pack. */
function numberNotes(passage: PackPassage, source: PassageSource, single: boolean, { next, printed }: Work): { runs: Run[]; notes: LaidNote[] } {
  const { text } = passage;
  const runs: Run[] = [];
  const notes: LaidNote[] = [];
  let from = 0;
  for (const note of [...passage.notes].sort((a, b) => a.offset - b.offset)) {
    const at = Math.max(from, whole(text, Math.min(note.offset, text.length)));
    if (at > from) runs.push({ text: text.slice(from, at) });
    const number = next();
    runs.push({ call: number });
    notes.push({ number, origin: single ? `note ${note.n}` : `${source.chapterTitle}, note ${note.n}`, content: noteWords(note, sourceKey(source), printed) });
    from = at;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from) });
  return { runs, notes };
}

/** An offset that does not split a character of two UTF-16 units. */
function whole(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

/** Every source that an item rests on, in the order in which it stands there. */
function sourcesIn(item: ResolvedItem): PassageSource[] {
  const located = (all: readonly { from: Located | null }[]) => all.flatMap(({ from }) => (from ? [from.source] : []));
  switch (item.kind) {
    case 'passages':
      return item.groups.map((group) => group.source);
    case 'points':
      return located(item.points);
    case 'figures':
      return located(item.rows);
    case 'picture':
      return [item.from.source];
    default:
      return [];
  }
}

/** The titles of the reports that are quoted, in the order of their first passage. */
function reportsOf(items: ResolvedItem[]): string[] {
  return [...new Set(items.flatMap(sourcesIn).map((source) => source.reportTitle))];
}

/** Report by report. Where several are quoted, each source begins with its report's number, by which the feet of pages name it. */
function sourcesOf(items: ResolvedItem[], reports: readonly string[]): string[] {
  const number = (title: string): string => (reports.length > 1 ? `[${reports.indexOf(title) + 1}] ` : '');
  const all = items.flatMap(sourcesIn);
  return [...new Set(reports.flatMap((title) => all.filter(({ reportTitle }) => reportTitle === title)).map((source) => number(source.reportTitle) + cite(source, { from: null, to: null })))];
}
