import type { Run } from './text-run.ts';

/** Signs with a blank between each: "I N T R O". */
const SPACED = /^\S(?: \S)+$/u;
/** What may stand before them as it is. */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})[.)]?$/;
/** Fewer letters are a formula, or the labels of an axis. */
const LETTERS = 5;
/** Where each letter is a run of its own, a gap this much wider than most stands between words. */
const WIDER = 1.5;

/**
 * Closes letters that were set apart ("I N T R O D U C T I O N"): the file then has each word by itself, its letters
 * parted by blanks, or each letter.
 * @param runs of one line
 * @returns the runs of its words; the same runs where its letters are not set apart
 */
export function closeSpaced(runs: readonly Run[]): readonly Run[] {
  const isSpaced = runs.every(({ text }, at) => SPACED.test(text.trim()) || [...text.trim()].length === 1 || (at === 0 && NUMBER.test(text.trim())));
  if (!isSpaced || runs.map(({ text }) => text).join('').replace(/[^\p{L}]/gu, '').length < LETTERS) return runs;
  if (runs.some(({ text }) => SPACED.test(text.trim()))) return runs.map((run) => ({ ...run, text: run.text.replaceAll(' ', '') }));
  const gaps = runs.slice(1).map((run, at) => run.left - runs[at]!.right);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  const words: Run[] = [];
  for (const [at, run] of runs.entries()) {
    const last = words.at(-1);
    if (last && gaps[at - 1]! <= usual * WIDER) words[words.length - 1] = { ...last, text: last.text + run.text.trim(), right: run.right };
    else words.push({ ...run, text: run.text.trim() });
  }
  return words;
}
