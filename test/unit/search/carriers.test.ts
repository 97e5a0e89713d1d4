import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasBit } from '../../../db/search/bits.ts';
import { taggedOf } from '../../../db/search/carriers.ts';
import { packedDocs } from '../../../db/store/carrier-codec.ts';

test('who carries a value is the same, however long the reports before are, and whatever rows are gone between them', () => {
  const report = fc.record({ gap: fc.nat(40), passages: fc.integer({ min: 1, max: 90 }), carriers: fc.uniqueArray(fc.nat(89)) });
  fc.assert(fc.property(fc.array(report, { minLength: 1, maxLength: 8 }), (reports) => {
    const numbers: number[] = [];
    const expected: boolean[] = [];
    const list = reports.map(({ gap, passages, carriers }) => {
      for (let i = 0; i < gap; i++) numbers.push(expected.length);
      const first = numbers.length;
      const docs = carriers.filter((doc) => doc < passages).sort((a, b) => a - b);
      for (let i = 0; i < passages; i++) {
        numbers.push(expected.length);
        expected.push(docs.includes(i));
      }
      return { facet: 'country' as const, value: 'vietnam', first, docs: packedDocs(docs), sure: Uint8Array.from(docs, () => 70) };
    });
    const { facets, tags } = taggedOf(list, expected.length, Int32Array.from(numbers));
    const { bits, confidence } = facets.country.get('vietnam')!;
    expect(expected.map((_, doc) => hasBit(bits, doc))).toEqual(expected);
    expect(expected.map((_, doc) => confidence(doc) > 0)).toEqual(expected);
    expect([...tags]).toEqual(expected.map(Number));
  }));
});
