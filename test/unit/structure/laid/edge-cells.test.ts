import { expect, test } from 'vitest';
import type { LaidLine, Rule } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const LEFTS = [45, 150, 220, 290];
const HEAD = ['Port', 'Berths', 'Boats', 'Since'];
const PORTS = ['Holm', 'Ember', 'Skerry', 'Norland', 'Orm', 'Vik', 'Sund'];
const rows = (top: number, cells: string[][]): LaidLine[] => cells.flatMap((row, y) => row.map((text, x) => line(LEFTS[x]!, top + y * 16, text)));
const rules = (...tops: number[]): Rule[] => tops.map((top) => ({ left: 40, top, right: 380, bottom: top, across: true }));
const tablesOf = (on: LaidLine[][], ruled: Rule[][]) => structureLaid(source(on.map((one, at) => page(at + 1, one, { rules: ruled[at]! }))), 'Ports', {}).passages.filter(({ kind }) => kind === 'table').map(({ text }) => text);

test('figures of a table at the foot of its page that count with the pages are no page numbers', () => {
  const cells = (n: string) => [HEAD, [PORTS[Number(n)]!, '12', '7', '2015'], [`Inner ${PORTS[Number(n)]}`, n, '14', '2016']];
  const on = ['1', '2', '3'].map((n) => [...lines(40, 60, TEXT), ...rows(540, cells(n))]);
  expect(tablesOf(on, on.map(() => rules(528, 545, 577)))).toEqual(['1', '2', '3'].map((n) => cells(n).map((row) => row.join(' | ')).join('\n')));
});

test('the names of columns at the top of all pages of a table are said once, with all of their lines', () => {
  const on = [1, 2, 3, 4, 5, 6].map((n) => [line(LEFTS[2]!, 30, 'Small'), ...rows(42, [HEAD, ...Array.from({ length: 30 }, (_, at) => [`${PORTS[n]} ${at}`, `${at}2`, `${at}7`, '2015'])])]);
  const [table, ...others] = tablesOf(on, on.map(() => rules(20, 47, 528)));
  expect(others).toEqual([]);
  expect(table!.split('\n').filter((row) => row.startsWith('Port |'))).toEqual(['Port | Berths | Small Boats | Since']);
});

test('running feet of three parts and two lines are no table', () => {
  const on = ['one', 'two', 'three'].map((word, at) => [...lines(40, 60, [`The council of ${word} coast met every spring.`]), ...rows(560, [['Council', '1 Quay Street', 'Phone 2', 'Bank 3'], ['of the coast', 'Holm', 'Fax 4', `Page ${at + 1}`]])]);
  const made = structureLaid(source(on.map((one, at) => page(at + 1, one))), 'Ports', {});
  expect(made.passages.map(({ text }) => text)).toEqual(['one', 'two', 'three'].map((word) => `The council of ${word} coast met every spring.`));
});
