import { AttacheError } from './errors.ts';
import { isManifestName } from './facts.ts';

/** Endings of the files that Attaché reads as reports; what a file is, its content tells (db/import/kind.ts). */
export const REPORT_ENDINGS = ['txt', 'text', 'md', 'markdown', 'pdf', 'docx', 'odt', 'fodt', 'html', 'htm', 'xhtml', 'epub', 'mhtml', 'mht', 'eml'] as const;

/** How many reports of a folder are taken at once, and how far down they are looked for. */
export const FOLDER_LIMITS = { files: 2000, depth: 16 };

/** True for a name that a report's file has. */
function hasReportEnding(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return REPORT_ENDINGS.some((known) => known === ending);
}

/** True for a file that is taken where its whole folder is: a report or its manifest; not what is hidden, or what Word leaves beside an open file ("~$report.docx"). */
export function isTakenFromFolder(name: string): boolean {
  return !/^(?:\.|~\$)/.test(name) && (hasReportEnding(name) || isManifestName(name));
}

/** True for a folder below that holds no reports: a hidden one, or the parts of a web page that was saved ("page_files"). */
export function isFolderSkipped(name: string): boolean {
  return name.startsWith('.') || /[_-]files$/i.test(name);
}

/** The sentence for a folder without a report. */
export function noReportIn(folder: string): AttacheError {
  return new AttacheError('not-found', `The folder “${folder}” holds no report that Attaché can read (${REPORT_ENDINGS.join(', ')}). Nothing was imported. Check the folder, or name the file itself.`);
}

/** The sentence for a folder with more reports than are imported at once. */
export function tooManyIn(folder: string): AttacheError {
  return new AttacheError('file-too-large', `The folder “${folder}” holds more than ${FOLDER_LIMITS.files.toLocaleString('en')} reports. Nothing of it was imported. Choose folders inside it, one after the other.`);
}
