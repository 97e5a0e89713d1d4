import { expect, test } from 'vitest';
import type { LaidLine, Rule } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { close, line, lines, page, source } from '../../../fixtures/laid.ts';

const ROWS = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Skerry', '7', '2016'], ['Ember', '9', '1999']];
const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const TABLE = ROWS.map((row) => row.join(' | ')).join('\n');
const rows = (top: number, cells = ROWS): LaidLine[] => cells.flatMap((row, y) => row.map((text, x) => line(45 + x * 120, top + y * 16, text)));
const rules = (...tops: number[]): Rule[] => tops.map((top) => ({ left: 40, top, right: 380, bottom: top, across: true }));
const passages = (on: LaidLine[], ruled: Rule[]) => structureLaid(source([page(1, on, { rules: ruled })]), 'Ports', {}).passages.map(({ kind, text }) => [kind, text]);

test('two tables of one width are two, and the text between them is text', () => {
  const on = [...lines(40, 60, TEXT), ...rows(120), ...lines(40, 210, TEXT), ...rows(270), ...lines(40, 360, TEXT)];
  const text = ['paragraph', TEXT.join(' ')];
  expect(passages(on, rules(108, 125, 175, 258, 275, 325))).toEqual([text, ['table', TABLE], text, ['table', TABLE], text]);
});

test('two tables of one width are two, though only a caption stands between them', () => {
  const on = [...lines(40, 60, TEXT), ...rows(120), line(40, 200, 'Table 2. Berths of the southern coast'), ...rows(230), ...lines(40, 320, TEXT)];
  expect(passages(on, rules(108, 125, 175, 218, 235, 285)).filter(([kind]) => kind !== 'paragraph')).toEqual([['table', TABLE], ['caption', 'Table 2. Berths of the southern coast'], ['table', TABLE]]);
});

test('two tables of one width are two, though only a heading and a paragraph of little more than a line stand between them', () => {
  const between = [line(40, 212, 'Berths', { size: 14, bold: true }), ...lines(40, 230, ['The southern coast has as many of them as the northern one has', 'lights.'])];
  const on = [...lines(40, 60, TEXT), ...rows(120), ...between, ...rows(270), ...lines(40, 360, TEXT)];
  expect(passages(on, rules(108, 125, 175, 258, 275, 325)).filter(([kind]) => kind === 'table')).toEqual([['table', TABLE], ['table', TABLE]]);
});

test('a long line of a cell is no text between two tables', () => {
  const cells = [['Port', 'What the council said of it'], ['Holm', 'The mole is too short, and the quay is built of'], ['', 'wood that nobody has looked after for many years'], ['', 'of peace, and war.'], ['Ember', 'The lights are well kept.']];
  const on = [...lines(40, 60, TEXT), ...cells.flatMap((row, y) => row.flatMap((text, x) => (text === '' ? [] : [line(45 + x * 80, 120 + y * 12, text)])))];
  expect(passages(on, rules(108, 124, 160, 174)).filter(([kind]) => kind === 'table')).toEqual([['table', 'Port | What the council said of it\nHolm | The mole is too short, and the quay is built of wood that nobody has looked after for many years of peace, and war.\nEmber | The lights are well kept.']]);
});

test('the head above the first rule belongs to the table, where rules stand below rows only', () => {
  const on = [...lines(40, 60, TEXT), line(40, 102, 'Table 1. Berths of the coast'), ...rows(124), ...lines(40, 220, TEXT)];
  expect(passages(on, rules(129, 145, 161, 177)).filter(([kind]) => kind !== 'paragraph')).toEqual([['caption', 'Table 1. Berths of the coast'], ['table', TABLE]]);
});

test('the names of a table’s columns are no heading, a number far before a title is part of one', () => {
  const bold = { bold: true };
  const on = [line(40, 60, '2', bold), line(70, 60, 'Harbours', bold), ...lines(40, 80, TEXT), line(40, 150, 'Place', bold), line(120, 150, 'Access in winter', bold), ...lines(40, 170, TEXT)];
  const made = structureLaid(source([page(1, on)]), 'Ports', {});
  expect(made.chapters.map(({ title, sections }) => [title, sections.length])).toEqual([['Harbours', 0]]);
  expect(JSON.stringify(made.passages)).toContain('Access in winter');
});

