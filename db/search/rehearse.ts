import type { Words } from './words.ts';

/** Searches that are rehearsed: after so many the engine's own compiler has seen every kind of work. */
const TIMES = 96;
/** Letters of a word that is typed to half. */
const HALF = 4;

const SHAPES: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b) => `${a} ${b}`, (a, b, c) => `${a} ${b} ${c}`, (a, b) => `"${a} ${b}"`, (a, b) => `${a} ${b.slice(0, HALF)}`, (a, b, c) => `${a} OR ${b} -${c}`, (a) => a.slice(0, HALF) + a.slice(HALF + 1), (a, b) => `${a} NEAR ${b}`, (a) => a,
];

/**
 * Rehearses searches over words of the library, for spare moments after it was opened: what JavaScript has run a few
 * dozen times takes a third of the time that it took at first.
 * @param run answers a query; its answer is not looked at
 * @returns does one search; true once all are done
 */
export function createRehearsal(run: (query: string) => void): (words: Words) => boolean {
  let done = 0;
  return (words) => {
    if (done < TIMES && words.count > 0) {
      const word = (step: number): string => words.at(((done * 7 + step * 31) * 97) % words.count);
      run(SHAPES[done % SHAPES.length]!(word(0), word(1), word(2)));
      done += 1;
    }
    return done === TIMES || words.count === 0;
  };
}
