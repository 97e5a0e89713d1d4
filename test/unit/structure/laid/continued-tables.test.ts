import { expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots what', 'they had seen, and what the winter had done to the lights on all the', 'outer skerries, before it spent a crown.'];
const HEAD = ['Port', 'Berths', 'Since'];
const ROWS = [['Holm', '12', '2015'], ['Skerry', '7', '2016'], ['Ember', '9', '1999'], ['Inner Holm', '3', '1987'], ['Norland', '5', '1990']];
const rows = (top: number, cells: string[][]): LaidLine[] => cells.flatMap((row, y) => row.map((text, x) => line(45 + x * 120, top + y * 16, text)));
const rest = [...lines(40, 300, TEXT), ...lines(40, 350, TEXT)];
const read = (first: string[][], second: string[][], more: LaidLine[] = []) => structureLaid(source([page(1, [...rest.map((row) => ({ ...row, top: row.top - 240, bottom: row.bottom - 240, baseline: row.baseline - 240 })), ...rows(500, first)]), page(2, [...more, ...rows(60, second), ...rest])]), 'Ports', {}).passages.filter(({ kind }) => kind !== 'paragraph').map(({ kind, text, pages }) => [kind, text, pages.from, pages.to]);
const table = (cells: string[][]) => ['table', cells.map((row) => row.join(' | ')).join('\n'), '1', '2'];

test('a table that goes on overleaf is one, its head said once', () => {
  expect(read([HEAD, ...ROWS.slice(0, 3)], [HEAD, ...ROWS.slice(2)])).toEqual([table([HEAD, ...ROWS.slice(0, 3), ...ROWS.slice(2)])]);
  expect(read([HEAD, ...ROWS.slice(0, 3)], ROWS.slice(2))).toEqual([table([HEAD, ...ROWS.slice(0, 3), ...ROWS.slice(2)])]);
  expect(read([HEAD, ...ROWS.slice(0, 3)], ROWS.slice(2), [line(40, 40, 'Table 1 (continued)')]).map(([kind]) => kind)).toEqual(['table', 'caption']);
});

test('its last two rows overleaf belong to it, and its head alone at the foot of a page', () => {
  expect(read([HEAD, ...ROWS.slice(0, 3)], ROWS.slice(3))).toEqual([table([HEAD, ...ROWS])]);
  expect(read([HEAD], ROWS)).toEqual([table([HEAD, ...ROWS])]);
});

test('a table of other columns is another one', () => {
  expect(read([HEAD, ...ROWS.slice(0, 3)], ROWS.map((row) => [...row, 'open']))).toHaveLength(2);
});
