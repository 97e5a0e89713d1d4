import type { FacetName } from '../model/facet.ts';
import type { Sqlite } from './open.ts';

export interface Word {
  word: string;
  /** How many passages have it, in any column. */
  passages: number;
}
export interface Match {
  pk: number;
  /** Higher is better; FTS5's bm25 with its sign turned. */
  score: number;
}
export interface ColumnWeights {
  text: number;
  heading: number;
  notes: number;
}

/** The postings as the search asks them: words, matches, and who carries which facet value. */
export function createPostings(db: Sqlite) {
  const match = db.prepare<[number, number, number, string], Match>('SELECT rowid AS pk, -bm25(postings, ?, ?, ?) AS score FROM postings WHERE postings MATCH ?');
  const members = db.prepare<[string], { pk: number }>('SELECT rowid AS pk FROM postings WHERE postings MATCH ?');
  return {
    /** Every distinct word of the library, in byte order. */
    words: (): Word[] => db.prepare<[], Word>('SELECT term AS word, doc AS passages FROM words').all(),
    /** @param expression FTS5 syntax, compiled by db/search; words must be folded already */
    match: (expression: string, weights: ColumnWeights): Match[] => match.all(weights.text, weights.heading, weights.notes, expression),
    /** The same without ranking: for counts. */
    members: (expression: string): number[] => members.all(expression).map((row) => row.pk),
    /** Who carries which value, in passage order. */
    facets: (): { facet: FacetName; value: string; pk: number }[] => db.prepare<[], { facet: FacetName; value: string; pk: number }>('SELECT facet, value, passage AS pk FROM facet').all(),
    /** All passages in reading order, report by report: row numbers of a report are consecutive. */
    reports: (): { report: string; from: number; to: number }[] => db.prepare<[], { report: string; from: number; to: number }>(
      'SELECT r.id AS report, min(p.pk) AS "from", max(p.pk) AS "to" FROM passage p JOIN report r ON r.pk = p.report GROUP BY p.report').all(),
    all: (): number[] => db.prepare<[], { pk: number }>('SELECT pk FROM passage ORDER BY pk').all().map((row) => row.pk),
  };
}
export type Postings = ReturnType<typeof createPostings>;
