import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fold, squash, tokenize } from '../../../db/model/fold.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.word);

describe('fold', () => {
  test('drops marks, also where a letter has no decomposition', () => {
    expect(fold('Phạm Minh Chính')).toBe('pham minh chinh');
    expect(fold('Đặng, Grønning, Łódź, Straße')).toBe('dang, gronning, lodz, strasse');
  });

  test('makes curly quotes and dashes plain', () => {
    expect(fold('“four No’s” – 2019')).toBe('"four no\'s" - 2019');
  });

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }));
  });
});

describe('tokenize', () => {
  test('cuts words and folds them', () => {
    expect(words('Japan’s COVID-19 aid: US$2.37 billion')).toEqual(['japan', 'covid', '19', 'aid', 'us', '2', '37', 'billion']);
  });

  test('drops possessive endings but keeps names with an apostrophe together', () => {
    expect(words("four No's, O’Brien’s d’Estaing")).toEqual(['four', 'no', 'obriens', 'destaing']);
  });

  test('cuts Japanese and Thai by words', () => {
    expect(words('日本の安全保障 policy')).toContain('日本');
    expect(words('ความมั่นคง security').length).toBeGreaterThan(1);
  });

  test('every offset points at the word it came from', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const token of tokenize(text)) {
        expect(token.end).toBeGreaterThan(token.start);
        expect(squash(text.slice(token.start, token.end))).not.toBe('');
      }
    }));
  });
});
