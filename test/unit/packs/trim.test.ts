import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, sentencesOf } from '../../../db/model/sentences.ts';
import { trimPassage } from '../../../db/packs/trim.ts';
import { noted, passage } from './sample.ts';

const THREE = noted('The yard closed in May.‹1› Nobody had asked it to. A new one opened upriver.‹2›‹3› It has no crane.', { 1: 'One.', 2: 'Two.', 3: 'Three.' });

describe('A trimmed passage', () => {
  test('keeps its sentences, shows what is left out, and loses the notes that go with it', () => {
    const trimmed = trimPassage(THREE, ['Nobody had asked it to.', 'A new one opened upriver.'])!;
    expect(trimmed.text).toBe('[…] Nobody had asked it to. A new one opened upriver. […]');
    expect(trimmed.notes.map(({ n, offset }) => [n, trimmed.text.slice(0, offset)])).toEqual([
      ['2', '[…] Nobody had asked it to. A new one opened upriver.'], ['3', '[…] Nobody had asked it to. A new one opened upriver.'],
    ]);
  });

  test('shows a gap in the middle once, and none where nothing is left out', () => {
    expect(trimPassage(THREE, ['The yard closed in May.', 'It has no crane.'])!.text).toBe('The yard closed in May. […] It has no crane.');
    expect(trimPassage(THREE, ['The yard closed in May.', 'Nobody had asked it to.', 'A new one opened upriver.', 'It has no crane.'])).toEqual(THREE);
    expect(trimPassage(THREE, [])!.text).toBe('[…]');
  });

  test('of a table keeps its rows apart, and shows those that are left out as a row', () => {
    const table = noted('Port | Dues\nEmber | 40‹1›\nHolm | 41\nKarsa | 3', { 1: 'Guild.' }, ['53', '53'], 'table');
    expect(trimPassage(table, ['Port | Dues', 'Holm | 41'])!.text).toBe('Port | Dues\n[…]\nHolm | 41\n[…]');
    expect(trimPassage(table, ['Ember | 40', 'Karsa | 3'])).toMatchObject({ text: '[…]\nEmber | 40\n[…]\nKarsa | 3', notes: [{ n: '1', offset: '[…]\nEmber | 40'.length }] });
    expect(partsOf(table).map(({ start, end }) => table.text.slice(start, end))).toEqual(['Port | Dues\n', 'Ember | 40\n', 'Holm | 41\n', 'Karsa | 3']);
    expect(partsOf({ kind: 'paragraph', text: 'One. Two.' })).toHaveLength(2);
    expect(partsOf({ kind: 'caption', text: 'Table 1. Dues by port. In crowns.' })).toEqual([{ start: 0, end: 23 }, { start: 23, end: 33 }]);
  });

  test('is none where the words are not there (any more), or not in this order', () => {
    expect(trimPassage(THREE, ['The yard closed in June.'])).toBeNull();
    expect(trimPassage(THREE, ['It has no crane.', 'The yard closed in May.'])).toBeNull();
  });

  test('any choice of sentences keeps exactly those, in order', () => {
    const words = fc.array(fc.constantFrom('Ships', 'wait', 'in 2019', 'at p. 4', 'đảo', '東京'), { minLength: 1, maxLength: 6 }).map((all) => `The ${all.join(' ')}.`);
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.boolean()), (sentences, choose) => {
      const text = sentences.join(' ');
      const keep = sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim()).filter(() => choose.next().value);
      const trimmed = trimPassage(passage(text), keep)!;
      expect(trimmed.text.split('[…]').join(' ').replace(/\s+/g, ' ').trim()).toBe(keep.join(' '));
    }));
  });
});
