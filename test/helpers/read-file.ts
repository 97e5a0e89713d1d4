import { readSource } from '../../db/import/read.ts';
import type { ReportFacts } from '../../db/model/facts.ts';
import type { ReportDraft } from '../../db/model/report.ts';
import { structureReport } from '../../db/structure/structure.ts';

/** A file of any format as the library would get it, without facets. */
export async function draftOfFile(content: Uint8Array | string, name: string, facts: ReportFacts = {}): Promise<ReportDraft> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return structureReport(await readSource(bytes, name, { password: null, tell: () => {} }), { name, sha256: name, builtIn: false, facts }, () => {});
}
