import { AttacheError } from '../model/errors.ts';
import type { Located, Pack, PackGroup, PackItem, PackPassage, PackPicture, PackTable, PassageRef, PassageSource, ResolvedItem, ResolvedPack } from '../model/pack.ts';
import { LEFT_OUT, trimPassage } from '../packs/trim.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';
import { passagesOf, showsPassages, type PassagesItem } from './pack-passages.ts';
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
  if (showsPassages(item)) return resolvePassages(desk, item);
  switch (item.kind) {
    case 'heading':
    case 'text':
    case 'divider':
    case 'pageBreak':
      return item;
    case 'points':
      return { kind: 'points', title: item.title, points: item.points.map(({ text, source }) => ({ text, from: located(desk, source) })) };
    case 'figures':
      return {
        kind: 'figures', title: item.title,
        rows: item.rows.map(({ value, year, what, source, sourceWords }) => ({ value, year, what, words: sourceWords ?? '', from: located(desk, source) })),
      };
    case 'picture':
      return resolvePicture(desk, item);
    case 'compare':
      return { kind: 'table', table: await compareTable(desk, item.report) };
  }
}

const CHANGED = 'A passage was changed since it was trimmed; it is shown whole.';

async function resolvePassages(desk: Desk, item: PassagesItem): Promise<ResolvedItem> {
  const { title, passages } = await passagesOf(desk.library, desk.search, item);
  const trims = trimsOf(desk, item);
  let lost = false;
  const shown = passages.map((stored) => {
    const passage = packPassage(desk, stored);
    const keep = trims.get(stored.id);
    if (keep?.length === 0) return { stored, passage: null };
    const trimmed = keep ? trimPassage(passage, keep) : passage;
    lost ||= trimmed === null;
    return { stored, passage: trimmed ?? passage };
  });
  const groups = groupsOf(desk, shown);
  return { kind: 'passages', title: title ?? groups[0]!.heading ?? groups[0]!.source.chapterTitle, groups, ...(lost ? { said: CHANGED } : {}) };
}

/** What is kept of which passage, by the ids that they have now. */
function trimsOf({ library }: Desk, item: PassagesItem): Map<string, string[]> {
  if (item.kind === 'passage') return new Map(item.keep ? [[library.passage(item.report, item.passage).id, item.keep]] : []);
  return new Map(item.trims?.map(({ passage, keep }) => [('report' in item && item.report && library.review.presentId(item.report, passage)) || passage, keep]));
}

/** Where a point or a figure stands; nowhere, once its passage is gone: its words are the user's and stay. */
function located(desk: Desk, ref: PassageRef | undefined): Located | null {
  if (!ref) return null;
  try {
    const passage = desk.library.passage(ref.report, ref.passage);
    return { source: sourceOf(desk, passage), pages: passage.pages };
  } catch (error) {
    if (error instanceof AttacheError) return null;
    throw error;
  }
}

function resolvePicture(desk: Desk, { report, passage: id, caption }: Extract<PackItem, { kind: 'picture' }>): ResolvedItem {
  const passage = desk.library.passage(report, id);
  const picture = pictureOf(desk.library, passage);
  if (!picture) throw new AttacheError('not-found', 'This picture is not in the library (any more).');
  return { kind: 'picture', caption: caption ?? passage.text, picture, from: { source: sourceOf(desk, passage), pages: passage.pages } };
}

function pictureOf(library: Library, { report, id, picture: size }: StoredPassage): PackPicture | null {
  const picture = size && library.picture(report, id);
  return picture && { mime: picture.mime, width: picture.width, height: picture.height, base64: Buffer.from(picture.bytes).toString('base64') };
}

/** What stands where passages were left out. */
const GAP: PackPassage = { kind: 'paragraph', text: LEFT_OUT, pages: { from: null, to: null }, notes: [] };

/** Consecutive passages of one section stand under one heading; however many were left out in a row, one mark says so. */
function groupsOf(desk: Desk, shown: readonly { stored: StoredPassage; passage: PackPassage | null }[]): PackGroup[] {
  const groups: PackGroup[] = [];
  let last = '';
  for (const { stored, passage } of shown) {
    const key = `${stored.report}/${stored.chapter}/${stored.section ?? ''}`;
    if (key !== last && (passage !== null || groups.length === 0)) {
      groups.push({ heading: sectionTitle(desk, stored), source: sourceOf(desk, stored), passages: [] });
      last = key;
    }
    const { passages } = groups.at(-1)!;
    if (passage !== null) passages.push(passage);
    else if (passages.at(-1) !== GAP) passages.push(GAP);
  }
  return groups;
}

function packPassage(desk: Desk, passage: StoredPassage): PackPassage {
  const key = `${passage.report}/${passage.chapter}`;
  const notes = cached(desk.notes, key, () => new Map(desk.library.footnotesOfChapter(passage.report, passage.chapter).map((note) => [note.n, note.text])));
  const picture = pictureOf(desk.library, passage);
  return {
    kind: passage.kind, text: passage.text, pages: passage.pages, ...(picture ? { picture } : {}),
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
