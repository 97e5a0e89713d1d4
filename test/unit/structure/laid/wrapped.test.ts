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
