import type { Words } from './words.ts';

/** Searches that are rehearsed; two and a half times as many brought no more. */
const TIMES = 96;
/** Letters of a word that is typed to half. */
const HALF = 4;

const SHAPES: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b) => `${a} ${b}`, (a, b, c) => `${a} ${b} ${c}`, (a, b) => `"${a} ${b}"`, (a, b) => `${a} ${b.slice(0, HALF)}`, (a, b, c) => `${a} OR ${b} -${c}`, (a) => a.slice(0, HALF) + a.slice(HALF + 1), (a, b) => `${a} NEAR ${b}`, (a) => a,
];

/**
 * Rehearses searches over words of the library, for spare moments after it was opened: JavaScript compiles what it has
 * often run. The first sixty searches over a report of 246 passages took 0.7 ms in the median after it, 1.4 ms without.
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
