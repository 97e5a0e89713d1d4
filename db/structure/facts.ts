import { squash } from '../model/fold.ts';
import type { ChapterFacts, PageLabelRun } from '../model/facts.ts';
import { labelAfter } from './page-labels.ts';

/**
 * Finds what is known of each chapter: by its title, else by its place where as many chapters are known as were found.
 * @param titles in order; null where a chapter shows none
 * @returns one for each title, null where nothing is known
 */
export function factsOfChapters(titles: readonly (string | null)[], known: readonly ChapterFacts[] | undefined): (ChapterFacts | null)[] {
  if (!known) return titles.map(() => null);
  if (known.length === titles.length) return [...known];
  const byTitle = new Map(known.flatMap((facts) => (facts.title === undefined ? [] : [[squash(facts.title), facts] as const])));
  return titles.map((title) => (title === null ? null : (byTitle.get(squash(title)) ?? null)));
}

/**
 * The printed label of a page by the runs that are known.
 * @param page counted from 1
 * @returns null before the first run
 */
export function labelByRuns(runs: readonly PageLabelRun[], page: number): string | null {
  const run = runs.filter((one) => one.page <= page).reduce<PageLabelRun | null>((last, one) => (last && last.page > one.page ? last : one), null);
  return run && labelAfter(run.label, page - run.page);
}
