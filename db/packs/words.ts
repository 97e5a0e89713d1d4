import { authorWords, pageList } from '../model/cite.ts';
import type { PassageSource } from '../model/pack.ts';
import type { PageSpan } from '../model/report.ts';

/** "1 passage", "4 passages". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** An ISO day as it is written out, in the pack's language: "3 December 2026". English as in Britain. */
export function dateWords(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const written = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(date);
  try {
    return written(language === 'en' ? 'en-GB' : language);
  } catch {
    return written('en-GB');
  }
}

/** What stands under a heading: "Nguyen, Vietnam, pp. 53–55". The report is named in full under Sources, and here where neither authors nor pages tell whose words these are. */
export function sourceLine(source: PassageSource, passages: readonly { pages: PageSpan }[]): string {
  const [authors, pages] = [authorWords(source.authors), pageList(passages.map((p) => p.pages)) ?? ''];
  const report = source.chapterTitle && authors === '' && pages === '' ? source.reportTitle : '';
  return [authors, source.chapterTitle || source.reportTitle, pages, report].filter(Boolean).join(', ');
}

/** Two sources are one chapter when they are cited alike. */
export function sourceKey(source: PassageSource): string {
  return JSON.stringify([source.reportTitle, source.publisher, source.date, source.chapterNumber, source.chapterTitle, source.authors]);
}
