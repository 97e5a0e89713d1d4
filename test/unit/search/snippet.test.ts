import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../db/model/sentences.ts';
import { snippetOf, type Marked, type Piece, type Sentenced } from '../../../db/search/snippet.ts';
import { marked, searchOver } from './fixture.ts';

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

describe('sentences', () => {
  test('end at full stops, question marks and after closing quotes', () => {
    expect(cut('One is here. “Two,” he said. “Three?” Four! Five')).toEqual(['One is here.', '“Two,” he said.', '“Three?”', 'Four!', 'Five']);
  });

  test('do not end after what is cut short, nor inside numbers', () => {
    expect(cut('Gen. Prayuth paid 3.5 million to Dr. Ek. He left.')).toEqual(['Gen. Prayuth paid 3.5 million to Dr. Ek.', 'He left.']);
  });

  test('cover the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '!', ' ', '”', '。', '1') }), (text) => {
      expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }));
  });
});

const at = (text: string, word: string, group = 0): Marked => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length, groups: [group], worth: 1 });
const shown = (pieces: readonly Piece[]): string => pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('');
const whole = (text: string): Sentenced => ({ text, sentences: sentencesOf(text) });
const long = (word: string, count: number): string => Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ');

describe('a snippet', () => {
  test('of a short text is the text', () => {
    expect(shown(snippetOf(whole('A small boat.'), [at('A small boat.', 'boat')]))).toBe('A small [boat].');
  });

  test('takes the whole sentences around the hits, and shows where it was cut', () => {
    const text = `First comes ${long('dull', 50)}. Then the radar came. It was good. Last comes ${long('dull', 60)}.`;
    const snippet = shown(snippetOf(whole(text), [at(text, 'radar')]));
    expect(snippet).toBe('… Then the [radar] came. It was good. …');
  });

  test('prefers the sentences that answer more of the query', () => {
    const text = `Radar here, radar there, ${long('dull', 45)}. ${long('Dull', 50)}. A radar for ships.`;
    const marks = [at(text, 'Radar'), { ...at(text, 'radar'), start: text.indexOf('radar there'), end: text.indexOf('radar there') + 5 }, { start: text.lastIndexOf('radar'), end: text.lastIndexOf('radar') + 5, groups: [0], worth: 1 }, at(text, 'ships', 1)];
    expect(shown(snippetOf(whole(text), marks))).toBe('… A [radar] for [ships].');
  });

  test('cuts a sentence that is too long between words, around its hits', () => {
    const text = `${long('dull', 80)} radar ${long('dry', 80)}.`;
    const snippet = shown(snippetOf(whole(text), [at(text, 'radar')]));
    expect(snippet).toMatch(/^… dull\d+ .* \[radar\] .* dry\d+ …$/);
    expect(snippet.length).toBeLessThan(335);
  });

  test('is always a stretch of the text, its marks whole and no surrogate pair halved', () => {
    const word = fc.constantFrom('radar', 'a', 'Boat.', '🚢🚢🚢🚢', '東京タワー。', 'Dr.', 'x'.repeat(150), '“Quote!”', 'e\u0301te\u0301');
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 120 }), fc.array(fc.nat(119), { maxLength: 8 }), (words, picks) => {
      const text = words.join(' ');
      const spans = words.map((own, i) => ({ start: words.slice(0, i).join(' ').length + (i > 0 ? 1 : 0), own }));
      const marks = [...new Set(picks)].filter((i) => i < words.length).toSorted((a, b) => a - b).map((i): Marked => ({ start: spans[i]!.start, end: spans[i]!.start + spans[i]!.own.length, groups: [i % 3], worth: 1 }));
      const pieces = snippetOf(whole(text), marks);
      const joined = pieces.map((piece) => piece.text).join('').replace(/^… /, '').replace(/ …$/, '');
      expect(text).toContain(joined);
      expect(joined.isWellFormed()).toBe(true);
      expect(joined.length).toBeLessThanOrEqual(320);
      for (const piece of pieces.filter((one) => one.hit)) expect(words).toContain(piece.text);
      if (marks.some((mark) => mark.end - mark.start < 100)) expect(pieces.some((piece) => piece.hit)).toBe(true);
    }), { numRuns: 400 });
  });
});

describe('what is marked', () => {
  test('every form, in the text’s own writing', () => {
    const ask = searchOver('The Coast-Guard’s vessels met a vessel of the coast.');
    expect(marked(ask('coast vessel'))).toBe('The [Coast]-Guard’s [vessels] met a [vessel] of the [coast].');
  });

  test('a phrase as a whole, and its words alone nowhere', () => {
    const ask = searchOver('A guard saw the coast guard.');
    expect(marked(ask('"coast guard"'))).toBe('A guard saw the [coast guard].');
  });

  test('small words only where nothing else was typed', () => {
    const ask = searchOver('The port of the city.');
    expect(marked(ask('the port'))).toBe('The [port] of the city.');
    expect(marked(ask('the'))).toBe('[The] port of [the] city.');
  });

  test('words inside scripts without blanks', () => {
    expect(marked(searchOver('彼は東京に行った。')('東京'))).toBe('彼は[東京]に行った。');
  });
});
