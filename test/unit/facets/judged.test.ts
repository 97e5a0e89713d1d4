import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tagPassages } from '../../../db/facets/tag.ts';
import { FACETS, type FacetName } from '../../../db/model/facet.ts';
import judged from '../../fixtures/facets-judged.json' with { type: 'json' };
import { draftOf } from '../../helpers/drafts.ts';
import { realReport } from '../../helpers/shared.ts';
import { values } from './draft.ts';

type Values = Partial<Record<FacetName, string[]>>;
const JUDGED = judged.passages as (Values & { passage: string; also?: Values })[];
const real = realReport();

/** Right, wrong and missed tags of one facet, added up over the chapters; the region is not judged. */
function figures(facet: FacetName): { f1: number; recall: number } {
  const draft = draftOf(fs.readFileSync(real!.file, 'utf8'), 'report.txt');
  const tags = tagPassages(draft);
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { passage, also, ...own } of JUDGED) {
    const want = own[facet] ?? [];
    const got = values(tags.get(passage) ?? [], facet).filter((value) => value !== 'asean');
    right += got.filter((value) => want.includes(value)).length;
    wrong += got.filter((value) => !want.includes(value) && !also?.[facet]?.includes(value)).length;
    missed += want.filter((value) => !got.includes(value)).length;
  }
  return { f1: (2 * right) / (2 * right + wrong + missed), recall: right / (right + missed) };
}

describe('on the chapters without gold, as they were judged by hand (skipped where the report does not lie beside the project)', () => {
  test.skipIf(!real)('every judged passage is found again by its id', () => {
    const ids = new Set(draftOf(fs.readFileSync(real!.file, 'utf8'), 'other-name.txt').passages.map((passage) => passage.id));
    expect(JUDGED.filter(({ passage }) => !ids.has(passage))).toEqual([]);
  });

  test.skipIf(!real).each([['country', 0.97], ['domain', 0.95], ['limitation', 0.9]] as const)('%s', (facet, floor) => {
    const { f1, recall } = figures(facet);
    expect(f1).toBeGreaterThanOrEqual(floor);
    expect(recall).toBeGreaterThanOrEqual(floor);
  });

  test('the judgement names only what the facets know', () => {
    for (const { passage: _passage, also, ...own } of JUDGED) for (const part of [own, also ?? {}]) expect(FACETS).toEqual(expect.arrayContaining(Object.keys(part)));
  });
});
