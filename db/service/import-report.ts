import { createHash } from 'node:crypto';
import type { Progress } from '../model/source.ts';
import { readSource } from '../import/read.ts';
import type { Library } from '../store/library.ts';
import { deflateMeanwhile } from '../store/source-codec.ts';
import type { FileToImport } from './work-orders.ts';
import { makeReport, saveMade } from './keep-report.ts';
import { MAX_BYTES, tooLarge } from './shelf.ts';

/**
 * The whole way of a file into the library: read, structure, facets, store. Nothing is kept unless all of it is.
 * @param file `password` opens it where it is encrypted, and is kept nowhere
 * @param tell called as the work goes on; it may throw to stop it
 * @returns the report's id, and whether it was in the library already
 * @throws AttacheError where the file cannot be used, or the library cannot be written to
 */
export async function importReport(library: Library, file: FileToImport, tell: (progress: Progress) => void): Promise<{ report: string; already: boolean }> {
  const { name, bytes, manifest, password, corrections = [] } = file;
  if (bytes.byteLength > MAX_BYTES) throw tooLarge(name, bytes.byteLength);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = library.findBySource(sha256);
  if (known !== null) return { report: known, already: true };
  tell({ phase: 'reading', done: 0, total: bytes.byteLength });
  const facts = manifest ? (await import('../import/manifest.ts')).readManifest(manifest.bytes, manifest.name) : {};
  const deflating = deflateMeanwhile(bytes);
  // Whatever goes wrong before it is waited for is told instead.
  deflating.catch(() => {});
  const source = await readSource(bytes, name, { password, tell });
  const made = makeReport(source, { name, bytes, sha256, builtIn: false, facts, corrections }, tell);
  if (made.draft.languageBy) {
    const { languageOf } = await import('../structure/language.ts');
    const { report, passages, languageBy } = made.draft;
    report.language = languageOf(passages, languageBy === 'program' ? report.language : null) ?? report.language;
  }
  return saveMade(library, made, sha256, { format: source.format, bytes, deflated: await deflating }, tell);
}
