import { authorWords } from '../model/cite.ts';
import type { PackPassage, PassageSource } from '../model/pack.ts';
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

/** What stands under a heading: "Nguyen, Vietnam, pp. 53–55". The report is named in full under Sources. */
export function sourceLine(source: PassageSource, passages: readonly PackPassage[]): string {
  return [authorWords(source.authors), source.chapterTitle || source.reportTitle, pageList(passages.map((p) => p.pages)) ?? ''].filter(Boolean).join(', ');
}

/** Two sources are one chapter when they are cited alike. */
export function sourceKey(source: PassageSource): string {
  return JSON.stringify([source.reportTitle, source.publisher, source.date, source.chapterNumber, source.chapterTitle, source.authors]);
}
