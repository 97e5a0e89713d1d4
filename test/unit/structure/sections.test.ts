import { expect, test } from 'vitest';
import { makeSections } from '../../../db/structure/sections.ts';

const titles = (texts: readonly string[]): string[] => {
  const drafts = texts.map((text) => ({ kind: 'paragraph' as const, text, spans: [{ offset: 0, page: 0, line: 1 }], heading: -1 }));
  return makeSections('ch1', drafts, [], -1, new Map()).sections.map(({ title }) => title);
};

test('paragraphs that begin alike have run-in headings', () => {
  expect(titles(['Soft Power. Today it is enough.', 'Trade. It grew.'])).toEqual(['Soft Power.', 'Trade.']);
});

test('what is shortened at a paragraph’s beginning is no heading', () => {
  expect(titles(['Mr. Alden Roe chaired it.', 'Dr. Lena Whitcombe disagreed.', 'St. Aldhelm is small.', 'Gen. Tovar Ruiz left.', 'A. Castell wrote it.', 'MS. Merrow asked.', 'No. Seven is the last.', 'Secretary Gen. Costa came.'])).toEqual([]);
});
