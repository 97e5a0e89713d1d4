import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/folders.ts';
import { asking, openTemp, save, searchOver } from './fixture.ts';

describe('whatever is typed', () => {
  test.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'radar '.repeat(10_000)],
    ['only operators', 'AND OR NOT NEAR/3 AND'],
    ['only quotes', '"""“”"'],
    ['only brackets', '('.repeat(10_000)],
    ['emoji', '🎉🚢'],
    ['text from right to left', 'سفينة دورية \u202E'],
    ['a NUL', '\0radar\0'],
    ['lone surrogates', '\uD83D radar \uDE00'],
    ['FTS5’s own syntax', '{text heading}: radar ^ + * "'],
    ['SQL', "'; DROP TABLE passage; --"],
  ])('%s gets an answer or a sentence', (_name, query) => {
    const answer = searchOver('The radar works.', 'Grain is cheap.')(query);
    expect(answer.total > 0 || answer.notice !== null).toBe(true);
  });

  test('random queries get an answer or a sentence, and honest counts', () => {
    const ask = searchOver({ text: 'The radar of the coast guard works.', notes: ['Quad, p. 4.'] }, 'Grain is cheap in the Free Trade Area (FTA).', 'Phạm Minh Chính spoke.', '東京に行った。', 'Radar “four No’s”.');
    const piece = fc.constantFrom('radar', 'coast', 'guard', 'FTA', 'free', 'trade', 'Chinh', '東京', 'no', 'gard', 'AND', 'OR', 'NOT', 'NEAR/2', '(', ')', '"', '-', '*', 'in:footnotes', 'country:x', 'author:y', '🎉', '\0', '\uD800');
    const query = fc.oneof(fc.array(piece, { maxLength: 14 }).map((list) => list.join(' ')), fc.array(piece, { maxLength: 8 }).map((list) => list.join('')), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(fc.property(query, fc.constantFrom('all' as const, 'text' as const, 'footnotes' as const), (typed, where) => {
      const answer = ask(typed, { where });
      expect(answer.hits.length).toBe(answer.total);
      expect(new Set(answer.hits.map((hit) => hit.passage.pk)).size).toBe(answer.total);
      if (answer.total === 0 && answer.notice !== null) expect(answer.notice).toMatch(/^[A-Z“].*\.$/su);
      for (const { passage, snippet, footnote } of answer.hits) {
        if (footnote === null) expect(passage.text).toContain(snippet.map((part) => part.text).join(''));
      }
    }), { numRuns: 500 });
  });
});

describe('a library that changes', () => {
  test('is searched as it is now, also after another process wrote to it', () => {
    const folder = temporaryFolder();
    const library = openTemp(folder);
    const ask = asking(library);
    expect(ask('radar')).toMatchObject({ total: 0 });
    save(library, 'r1', [{ title: 'A', passages: [{ text: 'The radar works.', tags: { 'country/laos': 1 } }] }]);
    expect(ask('radar').total).toBe(1);
    save(openTemp(folder), 'r2', [{ title: 'B', passages: ['A second radar.', 'Grain.'] }]);
    expect(ask('radar').total).toBe(2);
    expect(ask('').total).toBe(3);
    library.removeReport('r1');
    expect(ask('radar').hits.map((hit) => hit.passage.text)).toEqual(['A second radar.']);
    expect(ask('').facets.country.size).toBe(0);
  });

  test('an empty library has nothing, and says so for a word', () => {
    const ask = asking(openTemp());
    expect(ask('')).toMatchObject({ total: 0, hits: [], notice: null });
    expect(ask('radar')).toMatchObject({ total: 0, notice: 'Nothing in this library has “radar”.' });
  });
});
