import { describe, expect, test } from 'vitest';
import { figuresOf, standsIn } from './figures.ts';

const missing = (text: string, source: string, language = 'en'): string[] => figuresOf(text, language).filter((figure) => !standsIn(figure, source)).map((figure) => figure.text);

describe('figures of a text', () => {
  test('are dates, amounts with their unit, and numbers that are written out', () => {
    expect(figuresOf('On 30 March 2021 six ships for 16.8 billion, 34 per cent, 4,611 projects, June 2019.', 'en').map((figure) => figure.text))
      .toEqual(['30 March 2021', 'June 2019', '16.8 billion', '34 per cent', '4611', 'six']);
  });

  test.each([
    ['six ships', 'it sent 6 ships'], ['6 ships', 'it sent six ships'], ['in 2019', 'from 2018 to 2019'], ['2 September 2020', 'guideline (2.9.2020)'],
    ['2.79 billion', '$2.79B since 1994'], ['320,000 people', '320,000 of them'], ['September 2020', 'Sep 2020 to Oct 2021'], ['in the 1970s', 'during the 1970s'],
  ])('“%s” stands in “%s”', (text, source) => expect(missing(text, source)).toEqual([]));

  test.each([
    ['seven ships', 'it sent six ships'], ['16.8 billion', '16.8 million'], ['34 per cent', 'page 34'], ['in 2018', 'in 2019'], ['30 March 2021', '30 May 2021'], ['2.1', '2.10'], ['in the 1970s', 'in 1970'],
  ])('“%s” does not stand in “%s”', (text, source) => expect(missing(text, source)).not.toEqual([]));

  test('are read in German too', () => {
    expect(missing('Am 30. März 2021 sechs Schiffe für 16,8 Milliarden, 34 Prozent, 4.611 Projekte', '30 March 2021, six, 16.8 billion, 34 per cent, 4,611', 'de')).toEqual([]);
    expect(missing('sieben Schiffe, 16,9 Milliarden', 'six, 16.8 billion', 'de')).toEqual(['16.9 billion', 'sieben']);
  });
});
