import { describe, expect, test } from 'vitest';
import country from '../../../db/facets/rules/country.json' with { type: 'json' };
import domain from '../../../db/facets/rules/domain.json' with { type: 'json' };
import limitation from '../../../db/facets/rules/limitation.json' with { type: 'json' };
import partners from '../../../db/facets/rules/partners.json' with { type: 'json' };
import { Phrases } from '../../../db/facets/phrases.ts';
import { read } from '../../../db/facets/reading.ts';
import { TAXONOMIES } from '../../../db/facets/taxonomies.ts';

interface Rule {
  all: string[];
  near?: string[];
  weight: number;
}

const valuesOf = (facet: string): string[] => TAXONOMIES.find((one) => one.facet === facet)!.values.map((one) => one.value).sort();
const rules: [string, Rule[]][] = Object.entries(limitation.values);

/** All lists of phrases, wherever they stand in a file. */
function lists(part: unknown): string[][] {
  if (Array.isArray(part)) return part.every((one) => typeof one === 'string') ? [part] : [];
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(lists) : [];
}

describe('the rules', () => {
  test('have something for every value, and for no other', () => {
    expect(Object.keys(country.values).sort()).toEqual(valuesOf('country'));
    expect(Object.keys(domain.values).filter((value) => value !== 'none').sort()).toEqual(valuesOf('domain'));
    expect(Object.keys(limitation.values).sort()).toEqual(valuesOf('limitation'));
    for (const value of Object.keys(domain.agencies)) expect(valuesOf('domain')).toContain(value);
    for (const [value, partner] of Object.entries(limitation.unlessPartner)) {
      expect(valuesOf('limitation')).toContain(value);
      expect(Object.keys(partners)).toContain(partner);
    }
  });

  test('use only groups that there are, and every group there is', () => {
    const used = new Set(rules.flatMap(([, list]) => list.flatMap((rule) => [...rule.all, ...(rule.near ?? [])])));
    const made = [...Object.keys(limitation.groups).filter((group) => group !== 'denial'), 'partner', 'us', 'host'];
    expect([...used].sort()).toEqual(made.sort());
  });

  test('say no phrase twice in one list', () => {
    for (const list of lists({ country, domain, limitation, partners })) {
      expect(list.filter((phrase, i) => list.indexOf(phrase) !== i)).toEqual([]);
    }
  });

  test('hold only phrases that a text can contain', () => {
    for (const file of [country.values, country.references, country.examples, country.ignored, domain.values, domain.agencies, domain.ignored, domain.self, limitation.groups, limitation.headings, partners]) {
      for (const phrase of lists(file).flat()) {
        const set = new Phrases<string>();
        set.add(phrase, phrase);
        const example = phrase.split(' ').map((word) => word.split('|')[0]!.replace('*', '')).join(' ');
        expect(set.longest(read(example)).some((hit) => hit.meanings.includes(phrase)), phrase).toBe(true);
      }
    }
  });
});
