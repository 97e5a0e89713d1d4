import { expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const BODY = [
  'The council of the coast met every spring and', 'asked the pilots what they had seen, and what', 'the winter had done to the lights on the outer', 'skerries, before it spent a single crown on any',
  'of the lights, which were kept by the families', 'of the skerries, and paid in oil and in salt by', 'whoever had the lease of the herring that year', 'and of the next one.',
];
const numbers = (from: number, step: number, of: number): LaidLine[] => BODY.flatMap((_text, at) => ((from + at) % step === 0 && at < of ? [line(40 - 3 * String(from + at).length, 80 + at * 12, String(from + at), { size: 6 })] : []));
const texts = (pages: LaidLine[][]) => structureLaid(source(pages.map((on, at) => page(at + 1, on))), 'Ports', {}).passages.map(({ text }) => text);

test.each([1, 2])('the numbers of lines in the margin go: every %s', (step) => {
  expect(texts([[...lines(60, 80, BODY), ...numbers(1, step, 8)], [...lines(60, 80, BODY), ...numbers(9, step, 8)], [...lines(60, 80, BODY.slice(6)), ...numbers(17, step, 2)]])).toEqual([BODY, BODY, BODY.slice(6)].map((one) => one.join(' ')));
});

test('the numbers of paragraphs in the margin stay', () => {
  const on = [0, 1, 2].flatMap((at) => [...lines(60, 80 + at * 120, BODY), line(40, 80 + at * 120, String(at + 4))]);
  expect(texts([on]).join(' ')).toMatch(/4.*5.*6/);
});
