import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedDocs, unpackedDocs } from '../../../db/store/carrier-codec.ts';
import { createPacker, createUnpacker, readSymbols, symbolsFor, writeSymbols, type Symbols } from '../../../db/store/text-codec.ts';
import { HARBOURS } from '../../fixtures/harbours.ts';

/** Packs and unpacks as a library does, the table being read back as it was kept. */
function there(symbols: Symbols): { pack: (text: string) => Uint8Array; unpack: (packed: Uint8Array) => string } {
  return { pack: createPacker(symbols), unpack: createUnpacker(readSymbols(writeSymbols(symbols))) };
}

test('any text comes back as it was, whatever the table was made for', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(fc.property(fc.array(text, { maxLength: 5 }), text, (seen, wanted) => {
    const { pack, unpack } = there(symbolsFor(seen));
    for (const one of [...seen, wanted]) expect(unpack(pack(one))).toBe(one);
  }), { numRuns: 60 });
});

test('at every place the longest symbol of the table is taken, at a text’s end too', () => {
  const byte = fc.constantFrom(0x61, 0x62, 0x00, 0x20);
  const symbol = fc.array(byte, { minLength: 1, maxLength: 8 }).map((bytes) => Uint8Array.from(bytes));
  const table = fc.uniqueArray(symbol, { maxLength: 255, selector: String });
  fc.assert(fc.property(table, fc.array(byte, { maxLength: 60 }), (symbols, bytes) => {
    const expected: number[] = [];
    for (let at = 0; at < bytes.length;) {
      const fits = symbols.flatMap((one, code) => (one.every((value, i) => bytes[at + i] === value) ? [{ code, length: one.length }] : []));
      const longest = fits.toSorted((a, b) => b.length - a.length)[0];
      expected.push(...(longest ? [longest.code] : [255, bytes[at]!]));
      at += longest?.length ?? 1;
    }
    expect([...createPacker(symbols)(String.fromCharCode(...bytes))]).toEqual(expected);
  }), { numRuns: 300 });
});

test('a report takes half its bytes', () => {
  const lines = HARBOURS.split('\n');
  const { pack, unpack } = there(symbolsFor(lines));
  const size = lines.reduce((sum, line) => sum + pack(line).length, 0);
  expect(size).toBeLessThan(0.55 * Buffer.byteLength(HARBOURS));
  expect(lines.map((line) => unpack(pack(line)))).toEqual(lines);
});

test('damaged bytes give a text, and no error', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  fc.assert(fc.property(bytes, bytes, (table, packed) => {
    expect(typeof createUnpacker(readSymbols(table))(packed)).toBe('string');
  }), { numRuns: 100 });
});

test('who carries a value is kept in bits, and read in order', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(900), { maxLength: 60 }).map((docs) => docs.sort((a, b) => a - b)), (docs) => {
    expect([...unpackedDocs(packedDocs(docs))]).toEqual(docs);
  }), { numRuns: 60 });
});
