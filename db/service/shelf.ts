import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { AttacheError } from '../model/errors.ts';
import { isManifestName, manifestNames } from '../model/facts.ts';

interface Held {
  name: string;
  size: number;
  /** How many bytes of it are held here; 0 for a file on the disk. */
  inMemory: number;
  read: () => Promise<Uint8Array>;
  /** Looks for a manifest that lies beside the file on the disk. */
  findManifest: () => NamedBytes | null;
  /** The manifest that was picked with it, once it was asked for: a locked file is asked for again. */
  paired?: NamedBytes | null;
}

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export type Shelf = ReturnType<typeof createShelf>;

/** The largest file that is read as a report, in bytes. A long report is under 2 MB of text; beyond this it is no report. */
export const MAX_BYTES = 64 * 1024 * 1024;

export function tooLarge(name: string, bytes: number): AttacheError {
  return new AttacheError('file-too-large', `“${name}” has ${Math.round(bytes / 1048576)} MB; Attaché reads reports of up to ${MAX_BYTES / 1048576} MB. Nothing was imported. Split the file, or save the report’s text without its pictures.`);
}

/** How many files may lie on the shelf, and how many bytes of them in memory; the oldest go first. */
export const SHELF_ROOM = { files: 5000, bytes: 256 * 1024 * 1024 };

/**
 * Where files wait between a host and the library. A host puts a picked file here and passes on only its handle, so
 * that no path ever crosses the contract; the library puts an exported file here and the host takes it away.
 */
export function createShelf() {
  const held = new Map<string, Held>();
  let inMemory = 0;
  const put = (file: Held): string => {
    const handle = randomUUID();
    held.set(handle, file);
    inMemory += file.inMemory;
    for (const [oldest, { inMemory: bytes }] of held) {
      if (oldest === handle || (held.size <= SHELF_ROOM.files && inMemory <= SHELF_ROOM.bytes)) break;
      if (held.size <= SHELF_ROOM.files && bytes === 0) continue;
      drop(oldest);
    }
    return handle;
  };
  const find = (handle: string): Held => {
    const file = held.get(handle);
    if (!file) throw new AttacheError('not-found', 'This file is no longer at hand. Choose it again.');
    return file;
  };
  const drop = (handle: string): void => {
    inMemory -= held.get(handle)?.inMemory ?? 0;
    held.delete(handle);
  };
  /** A manifest that was picked together with its report. It is taken off the shelf: another report of this name, picked later, is not meant by it. */
  const pickedManifest = async (report: string): Promise<NamedBytes | null> => {
    const names = manifestNames(report);
    const found = [...held].reverse().find(([, { name }]) => names.includes(name));
    if (!found) return null;
    const [handle, { name, read }] = found;
    drop(handle);
    return { name, bytes: await read() };
  };
  return {
    /** Puts down a file on the disk; it is read only when it is asked for. @throws AttacheError 'file-gone' */
    putPath(file: string): { file: string; name: string; size: number } {
      const name = path.basename(file);
      const size = onDisk(name, () => {
        const stat = fs.statSync(file);
        if (stat.isDirectory()) throw new AttacheError('file-not-text', `“${name}” is a folder. Choose the report’s file.`);
        if (stat.isCharacterDevice() || stat.isBlockDevice()) throw new AttacheError('file-not-text', `“${name}” is a device, and no file. Choose the report’s file.`);
        return stat.size;
      });
      return { file: put({ name, size, inMemory: 0, read: async () => onDisk(name, () => fs.readFileSync(file)), findManifest: () => manifestBeside(file) }), name, size };
    },
    putBytes(name: string, bytes: Uint8Array): { file: string; name: string; size: number } {
      return { file: put({ name: path.basename(name), size: bytes.byteLength, inMemory: bytes.byteLength, read: async () => bytes, findManifest: () => null }), name: path.basename(name), size: bytes.byteLength };
    },
    /** @throws AttacheError 'not-found' where the handle is unknown, 'file-gone' where the file has vanished since */
    async take(handle: string): Promise<{ name: string; bytes: Uint8Array }> {
      const file = find(handle);
      return { name: file.name, bytes: await file.read() };
    },
    /**
     * A file with the manifest that lies beside it, on the disk or here.
     * @throws AttacheError 'not-found', 'file-gone'; 'file-too-large', before anything of it is read; 'manifest-invalid' where it is itself a manifest
     */
    async takeReport(handle: string): Promise<NamedBytes & { manifest: NamedBytes | null }> {
      const file = find(handle);
      if (isManifestName(file.name)) {
        drop(handle);
        throw new AttacheError('manifest-invalid', `“${file.name}” is a manifest: it tells Attaché about the report beside it. Nothing was imported. Choose the report, or both files at once.`);
      }
      if (file.size > MAX_BYTES) throw tooLarge(file.name, file.size);
      return { name: file.name, bytes: await file.read(), manifest: file.findManifest() ?? (file.paired ??= await pickedManifest(file.name)) };
    },
    look: (handle: string): { name: string; size: number } => {
      const { name, size } = find(handle);
      return { name, size };
    },
  };
}

function manifestBeside(report: string): NamedBytes | null {
  const name = manifestNames(path.basename(report)).find((one) => fs.existsSync(path.join(path.dirname(report), one)));
  return name === undefined ? null : { name, bytes: onDisk(name, () => fs.readFileSync(path.join(path.dirname(report), name))) };
}

function onDisk<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError('file-gone', `“${name}” could not be read: it was moved or deleted, its disk was taken out, or you may not open it. The library is unchanged. Choose the file again.`, { cause: error });
  }
}
