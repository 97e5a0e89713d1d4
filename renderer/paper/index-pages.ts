import { placesOfNames } from '../../db/model/name-places.ts';

/** An entry that stands on more pages than this, and its pages' runs, would fill a line of numbers. */
const MOST_RUNS = 24;

/**
 * Gives the entries of an index the pages on which their words stand, and takes out what stands nowhere.
 * @param sheets hold the entries, `[data-name]`
 * @param pages the text of each page, the first page first
 */
export function fillIndex(sheets: readonly HTMLElement[], pages: readonly HTMLElement[]): void {
  const entries = sheets.flatMap((sheet) => [...sheet.querySelectorAll<HTMLElement>('[data-name]')]);
  if (entries.length === 0) return;
  const found = placesOfNames(entries.map((entry) => entry.dataset['name']!), pages.map(wordsOf));
  for (const entry of entries) {
    const on = found.get(entry.dataset['name']!) ?? [];
    if (on.length === 0) entry.remove();
    else entry.append(...runsOf(on.map((at) => at + 1)).split(' ').flatMap((run) => [' ', whole(entry.ownerDocument, run)]));
  }
  for (const letter of sheets.flatMap((sheet) => [...sheet.querySelectorAll('.letter')])) if (!letter.nextElementSibling?.matches('.entry')) letter.remove();
}

/** "5–8," never breaks at its dash. */
function whole(made: Document, words: string): HTMLElement {
  return Object.assign(made.createElement('span'), { textContent: words });
}

/** The text of a page without its contents, which would send readers from one list to another. */
function wordsOf(body: HTMLElement): string {
  const parts = [...body.querySelectorAll<HTMLElement>('.item')].filter((item) => !item.parentElement?.closest('.item') && !item.matches('.sources, .acronyms'));
  return parts.map((part) => part.textContent).join('\n').replace(/\s+/g, ' ');
}

/** "3, 5–8, 12"; "throughout" where that would be a long list. */
function runsOf(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.length > MOST_RUNS ? `${pages[0]!}–${pages.at(-1)!} passim` : runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
