import { expect, test } from 'vitest';
import { cite } from '../../../db/model/cite.ts';

const SOURCE = { reportTitle: 'Harbours', publisher: 'Institute of Piers', chapterNumber: 2, chapterTitle: 'Quays', authors: ['Okonkwo', 'Lindqvist'] };

test.each([
  ['2022', '2022'], ['2026-11', 'November 2026'], ['2026-11-03', '3 November 2026'], ['spring 2021', 'spring 2021'], ['2026-99', '2026-99'],
])('a source of %s is cited with its date in words', (date, words) => {
  expect(cite({ ...SOURCE, date }, { from: '4', to: '5' })).toBe(`Okonkwo and Lindqvist, “Quays”, in: Harbours, Institute of Piers, ${words}, pp. 4–5`);
});

test('what is not known of a source is left out', () => {
  expect(cite({ ...SOURCE, chapterTitle: 'Harbours', publisher: null, date: null, authors: [] }, { from: null, to: null })).toBe('Harbours');
});
