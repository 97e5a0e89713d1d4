import type { Correction } from '../model/correction.ts';
import type { ReportFacts } from '../model/facts.ts';
import type { ReportDraft } from '../model/report.ts';
import type { Progress, ReportSource } from '../model/source.ts';
import { structureReport } from '../structure/structure.ts';
import type { Library } from '../store/library.ts';
import type { StoredSource } from '../store/report-writer.ts';
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
 * Makes a report of what was read from a file: structure, corrections, facets. Its id is that of its title, whoever has it.
 * @param tell called as the work goes on; it may throw to stop it
 * @throws AttacheError where nothing in it can be used
 */
export function makeReport(source: ReportSource, file: SourceFile, tell: (progress: Progress) => void): MadeReport {
  tell({ phase: 'structure', done: 0, total: 0 });
  const draft = structureReport(source, file, tell);
  tell({ phase: 'facets', done: 0, total: draft.passages.length });
  const work = workOf(draft.report);
  return { draft, ...mendAndTag(draft, (file.corrections ?? []).filter((correction) => correction.work === work)) };
}

/**
 * Puts a report into the library, under an id that is free there. Nothing is kept unless all of it is. What is in the
 * library is looked up again as it is written: another process may have been quicker.
 * @param stored the file, as it is kept
 * @param tell called as the work goes on; it may throw to stop it
 * @returns the report's id, and whether the same file was there already
 * @throws AttacheError where the library cannot be written to
 */
export function saveMade(library: Library, { draft, tags, record, words }: MadeReport, sha256: string, stored: StoredSource, tell: (progress: Progress) => void): { report: string; already: boolean } {
  return library.together(() => {
    const there = library.findBySource(sha256);
    if (there !== null) return { report: there, already: true };
    if (library.hasReport(draft.report.id)) draft.report.id = `${draft.report.id}-${sha256.slice(0, 8)}`;
    library.saveReport(draft, tags, stored, tell, record, words);
    return { report: draft.report.id, already: false };
  });
}
