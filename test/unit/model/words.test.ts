import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { tokenize } from '../../../db/model/fold.ts';
import { BLANK, kindAt, LETTER, MARK, NUMBER, LOWER, wordEnd, wordStart } from '../../../db/model/letters.ts';
import { WordCutter, WordTable } from '../../../db/model/words.ts';

/** Letters of many scripts, marks, pairs, lone halves, apostrophes. */
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...'ab XÉßǅσ’\'ʼ-7½Ⅷ\u0301\u0e31日ไ𐐀𐐨🙂\ud800\udc00\ufeff\u00a0\n'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });

describe('kinds of signs', () => {
  test('are what Unicode’s classes say, for every sign of a text', () => {
    fc.assert(fc.property(anyText, (text) => {
      for (let at = 0; at < text.length; at++) {
        const sign = String.fromCodePoint(text.codePointAt(at > 0 && text.codePointAt(at - 1)! > 0xffff ? at - 1 : at)!);
        for (const [bit, pattern] of [[LETTER, /\p{L}/u], [LOWER, /\p{Ll}/u], [NUMBER, /\p{N}/u], [MARK, /\p{M}/u], [BLANK, /\s/u]] as const) expect((kindAt(text, at) & bit) !== 0, `${at} of ${JSON.stringify(text)}`).toBe(pattern.test(sign));
      }
    }));
  });
});

describe('words', () => {
  test('begin and end where the pattern for them does', () => {
    fc.assert(fc.property(anyText, (text) => {
      const found: [number, number][] = [];
      for (let start = wordStart(text, 0); start < text.length; start = wordStart(text, found.at(-1)![1])) found.push([start, wordEnd(text, start)]);
      expect(found).toEqual([...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu)].map((match) => [match.index, match.index + match[0].length]));
    }));
  });

  test('a report’s words are numbered, and are those that each text has by itself', () => {
    fc.assert(fc.property(fc.array(anyText), (texts) => {
      const cutter = new WordCutter();
      for (const text of texts) {
        const found: { number: number; start: number; end: number }[] = [];
        cutter.cut(text, (number, start, end) => found.push({ number, start, end }));
        expect(found.map(({ number, start, end }) => ({ word: cutter.words[number], start, end }))).toEqual(tokenize(text));
      }
      expect(new Set(cutter.words).size).toBe(cutter.words.length);
    }));
  });

  test('ten thousand words keep their numbers while the table grows', () => {
    const table = new WordTable();
    const text = Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' ');
    const numbers = (): number[] => [...text.matchAll(/\w+/g)].map((match) => table.numberOf(text, match.index, match.index + match[0].length));
    const first = numbers();
    expect(first).toEqual(first.map((_, at) => at));
    expect(numbers()).toEqual(first);
    expect(table.words[9999]).toBe('w9999');
  });
});
