import { expect, test } from 'vitest';
import type { Box, LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { rulesOfShades } from '../../../../db/structure/laid/shaded-rows.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const CELLS = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Inner Skerry', '7', '2016'], ['Ember', '9', '1999'], ['Norland', '5', '1990'], ['Orm', '3', '1987'], ['South Orm', '4', '1988']];
const TABLE = CELLS.map((row) => row.join(' | ')).join('\n');
const LEFTS = [45, 165, 285];
const rows: LaidLine[] = CELLS.flatMap((row, y) => row.map((text, x) => line(LEFTS[x]!, 120 + y * 18, text)));
const band = (y: number, left = 40, right = 380): Box => ({ left, right, top: 108 + y * 18, bottom: 126 + y * 18 });
const cells = (y: number): Box[] => [band(y, 40, 160), band(y, 160, 280), band(y, 280, 380)];
const made = (on: LaidLine[], shades: Box[], drawings: Box[] = []) => structureLaid(source([page(1, [...lines(40, 60, TEXT), ...on, ...lines(40, 400, TEXT)], { shades, drawings })]), 'Ports', {}).passages.filter(({ kind }) => kind !== 'paragraph').map(({ kind, text }) => [kind, text]);

test('a table each of whose cells has a background is a table and no drawing', () => {
  expect(made(rows, CELLS.flatMap((_, y) => cells(y)), [{ left: 40, top: 108, right: 380, bottom: 234 }])).toEqual([['table', TABLE]]);
});

test('so is one with a background behind every other row; a cell of two lines is one', () => {
  const two = [line(45, 152, 'Inner'), line(45, 162, 'Skerry'), ...rows.filter(({ text }) => text !== 'Inner Skerry')];
  const shades = [1, 3, 5].map((y) => band(y));
  expect(made(two, shades, [{ left: 40, top: 126, right: 380, bottom: 216 }])).toEqual([['table', TABLE]]);
});

test('bars of a chart, and boxes of text, draw no rules', () => {
  expect(rulesOfShades([1, 2, 3, 4].map((y) => band(y, 40, 200 + y * 30)))).toEqual([]);
  expect(rulesOfShades([1, 2, 3, 4].flatMap((y) => [band(y, 40, 100 + y * 20), band(y, 100 + y * 20, 380)]))).toEqual([]);
  expect(rulesOfShades([100, 230, 360].map((top) => ({ left: 40, right: 380, top, bottom: top + 110 })))).toEqual([]);
});

test('a heading on a background of its own above them is none of their rows', () => {
  const rules = rulesOfShades([band(0), ...cells(1), ...cells(2)]);
  expect(Math.min(...rules.map(({ top }) => top))).toBe(126);
});
