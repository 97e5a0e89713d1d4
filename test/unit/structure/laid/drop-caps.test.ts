import { expect, test } from 'vitest';
import { withDropCaps, wordCount } from '../../../../db/structure/laid/drop-caps.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const cap = (text: string) => line(40, 92, text, { size: 30, right: 58 });
const textOf = (first: string, initial: string, left = 60) => {
  const all = [cap(initial), line(left, 80, first), line(60, 92, 'and asked the pilots what they had'), ...lines(40, 104, ['seen: the harbour lights of some, and', 'the council of others.'])];
  return withDropCaps(all, wordCount(() => all)).map(({ text }) => text)[0];
};

test('a hanging initial is joined with the word that it begins', () => {
  expect(textOf('he council of the coast met in spring', 'T')).toBe('The council of the coast met in spring');
});

test('an initial that is a word is not', () => {
  expect(textOf('harbour council met every spring', 'A')).toBe('A harbour council met every spring');
});

test('the line that it begins may lie under it', () => {
  expect(textOf('he council of the coast met in spring', 'T', 40)).toBe('The council of the coast met in spring');
  const made = structureLaid(source([page(1, [cap('T'), line(40, 80, 'he council of the coast met'), line(60, 92, 'and asked the pilots what they had'), ...lines(40, 104, ['seen, and what the winter had done', 'to the lights.'])])]), 'Ports', {});
  expect(made.passages.map(({ text }) => text)).toEqual(['The council of the coast met and asked the pilots what they had seen, and what the winter had done to the lights.']);
});
