import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked', 'the pilots what they had seen, and what the winter', 'had done to the lights on the outer skerries, and', 'what the boats had cost the town since the summer', 'before it spent a crown.'];
const text = (top: number) => lines(140, top, TEXT, { right: 390 });

test('bold headings in the margin stand before the text that they are level with', () => {
  const made = structureLaid(source([page(1, [line(40, 80, 'Scope of the', { bold: true }), line(40, 92, 'review', { bold: true }), ...text(80), ...text(150), line(40, 230, 'Next steps', { bold: true }), ...text(230), ...text(300)])]), 'Ports', {});
  expect(made.chapters.map(({ title }) => title)).toEqual(['Scope of the review', 'Next steps']);
  expect(made.passages.map((passage) => passage.text)).toEqual(Array.from({ length: 4 }, () => TEXT.join(' ')));
});

test('bold terms beside a line or two each are no headings', () => {
  const terms = ['Fairway', 'Pilotage', 'Sluice', 'Dues'].flatMap((term, at) => [line(40, 80 + 34 * at, term, { bold: true }), ...lines(140, 80 + 34 * at, TEXT.slice(3), { right: 390 })]);
  const made = structureLaid(source([page(1, [...terms, ...lines(140, 230, TEXT.slice(0, 2), { right: 390 })])]), 'Ports', {});
  expect(JSON.stringify(made.chapters)).not.toContain('Pilotage');
  expect(made.passages.some((passage) => passage.text.startsWith('Pilotage'))).toBe(true);
});
