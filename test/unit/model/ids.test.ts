import { expect, test } from 'vitest';
import fc from 'fast-check';
import { squash } from '../../../db/model/fold.ts';
import { passageId } from '../../../db/model/ids.ts';

const idOf = (text: string): string => passageId(text, new Set());
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...'ab XÉßΣσ.’-7½Ⅷ\u0301\u0e31日ไ𐐀🙂\ud800\udc00'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });

test('ids of passages never change: packs hold them', () => {
  expect(idOf('Phạm Minh Chính’s “four No’s” – 2019')).toBe('p-12m1zhi6yj6bg');
  expect(idOf('ΟΔΟΣ, Straße, 日本語 𝑨İ')).toBe('p-1k0h445uiga5n');
});

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), as the definition has it. */
const fnv = (text: string, seed: number): string => (text.split('').reduce((hash, unit) => Math.imul(hash ^ unit.charCodeAt(0), 0x01000193), seed) >>> 0).toString(36);

test('an id is the hash of what folding leaves', () => {
  fc.assert(fc.property(anyText, (text) => {
    expect(idOf(text)).toBe(`p-${fnv(squash(text), 0x811c9dc5)}${fnv(squash(text), 0x01000193)}`);
  }));
});

test('equal passages are told apart by a number', () => {
  const taken = new Set<string>();
  for (let n = 0; n < 3; n++) taken.add(passageId('The same.', taken));
  expect([...taken]).toEqual([idOf('The same.'), `${idOf('The same.')}-2`, `${idOf('The same.')}-3`]);
});
