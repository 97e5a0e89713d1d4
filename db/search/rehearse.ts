import { tokenize } from '../model/fold.ts';
import { SMALL_WORDS } from './variants.ts';
import type { Words } from './words.ts';

/**
 * Searches that are rehearsed, and how long at most. Over the report, 96 left the next sixty slower than none at all (what was
 * compiled was thrown away again); 300 left the median at 0.9 to 1.0 ms, and 1200 take it to 0.5.
 */
const TIMES = 1200;
const MOST_MS = 2000;
/** Letters of a word that is typed to half. */
const HALF = 4;
/** A word that more passages have would take long to look up, and somebody may begin to type meanwhile. */
const FREQUENT = 1000;

/** Ways to ask for what a passage says, by its words that say something, in order. */
const SHAPES: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.slice(0, 2).join(' '),
  (words) => words.slice(0, 5).join(' '),
  (words) => `"${words.slice(0, 2).join(' ')}"`,
  ([a = '', b = '']) => `${a} ${b.slice(0, HALF)}`,
  ([a = '', b = '', c = '']) => `${a} ${b.slice(0, HALF) + b.slice(HALF + 1)} ${c}`,
  (words) => words.slice(1, 5).join(' '),
  ([a = '', b = '', c = '']) => `${a} OR ${b} -${c}`,
  (words) => words.slice(0, 3).join(' '),
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
  let spent = 0;
  const says = (words: Words, word: string): boolean => word.length > 2 && !SMALL_WORDS.has(word) && words.passages(word) <= FREQUENT;
  return (words, textWith) => {
    const begun = performance.now();
    if (done < TIMES && words.count > 0) {
      const row = tokenize(textWith(words.at((done * 7919) % words.count)) ?? '').map(({ word }) => word);
      const from = row.slice((done * 13) % Math.max(1, row.length - 12));
      run(SHAPES[done % SHAPES.length]!(from.filter((word) => says(words, word))));
      done += 1;
    }
    spent += performance.now() - begun;
    return done === TIMES || spent > MOST_MS || words.count === 0;
  };
}
