import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markingOf, markingWords, portionMark, VOCABULARIES, type Vocabulary } from '../../../db/model/marking.ts';

describe('the marking of a pack', () => {
  test.each<[Vocabulary | undefined, string, string[], string]>([
    ['uk', 'OFFICIAL', ['SECRET', ''], 'SECRET'],
    ['uk', 'SECRET', ['OFFICIAL-SENSITIVE'], 'SECRET'],
    ['uk', 'OFFICIAL', ['OFFICIAL-SENSITIVE', 'OFFICIAL'], 'OFFICIAL-SENSITIVE'],
    ['us', '', ['UNCLASSIFIED', 'SECRET // NOFORN'], 'SECRET // NOFORN'],
    ['eu', 'LIMITE', ['SECRET UE/EU SECRET', 'RESTREINT UE/EU RESTRICTED'], 'SECRET UE/EU SECRET'],
    ['de', 'VS - Nur für den Dienstgebrauch', ['GEHEIM'], 'GEHEIM'],
    ['tlp', 'TLP:AMBER', ['TLP:AMBER+STRICT', 'TLP:GREEN'], 'TLP:AMBER+STRICT'],
    [undefined, 'OFFICIAL', ['RESTRICTED'], 'RESTRICTED'],
    [undefined, 'TLP:GREEN', ['TLP:RED'], 'TLP:RED'],
    ['uk', '', [], ''],
  ])('%s: %s with %j is %s', (vocabulary, marking, parts, is) => expect(markingOf({ marking, vocabulary }, parts).marking).toBe(is));

  test('own words rank as their user put them', () => {
    const own = { marking: 'Kitchen table', vocabulary: 'own' as const, ownMarkings: ['Kitchen table', 'Hallway', ' Cellar '] };
    expect(markingOf(own, ['Cellar', 'Hallway']).marking).toBe('Cellar');
    expect(markingWords(own).map(({ word }) => word)).toEqual(['Kitchen table', 'Hallway', 'Cellar']);
  });

  test('a word that the vocabulary does not know is never dropped, and the user is told', () => {
    const { marking, notice } = markingOf({ marking: 'OFFICIAL', vocabulary: 'uk' }, ['GEHEIM', 'SECRET']);
    expect(marking).toBe('SECRET · GEHEIM');
    expect(notice).toContain('SECRET · GEHEIM');
  });

  test('what was typed is left as it is, without a word, where no part is higher', () => {
    expect(markingOf({ marking: ' For the ambassador only ' }, [])).toEqual({ marking: 'For the ambassador only', notice: null });
    expect(markingOf({ marking: 'SECRET', vocabulary: 'uk' }, ['OFFICIAL']).notice).toBeNull();
    expect(markingOf({ marking: 'OFFICIAL', vocabulary: 'uk' }, ['SECRET']).notice).toContain('instead of OFFICIAL');
  });

  test('is never lower than any of its parts, whatever they are', () => {
    for (const [vocabulary, words] of Object.entries(VOCABULARIES)) {
      const all = words.map(({ word }) => word);
      fc.assert(fc.property(fc.constantFrom(...all), fc.array(fc.constantFrom(...all)), (marking, parts) => {
        const is = markingOf({ marking, vocabulary: vocabulary as Vocabulary }, parts).marking;
        expect(all.indexOf(is)).toBe(Math.max(...[marking, ...parts].map((word) => all.indexOf(word))));
      }));
    }
  });
});

test('portions carry the short form', () => {
  expect(portionMark({ marking: '', vocabulary: 'uk' }, 'Official-Sensitive')).toBe('OS');
  expect(portionMark({ marking: '', vocabulary: 'us' }, 'SECRET // NOFORN')).toBe('SECRET // NOFORN');
  expect(portionMark({ marking: '', vocabulary: 'de' }, 'VS – NUR FÜR DEN DIENSTGEBRAUCH')).toBe('VS-NfD');
  expect(portionMark({ marking: '' }, 'Eyes only')).toBe('Eyes only');
});
