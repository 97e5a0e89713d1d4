import { AttacheError } from '../model/errors.ts';
import { keptKey, sourceRefKey, type KeptContent, type KeptCopies, type KeptCopy, type KeptGroup } from '../model/kept.ts';
import type { Kept, Located, Pack, PackItem, PackNote, PackPassage, PackPicture, PackTable, PassageRef, PassageSource, ResolvedItem, ResolvedPack } from '../model/pack.ts';
import type { Footnote } from '../model/report.ts';
import { trimGroups } from '../packs/trim.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';
import { comparisonOf } from './comparison.ts';
import { passagesOf, showsPassages, type PassagesItem } from './pack-passages.ts';
import type { Searching } from './searching.ts';

/** What the look-up of one pack keeps at hand, so that a report is read once however many items name it. */
interface Desk {
  library: Library;
  search: Searching;
  sources: Map<string, PassageSource>;
  notes: Map<string, Map<string, Omit<PackNote, 'n' | 'offset'>>>;
  sections: Map<string, Map<string, string>>;
  /** Where points and figures stand in the library; null where they do not any more. */
  places: Map<string, Located | null>;
  kept: KeptCopies;
}

/** A pack with everything looked up, and fresh copies of what the library holds of it. */
export interface LookedUpPack extends ResolvedPack {
  copies: Omit<KeptCopy, 'on'>[];
}

/**
 * Looks up everything that a pack names. What is no longer in the library, or has changed since, comes from the pack's
 * own copy and says so; without one it becomes a 'missing' item that says so.
 * @param kept the pack's own copies
 */
export async function resolvePack(library: Library, search: Searching, pack: Pack, kept: KeptCopies = new Map()): Promise<LookedUpPack> {
  const desk: Desk = { library, search, sources: new Map(), notes: new Map(), sections: new Map(), places: new Map(), kept };
  const looked = await Promise.all(pack.items.map(async (item) => withCopy(desk, item, kept)));
  return { pack, items: looked.map(({ resolved }) => resolved), copies: [...looked.flatMap(({ copy }) => (copy ? [copy] : [])), ...sourceCopies(desk)] };
}

interface LookedUpItem {
  resolved: ResolvedItem;
  copy: LookedUpPack['copies'][number] | null;
}

/** What the library holds, else what the pack kept of it. */
async function withCopy(desk: Desk, item: PackItem, kept: KeptCopies): Promise<LookedUpItem> {
  const key = keptKey(item);
  const copy = key === null ? undefined : kept.get(key);
  try {
    if (key === null) return { resolved: resolveOwn(desk, item), copy: null };
    const content = await lookUp(desk, item);
    if (copy && hasChanged(desk, item, content, copy.content)) return { resolved: shown(desk, item, copy.content, { on: copy.on, because: 'changed' }), copy: null };
    return { resolved: shown(desk, item, content), copy: { key, content } };
  } catch (error) {
    if (!(error instanceof AttacheError)) throw error;
    const resolved: ResolvedItem = copy ? shown(desk, item, copy.content, { on: copy.on, because: 'removed' }) : { kind: 'missing', problem: error.message };
    return { resolved, copy: null };
  }
}

/** Is a passage of the copy gone from the report? Corrections keep the ids that they change findable; what a search finds may change. */
function hasChanged({ library }: Desk, item: PackItem, now: KeptContent, before: KeptContent): boolean {
  if (item.kind === 'search' || now.kind !== 'passages' || before.kind !== 'passages' || !('report' in item)) return false;
  const ids = new Set(now.groups.flatMap((group) => group.passages.map(({ id }) => id)));
  return before.groups.some((group) => group.passages.some(({ id }) => !ids.has(id) && library.review.presentId(item.report, id) === null));
}

/** What an item shows of a report, whole. @throws AttacheError where the library does not hold it */
async function lookUp(desk: Desk, item: PackItem): Promise<KeptContent> {
  if (item.kind === 'picture') return lookUpPicture(desk, item);
  if (item.kind === 'compare') return { kind: 'table', table: await compareTable(desk, item.report) };
  if (!showsPassages(item)) throw new Error(`${item.kind} shows nothing of a report`);
  const { title, passages } = await passagesOf(desk.library, desk.search, item);
  return { kind: 'passages', title, groups: groupsOf(desk, passages) };
}

/** A looked-up or kept content as its item shows it. */
function shown(desk: Desk, item: PackItem, content: KeptContent, kept?: Kept): ResolvedItem {
  const more = kept ? { kept } : {};
  if (content.kind === 'picture') return { ...content, caption: (item.kind === 'picture' ? item.caption : undefined) ?? content.caption, ...more };
  if (content.kind === 'table') return { ...content, ...more };
  if (content.kind === 'source') throw new Error('an item is more than its source');
  const { groups, lost } = trimGroups(content.groups, showsPassages(item) ? trimsOf(desk, item) : new Map());
  const own = showsPassages(item) ? item.title : undefined;
  return { kind: 'passages', title: own ?? content.title ?? groups[0]?.heading ?? groups[0]?.source.chapterTitle ?? '', groups, ...(lost ? { said: CHANGED } : {}), ...more };
}

