import type { FacetCounts, FacetName } from '../model/facet.ts';
import { FACETS } from '../model/facet.ts';
import type { Result } from '../contract/methods.ts';
import type { StoredPassage, StoredReport } from '../store/report-reader.ts';
import type { SearchAnswer } from '../search/search.ts';
import type { Library } from '../store/library.ts';
import { labelOf, TAXONOMIES } from '../facets/taxonomies.ts';

/** Every value of every facet with its count, in the taxonomy's order: zero counts stay in their place. */
export function facetCounts(countOf: (facet: FacetName, value: string) => number): FacetCounts {
  const list = (facet: FacetName) => (TAXONOMIES.find((t) => t.facet === facet)?.values ?? [])
    .map(({ value }) => ({ value, label: labelOf(facet, value), count: countOf(facet, value) }));
  return Object.fromEntries(FACETS.map((facet) => [facet, list(facet)])) as Record<FacetName, FacetCounts[FacetName]>;
}

export function reportSummary(report: StoredReport): Result<'library.list'>['reports'][number] {
  const counts = new Map(report.facets.map((f) => [`${f.facet}/${f.value}`, f.count]));
  return { ...report, facets: facetCounts((facet, value) => counts.get(`${facet}/${value}`) ?? 0) };
}

/** A passage as it crosses the contract: the row's number and its report stay behind. */
export function passageView(passage: StoredPassage): Result<'read.passage'>['passage'] {
  const { pk: _pk, report: _report, ...view } = passage;
  return view;
}

/** A search's answer with the titles and labels that a screen shows. */
export function searchView(library: Library, query: string, answer: SearchAnswer, tookMs: number): Result<'search.run'> {
  const reports = new Map<string, { title: string; chapters: ReturnType<Library['chapters']> }>();
  const reportOf = (id: string) => {
    let known = reports.get(id);
    if (!known) reports.set(id, (known = { title: library.report(id).title, chapters: library.chapters(id) }));
    return known;
  };
  return {
    query, total: answer.total, tookMs, where: answer.where, notice: answer.notice, changed: answer.changed,
    facets: facetCounts((facet, value) => answer.facets[facet].get(value) ?? 0),
    hits: answer.hits.map(({ passage, snippet, footnote, why, score }) => {
      const { title, chapters } = reportOf(passage.report);
      const chapter = chapters.find((c) => c.id === passage.chapter)!;
      return {
        id: passage.id, report: passage.report, reportTitle: title, chapter: chapter.id, chapterTitle: chapter.title, authors: chapter.authors,
        section: passage.section, sectionTitle: chapter.sections.find((s) => s.id === passage.section)?.title ?? null,
        kind: passage.kind, pages: passage.pages, text: passage.text, snippet, footnote, why, score, tags: passage.tags,
      };
    }),
  };
}
