import type { PageSpan } from './report.ts';
import type { PassageSource } from './pack.ts';

/** "p. 54", "pp. 54–55", or null where the page is not known. */
export function pageWords(pages: PageSpan): string | null {
  if (pages.from === null) return null;
  return pages.to === null || pages.to === pages.from ? `p. ${pages.from}` : `pp. ${pages.from}–${pages.to}`;
}

/**
 * The pages of several passages in words: "p. 54", "pp. 53–55, 61", or null where none is known. Printed numbers are
 * sorted and joined; labels that are no numbers ("xii") stand first, as they came.
 */
export function pageList(spans: readonly PageSpan[]): string | null {
  const labels: string[] = [];
  const runs: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    if (from === null) continue;
    const last = to ?? from;
    if (isNumber(from) && isNumber(last)) runs.push({ from: Number(from), to: Number(last) });
    else if (!labels.includes(span(from, last))) labels.push(span(from, last));
  }
  const joined: typeof runs = [];
  for (const run of runs.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const before = joined.at(-1);
    if (before && run.from <= before.to + 1) before.to = Math.max(before.to, run.to);
    else joined.push({ ...run });
  }
  const all = [...labels, ...joined.map((run) => span(String(run.from), String(run.to)))];
  if (all.length === 0) return null;
  return `${all.length > 1 || all[0]!.includes('–') ? 'pp.' : 'p.'} ${all.join(', ')}`;
}

const isNumber = (label: string) => /^\d{1,9}$/.test(label);
const span = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

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
  return [authors, chapter, report, source.publisher ?? '', whenWords(source.date ?? ''), pageWords(pages) ?? ''].filter(Boolean).join(', ');
}

/** A month or a day of ISO 8601 as it is written out: "November 2026", "3 November 2026"; a year, and anything else, as it is. */
function whenWords(date: string): string {
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(date)) return date;
  const time = new Date(`${date}${date.length === 7 ? '-01' : ''}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return date;
  return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', ...(date.length === 7 ? {} : { day: 'numeric' }), timeZone: 'UTC' }).format(time);
}
