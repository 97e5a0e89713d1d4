import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FacetName } from '../../../db/model/facet.ts';
import type { ReportDraft } from '../../../db/model/report.ts';
import { tagPassages } from '../../../db/facets/tag.ts';
import { draftOf, values } from './draft.ts';

const GOLD = path.resolve(import.meta.dirname, '../../../../shared/gold');
const load = <T>(name: string): T => JSON.parse(readFileSync(path.join(GOLD, `${name}.json`), 'utf8')) as T;

interface GoldChapter {
  id: string;
  title: string;
  sections: { title: string; kind: 'title' | 'heading' | 'run-in-lead' }[];
}

type GoldField = 'countries' | 'domains' | 'limitations';
type GoldTags = Record<GoldField, string[]> & { paragraph: number; alsoAcceptable?: Partial<Record<GoldField, string[]>> };

/** The gold chapters as the importer should deliver them; the passages' ids are the gold's paragraph numbers. */
function goldDraft(): ReportDraft {
  const { paragraphs } = load<{ paragraphs: { index: number; chapter: string; section: string; text: string }[] }>('paragraphs');
  const { chapters } = load<{ chapters: GoldChapter[] }>('structure');
  const draft = draftOf([], 'Japan in Southeast Asia');
  for (const { id, title, sections } of chapters) {
    const list = sections.filter((one) => one.kind !== 'title').map((one, i) => {
      const runIn = one.kind === 'run-in-lead';
      return { id: `${id}.${i}`, title: one.title, level: runIn ? 2 : 1, runIn };
    });
    draft.chapters.push({ id, number: null, title, authors: [], pages: { from: null, to: null }, sections: list });
    for (const { index, section, text } of paragraphs.filter((one) => one.chapter === id)) {
      const own = list.find((one) => one.runIn && text.startsWith(one.title)) ?? list.find((one) => one.title === section);
      draft.passages.push({
        id: String(index), chapter: id, section: own?.id ?? null, kind: 'paragraph', text, pages: { from: null, to: null }, lines: { from: 1, to: 1 }, footnotes: [],
      });
    }
  }
  return draft;
}

/** Micro F1 of one facet; the region and what the gold also accepts count for nothing. */
function f1(draft: ReportDraft, facet: FacetName, field: GoldField): number {
  const tags = tagPassages(draft);
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const gold of load<GoldTags[]>('facets')) {
    const want = gold[field].filter((value) => value !== 'asean');
    const free = new Set(['asean', ...(gold.alsoAcceptable?.[field] ?? [])]);
    const got = values(tags.get(String(gold.paragraph)) ?? [], facet);
    right += got.filter((value) => want.includes(value)).length;
    wrong += got.filter((value) => !want.includes(value) && !free.has(value)).length;
    missed += want.filter((value) => !got.includes(value)).length;
  }
  return (2 * right) / (2 * right + wrong + missed);
}

describe('on the chapters that were tagged by hand', () => {
  test.skipIf(!existsSync(GOLD)).each([
    ['country', 'countries', 0.9],
    ['domain', 'domains', 0.85],
    ['limitation', 'limitations', 0.7],
  ] as const)('the rules find %s well enough', (facet, field, floor) => {
    expect(f1(goldDraft(), facet, field)).toBeGreaterThanOrEqual(floor);
  });

  test.skipIf(!existsSync(GOLD))('a country chapter is recognised from its text alone', () => {
    const draft = goldDraft();
    for (const chapter of draft.chapters) chapter.title = 'Chapter';
    expect(f1(draft, 'country', 'countries')).toBeGreaterThanOrEqual(0.9);
  });
});
