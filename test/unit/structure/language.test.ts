import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../db/structure/language.ts';

const said = (...texts: string[]) => languageOf(texts.map((text) => ({ kind: 'paragraph' as const, text })));

describe('the language of a report', () => {
  test.each([
    ['en', 'The port of Ember has two piers and a customs house. Norland pays for two pilots in winter, and the council raised the dues last year. Nobody on the coast wants to choose between the two.'],
    ['de', 'Der Hafen von Ember hat zwei Kais und ein Zollhaus. Norland bezahlt im Winter zwei Lotsen, und der Rat hat die Gebühren im letzten Jahr erhöht. Niemand an der Küste will zwischen beiden wählen.'],
    ['fr', 'Le port d’Ember a deux quais et une maison des douanes. Norland paie deux pilotes en hiver, et le conseil a relevé les droits l’année dernière. Personne sur la côte ne veut choisir entre les deux.'],
    ['vi', 'Cảng Ember có hai cầu tàu và một nhà hải quan. Norland trả tiền cho hai hoa tiêu vào mùa đông, và hội đồng đã tăng lệ phí vào năm ngoái. Không ai trên bờ biển muốn chọn giữa hai bên.'],
    ['id', 'Pelabuhan Ember memiliki dua dermaga dan sebuah kantor pabean. Norland membayar dua pandu pada musim dingin, dan dewan menaikkan biaya tahun lalu. Tidak seorang pun ingin memilih di antara keduanya.'],
    ['ja', 'エンバー港には二つの桟橋と税関がある。ノーランドは冬に二人の水先案内人の費用を負担し、評議会は昨年、料金を引き上げた。'],
    ['zh', '恩伯港有两个码头和一座海关。诺兰在冬季支付两名引航员的费用，议会去年提高了费用。沿海没有人愿意在两者之间做出选择。'],
  ])('is told by its text: %s', (language, text) => {
    expect(said(text)).toBe(language);
  });

  test('is not told by a few words, figures or captions', () => {
    expect(said('Two piers.')).toBeNull();
    expect(said('1998 1999 2000 2001 2002 '.repeat(10))).toBeNull();
    expect(languageOf([{ kind: 'caption', text: 'Der Hafen von Ember hat zwei Kais und ein Zollhaus. '.repeat(5) }])).toBeNull();
  });

  test('of a long report is told by all of it, not by a foreign page at its beginning', () => {
    const foreword = 'Der Hafen von Ember hat zwei Kais und ein Zollhaus, und der Rat hat die Gebühren im letzten Jahr erhöht; Norland bezahlt im Winter zwei Lotsen, und niemand will wählen.';
    const body = 'The port of Ember has two piers and a customs house, and the council raised the dues last year; Norland pays for two pilots in winter, and nobody wants to choose.';
    expect(said(...Array.from({ length: 20 }, () => foreword), ...Array.from({ length: 400 }, () => body))).toBe('en');
  });

  describe('that the program says which wrote the file', () => {
    const german = 'Der Hafen von Ember hat zwei Kais und ein Zollhaus, und der Rat hat die Gebühren im letzten Jahr erhöht; Norland bezahlt im Winter zwei Lotsen, und niemand will wählen.';
    const by = (language: string, ...texts: string[]) => languageOf(texts.map((text) => ({ kind: 'paragraph' as const, text })), language);

    test.each([
      ['is not believed where the text is in another one', 'en-US', [german, german, german], 'de'],
      ['stands where it is right, with its country', 'de-CH', [german, german], 'de-CH'],
      ['stands where a single text tells another', 'en', [german], 'en'],
      ['stands where the text is too short', 'en', ['Der Hafen.'], 'en'],
      ['stands where it is none of those that can be told', 'lb', [german, german], 'lb'],
      ['is none where it names no language', '?', [german, german], 'de'],
    ])('%s', (_name, language, texts, expected) => {
      expect(by(language, ...texts)).toBe(expected);
    });
  });
});
