import type { Library } from '../store/library.ts';
import { exportMarkdown } from './export-markdown.ts';
import { exportCsl, exportJson } from './export-report.ts';
import type { Export } from './work-orders.ts';

const MAKE: Record<Export['format'], (library: Library, report: string) => string> = { json: exportJson, markdown: exportMarkdown, 'csl-json': exportCsl };

/** A whole report as a file, in UTF-8. */
export function writeExport(library: Library, { report, format }: Export): Uint8Array {
  return new TextEncoder().encode(MAKE[format](library, report));
}
