import { readTextFile } from '../../db/import/read-text-file.ts';
import type { ReportDraft } from '../../db/model/report.ts';
import { structureReport } from '../../db/structure/structure.ts';

/** A text as the library would get it, without facets. */
export function draftOf(text: string, name = 'harbours.txt', sha256 = name): ReportDraft {
  return structureReport(readTextFile(new TextEncoder().encode(text), name), { name, sha256, builtIn: false }, () => {});
}
