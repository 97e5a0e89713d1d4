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
  const found = pagesOfNames(entries.map((entry) => entry.dataset['name']!), pages.map(wordsOf));
  for (const entry of entries) {
    const on = found.get(entry.dataset['name']!) ?? [];
    if (on.length === 0) entry.remove();
    else entry.append(...runsOf(on).split(' ').flatMap((run) => [' ', whole(entry.ownerDocument, run)]));
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

/**
 * On which pages names stand, as whole words; where a longer one stands, none that is a part of it does.
 * @param texts of the pages
 * @returns name → page numbers, rising
 */
export function pagesOfNames(names: readonly string[], texts: readonly string[]): Map<string, number[]> {
  const byFirst = Map.groupBy(names.toSorted((a, b) => b.length - a.length), (name) => /^[\p{L}\p{M}\p{N}]+/u.exec(name)?.[0] ?? name);
  const found = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    let from = 0;
    for (const word of text.matchAll(/(?<![\p{L}\p{M}])[\p{L}\p{M}\p{N}]+/gu)) {
      if (word.index < from) continue;
      const name = byFirst.get(word[0])?.find((one) => text.startsWith(one, word.index) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(word.index + one.length, word.index + one.length + 2)));
      if (name === undefined) continue;
      from = word.index + name.length;
      const pages = found.get(name) ?? [];
      if (pages.at(-1) !== at + 1) pages.push(at + 1);
      found.set(name, pages);
    }
  }
  return found;
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
