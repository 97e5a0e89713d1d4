import { AttacheError } from '../model/errors.ts';
import type { FacetName } from '../model/facet.ts';
import { labelOf } from '../facets/taxonomies.ts';
import type { Library } from '../store/library.ts';
import type { StoredChapter, StoredPassage } from '../store/report-reader.ts';
import { linksOf } from './links.ts';

/** A passage that may go into a briefing, with what is known of its place. */
export interface Candidate {
  passage: StoredPassage;
  chapter: StoredChapter;
  /** In the order of reports and of reading. */
  place: number;
  /** The chapter is about the country. */
  own: boolean;
  /** The chapter is about another country. */
  elsewhere: boolean;
  /** The chapter sums up its report. */
  summary: boolean;
  /** Under the first heading of its chapter. */
  opening: boolean;
  builtIn: boolean;
  /** What it retells, as "report/passage": the same matter in other words. */
  retells: readonly string[];
}

/** A tag that is surer than this counts. */
const SURE = 0.6;
/** A chapter is about a country when so many of its passages are. */
const MOST = 0.7;
const REGION = 'asean';
const SUMMARY = /\b(?:summary|essentials|overview|at a glance)\b/i;

/** How sure a passage is about a value; 0 where it is not about it. */
export function weight({ passage }: Candidate, facet: FacetName, value: string): number {
  return passage.tags.find((tag) => tag.facet === facet && tag.value === value)?.confidence ?? 0;
}

/**
 * Every passage of the library that is about a country, what it is in its report, and what it retells. Translations are
 * left out: they say the same again.
 * @param report one report only, or null for all
 * @throws AttacheError 'not-found' where there is none
 */
export function candidatesFor(library: Library, country: string, report: string | null): Candidate[] {
  const translated = new Set(library.origins.works().filter(({ translates }) => translates !== null).map(({ id }) => id));
  const reports = library.listReports().filter(({ id }) => (report === null ? !translated.has(id) : id === report));
  const found = reports.flatMap(({ id, builtIn }) => library.chapters(id).flatMap((chapter) => inChapter(library, country, id, chapter, builtIn)));
  if (found.length === 0) {
    throw new AttacheError('not-found', `No passage here is about ${labelOf('country', country)}. Import a report on it, or choose another country.`);
  }
  return found.map((candidate, place) => ({ ...candidate, place }));
}

function inChapter(library: Library, country: string, report: string, chapter: StoredChapter, builtIn: boolean): Omit<Candidate, 'place'>[] {
  const passages = library.passagesOfChapter(report, chapter.id);
  const about = passages.filter(({ tags }) => tags.some((tag) => tag.facet === 'country' && tag.value === country && tag.confidence >= SURE));
  if (about.length === 0) return [];
  const first = passages.find(({ section }) => section !== null)?.section ?? null;
  const sources = Map.groupBy(linksOf(library, report, chapter.id).links.filter(({ kind, to }) => kind === 'source' && to.passage !== null), ({ passage }) => passage);
  const subjects = subjectsOf(passages);
  const own = subjects.has(country);
  return about.map((passage) => ({
    passage, chapter, builtIn, own, elsewhere: !own && [...subjects].some((subject) => subject !== REGION), summary: SUMMARY.test(chapter.title), opening: passage.section === first,
    retells: (sources.get(passage.id) ?? []).map(({ to }) => `${to.report}/${to.passage}`),
  }));
}

/** The countries, and the region as a whole, that most of a chapter is about. */
function subjectsOf(passages: readonly StoredPassage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { tags } of passages) for (const { facet, value, confidence } of tags) if (facet === 'country' && confidence >= SURE) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set([...counts].flatMap(([value, count]) => (count >= passages.length * MOST ? [value] : [])));
}
