import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { ReportEntry } from './report-entry.tsx';
import type { ReportSummary } from './report-summary.ts';

/** Reports, one below the other. @param open how many of the first show what they are about without being asked */
export function ReportList({ reports, open, level = 2 }: { reports: readonly ReportSummary[]; open: number; level?: 2 | 3 }) {
  const list = useKeptFocus(reports.map(({ id }) => id));
  if (reports.length === 0) return null;
  return (
    <ul ref={list}>
      {reports.map((report, at) => <ReportEntry key={report.id} report={report} open={at < open} level={level} />)}
    </ul>
  );
}
