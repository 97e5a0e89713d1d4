import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met', 'every spring and asked what', 'the pilots had seen, what', 'the winter had done to the', 'lights on the skerries, and', 'what the town would spend'];
const BELOW = ['on them before the ice came back; it then asked the bank', 'for a loan that it did not get until the year was over.'];
const BOX = ['Of all the harbours', 'of the coast only two', 'are open in winter,', 'and they are small.'];

test('what stands in a box that a paragraph runs around does not part it', () => {
  const beside = (left: number, box: number) => [...TEXT.map((row, at) => line(left, 80 + 12 * at, row, { right: left + 140 })), ...BOX.map((row, at) => line(box, 84 + 11 * at, row, { size: 8, right: box + 110 }))];
  const read = (left: number, box: number) => structureLaid(source([page(1, [...beside(left, box), ...lines(40, 152, BELOW, { right: 330 }), ...lines(40, 200, BELOW, { right: 330 })])]), 'Ports', {}).passages.map(({ text }) => text);
  expect(read(40, 220)).toEqual([[...TEXT, ...BELOW].join(' '), BOX.join(' '), BELOW.join(' ')]);
});

const read = (pages: ReturnType<typeof page>[]) => structureLaid(source(pages), 'Ports', {}).passages.map(({ text }) => text);
const WIDE = ['The council of the coast met every spring and asked what the pilots', 'had seen, what the winter had done to the lights on the skerries, and', 'what the town would spend on them before the ice came back again. It'];
const REST = ['then asked the bank for a loan that it did not get until the year was', 'over, and the boats had been sold.'];
const wide = (top: number, texts: string[]) => lines(40, top, texts, { right: 380 });
const BESIDE = TEXT.map((row, at) => line(40, 80 + 12 * at, row, { right: 180 }));

test('a paragraph goes on overleaf behind a box that stands beside it, and behind a bar at the side of the page', () => {
  const small = BOX.map((row, at) => line(220, 80 + 11 * at, row, { size: 8, right: 330 }));
  const made = read([page(1, [...BESIDE, ...small]), page(2, [...wide(60, ['on them before the ice came back; it then asked the bank that was', 'there for a loan.']), ...wide(110, WIDE)])]);
  expect(made).toEqual([[...TEXT, 'on them before the ice came back; it then asked the bank that was there for a loan.'].join(' '), BOX.join(' '), WIDE.join(' ')]);
  const bar = [line(220, 80, 'In brief', { bold: true }), ...small.map((row) => ({ ...row, top: row.top + 20, bottom: row.bottom + 20, baseline: row.baseline + 20 }))];
  expect(read([page(1, [...BESIDE, ...bar]), page(2, [...wide(60, ['on them before the ice came back.']), ...wide(110, WIDE)])])).toEqual([[...TEXT, 'on them before the ice came back.'].join(' '), 'In brief', BOX.join(' '), WIDE.join(' ')]);
});

test('a box beside the text goes on overleaf too', () => {
  const box = (top: number, texts: string[]) => texts.map((row, at) => line(220, top + 10 * at, row, { size: 8, right: 330 }));
  const first = ['Of all the harbours', 'of the coast only two', 'are open in winter,', 'so the pilots say,', 'and they lie on the', 'isles of Inner Holm'];
  const made = read([
    page(1, [...BESIDE, ...box(90, first)]),
    page(2, [...['on them before the ice', 'came back again, and so', 'the boats were all sold,', 'two of them to pilots.'].map((row, at) => line(40, 60 + 12 * at, row, { right: 180 })), ...box(60, ['1 and 2, where nobody', 'else has been before', 'the year was over.']), ...wide(120, WIDE), ...wide(170, REST)]),
  ]);
  expect(made[0]).toMatch(/would spend on them before .* to pilots\.$/);
  expect(made[1]).toBe([...first, '1 and 2, where nobody else has been before the year was over.'].join(' '));
});

test('a column of text is no box, though the one before breaks off and a later one goes on in small letters', () => {
  const made = read([page(1, [...wide(60, WIDE.slice(0, 2)), ...wide(100, ['and what the town would spend on them before'])]), page(2, wide(60, ['Nobody knows who wrote this down, or when it was written.'])), page(3, wide(60, ['then asked the bank for a loan.']))]);
  expect(made.join('|')).not.toMatch(/before then asked/);
});
