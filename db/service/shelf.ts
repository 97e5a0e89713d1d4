import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { AttacheError } from '../model/errors.ts';

interface Held {
  name: string;
  size: number;
  read: () => Promise<Uint8Array>;
}

export type Shelf = ReturnType<typeof createShelf>;

/** How many files may lie on the shelf; the oldest go first. */
const ROOM = 200;

/**
 * Where files wait between a host and the library. A host puts a picked file here and passes on only its handle, so
 * that no path ever crosses the contract; the library puts an exported file here and the host takes it away.
 */
export function createShelf() {
  const held = new Map<string, Held>();
  const put = (file: Held): string => {
    const handle = randomUUID();
    held.set(handle, file);
    if (held.size > ROOM) held.delete(held.keys().next().value!);
    return handle;
  };
  const find = (handle: string): Held => {
    const file = held.get(handle);
    if (!file) throw new AttacheError('not-found', 'This file is no longer at hand. Choose it again.');
    return file;
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
      return { file: put({ name, size, read: async () => onDisk(name, () => fs.readFileSync(file)) }), name, size };
    },
    putBytes(name: string, bytes: Uint8Array): { file: string; name: string; size: number } {
      return { file: put({ name: path.basename(name), size: bytes.byteLength, read: async () => bytes }), name: path.basename(name), size: bytes.byteLength };
    },
    /** @throws AttacheError 'not-found' where the handle is unknown, 'file-gone' where the file has vanished since */
    async take(handle: string): Promise<{ name: string; bytes: Uint8Array }> {
      const file = find(handle);
      return { name: file.name, bytes: await file.read() };
    },
    look: (handle: string): { name: string; size: number } => {
      const { name, size } = find(handle);
      return { name, size };
    },
  };
}

function onDisk<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError('file-gone', `“${name}” could not be read: it was moved or deleted, its disk was taken out, or you may not open it. The library is unchanged. Choose the file again.`, { cause: error });
  }
}
