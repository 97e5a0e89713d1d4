import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../helpers/drafts.ts';

const SAID = [
  'The channel was dredged in the spring of the year, and the pilots were paid for it out of the dues, which the council raised twice before the summer was over.',
  'Nobody on the quay had seen such a dredger before, and many came from the villages to look at it, so that the market was held there until the work was done.',
  'In the following winter the ice stood in the bay for nine weeks, and all ships from the south had to wait in the lee of the island for the wind to turn.',
  'Since then the lights of the coast have been kept by the town itself, which sends two men to each of them and pays for the oil, the wicks and the glass.',
];
const wrapped = (text: string, width: number, first = ''): string[] => {
  const lines = [first];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last.trim() === '') lines[lines.length - 1] = last + word;
    else if (last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};
const column = (paragraphs: readonly string[], width: number): string[] => paragraphs.flatMap((text, at) => wrapped(text, width, at === 0 ? '' : '  '));
const beside = (left: readonly string[], right: readonly string[]): string[] => Array.from({ length: Math.max(left.length, right.length) }, (_, at) => `${(left[at] ?? '').padEnd(48)}${right[at] ?? ''}`.trimEnd());
const texts = (text: string): string[] => draftOf(text).passages.map((passage) => passage.text);
const calls = (text: string): unknown[] => draftOf(text).passages.flatMap((passage) => passage.footnotes.map(({ n, offset }) => [n, passage.text.slice(0, offset).slice(-6)]));

describe('a text that a program took from printed pages', () => {
  const page = (n: number, lines: readonly string[]): string => ['Harbours of the North', '', ...lines, '', `                    ${n}`].join('\n');

  test('has no running heads and no page numbers, and its paragraphs go on over the page', () => {
    const [first, second] = [wrapped(SAID[0]!, 60), wrapped(SAID[1]!, 60, '   ')];
    const text = [page(7, [...first, second[0]!]), page(8, second.slice(1)), page(9, wrapped(SAID[2]!, 60))].join('\n\f');
    expect(texts(text)).toEqual([SAID[0], SAID[1], SAID[2]]);
    expect(draftOf(text).passages.map(({ pages }) => [pages.from, pages.to])).toEqual([['7', '7'], ['7', '8'], ['9', '9']]);
  });

  test('is read column by column', () => {
    const [a, b, c, d] = SAID as [string, string, string, string];
    const text = [page(1, beside(column([a, b], 42), column([c, d], 42))), page(2, beside(column([c, a], 42), column([d, b], 42))), page(3, wrapped(b, 60))].join('\n\f');
    expect(texts(text)).toEqual([a, b, c, d, c, a, d, b, b]);
  });

  test('has its notes at the feet of its pages and columns', () => {
    const called = SAID.slice(0, 2).map((text, at) => `${text}${at + 1}`);
    const feet = [['   1 Annual Report of the Harbour, p. 4.'], ['   2', '   See the Pilots’ Book, which says the same', 'of a later year.']];
    const pages = [0, 1].map((at) => page(at + 1, [...wrapped(called[at]!, 60), '', '', ...feet[at]!]));
    const text = [...pages, page(3, wrapped(SAID[2]!, 60))].join('\n\f');
    expect(texts(text)).toEqual(SAID.slice(0, 3));
    expect(calls(text)).toEqual([['1', ' over.'], ['2', ' done.']]);
    expect(draftOf(text).footnotes.map((note) => note.text)).toEqual(['Annual Report of the Harbour, p. 4.', 'See the Pilots’ Book, which says the same of a later year.']);
  });

  test('keeps a short note that stands at the foot of each page, and a numbered heading at one', () => {
    const pages = [0, 1, 2].map((at) => page(at + 1, [...wrapped(`${SAID[at]!}${at + 1}`, 60), '', `${at + 1} Ibid., ${at + 20}.`]));
    expect(draftOf(pages.join('\n\f')).footnotes.map((note) => note.text)).toEqual(['Ibid., 20.', 'Ibid., 21.', 'Ibid., 22.']);
    const heading = [page(1, wrapped(SAID[0]!, 60)), page(2, [...wrapped(`${SAID[1]!} It was in 1.`, 60), '', '1     Ice', ...wrapped(SAID[2]!, 60)]), page(3, wrapped(SAID[3]!, 60))].join('\n\f');
    expect(draftOf(heading).footnotes).toEqual([]);
    expect(draftOf(heading).chapters.map(({ title }) => title)).toContain('1 Ice');
  });

  test.each([1, 2])('is told by a form feed behind its last page too, be there one page or two: %i', (pages) => {
    const set = (at: number): string => ['', 'The ice', ...wrapped(SAID[at]!, 60), '', 'The lights', ...wrapped(SAID[at + 1]!, 60), ''].join('\n');
    const text = [set(0), set(2)].slice(0, pages).map((one) => `${one}\n\f`).join('');
    expect(texts(text)).toEqual(SAID.slice(0, 2 * pages));
  });

  test('a paragraph at a page’s foot that counts on is no note, and the number of a paper calls none', () => {
    const text = ['HA/C.2/78/SR.12', '', ...wrapped(`1. ${SAID[0]!}`, 60), '', ...wrapped(`2. ${SAID[1]!}`, 60), '', '\f'].join('\n');
    expect(texts(text)).toEqual(['HA/C.2/78/SR.12', `1. ${SAID[0]!}`, `2. ${SAID[1]!}`]);
  });
});
