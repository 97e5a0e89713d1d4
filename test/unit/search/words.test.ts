import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDistance, slips } from '../../../db/search/distance.ts';
import { createWords, type Words, type WordSource } from '../../../db/search/words.ts';

const editDistance = (a: string, b: string, most: number): number => createDistance(a, most)(b);

describe('edit distance', () => {
  test.each([
    ['rogue', 'rouge', 1],
    ['sihanukville', 'sihanoukville', 1],
    ['ocast', 'coast', 1],
    ['pacific', 'pacific', 0],
    ['vessel', 'vassal', 2],
    ['ca', 'abc', 3],
  ])('%s and %s', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  test('it is the same both ways, and stops at the limit', () => {
    const word = fc.stringMatching(/^[abc]{0,8}$/);
    fc.assert(fc.property(word, word, fc.nat(4), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(editDistance(b, a, most));
      expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, 20), most + 1));
    }));
  });

  test('of long words, and of letters beyond ASCII, it is what rows of numbers say', () => {
    const rows = (a: string, b: string): number => {
      const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_column, j) => (i === 0 ? j : i)));
      for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
          d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
        }
      }
      return d[a.length]![b.length]!;
    };
    const word = fc.oneof(fc.stringMatching(/^[abé]{1,12}$/), fc.stringMatching(/^[abđ]{28,36}$/));
    fc.assert(fc.property(word, word, fc.nat(6), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(rows(a, b), most + 1));
    }));
  });

  test('longer words may hold more slips', () => {
    expect([3, 4, 7, 8, 20].map(slips)).toEqual([0, 1, 1, 2, 2]);
  });
});

const below = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
/** Words as an index holds them: in the order of their bytes. The frequency of each is its place from the end. */
function sourceOf(list: readonly string[]): WordSource {
  const rows = list.map((word, i) => ({ word, passages: list.length - i })).sort((a, b) => (below(a.word, b.word) ? -1 : 1));
  return {
    passagesWith: (word) => rows.find((row) => row.word === word)?.passages ?? 0,
    wordsBetween(from, to, most) {
      const found = rows.filter(({ word }) => !below(word, from) && below(word, to)).slice(0, most < 0 ? undefined : most);
      return { words: found.map(({ word }) => word), passages: Uint32Array.from(found, ({ passages }) => passages) };
    },
  };
}
const unread = (...list: string[]): Words => createWords(sourceOf(list));
function vocabulary(...list: string[]): Words {
  const words = unread(...list);
  while (!words.prepare());
  return words;
}

test('words are known before their list is read as they are after', () => {
  const list = Array.from({ length: 9000 }, (_, i) => `${['port', 'ship', 'coast'][i % 3]}${(i * 7919 % 9000).toString(36)}`).concat('port', 'ports', 'policy', 'policies', 'ｆｕｌｌ', '\u{20000}');
  const after = vocabulary(...list);
  for (const word of ['port', 'ports', 'policy', 'port1a', 'nothing', 'ｆｕｌｌ', '\u{20000}']) {
    const before = unread(...list);
    expect([before.passages(word), before.family(word), before.beginningWith(word.slice(0, 4), 20), before.completions(word)])
      .toEqual([after.passages(word), after.family(word), after.beginningWith(word.slice(0, 4), 20), after.completions(word)]);
    // The list is read in between, to half and whole.
    before.prepare();
    expect(before.passages(word)).toBe(after.passages(word));
    expect(before.near(word)).toEqual(after.near(word));
    expect(before.count).toBe(list.length);
  }
});

describe('the words of a library', () => {
  const words = vocabulary('port', 'ports', 'portal', 'policy', 'policies', 'police', 'kishida', 'kishi', 'coast', 'roast', 'sihanoukville', 'government', 'movement', '1999', '199', 'us', 'use', 'used');

  test('know how frequent they are', () => {
    expect(words.passages('port')).toBe(18);
    expect(words.passages('harbour')).toBe(0);
  });

  test('are found by their beginning, the most frequent first', () => {
    expect(words.beginningWith('polic', 9)).toEqual(['policy', 'policies', 'police']);
    expect(words.beginningWith('polic', 1)).toEqual(['policy']);
    expect(words.completions('kish')).toEqual(['kishida', 'kishi']);
    expect(words.completions('ki')).toEqual([]);
  });

  test('have families by their stem', () => {
    expect(words.family('policy')).toEqual(['policies']);
    expect(words.family('ports')).toEqual(['port']);
    expect(words.family('used')).toEqual(['use']);
    expect(words.family('1999')).toEqual([]);
  });

  test('are proposed for what is nearly spelled or sounds so, the likeliest first', () => {
    const near = (word: string): string[] => words.near(word).map((other) => other.word);
    expect(near('sihanukville')).toEqual(['sihanoukville']);
    expect(near('goverment')[0]).toBe('government');
    expect(near('ocast')).toEqual(['coast']);
    expect(near('xoast')).toEqual(['coast', 'roast']);
    expect(near('quishida')).toEqual(['kishida']);
  });

  test('numbers and short words are never mended', () => {
    expect(words.near('1998')).toEqual([]);
    expect(words.near('uss')).toEqual([]);
  });

  test('one slip anywhere, the first letter included, is found among thousands', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const made = fc.sample(fc.stringMatching(/^[a-z]{5,12}$/), 3000);
    const many = vocabulary(...new Set(made));
    const slip = fc.record({ word: fc.constantFrom(...made.slice(0, 300)), at: fc.nat(11), letter: fc.constantFrom(...letters), kind: fc.constantFrom('change', 'drop', 'add', 'swap') });
    fc.assert(fc.property(slip, ({ word, at, letter, kind }) => {
      const i = at % (word.length - 1);
      const slipped = {
        change: word.slice(0, i) + letter + word.slice(i + 1), drop: word.slice(0, i) + word.slice(i + 1), add: word.slice(0, i) + letter + word.slice(i),
        swap: word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2),
      }[kind];
      fc.pre(slipped !== word && slipped.length > 3);
      expect(many.near(slipped).map((other) => other.word)).toContain(word);
    }), { numRuns: 300 });
  });
});
