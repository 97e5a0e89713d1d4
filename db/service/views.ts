import type { FacetCounts, FacetName } from '../model/facet.ts';
import { FACETS } from '../model/facet.ts';
import type { Result } from '../contract/methods.ts';
import type { PassageTitles, StoredPassage, StoredReport } from '../store/report-reader.ts';
import type { SearchAnswer, SearchHit } from '../search/search.ts';
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
  return {
    query, total: answer.total, tookMs, where: answer.where, notice: answer.notice, changed: answer.changed,
    facets: facetCounts((facet, value) => answer.facets[facet].get(value) ?? 0),
    hits: hitViews(library, answer.hits),
  };
}

/** Hits with the titles above them. */
export function hitViews(library: Library, hits: readonly SearchHit[]): Result<'search.run'>['hits'] {
  const titles = library.titlesByPk(hits.map(({ passage }) => passage.pk));
  // The search reads the library in a thread of its own: a report may have been removed meanwhile.
  return hits.flatMap((hit) => {
    const above = titles.get(hit.passage.pk);
    return above ? [hitView(hit, above)] : [];
  });
}

function hitView({ passage, snippet, footnote, why, score }: SearchHit, { reportTitle, chapterTitle, authors, sectionTitle }: PassageTitles): Result<'search.run'>['hits'][number] {
  return {
    id: passage.id, report: passage.report, reportTitle, chapter: passage.chapter, chapterTitle, authors, section: passage.section, sectionTitle,
    kind: passage.kind, pages: passage.pages, text: passage.text, snippet, footnote, why, score, tags: passage.tags,
  };
}
