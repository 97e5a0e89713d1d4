import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type Node } from '../../../db/search/query.ts';

/** A tree in short: words as they are, the rest in brackets. */
function short(node: Node): string {
  switch (node.kind) {
    case 'word': return node.word;
    case 'prefix': return `${node.letters}*`;
    case 'phrase': return `"${node.words.join(' ')}"`;
    case 'near': return `near${node.within}(${node.items.map(short).join(' ')})`;
    case 'filter': return `${node.field}=${node.value}`;
    case 'not': return `not(${short(node.item)})`;
    default: return `${node.kind}(${node.items.map(short).join(' ')})`;
  }
}
const read = (query: string): string => parseQuery(query).parts.map(short).join(' ');

describe('what may be typed', () => {
  test.each([
    ['coast guard', 'coast guard'],
    ['Coast-Guard', 'coast guard'],
    ['“four No’s” policy', '"four no" policy'],
    ['"straight" „low‟', '"straight" "low"'],
    ['a AND b', 'and(a b)'],
    ['a b OR c', 'or(and(a b) c)'],
    ['a AND (b OR c)', 'and(a or(b c))'],
    ['a NOT b', 'a not(b)'],
    ['a -b', 'a not(b)'],
    ['a -"b c"', 'a not("b c")'],
    ['a NOT (b c)', 'a not(and(b c))'],
    ['-indo-pacific', 'not("indo pacific")'],
    ['a - b', 'a b'],
    ['trade (EBA)', 'trade eba'],
    ['econ*', 'econ*'],
    ['a NEAR/3 "b c"', 'near3(a "b c")'],
    ['a NEAR b NEAR/20 c', 'near20(a b c)'],
    ['country:vietnam author:"Kei Koga" x', 'country=vietnam author=Kei Koga x'],
    ['country:vietnam OR country:laos', 'or(country=vietnam country=laos)'],
    ['nation:laos', 'nation laos'],
    ['and or not', 'and or not'],
  ])('%s', (query, tree) => {
    expect(read(query)).toBe(tree);
    expect(parseQuery(query).notice).toBeNull();
  });

  test('in: names the columns and is no word', () => {
    expect(parseQuery('in:footnotes quad')).toMatchObject({ where: 'footnotes', parts: [{ word: 'quad' }] });
    expect(parseQuery('quad in:text').where).toBe('text');
    expect(read('in:margins quad')).toBe('in margins quad');
  });

  test('only a last word with nothing behind it may be unfinished', () => {
    const unfinished = (query: string): boolean[] => parseQuery(query).parts.map((part) => part.kind === 'word' && part.unfinished);
    expect(unfinished('coast gua')).toEqual([false, true]);
    expect(unfinished('coast gua ')).toEqual([false, false]);
  });
});

describe('what is wrong in syntax is read as plain words, and said', () => {
  test.each([
    ['"four no', 'four no', /quotation mark/],
    ['(a b', 'a b', /bracket is not closed/],
    ['a) b', 'a b', /never opened/],
    ['a AND', 'a', /nothing beside it/],
    ['OR a', 'a', /nothing beside it/],
    ['AND OR NOT', '', /nothing beside it/],
    ['a NEAR/2', 'a', /nothing beside it/],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'a', /Too many brackets/],
    [`${'NOT '.repeat(300)}a`, 'a', /too many signs/],
    ['b '.repeat(100), 'b '.repeat(48).trim(), /very long/],
  ])('%s', (query, tree, notice) => {
    expect(read(query)).toBe(tree);
    expect(parseQuery(query).notice).toMatch(notice);
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom('"', '“', '”', '(', ')', ' AND ', ' OR ', 'NOT ', ' NEAR/2 ', '-', '*', ':', 'country:', 'in:', 'author:"', ' ', 'quad', 'Phạm', '東京', 'مرحبا', '🎉', '\0', '\uD83D', '\u202E', '9'.repeat(30));
  const typed = fc.oneof(fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')), fc.string({ unit: 'binary', maxLength: 200 }));

  test('it is read without an error, into words that have letters', () => {
    fc.assert(fc.property(typed, (query) => {
      const check = (node: Node): void => {
        if (node.kind === 'word') expect(node.word).not.toBe('');
        if (node.kind === 'phrase') expect(node.words.length).toBeGreaterThan(0);
        if (node.kind === 'not') check(node.item);
        if (node.kind === 'and' || node.kind === 'or' || node.kind === 'near') {
          expect(node.items.length).toBeGreaterThan(1);
          node.items.forEach(check);
        }
      };
      parseQuery(query).parts.forEach(check);
    }), { numRuns: 1000 });
  });

  test('plain words stay plain words, in their order', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      expect(read(words.join(' '))).toBe(words.join(' '));
    }));
  });
});
