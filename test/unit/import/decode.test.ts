import { describe, expect, test } from 'vitest';
import { decode } from '../../../db/import/decode.ts';
import { AttacheError } from '../../../db/model/errors.ts';

const WORDS = 'Hafenführer: “Amber Coast”, 3 % – Café';
const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) => Uint8Array.from([...text].flatMap((letter) => {
  const code = letter.charCodeAt(0);
  return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
}));
const failure = (content: Uint8Array): AttacheError => {
  try {
    decode(content, 'report.txt');
  } catch (error) {
    return error as AttacheError;
  }
  throw new Error('it was read');
};

describe('a text is read whatever it was saved in', () => {
  test.each([
    ['UTF-8', bytes(WORDS)],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(WORDS)])],
    ['UTF-16 little-endian with a mark', Uint8Array.from([0xff, 0xfe, ...utf16(WORDS, false)])],
    ['UTF-16 big-endian with a mark', Uint8Array.from([0xfe, 0xff, ...utf16(WORDS, true)])],
    ['UTF-16 little-endian without one', utf16(WORDS, false)],
    ['UTF-16 big-endian without one', utf16(WORDS, true)],
    ['Windows-1252', Uint8Array.from([...'Hafenf'].map((c) => c.charCodeAt(0)).concat(0xfc, ...[...'hrer: '].map((c) => c.charCodeAt(0)), 0x93, ...[...'Amber Coast'].map((c) => c.charCodeAt(0)), 0x94, ...[...', 3 % '].map((c) => c.charCodeAt(0)), 0x96, ...[...' Caf'].map((c) => c.charCodeAt(0)), 0xe9))],
  ])('%s', (_name, content) => {
    expect(decode(content, 'report.txt').text).toBe(WORDS);
  });

  test('line ends of every system become one', () => {
    expect(decode(bytes('a\r\nb\rc\nd'), 'report.txt').text).toBe('a\nb\nc\nd');
  });
});

describe('what is no text is refused with a sentence', () => {
  test.each([
    ['nothing', new Uint8Array(), 'file-empty', /is empty/],
    ['only blanks', bytes(' \n\t \n'), 'file-empty', /only blanks/],
    ['a program', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'file-not-text', /no readable text/],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'file-not-text', /ZIP file, but neither a Word document nor an EPUB/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'file-not-text', /picture/],
  ])('%s', (_name, content, code, sentence) => {
    const error = failure(content);
    expect(error).toBeInstanceOf(AttacheError);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
    expect(error.message).toContain('Nothing was imported');
  });
});
