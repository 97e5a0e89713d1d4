import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { squash } from '../../../db/model/fold.ts';
import { importText, testService } from '../../helpers/services.ts';
import { realReport } from '../../helpers/shared.ts';

interface GoldQuery {
  query: string;
  answers: { paragraph: number; grade: number }[];
  filters?: { countries?: string[]; domains?: string[] };
}

const real = realReport();

describe('the built-in briefing in a search', () => {
  test('stands in English first, and its translation behind', async () => {
    const at = testService();
    const { hits } = await at.client('search.run', { query: 'Natuna' });
    const languages = new Map((await at.client('library.list', {})).reports.map(({ id, language }) => [id, language]));
    const found = hits.map(({ report }) => languages.get(report)!);
    expect(found[0]).toBe('en');
    expect(found).toEqual(found.toSorted((a, b) => Number(a === 'de') - Number(b === 'de')));
  });

  test('is counted once beside its translation where countries are compared', async () => {
    const at = testService();
    const english = (await at.client('library.list', {})).reports.find(({ language }) => language === 'en')!;
    expect((await at.client('compare.table', {})).total).toBe(english.counts.passages);
  });

  test.each(['', 'coast guard'])('what is counted where countries are compared is what a search then finds, for “%s”', async (query) => {
    const at = testService();
    const { rows, total } = await at.client('compare.table', { query });
    expect((await at.client('search.run', { query })).total).toBe(total);
    for (const row of rows) {
      expect((await at.client('search.run', { query, choice: { country: [row.value], domain: [], limitation: [] } })).total, row.label).toBe(row.count);
      for (const { facet, value, count } of row.cells) {
        const choice = { country: [row.value], domain: [], limitation: [], [facet]: [value] };
        expect((await at.client('search.run', { query, choice })).total, `${row.label}, ${value}`).toBe(count);
      }
    }
  });

  test.skipIf(!real)('leaves the first place to the report that it retells, on every query that was answered by hand (skipped where the report does not lie beside the project)', async () => {
    const load = <T>(name: string): T => JSON.parse(fs.readFileSync(path.join(real!.gold, `${name}.json`), 'utf8')) as T;
    const texts = new Map(load<{ paragraphs: { index: number; text: string }[] }>('paragraphs').paragraphs.map(({ index, text }) => [index, squash(text)]));
    const at = testService();
    await importText(at, fs.readFileSync(real!.file), 'report.txt');
    for (const { query, answers, filters } of load<GoldQuery[]>('queries')) {
      const choice = { country: filters?.countries ?? [], domain: filters?.domains ?? [], limitation: [] };
      const { hits } = await at.client('search.run', { query, choice, limit: 10 });
      const right = new Set(answers.filter(({ grade }) => grade > 0).map(({ paragraph }) => texts.get(paragraph)));
      expect(right.has(squash(hits[0]!.text)), query).toBe(true);
    }
  });
});
