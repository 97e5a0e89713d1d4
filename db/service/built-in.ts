import { createHash } from 'node:crypto';
import { BUILT_INS } from '../briefings/built-ins.ts';
import type { Desk } from '../store/desk.ts';
import type { Library } from '../store/library.ts';
import { readTextFile } from '../import/read-text-file.ts';
import { makeReport, saveMade } from './keep-report.ts';

/**
 * Puts the briefings that ship with the app into the library, through the same importer as any other file. One that an
 * older app brought is replaced; one that the user took out stays out.
 */
export function importBuiltIns(library: Library, desk: Desk): void {
  for (const { name, text } of BUILT_INS) {
    if (desk.hasRemoved(name)) continue;
    const bytes = new TextEncoder().encode(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (library.findBySource(sha256) !== null) continue;
    const source = readTextFile(bytes, name);
    const made = makeReport(source, { name, bytes, sha256, builtIn: true }, () => {});
    library.together(() => {
      // Two programs that are started at once over a new library both bring it.
      if (library.findBySource(sha256) !== null) return;
      const older = library.listReports().find((report) => report.builtIn && report.sourceName === name);
      if (older) library.removeReport(older.id);
      saveMade(library, made, sha256, { format: source.format, bytes }, () => {});
    });
  }
}
