import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const YEARS = ['spring', 'summer', 'autumn', 'winter', 'frost'];
const NAMES = ['Holm', 'Skerry', 'Ember', 'Norland', 'Inner Holm'];
/** Five lines of a text; no two of them say the same on other pages. */
const body = (at: number, mark = '.') => [`The council of ${NAMES[at]!} met every ${YEARS[at]!} and`, 'asked the pilots what they had seen, and what', `the ${YEARS[at]!} had done to the lights on the outer`, `skerries of ${NAMES[at]!}, before it spent a single crown`, `of what the ${YEARS[at]!} had left${mark}`];
const structured = (pages: ReturnType<typeof page>[]) => structureLaid(source(pages), 'Ports', {});
const number = (n: number) => line(205, 570, String(n), { size: 8 });

test('a note is no running head, though its number is the page’s', () => {
  const pages = [1, 2, 3, 4].map((n) => page(n, [...lines(40, 80, body(n, `.${'⁰¹²³⁴'[n]!}`)), line(40, 545, `${n} Ada Larsen, On the Harbours of ${NAMES[n]!}.`, { size: 8 }), number(n)]));
  const made = structured(pages);
  expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([1, 2, 3, 4].map((n) => [String(n), `Ada Larsen, On the Harbours of ${NAMES[n]!}.`]));
  expect(made.passages.map(({ text, pages: { from } }) => [from, text])).toEqual([1, 2, 3, 4].map((n) => [String(n), body(n).join(' ')]));
});

test('notes that differ only in their figures are kept, and so are their last lines', () => {
  const note = (n: number) => lines(40, 530, [`${n + 6} Ada Larsen, “On Harbours,” 200${n}, https://www.guild.example/`, `200${n}/44${n}/harbours.html.`], { size: 8 });
  const made = structured([1, 2].map((n) => page(n, [...lines(40, 80, body(n, `.${'⁰¹²³⁴⁵⁶⁷⁸'[n + 6]!}`)), ...note(n), number(n)])));
  expect(made.footnotes.map(({ text }) => text)).toEqual([1, 2].map((n) => `Ada Larsen, “On Harbours,” 200${n}, https://www.guild.example/200${n}/44${n}/harbours.html.`));
});

test('a line of the text is no running head, though it ends in the page’s number', () => {
  const made = structured([1, 2, 3].map((n) => page(n, [...lines(40, 50, [`Of the berths of ${NAMES[n]!} they had found only ${n}`, ...body(n)]), number(n)])));
  expect(made.passages.map(({ text }) => text)).toEqual([1, 2, 3].map((n) => `Of the berths of ${NAMES[n]!} they had found only ${n} ${body(n).join(' ')}`));
});

test('running heads with the page’s number go, though a note of that number is called, and the page’s number close below the notes', () => {
  const pages = [1, 2, 3, 4].map((n) => page(n, [
    line(40, 30, n % 2 ? `Harbour ${NAMES[n]!} ${n}` : `${n} Northern Review`, { size: 8 }), ...lines(40, 80, body(n, `.${'⁰¹²³⁴'[n]!}`)),
    line(40, 556, `${n} Ada Larsen, On the Harbours of ${NAMES[n]!}.`, { size: 8 }), line(205, 567.5, String(n), { size: 8 }),
  ]));
  const made = structured(pages);
  expect(made.passages.map(({ text }) => text)).toEqual([1, 2, 3, 4].map((n) => body(n).join(' ')));
  expect(made.footnotes.map(({ text }) => text)).toEqual([1, 2, 3, 4].map((n) => `Ada Larsen, On the Harbours of ${NAMES[n]!}.`));
});

test('a running foot with the number of the page before its words is no note that is called there', () => {
  const pages = [1, 2, 3, 4, 5, 6].map((n) => page(n, [...lines(40, 80, body(n % 5, `.${'⁰¹²³⁴⁵⁶'[n]!}`)), line(40, 560, `${n} Northern Review of Harbours`, { size: 8 })]));
  const made = structured(pages);
  expect(made.footnotes).toEqual([]);
  expect(made.passages.some(({ text }) => text.includes('Review'))).toBe(false);
});

test('headings at the top of pages are kept, though they end in the page’s number', () => {
  const titles = ['Step of 1', 'Port of 2', 'Boat of 3', 'Oil of 4'];
  const made = structured([1, 2, 3, 4].map((n) => page(n, [line(40, 60, titles[n - 1]!, { size: 11, bold: true }), ...lines(40, 76, body(n))])));
  expect(JSON.stringify(made.chapters)).toContain('Oil of 4');
  expect(JSON.stringify(made.chapters)).toContain('Step of 1');
  const annexes = structured([1, 2, 3, 4, 5, 6].map((n) => page(n, [line(40, 50, `Annex ${n}`, { size: 14, bold: true }), ...lines(40, 100, body(n % 5))])));
  expect(annexes.chapters.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Annex ${n}`));
  const once = structured([1, 2, 3, 4].map((n) => page(n, [...(n === 3 ? [line(40, 60, 'Annex 3', { size: 11 })] : []), ...lines(40, 96, body(n)), number(n)])));
  expect(JSON.stringify([once.chapters, once.passages])).toContain('Annex 3');
});

test('what stands larger than the text above the rest of a sentence, and the same on other pages, is a running head', () => {
  const cover = page(1, lines(40, 80, body(4)));
  const made = structured([cover, ...[0, 1, 2].map((n) => page(n + 2, [line(n % 2 ? 40 : 330, 30, 'B/12/40', { size: 12, bold: true }), ...lines(40, 80, body(n).slice(1))]))]);
  expect(JSON.stringify([made.passages, made.chapters])).not.toContain('B/12/40');
  const kept = structured([cover, ...[0, 1, 2].map((n) => page(n + 2, [line(40, 30, 'Overview', { size: 12, bold: true }), ...lines(40, 80, body(n))]))]);
  expect(kept.chapters.filter(({ title }) => title === 'Overview')).toHaveLength(3);
});

test('a number beside the running head goes with it, though it is the same on every page', () => {
  const made = structured([1, 2, 3].map((n) => page(n, [line(40, 30, '211', { size: 8 }), line(180, 30, 'Harbours Bill', { size: 8 }), ...lines(40, 80, body(n))])));
  expect(JSON.stringify(made.passages)).not.toMatch(/211|Bill/);
});
