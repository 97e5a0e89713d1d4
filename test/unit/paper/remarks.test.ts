import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settle } from '../../../renderer/paper/remarks.ts';

test('remarks stand beside their items, below one another where they would meet, and above the end of the page', () => {
  expect(settle([{ top: 10, height: 20 }, { top: 100, height: 20 }], 500)).toEqual([10, 100]);
  expect(settle([{ top: 10, height: 40 }, { top: 20, height: 20 }], 500)).toEqual([10, 56]);
  expect(settle([{ top: 400, height: 60 }, { top: 450, height: 60 }], 500)).toEqual([374, 440]);
});

test('whatever fits a page never meets and never runs off it', () => {
  const box = fc.record({ top: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 5, max: 60 }) });
  fc.assert(fc.property(fc.array(box, { maxLength: 12 }), (boxes) => {
    const sorted = boxes.toSorted((a, b) => a.top - b.top);
    const tops = settle(sorted, 1000);
    for (const [at, { height }] of sorted.entries()) expect(tops[at]! + height).toBeLessThanOrEqual(at + 1 < tops.length ? tops[at + 1]! : 1000);
  }));
});
