import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Phrases } from '../../../db/facets/phrases.ts';
import { read, wordsBetween } from '../../../db/facets/reading.ts';

function found(phrases: string[], text: string, way: 'longest' | 'all' = 'longest'): string[] {
  const set = new Phrases<string>();
  for (const phrase of phrases) set.add(phrase, phrase);
  const reading = read(text);
  return set[way](reading).map((hit) => `${wordsBetween(reading, hit.from, hit.to)} < ${hit.meanings.join(' + ')}`);
}

describe('phrases', () => {
  test('match whole words, whatever their case, accents and possessive endings', () => {
    expect(found(['sao paulo', 'port'], 'São Paulo’s ports, and one port')).toEqual(['São Paulo’s < sao paulo', 'port < port']);
  });

  test('with a star take every ending', () => {
    expect(found(['invest*'], 'Investors invested in a vest')).toEqual(['Investors < invest*', 'invested < invest*']);
  });

  test('with bars take either word at that place', () => {
    expect(found(['joint drill*|exercise'], 'joint drills, a joint exercise, joint exercises')).toEqual(['joint drills < joint drill*|exercise', 'joint exercise < joint drill*|exercise']);
  });

  test('tell the United States from the pronoun', () => {
    expect(found(['US'], 'The US told us so, US-led talks came')).toEqual(['US < US', 'US < US']);
  });

  test('hide what stands inside a longer one, unless all are asked for', () => {
    expect(found(['security', 'security council'], 'the Security Council')).toEqual(['Security Council < security council']);
    expect(found(['security', 'security council'], 'the Security Council', 'all')).toEqual(['Security < security', 'Security Council < security council']);
  });

  test('do not run over the end of a sentence', () => {
    expect(found(['china US'], 'It looks to China. US ships follow.')).toEqual([]);
    expect(found(['china US'], 'It fears a China-US clash.')).toEqual(['China-US < china US']);
  });

  test('add up where two end at the same place', () => {
    expect(found(['trade', 'trad*'], 'trade')).toEqual(['trade < trade + trad*']);
  });

  test('that could never be found are refused', () => {
    expect(() => found(['ab*'], '')).toThrow('ab*');
    expect(() => found(['free  trade'], '')).toThrow('free  trade');
  });

  test('are found by the trie exactly where a plain search over the words finds them', () => {
    const word = fc.constantFrom('aid', 'aids', 'port', 'ports', 'sea');
    fc.assert(fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), fc.array(word, { maxLength: 12 }), (phrases, text) => {
      const set = new Phrases<string>();
      for (const phrase of new Set(phrases.map((words) => words.join(' ')))) set.add(phrase, phrase);
      const plain = text.flatMap((_, from) => [...new Set(phrases.map((words) => words.join(' ')))]
        .filter((phrase) => text.slice(from, from + phrase.split(' ').length).join(' ') === phrase).map((phrase) => `${from} ${phrase}`));
      const hits = set.all(read(text.join(' '))).flatMap((hit) => hit.meanings.map((phrase) => `${hit.from} ${phrase}`));
      expect(hits.sort()).toEqual(plain.sort());
    }));
  });
});
