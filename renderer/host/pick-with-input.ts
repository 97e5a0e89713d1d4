import type { PickKind } from '../../db/contract/bridge.ts';
import { isFolderSkipped, isTakenFromFolder, noReportIn, REPORT_ENDINGS } from '../../db/model/formats.ts';

/** What the dialog offers first, a report's manifest with it; anything may still be chosen, and the import says what it cannot read. */
const ACCEPT = { report: [...REPORT_ENDINGS.map((ending) => `.${ending}`), '.yaml', '.yml', '.json', 'text/plain', 'text/markdown'].join(','), folder: '', pack: '.json,application/json' };

/**
 * Opens the browser's own file dialog.
 * @returns the chosen files, none where the user cancelled; of a folder, its reports and their manifests
 * @throws AttacheError 'not-found' where the folder holds no report
 */
export async function pickWithInput(page: Document, kind: PickKind): Promise<File[]> {
  const files = await chosenIn(page, kind);
  if (kind !== 'folder' || files.length === 0) return files;
  const taken = files.filter(isTaken).sort((a, b) => a.webkitRelativePath.localeCompare(b.webkitRelativePath, 'en', { numeric: true }));
  if (taken.length === 0) throw noReportIn(files[0]!.webkitRelativePath.split('/')[0]!);
  return taken;
}

function isTaken({ name, webkitRelativePath }: File): boolean {
  return isTakenFromFolder(name) && !webkitRelativePath.split('/').slice(1, -1).some(isFolderSkipped);
}

function chosenIn(page: Document, kind: PickKind): Promise<File[]> {
  return new Promise((resolve) => {
    const input = Object.assign(page.createElement('input'), { type: 'file', accept: ACCEPT[kind], multiple: kind === 'report', webkitdirectory: kind === 'folder' });
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
