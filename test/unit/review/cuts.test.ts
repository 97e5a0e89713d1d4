import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutsOf, nearestCut, stepCut } from '../../../renderer/review/cuts.ts';

const TEXT = 'The patrol left. It came back at noon. Nobody was hurt.';

test('a passage can be cut before every word and every sentence but the first', () => {
  const { words, sentences } = cutsOf(TEXT);
  expect(sentences.map((at) => TEXT.slice(at, at + 6))).toEqual(['It cam', 'Nobody']);
  expect(words.map((at) => TEXT.slice(at).split(' ')[0])).toEqual(TEXT.split(' ').slice(1));
});

test('the cut steps to its neighbours and stays at the ends', () => {
  const { sentences } = cutsOf(TEXT);
  const [first, second] = sentences as [number, number];
  expect([stepCut(sentences, first, 1), stepCut(sentences, second, 1), stepCut(sentences, second, -1), stepCut(sentences, first, -1)]).toEqual([second, second, first, first]);
  expect(nearestCut(sentences, TEXT.length)).toBe(second);
  expect(nearestCut([], 3)).toBeNull();
});

test('no cut leaves an empty half, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    const { words, sentences } = cutsOf(text.trim());
    for (const at of [...words, ...sentences]) {
      expect(text.trim().slice(0, at).trim()).not.toBe('');
      expect(text.trim().slice(at).trim()).not.toBe('');
    }
  }));
});
