import { cite, pageList } from '../model/cite.ts';
import type { PackGroup, PackPassage, ResolvedItem, ResolvedPack } from '../model/pack.ts';
import type { LaidGroup, LaidItem, LaidNote, LaidPack, Run } from './laid-out.ts';
import { readOwnText } from './own-text.ts';
import { sourceKey, sourceLine } from './words.ts';

/** Hands out the numbers of notes, one row through the whole pack. */
export type NextNumber = () => number;

/**
 * Decides what every form of the pack has in common.
 * @param resolved the pack with everything looked up
 * @returns its items with ids, heading ranks, numbered notes and source lines; one for each item, in order
 */
export function layOut({ pack, items }: ResolvedPack): LaidPack {
  let last = 0;
  const next = () => (last += 1);
  const reports = reportsOf(items);
  let level = 2;
  const laid = items.map((item, at): LaidItem => {
    const placed = layOutItem(item, `item-${at + 1}`, level, next, reports);
    if (item.kind === 'heading') level = 3;
    return item.kind === 'heading' ? { ...placed, level: 2 } : placed;
  });
  return { pack, items: laid, sources: sourcesOf(items, reports) };
}

function layOutItem(item: ResolvedItem, id: string, level: number, next: NextNumber, reports: readonly string[]): LaidItem {
  const placed = { id, level, notes: [] };
  switch (item.kind) {
    case 'heading':
      return { ...placed, kind: 'heading', text: item.text };
    case 'text':
      return { ...placed, kind: 'text', ...readOwnText(item.markdown, level, next) };
    case 'passages':
      return { ...placed, kind: 'passages', title: item.title, ...layOutGroups(item.groups, item.title, next, reports) };
    case 'table':
      return { ...placed, kind: 'table', table: item.table };
    case 'missing':
      return { ...placed, kind: 'missing', problem: item.problem };
    case 'pageBreak':
      return { ...placed, kind: 'pageBreak' };
  }
}

/**
 * Where all passages come from one chapter, the item names it once and its groups give their pages only; else every
 * group names its own.
 */
function layOutGroups(groups: PackGroup[], title: string, next: NextNumber, reports: readonly string[]): { source: string | null; groups: LaidGroup[]; notes: LaidNote[] } {
  const chapters = new Set(groups.map((group) => sourceKey(group.source)));
  const single = chapters.size === 1;
  const notes: LaidNote[] = [];
  const laid = groups.map((group, at): LaidGroup => ({
    ...headOf(at === 0 && group.heading === title ? null : group.heading, group, single, groups.length > 1),
    passages: group.passages.map((passage) => {
      const numbered = numberNotes(passage, single ? null : group.source.chapterTitle, next);
      notes.push(...numbered.notes);
      return { kind: passage.kind, runs: numbered.runs, pages: passage.pages, report: reports.indexOf(group.source.reportTitle) + 1 };
    }),
  }));
  return { source: single ? sourceLine(groups[0]!.source, groups.flatMap((group) => group.passages)) : null, groups: laid, notes };
}

function headOf(heading: string | null, group: PackGroup, single: boolean, several: boolean): Pick<LaidGroup, 'heading' | 'source'> {
  if (!single) return { heading, source: sourceLine(group.source, group.passages) };
  return { heading, source: several && heading !== null ? pageList(group.passages.map((p) => p.pages)) : null };
}

/** Cuts a passage at its note calls and gives each call its number in the pack. */
function numberNotes(passage: PackPassage, chapter: string | null, next: NextNumber): { runs: Run[]; notes: LaidNote[] } {
  const { text } = passage;
  const runs: Run[] = [];
  const notes: LaidNote[] = [];
  let from = 0;
  for (const note of [...passage.notes].sort((a, b) => a.offset - b.offset)) {
    const at = Math.max(from, whole(text, Math.min(note.offset, text.length)));
    if (at > from) runs.push({ text: text.slice(from, at) });
    const number = next();
    runs.push({ call: number });
    notes.push({ number, origin: chapter === null ? `note ${note.n}` : `${chapter}, note ${note.n}`, content: note.text });
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

/** The titles of the reports that are quoted, in the order of their first passage. */
function reportsOf(items: ResolvedItem[]): string[] {
  return [...new Set(items.flatMap((item) => (item.kind === 'passages' ? item.groups.map((group) => group.source.reportTitle) : [])))];
}

/** Where several reports are quoted, each source begins with its report's number, by which the feet of pages name it. */
function sourcesOf(items: ResolvedItem[], reports: readonly string[]): string[] {
  const groups = items.flatMap((item) => (item.kind === 'passages' ? item.groups : []));
  const number = (title: string): string => (reports.length > 1 ? `[${reports.indexOf(title) + 1}] ` : '');
  return [...new Set(groups.map((group) => number(group.source.reportTitle) + cite(group.source, { from: null, to: null })))];
}
