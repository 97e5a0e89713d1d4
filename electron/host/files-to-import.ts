import fs from 'node:fs';
import path from 'node:path';
import { AttacheError } from '../../db/model/errors.ts';
import { isManifestName } from '../../db/model/facts.ts';
import { FOLDER_LIMITS, isFolderSkipped, isTakenFromFolder, noReportIn, tooManyIn } from '../../db/model/formats.ts';

/**
 * The files that a word on the command line, or a folder from a dialog, means: the file itself, or every report in a
 * folder and in the folders below it, each folder's in the order of their names. Manifests are read with their reports.
 * @throws AttacheError 'not-found' where a folder holds no report, 'file-gone' where it cannot be read, 'file-too-large'
 * where it holds more than anybody imports at once
 */
export function filesToImport(word: string): string[] {
  if (!isFolder(word)) return [word];
  const name = path.basename(path.resolve(word));
  const reports = reportsIn(word, name, 0);
  if (reports.length === 0) throw noReportIn(name);
  if (reports.length > FOLDER_LIMITS.files) throw tooManyIn(name);
  return reports;
}

/** What may not even be looked at is no folder: reading it says why it cannot be read. */
function isFolder(word: string): boolean {
  try {
    return fs.statSync(word).isDirectory();
  } catch {
    return false;
  }
}

function reportsIn(folder: string, name: string, depth: number): string[] {
  const entries = entriesOf(folder, name, depth).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const files = entries.filter((entry) => !entry.isDirectory() && isTakenFromFolder(entry.name) && !isManifestName(entry.name)).map((entry) => path.join(folder, entry.name));
  if (depth >= FOLDER_LIMITS.depth) return files;
  // A link to a folder is no folder here: it may lead back to where it stands.
  const below = entries.filter((entry) => entry.isDirectory() && !isFolderSkipped(entry.name));
  for (const { name: inner } of below) if (files.length <= FOLDER_LIMITS.files) files.push(...reportsIn(path.join(folder, inner), name, depth + 1));
  return files;
}

function entriesOf(folder: string, name: string, depth: number): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // What the user may not open below the folder that was named does not keep the rest out.
    if (depth > 0) return [];
    throw new AttacheError('file-gone', `The folder “${name}” could not be read: you may not open it, or its disk was taken out. Nothing was imported.`, { cause: error });
  }
}
