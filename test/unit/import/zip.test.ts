import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml, XmlError } from '../../../db/import/xml.ts';
import { openArchive } from '../../../db/import/zip.ts';
import { AttacheError } from '../../../db/model/errors.ts';
import { TreeTooLarge } from '../../../db/import/tree.ts';

describe('an archive', () => {
  test('gives back what was put in', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 500 }), { minKeys: 1 }), (files) => {
      const archive = openArchive(zipSync(files), 'a.zip');
      for (const [name, bytes] of Object.entries(files)) expect(Buffer.from(archive.read(name)!).equals(Buffer.from(bytes))).toBe(true);
    }));
  });

  test('that unpacks to far more than it is, is refused before it is unpacked', () => {
    const bomb = zipSync({ a: new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => openArchive(bomb, 'a.zip')).toThrow(expect.objectContaining({ code: 'file-too-large' }));
  });

  test('that lies about a size is refused when it is unpacked', () => {
    const bytes = zipSync({ a: new TextEncoder().encode('harbour '.repeat(2000)) });
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 100, true);
    expect(() => openArchive(bytes, 'a.zip').read('a')).toThrow(/damaged/);
  });

  test('with a changed byte gives back the same, or is refused', () => {
    const whole = zipSync({ a: new TextEncoder().encode('The harbour of Ember has two piers and one light.'.repeat(20)) });
    const good = Buffer.from(openArchive(whole, 'a').read('a')!).toString();
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const bytes = whole.slice();
      bytes[at]! ^= by;
      try {
        const read = openArchive(bytes, 'a').read('a');
        expect(read === null || Buffer.from(read).toString() === good).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AttacheError);
      }
    }), { numRuns: 500 });
  });

  test('of too many files is refused', () => {
    expect(() => openArchive(zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, new Uint8Array()]))), 'a.zip')).toThrow(expect.objectContaining({ code: 'file-too-large' }));
  });
});

describe('XML', () => {
  test('knows plain entities that it declares, and none that hold others', () => {
    expect(readXml('<!DOCTYPE a [<!ENTITY eo "&#233;">]><a>caf&eo;</a>').children[0]).toMatchObject({ name: 'a', children: [{ text: 'café' }] });
    expect(() => readXml('<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;">]><a>&y;</a>')).toThrow(TreeTooLarge);
    expect(() => readXml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')).toThrow(XmlError);
  });

  test('has an end to how deep and how much', () => {
    expect(() => readXml('<a>'.repeat(600))).toThrow(TreeTooLarge);
    expect(() => readXml('<a><b></a>')).toThrow(XmlError);
  });
});
