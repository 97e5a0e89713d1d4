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

/** Beside a symbol's length, which is below this, stands its number: 0 for a byte that none begins with, else one more than its code. */
const NUMBER = 16;

/** The longest symbol at a place: its length, and its number times NUMBER. */
function longestAt({ next, code }: Tree, bytes: Uint8Array, at: number, to: number): number {
  let found = 1;
  for (let node = 0, i = at; i < to;) {
    node = next[node * 256 + bytes[i]!]!;
    if (node === 0) break;
    i += 1;
    if (code[node]! >= 0) found = (code[node]! + 1) * NUMBER + i - at;
  }
  return found;
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
    const tree = treeOf(symbols);
    for (let at = 0, before = -1, end = 0; at < sample.length; before = at, at = end) {
      end = at + longestAt(tree, sample, at, sample.length) % NUMBER;
      count(at, end);
      if (end > at + 1) count(at, at + 1);
      if (before >= 0 && end - before <= LONGEST) count(before, end);
    }
    symbols = mostSaving(saved).map((number) => Buffer.from(table.words[number]!, 'latin1'));
  }
  return symbols;
}

/** The numbers of the strings that save most, those first, and of equal ones those that came first. */
function mostSaving(saved: readonly number[]): number[] {
  // Thousands of strings are counted, and few of them are kept: only those are put in order.
  const least = Float64Array.from(saved).sort().at(-MOST_SYMBOLS) ?? 0;
  return saved.flatMap((bytes, number) => (bytes >= least ? [number] : [])).sort((a, b) => saved[b]! - saved[a]!).slice(0, MOST_SYMBOLS);
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
  let bytes = Buffer.alloc(0);
  let packed = new Uint8Array(0);
  return (text) => {
    // A unit of a text takes three bytes at most, and each of these two.
    if (bytes.length < 3 * text.length) {
      bytes = Buffer.alloc(6 * text.length);
      packed = new Uint8Array(2 * bytes.length);
    }
    const length = bytes.write(text);
    let size = 0;
    for (let at = 0; at < length;) {
      const found = longestAt(tree, bytes, at, length);
      packed[size++] = found < NUMBER ? ESCAPE : Math.floor(found / NUMBER) - 1;
      if (found < NUMBER) packed[size++] = bytes[at]!;
      at += found % NUMBER;
    }
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
