import { fold } from '../../db/model/fold.ts';
import type { ReportSummary } from './report-summary.ts';

/** How the library's reports may be put in order, with the words for it. */
export const ORDERS = [
  { id: 'imported', label: 'Latest import first' },
  { id: 'published', label: 'Latest date first' },
  { id: 'title', label: 'By title' },
] as const;
export type Order = (typeof ORDERS)[number]['id'];

/**
 * The reports that have all words of a query in their title, subtitle, publisher, date or file's name, anywhere in a word, in an order.
 * @param reports the latest import first
 */
export function findReports(reports: readonly ReportSummary[], query: string, order: Order): ReportSummary[] {
  const words = fold(query).split(/\s+/).filter((word) => word !== '');
  const found = reports.filter(({ title, subtitle, publisher, date, sourceName }) => {
    const said = fold([title, subtitle, publisher, date, sourceName].join(' '));
    return words.every((word) => said.includes(word));
  });
  switch (order) {
    case 'imported': return found;
    case 'published': return found.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
    case 'title': return found.sort((a, b) => a.title.localeCompare(b.title, undefined, { numeric: true }));
  }
}
