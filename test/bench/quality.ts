/**
 * How well the search answers the judged queries over the real report, by kind. The briefings that ship with the app
 * stand beside it, as they do for its users.
 *   node test/bench/run.ts quality [dev|held-out|further] [--misses]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSearch } from '../../db/search/search.ts';
import { realReport } from '../helpers/shared.ts';
import { figuresOf, judgedQueries, meanOf, PARTS, type Figures, type JudgedQuery } from './judged-queries.ts';
import { importRealReport } from './report.ts';
import { tableOf, writeSection } from './table.ts';

interface Asked extends JudgedQuery {
  /** Passage ids, best first, without pull quotes. */
  hits: string[];
  total: number;
  notice: string | null;
  figures: Omit<Figures, 'queries'>;
}

const FIRST = 10;

/** @param args a part of the queries, all where none is named; `--misses` names the queries that are not answered wholly */
export function run(args: string[]): void {
  if (!realReport()) return console.log('The real report is not at hand.');
  const part = PARTS.find((one) => args.includes(one));
  const { asked, lost } = askAll(part ?? null);
  const table = tableOf(rowsOf(asked));
  console.log(table);
  if (lost.length > 0) console.log(`Answers that the report no longer has: ${lost.join(', ')}`);
  const missed = asked.filter(({ figures }) => figures.mrr < 1 || figures.recall < 1);
  if (args.includes('--misses')) for (const one of missed) console.log(wordsOf(one));
  if (part === undefined) writeSection('quality', sectionOf(table, missed));
}

function askAll(part: string | null): { asked: Asked[]; lost: string[] } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-quality-'));
  const library = importRealReport(folder, true);
  try {
    const search = createSearch(library);
    const known = new Set(library.listReports().flatMap(({ id }) => library.passages(id)).map(({ id }) => id));
    const asked = judgedQueries().filter((one) => part === null || one.part === part).map((judged): Asked => {
      const choice = judged.choice ?? { country: [], domain: [], limitation: [] };
      const { hits: found, total, notice } = search.run({ query: judged.query, choice, report: null, where: 'all', limit: 2 * FIRST, offset: 0 });
      const hits = found.filter(({ passage }) => passage.kind !== 'pull-quote').map(({ passage }) => passage.id);
      return { ...judged, hits, total, notice, figures: figuresOf(hits, judged.answers) };
    });
    return { asked, lost: asked.flatMap(({ query, answers }) => [...answers.keys()].filter((id) => !known.has(id)).map((id) => `${id} (${query})`)) };
  } finally {
    library.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(asked: readonly Asked[]): string[][] {
  const row = (name: string, some: readonly Asked[]): string[][] => {
    const { queries, mrr, ndcg, recall } = meanOf(some.map((one) => one.figures));
    return queries === 0 ? [] : [[name, String(queries), mrr.toFixed(3), ndcg.toFixed(3), recall.toFixed(3)]];
  };
  const kinds = (later: boolean): string[][] => {
    const set = asked.filter((one) => (one.part === 'further') === later);
    return [...new Set(set.map((one) => one.kind))].flatMap((kind) => row(`${kind}${later ? ' (further)' : ''}`, set.filter((one) => one.kind === kind)));
  };
  const together = PARTS.flatMap((part) => row(`**${part}**`, asked.filter((one) => one.part === part)));
  return [['kind', 'queries', 'MRR@10', 'nDCG@10', 'recall@10'], ...kinds(false), ...kinds(true), ...together, ...row('**all**', asked)];
}

function sectionOf(table: string, missed: readonly Asked[]): string {
  return `## Quality of search

Queries over the real report, judged by reading it (test/bench/queries), with the app's own briefings in the library as users have them. “dev” was looked at while the ranking was made, “held-out” only afterwards; the “further” ones were written later, before any of them was asked. Their first run gave 1.000, 0.986 and 0.986; since then they were looked at too.

${table}

Not answered wholly (a right passage that is not among the first ten, or none at the top): ${missed.map(({ query }) => `“${query}”`).join(', ')}. Most need a word for another that no table has, or a passage that says it without any of the words.`;
}

function wordsOf({ part, kind, query, total, hits, answers, notice }: Asked): string {
  const missed = [...answers].filter(([id]) => !hits.slice(0, FIRST).includes(id)).map(([id, grade]) => `${id}:${grade}`);
  return `${part} ${kind} “${query}” total ${total} grades ${hits.slice(0, FIRST).map((id) => answers.get(id) ?? `[${id}]`).join(' ')} missed ${missed.join(' ')} ${notice ?? ''}`;
}
