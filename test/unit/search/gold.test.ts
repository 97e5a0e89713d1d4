import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTextFile } from '../../../db/import/read-text-file.ts';
import { tagPassages } from '../../../db/facets/tag.ts';
import { squash } from '../../../db/model/fold.ts';
import { structureReport } from '../../../db/structure/structure.ts';
import { realReport } from '../../helpers/shared.ts';
import { asking, openTemp, type Ask } from './fixture.ts';

interface GoldQuery {
  query: string;
  answers: { paragraph: number; grade: number }[];
  filters?: { countries?: string[]; domains?: string[]; limitations?: string[] };
}

const shared = realReport();

/** The real report, imported as the app does it. */
function searchReport(file: string): Ask {
  const library = openTemp();
  const draft = structureReport(readTextFile(readFileSync(file), 'report.txt'), { name: 'report.txt', sha256: 'r', builtIn: false }, () => {});
  library.saveReport(draft, tagPassages(draft), { format: 'text', bytes: new Uint8Array(1) }, () => {});
  return asking(library);
}

/** For each query, the grades of its first ten hits. */
function gradesOf(ask: Ask, gold: string): number[][] {
  const load = <T>(name: string): T => JSON.parse(readFileSync(path.join(gold, `${name}.json`), 'utf8')) as T;
  const texts = new Map(load<{ paragraphs: { index: number; text: string }[] }>('paragraphs').paragraphs.map(({ index, text }) => [index, squash(text)]));
  return load<GoldQuery[]>('queries').map(({ query, answers, filters }) => {
    const choice = { country: filters?.countries ?? [], domain: filters?.domains ?? [], limitation: filters?.limitations ?? [] };
    return ask(query, { choice, limit: 10 }).hits.map(({ passage }) => answers.find(({ paragraph }) => texts.get(paragraph) === squash(passage.text))?.grade ?? 0);
  });
}

test.skipIf(!shared)('on the queries that were answered by hand, a right passage comes first nearly always', () => {
  const grades = gradesOf(searchReport(shared!.file), shared!.gold);
  const ranks = grades.map((list) => list.findIndex((grade) => grade > 0) + 1);
  expect(ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length).toBeGreaterThanOrEqual(0.9);
});
