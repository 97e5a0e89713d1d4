import { expect, test } from 'vitest';
import { ByLine } from '../../../db/structure/by-line.ts';

test('lines have the numbers that were last set for them, however many there are', () => {
  const byLine = new ByLine();
  byLine.set(3, 0);
  byLine.set(1_000_000, 7);
  byLine.set(3, 5);
  expect([3, 1_000_000, 4, 2_000_000].map((line) => byLine.at(line))).toEqual([5, 7, -1, -1]);
});
