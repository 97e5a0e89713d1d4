import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AttacheError } from '../../db/model/errors.ts';

/**
 * Writes a file whole or not at all: beside its place first, onto the disk, then in one step to its name. What stood
 * there before stays until then.
 * @throws AttacheError 'disk-full', 'file-not-saved'
 */
export async function saveFile(file: string, bytes: Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${randomUUID().slice(0, 8)}.part`);
  try {
    const handle = await fs.open(beside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(beside, file);
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => {});
    throw explainedSave(path.basename(file), error);
  }
}

/**
 * Writes several files into a folder. What is there already stays: a file of the same name gets a number.
 * @throws AttacheError 'disk-full', 'file-not-saved'; the files before the one that failed are there, whole
 */
export async function saveInFolder(folder: string, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  for (const { name, bytes } of files) {
    const { name: stem, ext } = path.parse(path.basename(name));
    let file = path.join(folder, `${stem}${ext}`);
    for (let n = 2; existsSync(file); n += 1) file = path.join(folder, `${stem} (${n})${ext}`);
    await saveFile(file, bytes);
  }
}

/** The sentence for a place that did not take a file. */
export function explainedSave(name: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const because = (sentence: string) => new AttacheError('file-not-saved', `“${name}” was not saved: ${sentence}`, { cause: error });
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AttacheError('disk-full', `“${name}” was not saved: the disk is full. Nothing was half written, and your library is safe. Free some space or choose another disk.`, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return because('you may not write there, or another program has the file open. Close it, or choose another folder.');
  if (code === 'EBUSY') return because('another program has the file open. Close it there and save again.');
  if (code === 'EISDIR' || code === 'ENOTEMPTY' || code === 'EEXIST') return because('a folder of that name is there already. Choose another name.');
  if (code === 'ENOENT' || code === 'ENOTDIR') return because('the folder is not there (any more). Choose another one.');
  if (code === 'ENAMETOOLONG') return because('its name is too long for this disk. Choose a shorter one.');
  if (code === 'EIO' || code === 'ENXIO' || code === 'ENODEV') return because('the disk does not answer; it may have been taken out. Choose another one.');
  return error;
}