test('the names of a table’s columns, set bold a little above its rows, are its first row', () => {
  const header = ROWS[0]!.map((text, x) => line(45 + x * 120, 118, text, { bold: true }));
  const made = passages([...lines(40, 60, TEXT), ...header, ...rows(140, ROWS.slice(1)), ...lines(40, 210, TEXT)], []);
  expect(made.map(([kind]) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  expect(made[1]![1]).toBe(TABLE);
});

const SIDES = [['Strengths', '• The mole is long enough', 'for the largest of the boats', '• The lights are well kept,', 'as everybody says of them'], ['Weaknesses', '• Nobody has paid the pilots', 'since the end of the winter', '• The quay is built of wood', 'that is older than the town']];
const box = (left: number, top: number, cell: string[]) => cell.map((text, at) => line(left, top + 12 * at, text));

test('lists in boxes beside each other are read one after the other', () => {
  const on = [...lines(40, 60, TEXT), ...box(45, 130, SIDES[0]!), ...box(215, 130, SIDES[1]!), ...box(45, 200, ['Openings', ...SIDES[0]!.slice(1)]), ...box(215, 200, ['Threats', ...SIDES[1]!.slice(1)]), ...lines(40, 280, TEXT)];
  const made = passages(on, rules(118, 187, 258)).map(([, text]) => text);
  const sides = ['The mole is long enough for the largest of the boats', 'The lights are well kept, as everybody says of them', 'Nobody has paid the pilots since the end of the winter', 'The quay is built of wood that is older than the town'];
  expect(made.filter((text) => !/^(?:Strengths|Weaknesses|Openings|Threats)$/.test(text!))).toEqual([TEXT.join(' '), ...sides, ...sides, TEXT.join(' ')]);
});

test('boxes of text that are drawn beside each other are no labels of a drawing', () => {
  const long = ['The council of the coast met and', 'asked what the pilots had seen in', 'the winter, and what the ice had', 'done to the lights on the outer', 'skerries before it spent a crown', 'of what the town left it in May.'];
  const other = ['Nobody else was asked of it in all', 'of that winter, nor in the spring', 'that came, though the pilots had a', 'letter sent to each of the houses', 'of the coast, with the names of a', 'dozen boats that the ice had had.'];
  const on = [...lines(40, 60, TEXT), ...box(45, 130, long), ...box(225, 130, other), ...lines(40, 240, TEXT)];
  const made = structureLaid(source([page(1, on, { drawings: [{ left: 40, top: 115, right: 400, bottom: 210 }] })]), 'Ports', {}).passages;
  expect(made.map(({ text }) => text).slice(1, 3)).toEqual([long.join(' '), other.join(' ')]);
});

test('empty cells keep their places, with single blanks; those at the end of a row are left out', () => {
  const cells = [['Port', 'Berths', 'Since'], ['Holm', '', '2015'], ['Skerry', '7'], ['Ember'], ['', '12', '2016']];
  const on = cells.flatMap((row, y) => row.flatMap((text, x) => (text === '' ? [] : [line(45 + x * 120, 120 + y * 20, text)])));
  expect(passages([...lines(40, 60, TEXT), ...on], rules(108, 125, 145, 165, 185, 210))[1]![1]).toBe('Port | Berths | Since\nHolm | | 2015\nSkerry | 7\nEmber\n| 12 | 2016');
});

test('cells that stand closer than words may are cells, where all rows have white between them', () => {
  const on = [close(120, [45, 'Port'], [110, 'Berths'], [146, 'Since']), line(45, 136, 'Holm'), close(136, [110, '12'], [146, '2015']), close(152, [45, 'Inner Skerry'], [110, '7'], [146, '2016']), line(45, 168, 'The whole coast')];
  expect(passages([...lines(40, 60, TEXT), ...on], rules(108, 125, 175))[1]![1]).toBe('Port | Berths | Since\nHolm | 12 | 2015\nInner Skerry | 7 | 2016\nThe whole coast');
});

test('white inside a cell is a space that was stretched', () => {
  const on = [line(45, 120, 'Port'), line(110, 120, 'Remarks'), line(45, 136, 'Holm'), close(136, [110, 'the'], [131, 'mole']), line(45, 152, 'Ember'), line(110, 152, 'the lights are well kept')];
  expect(passages([...lines(40, 60, TEXT), ...on], rules(108, 125, 175))[1]![1]).toBe('Port | Remarks\nHolm | the mole\nEmber | the lights are well kept');
});

test('the last row below the last rule may have empty cells', () => {
  const cells = [...ROWS.slice(0, 3), ['Norland', '', '1990']];
  const on = cells.flatMap((row, y) => row.flatMap((text, x) => (text === '' ? [] : [line(45 + x * 120, 120 + y * 16, text)])));
  expect(passages([...lines(40, 60, TEXT), ...on], rules(108, 124, 140, 156))[1]![1]).toBe('Port | Berths | Since\nHolm | 12 | 2015\nSkerry | 7 | 2016\nNorland | | 1990');
});

test('the lines of a cell are joined as those of text: at hyphens and in Chinese without a blank', () => {
  const on = [line(45, 120, 'Port'), line(165, 120, 'Remarks'), ...lines(45, 140, ['North-', 'east']), ...lines(165, 140, ['two- and', 'three-', 'masters']), ...lines(45, 190, ['港口委', '员会']), ...lines(165, 190, ['-', 'none'])];
  expect(passages([...lines(40, 60, TEXT), ...on], [...rules(108, 125, 175, 210), { left: 150, top: 108, right: 150, bottom: 210, across: false }])[1]![1]).toBe('Port | Remarks\nNorth-east | two- and three-masters\n港口委员会 | - none');
});
