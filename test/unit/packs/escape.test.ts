import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cssString, escapeHtml, shorten } from '../../../db/packs/escape.ts';

const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('<', '>', '"', "'", '&', '\\', '</style>', ']]>', '<!--', '\n', '\0', '\u202e', 'a', '\ud800')).map((parts) => parts.join('')));

describe('escaping', () => {
  test('leaves no sign that could begin a tag or end an attribute', () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }));
  });

  test('gives the same words back to a reader', () => {
    expect(escapeHtml('5 < 6 & "so" on')).toBe('5 &lt; 6 &amp; &quot;so&quot; on');
  });

  test('shows where a sign stood that HTML cannot hold', () => {
    expect(escapeHtml('a\0b\ud800c')).toBe('a\ufffdb\ufffdc');
  });

  test('a CSS string stays one string on one line, whatever stands in it', () => {
    fc.assert(fc.property(hostile, (text) => /^"(?:[\p{L}\p{N}\p{M} .,:;()–—-]|\\[0-9a-f]{1,6} )*"$/u.test(cssString(text))));
    expect(cssString('A "B" </style>')).toBe('"A \\22 B\\22  \\3c \\2f style\\3e "');
  });

  test('shortens at a word and says so', () => {
    expect(shorten('one two three four', 12)).toBe('one two…');
    expect(shorten('one   two', 12)).toBe('one two');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 60 }), (text, max) => shorten(text, max).length <= max));
  });
});
