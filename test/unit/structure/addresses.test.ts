import { describe, expect, test } from 'vitest';
import { joinNote, lexiconOf } from '../../../db/structure/hyphens.ts';

/** The note that lines of a file make; a line that ends in "␣" goes on in a new word. */
function note(...lines: string[]): string {
  const lexicon = lexiconOf(['The statement on coastal policy and an enhanced article (ed. by Ada Larsen).'], ['https://harbours.example/re-use/annual-2019.pdf']);
  return joinNote(lines.map((text, n) => ({ n, text: text.replace(/␣$/, ''), spaced: text.endsWith('␣'), mark: false })), lexicon);
}

describe('an address in a note is whole again', () => {
  test.each([
    ['letters set apart over a whole line', ['Port Survey, https://harbours.example/files/', 'A n n u a l - R e p o r t - o n - P i e r s _', 'FINAL_2019.pdf'], 'Port Survey, https://harbours.example/files/Annual-Report-on-Piers_FINAL_2019.pdf'],
    ['letters set apart where the line keeps a blank', ['Port Survey, https://', 'h a r b o u r s . e x a m p l e / e n / p i l␣', 'ots-school/no/skerry, accessed 9␣', 'May 2021.'], 'Port Survey, https://harbours.example/en/pilots-school/no/skerry, accessed 9 May 2021.'],
    ['blanks around its stops', ['Port Survey, https://www.north.emb-', 'n orland .example . gov /documents/20151002 .pdf ,␣', 'accessed 9 May 2021.'], 'Port Survey, https://www.north.emb-norland.example.gov/documents/20151002.pdf, accessed 9 May 2021.'],
    ['a blank before its last part', ['Port Survey, https://harbours.example/news/ 675474. It was␣', 'https://harbours.example/2014/ 24survey_e.html; idem.'], 'Port Survey, https://harbours.example/news/675474. It was https://harbours.example/2014/24survey_e.html; idem.'],
    ['a word broken where it was set', ['https://harbours.example/state-', 'ment/2014/on-coastal-', 'policy-enhanc-', 'ed-arti-', 'cle_2017.pdf.'], 'https://harbours.example/statement/2014/on-coastal-policy-enhanced-article_2017.pdf.'],
    ['a value broken where it was set', ['h t t p s : / / h a r b o u r s . e x a m p l e / ? p a g e = 5 d 5 b c -', 'b3915e39c306&menu=5d5bd3c7-', '39c306002a87f.'], 'https://harbours.example/?page=5d5bcb3915e39c306&menu=5d5bd3c7-39c306002a87f.'],
  ])('%s', (_, lines, whole) => {
    expect(note(...lines)).toBe(whole);
  });

  test('and nothing else is drawn together', () => {
    const plain = 'See https://harbours.example/news/ 24 May 2021. A plan B is c. 2, d. 4 / e. 6, at https://harbours.example, and so on.';
    expect(note(plain)).toBe(plain);
    expect(note('I saw a b c of it at https://harbours.example/re-', 'use/annual-2019.pdf.')).toBe('I saw a b c of it at https://harbours.example/re-use/annual-2019.pdf.');
  });
});

test('a blank behind an opening quotation mark goes', () => {
  expect(note('Ada Larsen, “   Moving Closer,” Northern Review.')).toBe('Ada Larsen, “Moving Closer,” Northern Review.');
});

test('the report is read for its words only where a hyphen is in doubt', () => {
  let read = 0;
  const texts = { *[Symbol.iterator]() {
    read += 1;
    yield 'The pilots know.';
  } };
  const lexicon = lexiconOf(texts, []);
  const noteOf = (...lines: string[]): string => joinNote(lines.map((text, n) => ({ n, text, spaced: false, mark: false })), lexicon);
  expect([noteOf('Port Survey.'), read]).toEqual(['Port Survey.', 0]);
  expect([noteOf('The pi-', 'lots and the pi-', 'lots.'), read]).toEqual(['The pilots and the pilots.', 1]);
});
