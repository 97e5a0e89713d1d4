import { describe, expect, test } from 'vitest';
import { TAXONOMIES } from '../../../db/facets/taxonomies.ts';
import { BUILT_INS } from '../../../db/briefings/built-ins.ts';
import { FACETS } from '../../../db/model/facet.ts';
import type { ReportDraft } from '../../../db/model/report.ts';
import { draftOf } from '../../helpers/drafts.ts';
import { BRIEFINGS, ENGLISH, originOf } from './briefing.ts';

const valuesOf = (facet: string): string[] => TAXONOMIES.find((taxonomy) => taxonomy.facet === facet)!.values.map(({ value }) => value);
const tagged = (id: string, facet: string, value: string): boolean => (ENGLISH.authored.get(id) ?? []).some((tag) => tag.facet === facet && tag.value === value);

describe.each(BRIEFINGS.map((draft) => [draft.report.language, draft] as const))('the built-in briefing (%s)', (_language, draft) => {
  test('compiles without a doubt', () => {
    expect(draft.warnings).toEqual([]);
    expect(draft.origins).toMatchObject({ retells: 'japans-role-for-southeast-asia' });
  });

  test('has passages of 40 to 120 words', () => {
    const lengths = draft.passages.map(({ id, text }) => ({ id, words: text.split(/\s+/).length }));
    expect(lengths.filter(({ words }) => words < 40 || words > 120)).toEqual([]);
  });

  test('every passage is a paragraph: one that began with “18.” would be read as a list and lose its number', () => {
    expect(draft.passages.filter(({ kind }) => kind !== 'paragraph').map(({ id }) => id)).toEqual([]);
  });

  test('every passage has its own name, its facets, its sources, and one note that tells them', () => {
    for (const passage of draft.passages) {
      expect(passage.id).toMatch(/^(?!p-)[a-z]+-[a-z0-9-]+$/);
      expect(draft.authored.get(passage.id), passage.id).toContainEqual(expect.objectContaining({ facet: 'country' }));
      expect(originOf(draft, passage).refs.length, passage.id).toBeGreaterThan(0);
      expect(passage.footnotes.length, passage.id).toBe(1);
    }
  });

  test('its facets are those of the taxonomies', () => {
    const known = new Set(FACETS.flatMap((facet) => valuesOf(facet).map((value) => `${facet}/${value}`)));
    expect([...draft.authored.values()].flat().map(({ facet, value }) => `${facet}/${value}`).filter((tag) => !known.has(tag))).toEqual([]);
  });
});

describe('the briefing in German', () => {
  const german = BRIEFINGS.find(({ report }) => report.language === 'de')!;

  test('translates the English one: the same passages with the same facets and sources', () => {
    expect(german.origins!.translates).toBe(ENGLISH.report.id);
    for (const { id } of german.passages) {
      expect(german.authored.get(id), id).toEqual(ENGLISH.authored.get(id));
      expect(german.origins!.passages.get(id), id).toEqual(ENGLISH.origins!.passages.get(id));
    }
  });

  /** Where a passage stands among the sections of its chapter. */
  const placesIn = (draft: ReportDraft, at: number): unknown[] => {
    const { id, sections } = draft.chapters[at]!;
    return draft.passages.filter(({ chapter }) => chapter === id).map((passage) => [passage.id, sections.findIndex((section) => section.id === passage.section)]);
  };

  test.each(german.chapters.map(({ title }, at) => [title, at] as const))('%s is whole: passage for passage the English chapter, in its sections and its order', (_title, at) => {
    expect(placesIn(german, at).length).toBeGreaterThan(0);
    expect(placesIn(german, at)).toEqual(placesIn(ENGLISH, at));
  });
});

describe('the briefing in English', () => {
  test('has 180 to 260 passages in its thirteen chapters', () => {
    expect(ENGLISH.passages.length).toBeGreaterThanOrEqual(180);
    expect(ENGLISH.passages.length).toBeLessThanOrEqual(260);
    expect(ENGLISH.chapters.map(({ id }) => id)).toEqual(['essentials', 'cambodia', 'indonesia', 'philippines', 'vietnam', 'thailand', 'the-region', 'what-holds-japan-back',
      'what-the-surveys-say', 'agreements-and-formats', 'what-the-report-recommends', 'chronology', 'glossary-of-acronyms']);
  });

  test('has every country in every domain, and every limitation with a text of its own', () => {
    const pairs = valuesOf('country').flatMap((country) => valuesOf('domain').map((domain) => [country, domain] as const));
    const without = pairs.filter(([country, domain]) => !ENGLISH.passages.some(({ id }) => tagged(id, 'country', country) && tagged(id, 'domain', domain)));
    expect(without).toEqual([]);
    const limits = ENGLISH.passages.filter(({ chapter }) => chapter === 'what-holds-japan-back');
    expect(valuesOf('limitation').filter((value) => limits.filter(({ id }) => tagged(id, 'limitation', value)).length < 2)).toEqual([]);
  });

  test('every profile says where things stand, what the figures and dates are, what to raise and what to avoid, and what is open', () => {
    for (const { id, sections } of ENGLISH.chapters.slice(1, 7)) {
      expect(sections.map(({ title }) => title), id).toEqual(expect.arrayContaining(['Where things stand', 'Security', 'Economy', 'Soft power', 'What holds Japan back', 'Figures', 'People and institutions', 'Dates', 'In conversation', 'Open questions']));
    }
  });

  test('keeps the names of its passages when their words change', () => {
    const [{ text, name }] = [BUILT_INS.find((one) => one.name === 'japan-southeast-asia.md')!];
    const changed = draftOf(text.replaceAll(' the ', ' this '), name);
    expect(changed.passages.map(({ id }) => id)).toEqual(ENGLISH.passages.map(({ id }) => id));
    expect(changed.passages[0]!.text).not.toBe(ENGLISH.passages[0]!.text);
  });

  test('says where the report contradicts itself', () => {
    const doubted = ENGLISH.passages.filter((passage) => originOf(ENGLISH, passage).confidence === 'contradicted').map(({ id }) => id);
    expect(doubted).toEqual(expect.arrayContaining(['th-partnership', 'ph-jpepa-date', 'kh-investment']));
    expect(ENGLISH.passages.find(({ id }) => id === 'th-partnership')!.text).toMatch(/2012.*2013/);
  });
});