/** What needs no copy: the user's own words, and where they come from. */
function resolveOwn(desk: Desk, item: PackItem): ResolvedItem {
  switch (item.kind) {
    case 'points':
      return { kind: 'points', title: item.title, points: item.points.map(({ text, source }) => ({ text, from: located(desk, source) })) };
    case 'figures':
      return {
        kind: 'figures', title: item.title,
        rows: item.rows.map(({ value, year, what, source, sourceWords }) => ({ value, year, what, words: sourceWords ?? '', from: located(desk, source) })),
      };
    case 'heading':
    case 'text':
    case 'divider':
    case 'pageBreak':
      return item;
    default:
      throw new Error(`${item.kind} shows something of a report`);
  }
}

const CHANGED = 'A passage was changed since it was trimmed; it is shown whole.';

/** What is kept of which passage, by the ids that they have now. */
function trimsOf({ library }: Desk, item: PassagesItem): Map<string, string[]> {
  const now = (report: string | undefined, id: string): string => (report === undefined || library.hasPassage(report, id) ? id : library.review.presentId(report, id) ?? id);
  if (item.kind === 'passage') return new Map(item.keep ? [[now(item.report, item.passage), item.keep]] : []);
  return new Map(item.trims?.map(({ passage, keep }) => [now(item.report, passage), keep]));
}

/** Where a point or a figure stands, by the library or else by the pack's own copy; nowhere without either: its words are the user's and stay. */
function located(desk: Desk, ref: PassageRef | undefined): Located | null {
  if (!ref) return null;
  const key = sourceRefKey(ref);
  const here = cached(desk.places, key, () => locatedHere(desk, ref));
  const copy = desk.kept.get(key)?.content;
  return here ?? (copy?.kind === 'source' ? copy.from : null);
}

function locatedHere(desk: Desk, ref: PassageRef): Located | null {
  try {
    const passage = desk.library.passage(ref.report, ref.passage);
    return { source: sourceOf(desk, passage), pages: passage.pages };
  } catch (error) {
    if (error instanceof AttacheError) return null;
    throw error;
  }
}

/** Fresh copies of where the points and figures that were looked up stand. */
function sourceCopies({ places }: Desk): LookedUpPack['copies'] {
  return [...places].flatMap(([key, from]) => (from ? [{ key, content: { kind: 'source' as const, from } }] : []));
}

function lookUpPicture(desk: Desk, { report, passage: id }: Extract<PackItem, { kind: 'picture' }>): KeptContent {
  const passage = desk.library.passage(report, id);
  const picture = pictureOf(desk.library, passage);
  if (!picture) throw new AttacheError('not-found', 'This picture is not in the library (any more).');
  return { kind: 'picture', caption: passage.text, picture, from: { source: sourceOf(desk, passage), pages: passage.pages } };
}

function pictureOf(library: Library, { report, id, picture: size }: StoredPassage): PackPicture | null {
  const picture = size && library.picture(report, id);
  return picture && { mime: picture.mime, width: picture.width, height: picture.height, base64: Buffer.from(picture.bytes).toString('base64') };
}

/** Consecutive passages of one section stand under one heading. */
function groupsOf(desk: Desk, passages: readonly StoredPassage[]): KeptGroup[] {
  const groups: KeptGroup[] = [];
  for (const stored of passages) {
    const place = `${stored.report}/${stored.chapter}/${stored.section ?? ''}`;
    if (groups.at(-1)?.place !== place) groups.push({ place, heading: sectionTitle(desk, stored), source: sourceOf(desk, stored), passages: [] });
    groups.at(-1)!.passages.push({ id: stored.id, ...packPassage(desk, stored) });
  }
  return groups;
}

function packPassage(desk: Desk, passage: StoredPassage): PackPassage {
  const key = `${passage.report}/${passage.chapter}`;
  const notes = cached(desk.notes, key, () => notesOf(desk.library.footnotesOfChapter(passage.report, passage.chapter)));
  const picture = pictureOf(desk.library, passage);
  return {
    kind: passage.kind, text: passage.text, pages: passage.pages, ...(picture ? { picture } : {}),
    notes: passage.footnotes.flatMap(({ n, offset }) => {
      const note = notes.get(n);
      return note === undefined ? [] : [{ n, offset, ...note }];
    }),
  };
}

/** The notes of a chapter by their numbers; those that only refer to another bring that one's words along. */
function notesOf(footnotes: readonly Footnote[]): Map<string, Omit<PackNote, 'n' | 'offset'>> {
  const byId = new Map(footnotes.map((note) => [note.id, note]));
  return new Map(footnotes.map((note, at) => {
    const means = note.refersTo === null ? undefined : byId.get(note.refersTo);
    const before = footnotes[at - 1]?.n;
    return [note.n, { text: note.text, ...(means ? { means: { n: means.n, text: means.text } } : {}), ...(means && before !== undefined ? { before } : {}) }];
  }));
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
  const { title } = desk.library.report(report);
  const { columns, rows } = await comparisonOf(desk, '', report);
  return {
    title: `Countries side by side: ${title}`,
    columns: columns.map(({ facet, value, label }) => ({ facet, value, label })),
    rows: rows.map(({ label, cells }) => ({ label, cells: cells.map(({ count, lead }) => ({ count, text: lead?.text ?? null })) })),
  };
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
