import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../db/model/fold.ts';
import { wordHashes, WordNumbers } from '../../../db/structure/word-numbers.ts';

/** Letters of many scripts, marks, pairs, signs that folding makes letters of. */
const anyText = fc.string({ unit: fc.constantFrom(...'aBéßΣσ12日ไ', 'e\u0301', '\u0301', '™', '℃', '½', 'ﬁ', '🄰', '𐐀', '🙂', '-', ' ', '’', "'", 'ʼ', '\n') });

describe('numbers of words', () => {
  test('are the same for the same folded words, and for no others', () => {
    fc.assert(fc.property(fc.array(anyText), (texts) => {
      const numbers = new WordNumbers();
      const words = new Map<number, string>();
      for (const text of texts) {
        const folded = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
        const found = numbers.of(text);
        expect(found.length, JSON.stringify(text)).toBe(folded.length);
        for (const [at, number] of found.entries()) {
          expect(words.get(number) ?? folded[at], JSON.stringify(text)).toBe(folded[at]);
          words.set(number, folded[at]!);
        }
      }
      expect(new Set(words.values()).size).toBe(words.size);
    }), { numRuns: 500 });
  });

  test('go with hashes that equal words share', () => {
    fc.assert(fc.property(fc.array(anyText), (texts) => {
      const numbers = new WordNumbers();
      const hashes = new Map<number, number>();
      for (const text of texts) {
        const found = wordHashes(text);
        expect(found.length, JSON.stringify(text)).toBe(numbers.of(text).length);
        for (const [at, number] of numbers.of(text).entries()) {
          expect(hashes.get(number) ?? found[at], JSON.stringify(text)).toBe(found[at]);
          hashes.set(number, found[at]!);
        }
      }
    }), { numRuns: 500 });
  });
});
