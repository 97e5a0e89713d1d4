import { expect, test } from 'vitest';
import { readText } from '../../../db/import/text.ts';

const linesOf = (text: string): [number, string][] => readText(text).lines.map(({ n, text: words }) => [n, words]);

test('a line keeps its number, and blank ones are left out', () => {
  expect(linesOf('Ports\n\n \t\n  of the coast  \n\f\nend')).toEqual([[1, 'Ports'], [4, 'of the coast'], [6, 'end']]);
  expect(linesOf('\n\n')).toEqual([]);
});

test('blanks of every kind within a line are one', () => {
  expect(linesOf('the\u00a0harbour\tand  its   pilots')).toEqual([[1, 'the harbour and its pilots']]);
  expect(linesOf('the \f harbour')).toEqual([[1, 'the harbour']]);
});

test('a page mark is a form feed, or a single blank where few lines begin with one', () => {
  const marks = (text: string): boolean[] => readText(text).lines.map(({ mark }) => mark);
  expect(marks('a\n b\nc\nd\n  e\n\ff')).toEqual([false, true, false, false, false, true]);
  expect(marks(' a\n b\nc\n\fd')).toEqual([false, false, false, true]);
});

test('the hyphen that programs set is the one that is typed', () => {
  expect(linesOf('deep\u2010water pro\u2010\ngrammes\n\u20102\u2010')).toEqual([[1, 'deep-water pro-'], [2, 'grammes'], [3, '\u20102\u2010']]);
});
