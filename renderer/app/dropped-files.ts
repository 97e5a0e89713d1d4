import { FOLDER_LIMITS, isFolderSkipped, isTakenFromFolder, noReportIn, tooManyIn } from '../../db/model/formats.ts';

/** What was dropped on the window. */
export interface Dropped {
  files: File[];
  /** Folders of which nothing is imported, and why. */
  problems: { name: string; problem: string }[];
}

/**
 * Takes what was dropped: files as they are, and of each folder the reports and manifests in it and below it.
 * @param transfer it is empty once its event is over, so it is read before anything is waited for
 */
export function takeDropped(transfer: DataTransfer | null): Promise<Dropped> {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return gather(items);
}

async function gather(items: readonly { entry: FileSystemEntry | null; file: File | null }[]): Promise<Dropped> {
  const dropped: Dropped = { files: [], problems: [] };
  for (const { entry, file } of items) {
    if (!entry?.isDirectory) {
      if (file) dropped.files.push(file);
      continue;
    }
    const found = await reportsIn(entry as FileSystemDirectoryEntry, 0);
    if (found.length === 0) dropped.problems.push({ name: entry.name, problem: noReportIn(entry.name).message });
    else if (found.length > FOLDER_LIMITS.files) dropped.problems.push({ name: entry.name, problem: tooManyIn(entry.name).message });
    else dropped.files.push(...found);
  }
  return dropped;
}

async function reportsIn(folder: FileSystemDirectoryEntry, depth: number): Promise<File[]> {
  const entries = (await entriesOf(folder)).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const files: File[] = [];
  for (const entry of entries) if (entry.isFile && isTakenFromFolder(entry.name)) files.push(...await fileOf(entry as FileSystemFileEntry));
  if (depth >= FOLDER_LIMITS.depth) return files;
  for (const entry of entries) {
    if (entry.isDirectory && !isFolderSkipped(entry.name) && files.length <= FOLDER_LIMITS.files) files.push(...await reportsIn(entry as FileSystemDirectoryEntry, depth + 1));
  }
  return files;
}

/** A folder tells its entries in parts, a hundred at a time in Chromium; one that may not be opened has none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File[]> {
  return new Promise((resolve) => {
    entry.file((file) => resolve([file]), () => resolve([]));
  });
}
