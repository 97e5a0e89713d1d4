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
}

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export type Shelf = ReturnType<typeof createShelf>;

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
      held.delete(oldest);
      inMemory -= bytes;
    }
    return handle;
  };
  const find = (handle: string): Held => {
    const file = held.get(handle);
    if (!file) throw new AttacheError('not-found', 'This file is no longer at hand. Choose it again.');
    return file;
  };
  /** A manifest that was picked together with its report. */
  const pickedManifest = async (report: string): Promise<NamedBytes | null> => {
    const names = manifestNames(report);
    const found = [...held.values()].reverse().find(({ name }) => names.includes(name));
    return found ? { name: found.name, bytes: await found.read() } : null;
  };
  return {
    /** Puts down a file on the disk; it is read only when it is asked for. @throws AttacheError 'file-gone' */
    putPath(file: string): { file: string; name: string; size: number } {
      const name = path.basename(file);
      const size = onDisk(name, () => {
        const stat = fs.statSync(file);
        if (stat.isDirectory()) throw new AttacheError('file-not-text', `“${name}” is a folder. Choose the report’s file.`);
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
     * @throws AttacheError 'not-found', 'file-gone'; 'manifest-invalid' where it is itself a manifest
     */
    async takeReport(handle: string): Promise<NamedBytes & { manifest: NamedBytes | null }> {
      const file = find(handle);
      if (isManifestName(file.name)) {
        throw new AttacheError('manifest-invalid', `“${file.name}” is a manifest: it tells Attaché about the report beside it. Nothing was imported. Choose the report, or both files at once.`);
      }
      return { name: file.name, bytes: await file.read(), manifest: file.findManifest() ?? await pickedManifest(file.name) };
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
