import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FacetChoice } from '../../db/model/facet.ts';

/**
 * A query over the real report, with the passages that answer it: 3 says just what is asked, 2 says something of it,
 * 1 touches on it. A passage is named by its id, which is made of its words; the words themselves are not kept here.
 */
export interface JudgedQuery {
  kind: string;
  query: string;
  choice: FacetChoice | null;
  answers: ReadonlyMap<string, number>;
  /** Looked at while the ranking is worked on, or only afterwards; `further` ones were written later, by reading the report before any was asked, with grades 2 and 1. */
  part: Part;
}

export const PARTS = ['dev', 'held-out', 'further'] as const;
export type Part = (typeof PARTS)[number];

interface Written { query: string; choice?: FacetChoice; answers: Record<string, number> }

const folder = path.join(import.meta.dirname, 'queries');

/** All of them, by kind. In every kind the first, third, fifth … of the first set are for work, the others are held out. */
export function judgedQueries(): JudgedQuery[] {
  return [...read(folder, (at) => (at % 2 === 0 ? 'dev' : 'held-out')), ...read(path.join(folder, 'further'), () => 'further')];
}

function read(from: string, partOf: (at: number) => Part): JudgedQuery[] {
  return readdirSync(from).filter((file) => file.endsWith('.json')).sort().flatMap((file) => (JSON.parse(readFileSync(path.join(from, file), 'utf8')) as Written[])
    .map(({ query, choice, answers }, at): JudgedQuery => ({
      kind: path.basename(file, '.json'), query, choice: choice ?? null, answers: new Map(Object.entries(answers)), part: partOf(at),
    })));
}

export interface Figures {
  queries: number;
  mrr: number;
  ndcg: number;
  recall: number;
}

const FIRST = 10;

/**
 * How well a list of hits answers a query, over its first ten.
 * @param hits passage ids, best first; pull quotes are to be left out, since they only repeat
 * @returns the reciprocal rank of the first right passage, nDCG with gains 2^grade - 1, and the share of right passages found
 */
export function figuresOf(hits: readonly string[], answers: ReadonlyMap<string, number>): Omit<Figures, 'queries'> {
  const grades = hits.slice(0, FIRST).map((id) => answers.get(id) ?? 0);
  const first = grades.findIndex((grade) => grade > 0);
  const best = [...answers.values()].sort((a, b) => b - a).slice(0, FIRST);
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1), ndcg: gain(grades) / gain(best),
    recall: grades.filter((grade) => grade > 0).length / best.length,
  };
}

const gain = (grades: readonly number[]): number => grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

/** The mean of several. */
export function meanOf(list: readonly Omit<Figures, 'queries'>[]): Figures {
  const mean = (of: (figures: Omit<Figures, 'queries'>) => number): number => list.reduce((sum, one) => sum + of(one), 0) / Math.max(1, list.length);
  return { queries: list.length, mrr: mean((one) => one.mrr), ndcg: mean((one) => one.ndcg), recall: mean((one) => one.recall) };
}
