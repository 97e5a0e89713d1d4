import type { Sqlite } from './open.ts';
import { apart } from './tag-codec.ts';
import { createUnpacker, readSymbols } from './text-codec.ts';

/** Tables that are kept ready, 3 kB each: a page of hits comes from as many reports as it has hits, and words are completed from many more. */
const KEPT = 512;

/** A text as its row holds it: packed with its report's table of this number, or plain where an earlier version wrote it. */
export interface KeptText {
  text: string;
  packed: Uint8Array | null;
  symbols: number | null;
}

/** Reads texts, whatever way they are kept. */
export interface TextReader {
  /** A footnote's text. */
  text(kept: KeptText): string;
  /** A passage's text, and its tags as `readTags` takes them. @param plainTags those of a row that an earlier version wrote */
  passage(kept: KeptText, plainTags: string): { text: string; tags: string };
}

export function createTextReader(db: Sqlite): TextReader {
  const table = db.prepare<[number], Buffer>('SELECT bytes FROM symbols WHERE pk = ?').pluck();
  const ready = new Map<number, (packed: Uint8Array) => string>();
  const unpacked = (symbols: number, packed: Uint8Array): string => {
    let unpack = ready.get(symbols);
    if (!unpack) {
      unpack = createUnpacker(readSymbols(table.get(symbols) ?? new Uint8Array(0)));
      ready.set(symbols, unpack);
      if (ready.size > KEPT) ready.delete(ready.keys().next().value!);
    }
    return unpack(packed);
  };
  return {
    text: ({ text, packed, symbols }) => (packed === null || symbols === null ? text : unpacked(symbols, packed)),
    passage: ({ text, packed, symbols }, plainTags) => (packed === null || symbols === null ? { text, tags: plainTags } : apart(unpacked(symbols, packed))),
  };
}
