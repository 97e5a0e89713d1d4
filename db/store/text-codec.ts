import { WordTable } from '../model/words.ts';

/**
 * How texts lie on the disk: each report has a table of up to 255 strings of one to eight bytes that are frequent in
 * it, and a text is kept as their numbers, a byte each (Boncz, Neumann and Leis 2020, "FSST: fast random access string
 * compression"). About half the size, and a single text is read in some microseconds, which deflate cannot do.
 */
export type Symbols = readonly Uint8Array[];

/** Stands before a byte that no symbol begins with. */
const ESCAPE = 255;
const MOST_SYMBOLS = 255;
const LONGEST = 8;
/** Rounds in which symbols grow together, and bytes that are looked at: more of either made reports less than a hundredth smaller. */
const ROUNDS = 5;
const SAMPLE = 16_384;

/** The longest symbol at every place of a text: a tree of bytes, `next[node * 256 + byte]` leading on, `code[node]` where a symbol ends. */
interface Tree {
  next: Uint16Array;
  code: Int16Array;
}

function treeOf(symbols: Symbols): Tree {
  const nodes = 1 + symbols.reduce((sum, symbol) => sum + symbol.length, 0);
  const tree: Tree = { next: new Uint16Array(nodes * 256), code: new Int16Array(nodes).fill(-1) };
  let count = 1;
  symbols.forEach((symbol, code) => {
    let node = 0;
    for (const byte of symbol) node = tree.next[node * 256 + byte] ||= count++;
    tree.code[node] = code;
  });
  return tree;
}

/** @param take hears, place by place, which symbol stands there, or -1 for a byte that none begins with, and how long it is */
function cut({ next, code }: Tree, bytes: Uint8Array, take: (code: number, at: number, length: number) => void): void {
  for (let at = 0; at < bytes.length;) {
    let found = -1;
    let length = 1;
    for (let node = 0, i = at; i < bytes.length;) {
      node = next[node * 256 + bytes[i]!]!;
      if (node === 0) break;
      i += 1;
      if (code[node]! >= 0) {
        found = code[node]!;
        length = i - at;
      }
    }
    take(found, at, length);
    at += length;
  }
}

/** The symbols that make these texts small. */
export function symbolsFor(texts: readonly string[]): Symbols {
  const sample = sampleOf(texts);
  const latin = sample.toString('latin1');
  let symbols: Symbols = [];
  for (let round = 0; round < ROUNDS; round++) {
    const table = new WordTable();
    /** By the numbers of strings, the bytes that they cover. */
    const saved: number[] = [];
    const count = (from: number, to: number): void => {
      const symbol = table.numberOf(latin, from, to);
      saved[symbol] = (saved[symbol] ?? 0) + to - from;
    };
    let before = -1;
    cut(treeOf(symbols), sample, (_code, at, length) => {
      count(at, at + length);
      if (length > 1) count(at, at + 1);
      if (before >= 0 && at + length - before <= LONGEST) count(before, at + length);
      before = at;
    });
    symbols = table.words.map((symbol, number) => ({ symbol, saved: saved[number]! })).sort((a, b) => b.saved - a.saved).slice(0, MOST_SYMBOLS).map(({ symbol }) => Buffer.from(symbol, 'latin1'));
  }
  return symbols;
}

/** Some of the texts, from all over. */
function sampleOf(texts: readonly string[]): Buffer {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const every = Math.max(1, Math.floor(size / SAMPLE));
  return Buffer.from(texts.filter((_, at) => at % every === 0).join('\n')).subarray(0, 2 * SAMPLE);
}

/** Packs texts. */
export function createPacker(symbols: Symbols): (text: string) => Uint8Array {
  const tree = treeOf(symbols);
  return (text) => {
    const bytes = Buffer.from(text);
    const packed = new Uint8Array(2 * bytes.length);
    let size = 0;
    cut(tree, bytes, (code, at) => {
      packed[size++] = code < 0 ? ESCAPE : code;
      if (code < 0) packed[size++] = bytes[at]!;
    });
    return packed.slice(0, size);
  };
}

/** Room for a text that is being unpacked, used again from text to text. */
let room = Buffer.alloc(1 << 14);
let view = new DataView(room.buffer, room.byteOffset, room.length);

/** Unpacks what `createPacker` packed. What is damaged gives another text, never an error. */
export function createUnpacker(symbols: Symbols): (packed: Uint8Array) => string {
  // Each symbol as two numbers of four bytes, written at once: a byte at a time took twice as long.
  const lower = new Uint32Array(256);
  const upper = new Uint32Array(256);
  const lengths = new Uint8Array(256);
  symbols.forEach((symbol, code) => {
    for (let i = 0; i < symbol.length; i++) {
      if (i < 4) lower[code]! |= symbol[i]! << (8 * i);
      else upper[code]! |= symbol[i]! << (8 * (i - 4));
    }
    lengths[code] = symbol.length;
  });
  return (packed) => {
    if (room.length < LONGEST * (packed.length + 1)) {
      room = Buffer.alloc(2 * LONGEST * packed.length);
      view = new DataView(room.buffer, room.byteOffset, room.length);
    }
    let size = 0;
    for (let i = 0; i < packed.length; i++) {
      const code = packed[i]!;
      if (code === ESCAPE) view.setUint8(size++, packed[++i] ?? 0);
      else {
        const length = lengths[code]!;
        view.setUint32(size, lower[code]!, true);
        if (length > 4) view.setUint32(size + 4, upper[code]!, true);
        size += length;
      }
    }
    return room.toString('utf8', 0, size);
  };
}

/** Symbols as they are kept: each behind its length. */
export const writeSymbols = (symbols: Symbols): Uint8Array => Buffer.concat(symbols.map((symbol) => Buffer.from([symbol.length, ...symbol])));

/** @param kept as `writeSymbols` writes them */
export function readSymbols(kept: Uint8Array): Symbols {
  const symbols: Uint8Array[] = [];
  for (let at = 0; at < kept.length && symbols.length < MOST_SYMBOLS; at += 1 + kept[at]!) symbols.push(kept.slice(at + 1, at + 1 + Math.min(kept[at]!, LONGEST)));
  return symbols;
}
