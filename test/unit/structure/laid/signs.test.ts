import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const body = (first: string, second: string) => ['The council of the coast met every spring and', `asked the pilots what they had seen.${first} That was`, 'before it spent a single crown on any of the old', `lights of the skerries.${second}`];
const WHOLE = body('', '').join(' ');

test('notes that signs call are notes, tied to their calls and numbered through, though the signs begin again on every page', () => {
  const pages = [1, 2].map((n) => page(n, [...lines(40, 80, body('∗', '†')), line(40, 500, `∗Ada Larsen, On Harbours, ${n}.`, { size: 8 }), line(40, 512, '† Ibid.', { size: 8 })]));
  const made = structureLaid(source(pages), 'Ports', {});
  expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'Ada Larsen, On Harbours, 1.'], ['2', 'Ibid.'], ['3', 'Ada Larsen, On Harbours, 2.'], ['4', 'Ibid.']]);
  const first = WHOLE.indexOf(' That');
  expect(made.passages.map(({ text, footnotes }) => [text, footnotes])).toEqual([[WHOLE, [{ n: '1', offset: first }, { n: '2', offset: WHOLE.length }]], [WHOLE, [{ n: '3', offset: first }, { n: '4', offset: WHOLE.length }]]]);
});

test('a sign that only a name or a title has, or nothing at all, calls no note', () => {
  const made = structureLaid(source([page(1, [line(40, 50, 'Harbour law*', { size: 16, bold: true }), ...lines(40, 80, body('', '')), line(40, 500, '* Ada Larsen is a fellow of the Guild.', { size: 8 }), line(40, 512, '‡ Written in March.', { size: 8 })])]), 'Ports', {});
  expect(made.footnotes).toEqual([]);
  expect(made.passages.map(({ text }) => text)).toEqual([WHOLE, 'Ada Larsen is a fellow of the Guild.', 'Written in March.']);
});

test('signs on a page of numbered notes are left as they are', () => {
  const made = structureLaid(source([page(1, [...lines(40, 80, body('¹', '*')), line(40, 500, '* Ada Larsen is a fellow.', { size: 8 }), line(40, 512, '¹ Ibid.', { size: 8 })])]), 'Ports', {});
  expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'Ibid.']]);
});

test('signs before the notes stand for the figures behind the words, where these are due and as many', () => {
  const pages = (second: string) => [1, 2].map((n) => page(n, [...lines(40, 80, body(String(2 * n - 1), n === 1 ? '2' : second)), line(40, 500, n === 1 ? '* Ada Larsen, On Harbours.' : '‡ Ada Larsen, On Pilots.', { size: 8 }), line(40, 512, n === 1 ? '† Ibid.' : '**** Written in March.', { size: 8 })]));
  const made = structureLaid(source(pages('4')), 'Ports', {});
  expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'Ada Larsen, On Harbours.'], ['2', 'Ibid.'], ['3', 'Ada Larsen, On Pilots.'], ['4', 'Written in March.']]);
  expect(made.passages.map(({ text, footnotes }) => [text, footnotes.map(({ n }) => n)])).toEqual([[WHOLE, ['1', '2']], [WHOLE, ['3', '4']]]);
  expect(structureLaid(source(pages('')), 'Ports', {}).footnotes.map(({ n }) => n)).toEqual(['1', '2']);
});
