import { AttacheError } from '../model/errors.ts';
import type { Pack, PackGroup, PackItem, PackPassage, PackTable, PassageSource, ResolvedItem, ResolvedPack } from '../model/pack.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';
import type { Searching } from './searching.ts';
import { labelOf, TAXONOMIES } from '../facets/taxonomies.ts';

/** What the look-up of one pack keeps at hand, so that a report is read once however many items name it. */
interface Desk {
  library: Library;
  search: Searching;
  sources: Map<string, PassageSource>;
  notes: Map<string, Map<string, string>>;
  sections: Map<string, Map<string, string>>;
}

/**
 * Looks up everything that a pack names. What is no longer in the library becomes a 'missing' item that says so.
 */
export async function resolvePack(library: Library, search: Searching, pack: Pack): Promise<ResolvedPack> {
  const desk: Desk = { library, search, sources: new Map(), notes: new Map(), sections: new Map() };
  const resolved = async (item: PackItem): Promise<ResolvedItem> => {
    try {
      return await resolveItem(desk, item);
    } catch (error) {
      if (error instanceof AttacheError) return { kind: 'missing', problem: error.message };
      throw error;
    }
  };
  return { pack, items: await Promise.all(pack.items.map(resolved)) };
}

async function resolveItem(desk: Desk, item: PackItem): Promise<ResolvedItem> {
  const { library } = desk;
  switch (item.kind) {
    case 'heading':
    case 'text':
    case 'pageBreak':
      return item;
    case 'passage': {
      const passage = library.passage(item.report, item.passage);
      const groups = groupsOf(desk, [passage]);
      return { kind: 'passages', title: groups[0]!.heading ?? groups[0]!.source.chapterTitle, groups };
    }
    case 'section': {
      const chapter = library.chapters(item.report).find((c) => c.sections.some((s) => s.id === item.section));
      if (!chapter) throw new AttacheError('not-found', 'This section is not in the library (any more).');
      const at = chapter.sections.findIndex((s) => s.id === item.section);
      const section = chapter.sections[at]!;
      const after = chapter.sections.slice(at + 1).findIndex((s) => s.level <= section.level);
      const under = new Set(chapter.sections.slice(at, after < 0 ? undefined : at + 1 + after).map((s) => s.id));
      const passages = library.passagesOfChapter(item.report, chapter.id).filter((p) => p.section !== null && under.has(p.section));
      return { kind: 'passages', title: section.title, groups: groupsOf(desk, passages) };
    }
    case 'chapter': {
      const chapter = library.chapters(item.report).find((c) => c.id === item.chapter);
      if (!chapter) throw new AttacheError('not-found', 'This chapter is not in the library (any more).');
      return { kind: 'passages', title: chapter.title, groups: groupsOf(desk, library.passagesOfChapter(item.report, item.chapter)) };
    }
    case 'search': {
      const { query, report, country, domain, limitation, limit } = item;
      const answer = await desk.search.run({ query, choice: { country, domain, limitation }, report: report ?? null, where: 'all', limit, offset: 0 }, null);
      if (answer.hits.length === 0) return { kind: 'missing', problem: `The search “${query}” finds nothing in this library.` };
      return { kind: 'passages', title: query || 'Passages', groups: groupsOf(desk, answer.hits.map((hit) => hit.passage)) };
    }
    case 'compare':
      return { kind: 'table', table: await compareTable(desk, item.report) };
  }
}

/** Consecutive passages of one section stand under one heading. */
function groupsOf(desk: Desk, passages: StoredPassage[]): PackGroup[] {
  const groups: PackGroup[] = [];
  let last = '';
  for (const passage of passages) {
    const key = `${passage.report}/${passage.chapter}/${passage.section ?? ''}`;
    if (key !== last) groups.push({ heading: sectionTitle(desk, passage), source: sourceOf(desk, passage), passages: [] });
    last = key;
    groups.at(-1)!.passages.push(packPassage(desk, passage));
  }
  return groups;
}

function packPassage(desk: Desk, passage: StoredPassage): PackPassage {
  const key = `${passage.report}/${passage.chapter}`;
  const notes = cached(desk.notes, key, () => new Map(desk.library.footnotesOfChapter(passage.report, passage.chapter).map((note) => [note.n, note.text])));
  return {
    kind: passage.kind, text: passage.text, pages: passage.pages,
    notes: passage.footnotes.flatMap(({ n, offset }) => {
      const text = notes.get(n);
      return text === undefined ? [] : [{ n, offset, text }];
    }),
  };
}

function sourceOf(desk: Desk, passage: StoredPassage): PassageSource {
  return cached(desk.sources, `${passage.report}/${passage.chapter}`, () => passageSource(desk.library, passage.report, passage.chapter));
}

/** What is cited of a chapter: its authors, its title, its report. */
export function passageSource(library: Library, reportId: string, chapterId: string): PassageSource {
  const report = library.report(reportId);
  const chapter = library.chapters(reportId).find((c) => c.id === chapterId)!;
  return { reportTitle: report.title, publisher: report.publisher, date: report.date, chapterTitle: chapter.title, chapterNumber: chapter.number, authors: chapter.authors };
}

function sectionTitle(desk: Desk, passage: StoredPassage): string | null {
  if (passage.section === null) return null;
  const titles = cached(desk.sections, passage.report, () => new Map(desk.library.chapters(passage.report)
    .flatMap((chapter) => chapter.sections.filter((s) => !s.runIn).map((s) => [s.id, s.title] as const))));
  return titles.get(passage.section) ?? null;
}

async function compareTable(desk: Desk, report: string): Promise<PackTable> {
  const title = desk.library.report(report).title;
  const cross = await desk.search.cross('', report);
  const values = (facet: 'domain' | 'limitation') => TAXONOMIES.find((t) => t.facet === facet)?.values.map((v) => v.value) ?? [];
  const columns = [...values('domain').map((value) => ({ facet: 'domain' as const, value })), ...values('limitation').map((value) => ({ facet: 'limitation' as const, value }))]
    .map((column) => ({ ...column, label: labelOf(column.facet, column.value) }));
  const countries = TAXONOMIES.find((t) => t.facet === 'country')?.values.map((v) => v.value) ?? [];
  return {
    title: `Countries side by side: ${title}`,
    columns,
    rows: countries.map((country) => ({
      label: labelOf('country', country),
      cells: columns.map((column) => {
        const cell = cross.rows.get(country)?.cells.get(`${column.facet}/${column.value}`);
        const best = cell && cell.best !== null ? desk.library.passagesByPk([cell.best])[0] : undefined;
        return { count: cell?.count ?? 0, text: best ? firstSentence(best.text) : null };
      }),
    })),
  };
}

/** The first sentence of a passage, for a cell of the comparison; at most 180 characters. */
export function firstSentence(text: string): string {
  const end = /[.!?][”’"']?(?=\s+\p{Lu})/u.exec(text);
  const sentence = end && end.index > 40 ? text.slice(0, end.index + end[0].length) : text;
  return sentence.length <= 180 ? sentence : `${sentence.slice(0, 179).replace(/\s+\S*$/, '')}…`;
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
