import type { Result } from '../../db/contract/methods.ts';

type Link = Result<'read.links'>['links'][number];

/** A chapter in one language: where it is, and which of its passages says what a passage of the open chapter says. */
export interface Translation {
  report: string;
  chapter: string;
  language: string;
  /** The language in its own words: "Deutsch". */
  name: string;
  at: (passage: string) => string | null;
}

/** A language in its own words. */
export const languageName = (language: string): string => new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/**
 * The languages of a chapter, in an order that is the same in each of them.
 * @param passages the open chapter's, in reading order
 * @param links all that leads away from it; only translations count
 * @returns none beside the open one where nobody translated the chapter. Of a passage that was left out, the next one
 * counts that was not, else the one before.
 */
export function translationsOf(passages: readonly { id: string }[], links: readonly Link[], own: { report: string; language: string }): Translation[] {
  const byReport = Map.groupBy(links.filter(({ kind, to }) => kind === 'translation' && to.passage !== null), ({ to }) => to.report);
  const others = [...byReport].map(([report, into]): Translation => {
    const places = new Map(into.map(({ passage, to }) => [passage, to.passage]));
    const at = (passage: string): string | null => {
      const from = passages.findIndex(({ id }) => id === passage);
      const known = passages.slice(Math.max(from, 0)).find(({ id }) => places.has(id)) ?? passages.slice(0, Math.max(from, 0)).findLast(({ id }) => places.has(id));
      return known ? places.get(known.id)! : null;
    };
    const { chapter, language } = into[0]!.to;
    return { report, chapter, language, name: languageName(language), at };
  });
  const open: Translation = { ...own, chapter: '', name: languageName(own.language), at: (passage) => passage };
  return [open, ...others].toSorted((a, b) => a.language.localeCompare(b.language) || a.report.localeCompare(b.report));
}
