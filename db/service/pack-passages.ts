import { AttacheError } from '../model/errors.ts';
import type { PackItem } from '../model/pack.ts';
import type { Library } from '../store/library.ts';
import type { StoredPassage } from '../store/report-reader.ts';
import type { Searching } from './searching.ts';

/** The items that show passages of a report. */
export type PassagesItem = Extract<PackItem, { kind: 'passage' | 'range' | 'section' | 'chapter' | 'search' }>;

export function showsPassages(item: PackItem): item is PassagesItem {
  return ['passage', 'range', 'section', 'chapter', 'search'].includes(item.kind);
}

/**
 * Looks up the passages of an item, whole, in the order in which they are printed.
 * @returns `title` is null where the item goes by what it finds
 * @throws AttacheError 'not-found' with a sentence where the library does not hold them
 */
export async function passagesOf(library: Library, search: Searching, item: PassagesItem): Promise<{ title: string | null; passages: StoredPassage[] }> {
  switch (item.kind) {
    case 'passage':
      return { title: null, passages: [library.passage(item.report, item.passage)] };
    case 'range':
      return { title: null, passages: rangeOf(library, item) };
    case 'section':
      return sectionOf(library, item);
    case 'chapter': {
      const chapter = library.chapters(item.report).find((c) => c.id === item.chapter);
      if (!chapter) throw new AttacheError('not-found', 'This chapter is not in the library (any more).');
      return { title: chapter.title, passages: library.passagesOfChapter(item.report, item.chapter) };
    }
    case 'search': {
      const { query, report, country, domain, limitation, limit } = item;
      const answer = await search.run({ query, choice: { country, domain, limitation }, report: report ?? null, where: 'all', limit, offset: 0 }, null);
      if (answer.hits.length === 0) throw new AttacheError('not-found', `The search “${query}” finds nothing in this library.`);
      return { title: query || 'Passages', passages: answer.hits.map((hit) => hit.passage) };
    }
  }
}

/** From one passage to another in the order of reading; either end may be named first. */
function rangeOf(library: Library, { report, from, to }: Extract<PassagesItem, { kind: 'range' }>): StoredPassage[] {
  const ends = [library.passage(report, from), library.passage(report, to)];
  const within = ends[0]!.chapter === ends[1]!.chapter ? library.passagesOfChapter(report, ends[0]!.chapter) : library.passages(report);
  const [first = 0, last = 0] = ends.map(({ id }) => within.findIndex((passage) => passage.id === id)).sort((a, b) => a - b);
  return within.slice(first, last + 1);
}

/** A section with everything below it. */
function sectionOf(library: Library, { report, section: id }: Extract<PassagesItem, { kind: 'section' }>): { title: string; passages: StoredPassage[] } {
  const chapter = library.chapters(report).find((c) => c.sections.some((s) => s.id === id));
  if (!chapter) throw new AttacheError('not-found', 'This section is not in the library (any more).');
  const at = chapter.sections.findIndex((s) => s.id === id);
  const section = chapter.sections[at]!;
  const after = chapter.sections.slice(at + 1).findIndex((s) => s.level <= section.level);
  const under = new Set(chapter.sections.slice(at, after < 0 ? undefined : at + 1 + after).map((s) => s.id));
  return { title: section.title, passages: library.passagesOfChapter(report, chapter.id).filter((p) => p.section !== null && under.has(p.section)) };
}
