import { expect, test } from 'vitest';
import type { LaidLine, Rule } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const BODY = ['The council of the coast met every spring and', 'asked the pilots what they had seen, and what', 'the winter had done to the lights on the outer', 'skerries,¹ before it spent a single crown on any'];
const rule = (top: number, right = 140): Rule => ({ left: 40, top, right, bottom: top, across: true });
const made = (notes: LaidLine[], rules: Rule[]) => structureLaid(source([page(1, [...lines(40, 80, BODY), ...notes], { rules }), page(2, lines(40, 80, ['of the lights, which were kept by the families', 'of the skerries.²']))]), 'Ports', {});
const texts = ({ passages }: ReturnType<typeof made>) => passages.map(({ text }) => text);
const WHOLE = `${BODY.join(' ').replace('¹', '')} of the lights, which were kept by the families of the skerries.`;

test.each(['1 ', '1. ', '¹ '])('notes as large as the text are notes below a short rule, where they are called: “%s”', (mark) => {
  const { footnotes, passages } = made(lines(40, 160, [`${mark}Ada Larsen, On the Harbours of the Northern`, 'Coast, 12.']), [rule(148)]);
  expect(footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'Ada Larsen, On the Harbours of the Northern Coast, 12.']]);
  expect(passages.map(({ text, footnotes: calls }) => [text, calls.map(({ n, offset }) => [n, offset])])).toEqual([[WHOLE.replace(/$/, '²'), [['1', WHOLE.indexOf(' before')]]]]);
});

test('they stand as close to the text as its lines do, too', () => {
  expect(made(lines(40, 128, ['1 Ada Larsen, On the Harbours of the Northern', 'Coast, 12.']), [rule(119.5)]).footnotes.map(({ text }) => text)).toEqual(['Ada Larsen, On the Harbours of the Northern Coast, 12.']);
});

test('without the rule, below a rule over the whole column, or where nothing calls them, they are text', () => {
  const notes = lines(40, 160, ['1 Ada Larsen, On the Harbours of the Northern', 'Coast, 12.']);
  expect(made(notes, []).footnotes).toEqual([]);
  expect(made(notes, [rule(148, 268)]).footnotes).toEqual([]);
  expect(made([line(40, 160, '3 Ada Larsen, On the Harbours of the Northern')], [rule(148)]).footnotes).toEqual([]);
  expect(texts(made(notes, [])).join(' ')).toContain('1 Ada Larsen');
});
