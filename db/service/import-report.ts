import { createHash } from 'node:crypto';
import { AttacheError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { readSource } from '../import/read.ts';
import { structureReport } from '../structure/structure.ts';
import { tagPassages } from '../facets/tag.ts';
import type { Library } from '../store/library.ts';

/** The largest file that is read, in bytes. A long report is under 2 MB of text; beyond this it is no report. */
export const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The whole way of a file into the library: read, structure, facets, store. Nothing is kept unless all of it is.
 * @param tell called as the work goes on; it may throw to stop it
 * @returns the report's id, and whether it was in the library already
 * @throws AttacheError where the file cannot be used, or the library cannot be written to
 */
export function importReport(library: Library, bytes: Uint8Array, name: string, builtIn: boolean, tell: (progress: Progress) => void): { report: string; already: boolean } {
  if (bytes.byteLength > MAX_BYTES) {
    throw new AttacheError('file-too-large', `“${name}” has ${Math.round(bytes.byteLength / 1048576)} MB; Attaché reads reports of up to ${MAX_BYTES / 1048576} MB. Nothing was imported. Split the file, or save the report’s text without its pictures.`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = library.findBySource(sha256);
  if (known !== null) return { report: known, already: true };
  tell({ phase: 'reading', done: 0, total: bytes.byteLength });
  const source = readSource(bytes, name);
  tell({ phase: 'structure', done: 0, total: 0 });
  const draft = structureReport(source, { name, sha256, builtIn }, tell);
  if (library.hasReport(draft.report.id)) draft.report.id = `${draft.report.id}-${sha256.slice(0, 8)}`;
  tell({ phase: 'facets', done: 0, total: draft.passages.length });
  const tags = tagPassages(draft);
  library.saveReport(draft, tags, { format: source.format, bytes }, tell);
  return { report: draft.report.id, already: false };
}
