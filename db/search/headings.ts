import { tokenize } from '../model/fold.ts';
import type { Title } from '../store/postings.ts';

/** Where headings are: in the library, a page at a time. */
export interface HeadingSource {
  sectionTitles(after: number, most: number): Title[];
  chapterTitles(after: number, most: number): Title[];
}

/** Every heading of the library once. */
export interface Headings {
  /**
   * The first headings, as they are read, that have all of some words.
   * @param whole words as they are
   * @param begun the beginning of another one
   */
  having(whole: readonly string[], begun: string, most: number): Title[];
  /** Reads and files some more, a little at a time. @returns whether all are filed */
  prepare(): boolean;
}

/** Headings that are read or filed at a time: about two milliseconds' work. */
const AT_A_TIME = 1000;

/** Files headings by their words, bit by bit, or when one is first asked for. */
export function createHeadings(source: HeadingSource): Headings {
  const reading = [pagesOf(source.sectionTitles), pagesOf(source.chapterTitles)];
  const rows: { heading: Title; words: string[] }[] = [];
  const byWord = new Map<string, number[]>();
  let all: Title[] | null = null;
  let sorted: string[] | null = null;

  const file = (heading: Title): void => {
    const words = tokenize(heading.title).map(({ word }) => word);
    for (const word of new Set(words)) {
      const known = byWord.get(word);
      if (known) known.push(rows.length);
      else byWord.set(word, [rows.length]);
    }
    rows.push({ heading, words });
  };
  const prepare = (): boolean => {
    if (sorted) return true;
    const open = reading.find(({ next }) => !next());
    if (open) return false;
    all ??= onceEach(reading.flatMap(({ found }) => [...found.values()]).sort((a, b) => a.pk - b.pk));
    for (const end = Math.min(all.length, rows.length + AT_A_TIME); rows.length < end;) file(all[rows.length]!);
    if (rows.length === all.length) sorted = [...byWord.keys()].sort();
    return sorted !== null;
  };
  /** Of the headings that have a word which begins so, the first. */
  const beginning = (begun: string, most: number): number[] => {
    let low = 0;
    let high = sorted!.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted![middle]! < begun) low = middle + 1;
      else high = middle;
    }
    const found = new Set<number>();
    for (; low < sorted!.length && sorted![low]!.startsWith(begun); low++) for (const row of byWord.get(sorted![low]!)!.slice(0, most)) found.add(row);
    return [...found].sort((a, b) => a - b);
  };

  return {
    prepare,
    having(whole, begun, most) {
      while (!prepare());
      const lists = whole.map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
      const found: Title[] = [];
      for (const row of lists[0] ?? beginning(begun, most)) {
        const { heading, words } = rows[row]!;
        if (whole.every((word) => words.includes(word)) && words.some((word) => word.startsWith(begun))) found.push(heading);
        if (found.length === most) break;
      }
      return found;
    },
  };
}

function onceEach(titles: readonly Title[]): Title[] {
  const seen = new Set<string>();
  return titles.filter(({ title }) => !seen.has(title) && seen.add(title));
}

/** Reads titles page by page. Each is kept once, where it stands first. */
function pagesOf(read: (after: number, most: number) => Title[]): { found: Map<string, Title>; next(): boolean } {
  const found = new Map<string, Title>();
  let after = 0;
  let done = false;
  return {
    found,
    /** Reads a page, where one is left. @returns whether none was */
    next() {
      if (done) return true;
      const page = read(after, AT_A_TIME);
      for (const title of page) if (!found.has(title.title)) found.set(title.title, title);
      after = page.at(-1)?.pk ?? after;
      done = page.length < AT_A_TIME;
      return false;
    },
  };
}
