import { describe, expect, test } from 'vitest';
import { FACETS } from '../../../db/model/facet.ts';
import { labelOf, TAXONOMIES } from '../../../db/facets/taxonomies.ts';

/** The facet values that scripts rely on. */
const CONTRACT = {
  country: ['asean', 'cambodia', 'indonesia', 'philippines', 'thailand', 'vietnam'],
  domain: ['economy', 'security', 'soft-power'],
  limitation: ['china-pressure', 'constitutional-constraint', 'host-country-constraint', 'implementation', 'limited-security-role-other', 'multilateral-limits', 'slow-decisions', 'us-alliance-dependence', 'values-diplomacy'],
};

describe('the taxonomies', () => {
  test('hold every value of the contract, once, and no other', () => {
    expect(TAXONOMIES.map((taxonomy) => taxonomy.facet)).toEqual([...FACETS]);
    for (const { facet, values } of TAXONOMIES) expect(values.map((one) => one.value).sort()).toEqual(CONTRACT[facet]);
  });

  test('have a label and a description in English and German for all', () => {
    for (const taxonomy of TAXONOMIES) {
      for (const language of ['en', 'de']) {
        expect(taxonomy.label[language]).toMatch(/\S/);
        for (const one of taxonomy.values) {
          expect(one.label[language], one.value).toMatch(/^\S.*\S$/);
          expect(one.description?.[language], one.value).toMatch(/\.$/);
        }
      }
    }
  });

  test('give countries their codes, and the region only the one of the United Nations', () => {
    const codes = TAXONOMIES[0]!.values.map(({ value, iso, m49 }) => [value, iso, m49]);
    expect(codes).toEqual([
      ['cambodia', 'KH', '116'], ['indonesia', 'ID', '360'], ['philippines', 'PH', '608'], ['thailand', 'TH', '764'], ['vietnam', 'VN', '704'], ['asean', undefined, '035'],
    ]);
  });
});

describe('labelOf', () => {
  test('speaks the language asked for, English where it has none, and shows an unknown value as it is', () => {
    expect(labelOf('limitation', 'host-country-constraint')).toBe('Host-country constraint');
    expect(labelOf('country', 'cambodia', 'de')).toBe('Kambodscha');
    expect(labelOf('country', 'asean', 'fr')).toBe('Region (ASEAN)');
    expect(labelOf('country', 'atlantis')).toBe('atlantis');
  });
});
