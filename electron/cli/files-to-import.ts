import fs from 'node:fs';
import path from 'node:path';
import { AttacheError } from '../../db/model/errors.ts';
import { isManifestName } from '../../db/model/facts.ts';
import { hasReportEnding, REPORT_ENDINGS } from '../../db/model/formats.ts';

/**
 * The files that a word on the command line means: the file itself, or every report in a folder, in the order of their
 * names. Manifests are read with their reports.
 * @throws AttacheError 'not-found' where a folder holds no report, 'file-gone' where it cannot be read
 */
export function filesToImport(word: string): string[] {
  if (!fs.statSync(word, { throwIfNoEntry: false })?.isDirectory()) return [word];
  const reports = namesIn(word).filter((name) => hasReportEnding(name) && !isManifestName(name) && !name.startsWith('.')).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (reports.length === 0) {
    throw new AttacheError('not-found', `The folder “${path.basename(path.resolve(word))}” holds no report that Attaché can read (${REPORT_ENDINGS.join(', ')}). Nothing was imported. Check the folder, or name the file itself.`);
  }
  return reports.map((name) => path.join(word, name));
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    throw new AttacheError('file-gone', `The folder “${path.basename(path.resolve(folder))}” could not be read: you may not open it, or its disk was taken out. Nothing was imported.`, { cause: error });
  }
}
