import { describe, expect, test } from 'vitest';
import { tagPassages } from '../../../db/facets/tag.ts';
import { draftOf, evidence, tagsOf, values, type TestChapter } from './draft.ts';

const countries = (text: string, setting?: { title?: string; heading?: string }): string[] => values(tagsOf(text, setting), 'country');

function countriesIn(...chapters: TestChapter[]): string[][] {
  return [...tagPassages(draftOf(chapters)).values()].map((tags) => values(tags, 'country'));
}

describe('a passage is about a country', () => {
  test.each([
    ['named', 'Cambodia wants more bridges.', 'cambodia'],
    ['by its people', 'Filipino nurses work abroad.', 'philippines'],
    ['by its capital', 'Hanoi weighs every step.', 'vietnam'],
    ['with accents', 'Việt Nam builds ports.', 'vietnam'],
  ])('%s', (_, text, value) => {
    expect(countries(text)).toEqual([value]);
  });

  test('and about each of several that have their own say', () => {
    expect(countries('Jakarta declined the offer, while Bangkok took it.')).toEqual(['indonesia', 'thailand']);
  });

  test('not where it is only an example', () => {
    expect(countries('Poorer states such as Laos and Cambodia borrow more.')).toEqual([]);
    expect(countries('Some newspapers, like the Bangkok Post, disagreed.')).toEqual([]);
  });

  test('not where it is only the place of a speech or an office', () => {
    expect(countries('The doctrine goes back to a speech in the Philippines.')).toEqual([]);
    expect(countries('The study was made by the office in Hanoi.')).toEqual([]);
    expect(countriesIn({ title: 'Vietnam Case Study', sections: { '': ['Wages in Vietnam rose.'] } })).toEqual([['vietnam']]);
  });

  test('not where only a province or a leader is named in passing', () => {
    expect(countries('Cables run from Java to Australia.')).toEqual([]);
  });
});

describe('a chapter’s country', () => {
  const chapter = (...texts: string[]): TestChapter => ({ title: 'Indonesia Case Study', sections: { '': texts } });

  test('counts where the passage speaks of it without its name', () => {
    expect(countriesIn(chapter('The two countries have met every year since.', 'The country needs harbours.'))).toEqual([['indonesia'], ['indonesia']]);
  });

  test('does not count where the passage speaks of something else', () => {
    expect(countriesIn(chapter('World demand for steel fell.'))).toEqual([[]]);
  });

  test('outweighs a neighbour that is only compared with it', () => {
    expect(countriesIn(chapter('Indonesia exports more coal than Vietnam.'))).toEqual([['indonesia']]);
  });

  test('gives way where the passage dwells on a neighbour', () => {
    expect(countriesIn(chapter('Vietnam went another way: Hanoi opened its ports, and Vietnamese yards grew.'))).toEqual([['vietnam']]);
  });

  test('is found in the text where the title does not name it', () => {
    const sections = { '': ['Thailand grew.', 'Thai firms hired.', 'Both sides signed.', 'Bangkok approved, as did Vietnam.'] };
    expect(countriesIn({ title: 'Chapter Six', sections })[2]).toEqual(['thailand']);
    expect(countriesIn({ title: 'Japan and ASEAN', sections })[2]).toEqual([]);
  });
});

describe('leads and headings', () => {
  const report: TestChapter = {
    title: 'Summary',
    sections: {
      'FIVE VIEWS': ['Views differ.'],
      'Cambodia.': ['Cambodia. Next door, Vietnam worries more.'],
      'Vietnam.': ['Vietnam. Both sides trained crews.'],
      'THE PHILIPPINES': ['Bilateral talks resumed.'],
      'THAILAND AND INDONESIA': ['Bilateral talks ended.'],
    },
  };

  test('settle whom a passage is about', () => {
    expect(countriesIn(report)).toEqual([[], ['cambodia'], ['vietnam'], ['philippines'], []]);
  });

  test('are named as evidence', () => {
    const tags = tagPassages(draftOf([report]));
    expect(evidence(tags.get('p3')!, 'vietnam')).toContainEqual({ where: 'lead', words: 'Vietnam' });
    expect(evidence(tags.get('p4')!, 'philippines')).toEqual([{ where: 'text', words: 'Bilateral' }, { where: 'heading', words: 'PHILIPPINES' }]);
  });
});

describe('the region', () => {
  test('is tagged where a passage is about all of it', () => {
    expect(countries('Southeast Asian states prefer many partners.')).toEqual(['asean']);
  });

  test('is not tagged beside a chapter’s country for a mere mention', () => {
    expect(countries('Vietnam joined ASEAN in the nineties, and Hanoi never looked back.', { title: 'Vietnam' })).toEqual(['vietnam']);
  });

  test('is tagged beside it where it is as much the subject', () => {
    expect(countries('ASEAN met in Hanoi. ASEAN leaders thanked Vietnam. Southeast Asia had seldom agreed so fast.', { title: 'Vietnam' })).toEqual(['vietnam', 'asean']);
    expect(countries('Tensions rise with the return of fleets to Southeast Asia.', { title: 'Vietnam' })).toEqual(['asean']);
    expect(countries('The country watches as tensions rise in Southeast Asia.', { title: 'Vietnam' })).not.toContain('asean');
  });
});
