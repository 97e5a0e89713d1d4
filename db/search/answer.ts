import type { FacetChoice, FacetName } from '../model/facet.ts';
import type { StoredPassage } from '../store/passage-reader.ts';
import type { Library } from '../store/library.ts';

/** A suggestion while a query is typed. */
export interface Suggestion {
  kind: 'name' | 'acronym' | 'heading' | 'search';
  text: string;
  detail: string | null;
  query: string;
}

/** As much of a passage as the search itself looks at. */
export interface Found {
  readonly pk: number;
  readonly text: string;
}
/** As much of a library as the search reads; how it hands passages over is its own affair. */
export interface SearchedLibrary<P = StoredPassage> extends Pick<Library, 'edition' | 'postings'> {
  passagesByPk(pks: readonly number[]): P[];
}

export interface SearchQuestion {
  query: string;
  choice: FacetChoice;
  report: string | null;
  where: 'all' | 'text' | 'footnotes';
  limit: number;
  offset: number;
}
export interface SearchHit<P = StoredPassage> {
  passage: P;
  snippet: { text: string; hit: boolean }[];
  footnote: string | null;
  why: string[];
  score: number;
}
export interface SearchAnswer<P = StoredPassage> {
  total: number;
  /** Over all hits; each facet counted as if its own choice were open. Values with no hit are left out. */
  facets: Record<FacetName, Map<string, number>>;
  where: { text: number; footnotes: number };
  hits: SearchHit<P>[];
  notice: string | null;
  changed: { from: string; to: string }[];
}
export interface CrossTable {
  total: number;
  notice: string | null;
  /** By country value; cells by "facet/value". `best` is the row number of the passage that says most about both. */
  rows: Map<string, { count: number; limited: number; cells: Map<string, { count: number; best: number | null }> }>;
  columns: Map<string, number>;
}
export interface Search<P = StoredPassage> {
  /**
   * Answers any query, whatever is typed; a query that is wrong in syntax is read as plain words, and `notice` says so.
   * @param goOn called between the stages; it may throw to stop
   */
  run(question: SearchQuestion, goOn?: () => void): SearchAnswer<P>;
  /** Reads what the first search needs, and gets ready for misspelt words, a few milliseconds' work at a time. @returns whether all is ready */
  prepare(): boolean;
  /** Counts a query's hits by country and by domain and limitation, with the passage that says most about each pair. */
  cross(query: string, report: string | null): CrossTable;
  /** What a query that is being typed may become. @param earlier searches, the latest first */
  suggest(typed: string, earlier: readonly string[], limit: number): Suggestion[];
  /** Passages that speak of the same things as this one, the most alike first. @param pk the passage's row number */
  similar(pk: number, limit: number): SearchHit<P>[];
}
