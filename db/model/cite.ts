import type { PageSpan } from './report.ts';
import type { PassageSource } from './pack.ts';

/** "p. 54", "pp. 54–55", or null where the page is not known. */
export function pageWords(pages: PageSpan): string | null {
  if (pages.from === null) return null;
  return pages.to === null || pages.to === pages.from ? `p. ${pages.from}` : `pp. ${pages.from}–${pages.to}`;
}

/** "Nguyen", "Cheunboran and Bong", "Seah, Hoang and Martinus". */
export function authorWords(authors: readonly string[]): string {
  return authors.length < 2 ? (authors[0] ?? '') : `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}`;
}

/**
 * The source of a passage in words, as it stands under a quotation: authors, chapter, report, publisher, date, page.
 * What is not known is left out.
 */
export function cite(source: PassageSource, pages: PageSpan): string {
  const authors = authorWords(source.authors);
  const chapter = source.chapterTitle === source.reportTitle ? '' : `“${source.chapterTitle}”`;
  const report = [chapter === '' ? '' : 'in', source.reportTitle].filter(Boolean).join(': ');
  return [authors, chapter, report, source.publisher ?? '', source.date ?? '', pageWords(pages) ?? ''].filter(Boolean).join(', ');
}
