import { expect, test } from 'vitest';
import type { LaidLine, Rule } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { close, line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const across = (top: number, left = 40, right = 380): Rule => ({ left, top, right, bottom: top, across: true });
const LEFTS = [45, 150, 220, 290];
const at = (top: number, texts: string[], lefts = LEFTS): LaidLine[] => texts.flatMap((text, nth) => (text === '' ? [] : [line(lefts[nth]!, top, text)]));
const passages = (on: LaidLine[], rules: Rule[]) => structureLaid(source([page(1, [...lines(40, 60, TEXT), ...on, ...lines(40, 400, TEXT)], { rules })]), 'Ports', {}).passages.map(({ kind, text }) => [kind, text]);
const tablesOf = (on: LaidLine[], rules: Rule[]) => passages(on, rules).filter(([kind]) => kind === 'table').map(([, text]) => text);
const BODY = [...at(140, ['Holm', '12', '14', '2015']), ...at(160, ['Ember', '7', '9', '2016'])];

test('above the first rule, a name may have two lines, and what stands below it may be a section of the table', () => {
  const on = [...at(108, ['Port', 'Berths', '', 'In use']), ...at(120, ['', '', 'Boats', 'since']), line(45, 140, 'Northern coast'), ...at(160, ['Holm', '12', '14', '2015']), ...at(180, ['Ember', '7', '9', '2016'])];
  expect(tablesOf(on, [125, 145, 165, 185].map((top) => across(top)))).toEqual(['Port | Berths | Boats | In use since\nNorthern coast\nHolm | 12 | 14 | 2015\nEmber | 7 | 9 | 2016']);
});

test('names that stand close are told apart there too, and are not said twice', () => {
  const made = passages([close(120, [45, 'Port'], [150, 'Berths of all'], [220, 'Boats']), ...BODY], [125, 145, 165].map((top) => across(top)));
  expect(made.map(([, text]) => text).join('\n').match(/Berths/g)).toHaveLength(1);
  expect(made[1]).toEqual(['table', 'Port | Berths of all | Boats\nHolm | 12 | 14 | 2015\nEmber | 7 | 9 | 2016']);
});

test('text above a rule is no head, and one line between rules no table', () => {
  expect(tablesOf([...at(120, ['Port', 'Berths']), line(45, 140, 'Nothing is known')], [125, 128, 165].map((top) => across(top)))).toEqual([]);
  const on = [line(40, 108, 'Table 1.'), line(150, 108, 'Berths of the coast'), ...BODY];
  expect(tablesOf(on, [125, 145, 165].map((top) => across(top)))).toEqual(['Holm | 12 | 14 | 2015\nEmber | 7 | 9 | 2016']);
});

test('two rows of names above the rules are two, the upper one over the white between columns too', () => {
  const on = [...at(108, ['Port', 'In all'], [45, 185]), ...at(121, ['', 'Berths', 'Boats', 'Since']), ...BODY];
  expect(tablesOf(on, [126, 145, 165].map((top) => across(top)))).toEqual(['Port | In all\n| Berths | Boats | Since\nHolm | 12 | 14 | 2015\nEmber | 7 | 9 | 2016']);
});

test('a name over several columns stands in the first of them, wherever it is set over them', () => {
  const lefts = [45, 150, 200, 270, 330];
  const rows = [...at(140, ['', 'Due', 'Paid', 'Due', 'Paid'], lefts), ...at(160, ['Holm', '12', '14', '3', '8'], lefts), ...at(180, ['Ember', '7', '9', '1', '5'], lefts)];
  const read = 'Port | In 2019 | | In 2023\n| Due | Paid | Due | Paid\nHolm | 12 | 14 | 3 | 8\nEmber | 7 | 9 | 1 | 5';
  for (const places of [[45, 150, 270], [45, 168, 290], [45, 185, 315]]) expect(tablesOf([...at(120, ['Port', 'In 2019', 'In 2023'], places), ...rows], [across(108), across(145), across(185)])).toEqual([read]);
});

test('a long text in the second column is no text between two tables', () => {
  const on = [...at(120, ['When', 'What'], [45, 90]), ...at(140, ['Nine', 'The state of the coast, what the old pilots saw of it and'], [45, 90]), line(90, 152, 'what the registers say of all of the boats of the winter,'), line(90, 164, 'and what nobody has counted so far in any of the harbours'), ...at(184, ['Ten', 'Questions'], [45, 90])];
  expect(tablesOf(on, [across(108), across(125), across(189)])).toEqual(['When | What\nNine | The state of the coast, what the old pilots saw of it and what the registers say of all of the boats of the winter, and what nobody has counted so far in any of the harbours\nTen | Questions']);
});

test('where rows begin in capitals, a line that goes on in small letters is none', () => {
  const on = [...at(120, ['Port', 'Berths', 'Remarks'], [45, 160, 220]), ...at(138, ['Repair of the old mole', '12', 'The quay is built of wood'], [45, 160, 220]), ...at(150, ['of the harbour', '', 'that is older'], [45, 160, 220]), ...at(162, ['Lamps', '7', 'None'], [45, 160, 220]), ...at(174, ['Boats', '9', 'They wait'], [45, 160, 220])];
  expect(tablesOf(on, [across(108), across(125), across(180)])).toEqual(['Port | Berths | Remarks\nRepair of the old mole of the harbour | 12 | The quay is built of wood that is older\nLamps | 7 | None\nBoats | 9 | They wait']);
});
