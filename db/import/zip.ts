import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, locked, unpacksTooLarge } from './refusals.ts';

/** What an archive may hold at most; a report with all its pictures stays far below. */
export const ZIP_LIMITS = { entries: 10_000, entryBytes: 64 * 1024 * 1024, totalBytes: 200 * 1024 * 1024, ratio: 500 };
/** Below this size an entry may be packed as tightly as it likes, in bytes. */
const RATIO_FROM = 1024 * 1024;

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const COMMENT_AT_MOST = 0xffff;
/** In the place of a size that stands in an entry's extra field of this kind. */
const ELSEWHERE = 0xffffffff;
const ZIP64_FIELD = 1;

interface Entry {
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  local: number;
}

/** An archive whose directory was checked; nothing is unpacked before it is asked for. Names are keys and never paths. */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** How large an entry says it is, in bytes; 0 where there is none. */
  size(name: string): number;
  /** @returns the entry's bytes, or null where there is none. @throws AttacheError 'file-not-text', 'file-too-large' */
  read(name: string): Uint8Array | null;
}

/**
 * Opens a ZIP archive (DOCX, EPUB, ODT). Sizes are checked as they are declared before anything is unpacked, and as
 * they are while it is: an entry that lies about its size ends at its limit. The checksum of every entry read is
 * compared, so that a damaged file is never half read.
 * Source of the layout: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 * @param name the file's name, for the sentence when it cannot be used
 * @throws AttacheError 'file-not-text' (damaged, or locked), 'file-too-large'
 */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, name);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    has: (entry) => entries.has(entry),
    size: (entry) => entries.get(entry)?.size ?? 0,
    read(key) {
      const entry = entries.get(key);
      if (!entry) return null;
      unpacked += entry.size;
      if (unpacked > ZIP_LIMITS.totalBytes) throw unpacksTooLarge(name);
      return unpack(view, entry, name);
    },
  };
}

function readDirectory(view: DataView, name: string): Map<string, Entry> {
  const end = findEnd(view, name);
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries) throw unpacksTooLarge(name);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY) throw damaged(name);
    const flags = view.getUint16(at + 8, true);
    const length = view.getUint16(at + 28, true);
    const entry: Entry = {
      method: view.getUint16(at + 10, true), encrypted: (flags & 1) !== 0, crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), local: view.getUint32(at + 42, true),
    };
    if (at + 46 + length > view.byteLength) throw damaged(name);
    const key = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, length));
    const extra = view.getUint16(at + 30, true);
    if (entry.size === ELSEWHERE || entry.packed === ELSEWHERE || entry.local === ELSEWHERE) readLarge(view, at + 46 + length, extra, entry, name);
    total += entry.size;
    if (entry.size > ZIP_LIMITS.entryBytes || total > ZIP_LIMITS.totalBytes) throw unpacksTooLarge(name);
    if (entry.size > RATIO_FROM && entry.size > entry.packed * ZIP_LIMITS.ratio) throw unpacksTooLarge(name);
    // The first of two entries of one name counts: what comes later could hide behind it.
    if (!key.endsWith('/') && !entries.has(key)) entries.set(key, entry);
    at += 46 + length + extra + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Some writers keep 64-bit sizes even for small entries (APPNOTE 4.5.3). */
function readLarge(view: DataView, from: number, length: number, entry: Entry, name: string): void {
  for (let at = from; at + 4 <= from + length && at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    let value = at + 4;
    for (const key of ['size', 'packed', 'local'] as const) {
      if (entry[key] !== ELSEWHERE) continue;
      if (value + 8 > Math.min(at + 4 + view.getUint16(at + 2, true), view.byteLength)) throw damaged(name);
      entry[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
    return;
  }
  throw damaged(name);
}

/** The end record stands at the end of the file, before a comment. */
function findEnd(view: DataView, name: string): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - COMMENT_AT_MOST);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  throw damaged(name);
}

function unpack(view: DataView, entry: Entry, name: string): Uint8Array {
  if (entry.encrypted) throw locked(name);
  if (entry.local + 30 > view.byteLength || view.getUint32(entry.local, true) !== LOCAL) throw damaged(name);
  const from = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true);
  if (from + entry.packed > view.byteLength || (entry.method !== 0 && entry.method !== 8)) throw damaged(name);
  const packed = new Uint8Array(view.buffer, view.byteOffset + from, entry.packed);
  const content = entry.method === 0 ? packed : inflate(packed, entry.size, name);
  if (content.byteLength !== entry.size || crc32(content) !== entry.crc) throw damaged(name);
  return content;
}

function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  if (size === 0) return new Uint8Array();
  try {
    return inflateRawSync(packed, { maxOutputLength: size });
  } catch (error) {
    throw damaged(name, error);
  }
}
