import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceEnds } from '../../../db/facets/sentence-ends.ts';

const platform = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Where the platform ends the sentences of a text. */
function ends(text: string): number[] {
  return [...platform.segment(text)].map((part) => part.index + part.segment.length);
}

/** Texts without a title before a full stop, which the platform knows nothing of. */
const someText = fc.string({ unit: fc.constantFrom(...'aabXBéκΣщ1  ..!?"”’“(),;-–:…•/\n\u00a0&'), maxLength: 14 });

describe('the ends of sentences', () => {
  test('are where the platform has them, for signs of all kinds', () => {
    fc.assert(fc.property(someText, (text) => {
      expect(sentenceEnds(text)).toEqual(ends(text));
    }), { numRuns: 5000 });
  });

  test('are where the platform has them, for every western sign at every place that matters', () => {
    const signs = [...Array.from({ length: 0x2100 - 0x20 }, (_, at) => at + 0x20), ...Array.from({ length: 0x5a }, (_, at) => at + 0x1ea0)];
    const wrong = signs.filter((unit) => {
      const sign = String.fromCharCode(unit);
      return [`a. ${sign}b`, `a.${sign}b`, `a${sign} B`, `a.${sign}B`, `a.${sign}`, `a${sign}B c`, `a. ${sign} b`, `a.${sign} B`, `a!${sign} b`, `a! ${sign}b`, `${sign}.B`, `a. b${sign} C`, `a. 1${sign}b`, `1.${sign}`, `a${sign}\n B`]
        .some((text) => JSON.stringify(sentenceEnds(text)) !== JSON.stringify(ends(text)));
    });
    expect(wrong.map((unit) => unit.toString(16))).toEqual([]);
  });

  test('in other scripts are the platform’s own', () => {
    for (const text of ['日本は島国です。海に囲まれています。', 'Порт закрыт. Суда ждут. ', 'ท่าเรือปิด! เรือรอ', 'Soft\u00adware. It e\u0301ste. Yes']) expect(sentenceEnds(text)).toEqual(ends(text));
  });

  test('are not behind a title', () => {
    expect(sentenceEnds('Led by Gen. Aye. It left.')).toEqual([17, 25]);
    expect(sentenceEnds('Порт. Led by Gen. Aye.')).toEqual([6, 22]);
    expect(sentenceEnds('')).toEqual([]);
  });
});
