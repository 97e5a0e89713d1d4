import { expect, test } from 'vitest';
import type { LaidLine, Rule } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const across = (top: number, left = 40, right = 380): Rule => ({ left, top, right, bottom: top, across: true });
const down = (left: number, top: number, bottom: number): Rule => ({ left, top, right: left, bottom, across: false });
const tablesOf = (on: LaidLine[], rules: Rule[]) => structureLaid(source([page(1, [...lines(40, 60, TEXT), ...on, ...lines(40, 400, TEXT)], { rules })]), 'Ports', {}).passages.filter(({ kind }) => kind === 'table').map(({ text }) => text);
const cellsAt = (top: number, lefts: number[], texts: string[]) => texts.flatMap((text, at) => (text === '' ? [] : [line(lefts[at]!, top, text)]));

test('a name that no rule parts stands in the first of the columns that it reaches over, though it is set over the last one', () => {
  const on = [...cellsAt(120, [45, 210, 355], ['Port', 'Town', 'All']), ...cellsAt(140, [130, 210], ['2019', '2023']), ...cellsAt(160, [45, 130, 210, 355], ['Holm', '12', '14', '26']), ...cellsAt(180, [45, 130, 210, 355], ['Ember', '7', '9', '16'])];
  const rules = [across(108), across(125, 120, 300), across(145), across(165), across(185), down(120, 108, 185), down(200, 125, 185), down(300, 108, 185)];
  expect(tablesOf(on, rules)).toEqual(['Port | Town | | All\n| 2019 | 2023\nHolm | 12 | 14 | 26\nEmber | 7 | 9 | 16']);
});

test('a cell that reaches over several rows stands in the first of them, all of its lines', () => {
  const on = [...cellsAt(120, [45, 160, 270], ['Part', 'What', 'How many']), ...lines(45, 140, ['Lights for the', 'outer skerries', 'of the coast']), ...cellsAt(140, [160, 270], ['New lamps', '24']), ...cellsAt(155, [160, 270], ['Keepers', '60']), ...cellsAt(170, [160, 270], ['Boats', '3'])];
  const rules = [across(108), across(125), across(145, 150), across(160, 150), across(175), down(150, 108, 175), down(260, 108, 175)];
  expect(tablesOf(on, rules)).toEqual(['Part | What | How many\nLights for the outer skerries of the coast | New lamps | 24\n| Keepers | 60\n| Boats | 3']);
});

test('what stands between two rules is a row, however many lines its cells have, and in their middle', () => {
  const on = [...cellsAt(120, [45, 125, 270], ['Partner', 'Role', 'Limits']), ...lines(125, 140, ['Keeps the lights on the', 'coast and trains all pilots', 'of the southern harbours']), line(45, 152, 'Coast guard'), ...lines(270, 146, ['No boats for', 'the winter']), ...cellsAt(180, [45, 125, 270], ['Council', 'Pays', 'None'])];
  const rules = [across(108), across(125), across(168), across(185), down(120, 108, 185), down(265, 108, 185)];
  expect(tablesOf(on, rules)).toEqual(['Partner | Role | Limits\nCoast guard | Keeps the lights on the coast and trains all pilots of the southern harbours | No boats for the winter\nCouncil | Pays | None']);
});

test('columns that only white parts are found beside a rule that sets off the first one', () => {
  const rows = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Ember', '7', '2016']];
  expect(tablesOf(rows.flatMap((row, y) => cellsAt(120 + y * 16, [45, 165, 285], row)), [across(108), across(125), across(157), down(150, 108, 157)])).toEqual([rows.map((row) => row.join(' | ')).join('\n')]);
});

test('several rows between two rules are rows', () => {
  const rows = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Ember', '7', '2016'], ['Skerry', '9', '1999'], ['Norland', '5', '1990'], ['All', '33', '']];
  const on = rows.flatMap((row, y) => cellsAt(120 + y * 16, [45, 165, 285], row));
  expect(tablesOf(on, [across(108), across(125), across(189), across(206), down(150, 108, 206), down(270, 108, 206)])).toEqual(['Port | Berths | Since\nHolm | 12 | 2015\nEmber | 7 | 2016\nSkerry | 9 | 1999\nNorland | 5 | 1990\nAll | 33']);
});

test('words on both sides of a rule are two cells, however close they stand', () => {
  const on = [...cellsAt(120, [45, 150, 270], ['Port', 'Berths', 'Since']), line(45, 140, 'Inner Skerry of the 12 open'), line(270, 140, '2015'), ...cellsAt(160, [45, 150, 270], ['Holm', '7', '2016'])];
  const rules = [across(108), across(125), across(145), across(165), down(146, 108, 165), down(260, 108, 165)];
  expect(tablesOf(on, rules)).toEqual(['Port | Berths | Since\nInner Skerry of the | 12 open | 2015\nHolm | 7 | 2016']);
});

test('the lines under links are no rules between rows', () => {
  const on = [...cellsAt(120, [45, 165], ['Port', 'What is said of it']), line(45, 140, 'Holm'), ...lines(165, 140, ['The mole is too short, says', 'the council of the coast', 'in its letter of the spring']), ...cellsAt(185, [45, 165], ['Ember', 'Nothing'])];
  expect(tablesOf(on, [across(108), across(125), across(170), across(192), down(150, 108, 192), across(141.5, 165, 300), across(153.5, 165, 285)])).toEqual(['Port | What is said of it\nHolm | The mole is too short, says the council of the coast in its letter of the spring\nEmber | Nothing']);
});
