import { expect, test } from 'vitest';
import { createSearch } from '../../../db/search/search.ts';
import { figuresOf, judgedQueries, meanOf } from '../../bench/judged-queries.ts';
import { importRealReport } from '../../bench/report.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { realReport } from '../../helpers/shared.ts';

test('the figures of a list of hits are those of the books', () => {
  const answers = new Map([['a', 3], ['b', 1]]);
  expect(figuresOf(['a', 'b'], answers)).toEqual({ mrr: 1, ndcg: 1, recall: 1 });
  expect(figuresOf(['x', 'b'], answers)).toEqual({ mrr: 0.5, ndcg: (1 / Math.log2(3)) / (7 + 1 / Math.log2(3)), recall: 0.5 });
  expect(figuresOf([], answers)).toEqual({ mrr: 0, ndcg: 0, recall: 0 });
});

test.skipIf(!realReport())('on judged queries over the real report, the search answers as well as it did', () => {
  const library = importRealReport(temporaryFolder(), true);
  const search = createSearch(library);
  const known = new Set(library.listReports().flatMap(({ id }) => library.passages(id)).map(({ id }) => id));
  const judged = judgedQueries();
  expect(judged.flatMap(({ answers }) => [...answers.keys()]).filter((id) => !known.has(id))).toEqual([]);
  const figures = meanOf(judged.map(({ query, choice, answers }) => {
    const { hits } = search.run({ query, choice: choice ?? { country: [], domain: [], limitation: [] }, report: null, where: 'all', limit: 20, offset: 0 });
    return figuresOf(hits.filter(({ passage }) => passage.kind !== 'pull-quote').map(({ passage }) => passage.id), answers);
  }));
  library.close();
  expect(figures.mrr).toBeGreaterThanOrEqual(0.98);
  expect(figures.ndcg).toBeGreaterThanOrEqual(0.92);
  expect(figures.recall).toBeGreaterThanOrEqual(0.9);
});
