import type { ReportDraft } from '../model/report.ts';
import type { Progress, ReportSource } from '../model/source.ts';

/** Turns pages or blocks into chapters, sections, passages and footnotes. */
export function structureReport(_source: ReportSource, _file: { name: string; sha256: string; builtIn: boolean }, _tell: (progress: Progress) => void): ReportDraft {
  throw new Error('db/structure is not built yet');
}
