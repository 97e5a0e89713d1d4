/**
 * Prints how well the search answers the judged queries over the real report, by kind. The briefings that ship with the
 * app stand beside it, as they do for its users.
 *   node test/bench/quality.ts [dev|held-out|further|all] [--misses]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSearch } from '../../db/search/search.ts';
import { figuresOf, judgedQueries, meanOf, PARTS, type Figures } from './judged-queries.ts';
import { importRealReport } from './report.ts';

const part = process.argv[2] ?? 'all';
const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-quality-'));
const library = importRealReport(folder, true);
const search = createSearch(library);
const known = new Set(library.listReports().flatMap(({ id }) => library.passages(id)).map(({ id }) => id));
const results = judgedQueries().filter((one) => part === 'all' || one.part === part).map((judged) => {
  const choice = judged.choice ?? { country: [], domain: [], limitation: [] };
  const answer = search.run({ query: judged.query, choice, report: null, where: 'all', limit: 20, offset: 0 });
  const hits = answer.hits.filter(({ passage }) => passage.kind !== 'pull-quote').map(({ passage }) => passage.id);
  return { ...judged, hits, notice: answer.notice, total: answer.total, figures: figuresOf(hits, judged.answers) };
});

const line = (name: string, { queries, mrr, ndcg, recall }: Figures): void => console.log(`${name.padEnd(18)} ${String(queries).padStart(3)}  ${mrr.toFixed(3)}  ${ndcg.toFixed(3)}  ${recall.toFixed(3)}`);
console.log('kind               n    MRR    nDCG   recall  (at 10)');
for (const [later, name] of [[false, 'first set'], [true, 'further']] as const) {
  const set = results.filter((one) => (one.part === 'further') === later);
  if (set.length > 0) console.log(`-- ${name}`);
  for (const kind of new Set(set.map((one) => one.kind))) line(kind, meanOf(set.filter((one) => one.kind === kind).map((one) => one.figures)));
}
console.log('-- together');
for (const one of PARTS) line(one, meanOf(results.filter((result) => result.part === one).map((result) => result.figures)));
line('all', meanOf(results.map((one) => one.figures)));
const lost = results.flatMap((one) => [...one.answers.keys()].filter((id) => !known.has(id)).map((id) => `${id} (${one.query})`));
if (lost.length > 0) console.log(`Answers that the report no longer has: ${lost.join(', ')}`);
if (process.argv.includes('--misses')) {
  for (const one of results.filter(({ figures }) => figures.mrr < 1 || figures.ndcg < 0.9 || figures.recall < 1)) {
    const missed = [...one.answers].filter(([id]) => !one.hits.slice(0, 10).includes(id)).map(([id, grade]) => `${id}:${grade}`);
    console.log(`${one.part} ${one.kind} “${one.query}” total ${one.total} grades ${one.hits.slice(0, 10).map((id) => one.answers.get(id) ?? `[${id}]`).join(' ')} missed ${missed.join(' ')} ${one.notice ?? ''}`);
  }
}
library.close();
rmSync(folder, { recursive: true, force: true });
