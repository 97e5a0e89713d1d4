import type { Correction } from '../model/correction.ts';
import type { ReportFacts } from '../model/facts.ts';
import type { ReportDraft } from '../model/report.ts';
import type { Progress, ReportSource } from '../model/source.ts';
import { structureReport } from '../structure/structure.ts';
import type { Library } from '../store/library.ts';
import { mendAndTag, workOf } from './mend.ts';

/** The file that a report was read from. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  sha256: string;
  builtIn: boolean;
  /** What a manifest beside it says. */
  facts?: ReportFacts;
  /** What readers mended, in any work; those of this report's are applied. */
  corrections?: readonly Correction[];
}

/** A report as it goes into the library, with its tags. */
export type MadeReport = { draft: ReportDraft } & ReturnType<typeof mendAndTag>;

/**
 * Makes a report of what was read from a file: structure, corrections, facets.
 * @param library tells which ids are taken; nothing is written
 * @param tell called as the work goes on; it may throw to stop it
 * @throws AttacheError where nothing in it can be used
 */
export function makeReport(library: Library, source: ReportSource, file: SourceFile, tell: (progress: Progress) => void): MadeReport {
  tell({ phase: 'structure', done: 0, total: 0 });
  const draft = structureReport(source, file, tell);
  if (library.hasReport(draft.report.id)) draft.report.id = `${draft.report.id}-${file.sha256.slice(0, 8)}`;
  tell({ phase: 'facets', done: 0, total: draft.passages.length });
  const work = workOf(draft.report);
  return { draft, ...mendAndTag(draft, (file.corrections ?? []).filter((correction) => correction.work === work)) };
}

/**
 * Puts what was read from a file into the library. Nothing is kept unless all of it is.
 * @param tell called as the work goes on; it may throw to stop it
 * @returns the report's id
 * @throws AttacheError where nothing in it can be used, or the library cannot be written to
 */
export function keepReport(library: Library, source: ReportSource, file: SourceFile, tell: (progress: Progress) => void): string {
  const { draft, tags, record, words } = makeReport(library, source, file, tell);
  library.saveReport(draft, tags, { format: source.format, bytes: file.bytes }, tell, record, words);
  return draft.report.id;
}
