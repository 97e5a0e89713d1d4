/** Endings of the files that Attaché reads as reports; what a file is, its content tells (db/import/kind.ts). */
export const REPORT_ENDINGS = ['txt', 'text', 'md', 'markdown', 'pdf', 'docx', 'html', 'htm', 'xhtml', 'epub'] as const;

/** True for a name that a report's file has. */
export function hasReportEnding(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return REPORT_ENDINGS.some((known) => known === ending);
}
