import { tokenize } from '../model/fold.ts';
import { SMALL_WORDS } from './variants.ts';
import type { Words } from './words.ts';

/** Searches that are rehearsed. Over the report, 96 left the next sixty slower than none at all (what was compiled was thrown away again); from 240 on nothing changes. */
const TIMES = 300;
/** Letters of a word that is typed to half. */
const HALF = 4;

/** Ways to ask for what a passage says, `row` being its words in order and `said` those that say something. */
const SHAPES: readonly ((said: readonly string[], row: readonly string[]) => string)[] = [
  (said) => said.slice(0, 2).join(' '),
  (said) => said.slice(0, 5).join(' '),
  (_, row) => `"${row.slice(1, 3).join(' ')}"`,
  ([a = '', b = '']) => `${a} ${b.slice(0, HALF)}`,
  ([a = '', b = '', c = '']) => `${a} ${b.slice(0, HALF) + b.slice(HALF + 1)} ${c}`,
  (_, row) => row.slice(0, 6).join(' '),
  ([a = '', b = '', c = '']) => `${a} OR ${b} -${c}`,
  (said) => said.slice(0, 3).join(' '),
  ([a = '', b = '']) => `${a} NEAR ${b}`,
  ([a = '']) => a,
];

/**
 * Rehearses searches over the library's own passages, for spare moments after it was opened: JavaScript compiles what it has
 * often run, and runs it as it ran before. So what is rehearsed is what people ask, several words that stand together, and
 * not words by chance, which lead to few hits.
 * @param run answers a query; its answer is not looked at
 * @returns does one search; true once all are done
 */
export function createRehearsal(run: (query: string) => void): (words: Words, textWith: (word: string) => string | undefined) => boolean {
  let done = 0;
  return (words, textWith) => {
    if (done < TIMES && words.count > 0) {
      const row = tokenize(textWith(words.at((done * 7919) % words.count)) ?? '').map(({ word }) => word);
      const from = row.slice((done * 13) % Math.max(1, row.length - 12));
      run(SHAPES[done % SHAPES.length]!(from.filter((word) => word.length > 2 && !SMALL_WORDS.has(word)), from));
      done += 1;
    }
    return done === TIMES || words.count === 0;
  };
}
