import { expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { close, line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const passages = (on: LaidLine[]) => structureLaid(source([page(1, [...lines(40, 60, TEXT), ...on, ...lines(40, 400, TEXT)])]), 'Ports', {}).passages.map(({ kind, text }) => [kind, text]);
const tablesOf = (on: LaidLine[]) => passages(on).filter(([kind]) => kind === 'table').map(([, text]) => text);
const row = (top: number, lefts: number[], texts: string[]) => texts.flatMap((text, at) => (text === '' ? [] : [line(lefts[at]!, top, text)]));
const LEFTS = [45, 140, 220, 300];

test('rows some of whose cells are empty stand in the columns of those above them', () => {
  const cells = [['Port', 'Dues', 'Loans', 'Gifts'], ['Holm', '12', '', '3'], ['Skerry', '', '7', ''], ['Ember', '9', '', ''], ['Norland', '5', '4', '2']];
  expect(tablesOf(cells.flatMap((texts, at) => row(120 + at * 16, LEFTS, texts)))).toEqual(['Port | Dues | Loans | Gifts\nHolm | 12 | | 3\nSkerry | | 7\nEmber | 9\nNorland | 5 | 4 | 2']);
});

test('names of columns that stand as close as words do belong to the rows below them', () => {
  const head = close(120, [45, 'Port of the coast'], [137, 'Dues'], [164, 'Loans']);
  const on = [head, ...['Holm', 'Skerry', 'Ember', 'Norland'].flatMap((port, at) => row(136 + at * 16, [45, 137, 164], [port, '12', `${at}5`]))];
  expect(tablesOf(on)).toEqual(['Port of the coast | Dues | Loans\nHolm | 12 | 05\nSkerry | 12 | 15\nEmber | 12 | 25\nNorland | 12 | 35']);
});

test('a name that stands over two columns does not make them one', () => {
  const on = [...row(120, [45, 140, 300], ['Port', 'Berths and pilots', 'Since']), ...['Holm', 'Skerry', 'Ember'].flatMap((port, at) => row(136 + at * 16, [45, 140, 200, 300], [port, '12', `${at}5`, '2015']))];
  expect(tablesOf(on)).toEqual(['Port | Berths and pilots | | Since\nHolm | 12 | 05 | 2015\nSkerry | 12 | 15 | 2015\nEmber | 12 | 25 | 2015']);
});

test('the further lines of cells belong to their row, those of its first cell too, where rows are further apart than lines', () => {
  const on = [
    ...row(120, [45, 160, 220], ['Works', 'Cost', 'Remarks']), ...row(138, [45, 160, 220], ['Repair of the old mole', '12', 'The quay is built of wood']),
    ...row(150, [45, 220], ['of the harbour', 'that is older than all']), line(220, 162, 'of the town'), ...row(180, [45, 160, 220], ['Lamps', '7', 'None']), ...row(198, [45, 160, 220], ['Boats', '9', 'They wait for the spring']), line(220, 210, 'of next year'),
  ];
  expect(tablesOf(on)).toEqual(['Works | Cost | Remarks\nRepair of the old mole of the harbour | 12 | The quay is built of wood that is older than all of the town\nLamps | 7 | None\nBoats | 9 | They wait for the spring of next year']);
});

test('rows that stand in groups are rows, though some of their cells are empty', () => {
  const cells = [['Port', 'Dues', 'Loans'], ['Holm', '12', ''], ['Skerry', '8', '7'], ['Ember', '9', ''], ['Norland', '5', '4']];
  const on = cells.flatMap((texts, at) => row(120 + at * 12 + Math.floor(at / 2) * 8, LEFTS, texts));
  expect(tablesOf(on)).toEqual(['Port | Dues | Loans\nHolm | 12\nSkerry | 8 | 7\nEmber | 9\nNorland | 5 | 4']);
});

test('lines that were stretched to the width of their column are no rows', () => {
  const stretched = [['council of', 'the coast'], ['met in the', 'spring'], ['and asked', 'pilots what'], ['ice had', 'done there']];
  const on = stretched.flatMap(([first, last], at) => [line(45, 120 + at * 12, first!), line(180 - last!.length * 5, 120 + at * 12, last!)]);
  expect(tablesOf(on)).toEqual([]);
});

test('terms beside paragraphs of several lines stay text', () => {
  const on = ['Mole', 'Quay', 'Lights', 'Pilots'].flatMap((term, at) => [line(45, 120 + at * 40, term), ...lines(120, 120 + at * 40, ['what the council of the coast said of it', 'in the spring, and what it paid'])]);
  expect(tablesOf(on)).toEqual([]);
});
