import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../../db/model/fold.ts';
import { cut, wordAt } from '../../../db/search/cut.ts';

const cutApart = (text: string): { word: string; start: number; end: number }[] => {
  const own = cut(text);
  return Array.from({ length: own.count }, (_, i) => ({ word: wordAt(own, i), start: own.spans[2 * i]!, end: own.spans[2 * i + 1]! }));
};

test('a text is cut as the index cuts it, whatever stands in it', () => {
  const piece = fc.oneof(fc.constantFrom('Japan’s', 'no\'s', 'O’Brien', 'Phạm', 'e\u0301te\u0301', 'İstanbul', 'ﬁnance', 'Straße', '東京タワー', 'ไทยแลนด์', 'G20', '1,502', '\ud800', '🚢', '—', '٣', 'ABC'), fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 12 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('', ' ', '-'), (pieces, between) => {
    const text = pieces.join(between);
    expect(cutApart(text)).toEqual(tokenize(text));
  }));
});

test('a long text needs more room than a short one, and leaves the short one as it was', () => {
  const short = cut('One small boat');
  const text = 'Word after word, and Việt Nam’s too. '.repeat(400);
  expect(cutApart(text)).toEqual(tokenize(text));
  expect([wordAt(short, 0), wordAt(short, 2)]).toEqual(['one', 'boat']);
});
