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

/** Places of the hashes of three bytes, as bits. */
const BITS = 12;
/** Stands for no symbol. */
const NONE = -1;

/**
 * Finds the longest symbol at a place with few branches: those of three bytes and more by a hash of the first three, the
 * longest first, all others by two bytes at once. Eight bytes are compared as two numbers.
 */
interface Finder {
  /** By hash, the first symbol of three bytes or more that has it; `next` leads to those that have it too. */
  heads: Int16Array;
  next: Int16Array;
  lengths: Uint8Array;
  /** A symbol's bytes, and where it has some. */
  lower: Int32Array;
  upper: Int32Array;
  lowerMask: Int32Array;
  upperMask: Int32Array;
  /** By two bytes, and by one: the symbol of these. */
  twos: Int16Array;
  ones: Int16Array;
}

const hashOf = (bytes: number): number => Math.imul(bytes & 0xffffff, 0x9e3779b1) >>> (32 - BITS);

function finderOf(symbols: Symbols): Finder {
  const numbers = (): Int32Array => new Int32Array(symbols.length);
  const finder: Finder = {
    heads: new Int16Array(1 << BITS).fill(NONE), next: new Int16Array(symbols.length).fill(NONE), lengths: Uint8Array.from(symbols, (symbol) => symbol.length),
    lower: numbers(), upper: numbers(), lowerMask: numbers(), upperMask: numbers(), twos: new Int16Array(1 << 16).fill(NONE), ones: new Int16Array(1 << 8).fill(NONE),
  };
  const shortestFirst = symbols.map((_, code) => code).sort((a, b) => symbols[a]!.length - symbols[b]!.length);
  for (const code of shortestFirst) {
    const symbol = symbols[code]!;
    for (const [at, byte] of symbol.entries()) {
      const [bytes, mask] = at < 4 ? [finder.lower, finder.lowerMask] : [finder.upper, finder.upperMask];
      bytes[code]! |= byte << (8 * (at % 4));
      mask[code]! |= 0xff << (8 * (at % 4));
    }
    if (symbol.length === 1) finder.ones[symbol[0]!] = code;
    else if (symbol.length === 2) finder.twos[finder.lower[code]!] = code;
    else {
      const hash = hashOf(finder.lower[code]!);
      finder.next[code] = finder.heads[hash]!;
      finder.heads[hash] = code;
    }
  }
  return finder;
}

/** A symbol's length takes so many bits, and above them stands its number: 0 for a byte that none begins with, else one more than its code. */
const LENGTH_BITS = 4;
const LENGTH = (1 << LENGTH_BITS) - 1;

/**
 * The longest symbol at a place: its length, and its number above it.
 * @param bytes of a text, and as many more as the longest symbol has
 * @param to where the text ends
 */
function longestAt(finder: Finder, bytes: DataView, at: number, to: number): number {
  const lower = bytes.getInt32(at, true);
  let code = finder.heads[hashOf(lower)]!;
  if (code !== NONE) {
    const upper = bytes.getInt32(at + 4, true);
    for (; code !== NONE; code = finder.next[code]!) {
      if ((lower & finder.lowerMask[code]!) === finder.lower[code] && (upper & finder.upperMask[code]!) === finder.upper[code] && at + finder.lengths[code]! <= to) return ((code + 1) << LENGTH_BITS) | finder.lengths[code]!;
    }
  }
  code = at + 1 < to ? finder.twos[lower & 0xffff]! : NONE;
  if (code !== NONE) return ((code + 1) << LENGTH_BITS) | 2;
  return ((finder.ones[lower & 0xff]! + 1) << LENGTH_BITS) | 1;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The symbols that make these texts small. */
export function symbolsFor(texts: readonly string[]): Symbols {
  const sample = sampleOf(texts);
  const latin = sample.toString('latin1');
  const bytes = viewOf(Buffer.concat([sample, Buffer.alloc(LONGEST)]));
  let symbols: Symbols = [];
  for (let round = 0; round < ROUNDS; round++) {
    const table = new WordTable();
    /** By the numbers of strings, the bytes that they cover. */
    const saved: number[] = [];
    const count = (from: number, to: number): void => {
      const symbol = table.numberOf(latin, from, to);
      saved[symbol] = (saved[symbol] ?? 0) + to - from;
    };
    const finder = finderOf(symbols);
    for (let at = 0, before = -1, end = 0; at < sample.length; before = at, at = end) {
      end = at + (longestAt(finder, bytes, at, sample.length) & LENGTH);
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
  const finder = finderOf(symbols);
  let bytes = Buffer.alloc(LONGEST);
  let view = viewOf(bytes);
  let packed = new Uint8Array(0);
  return (text) => {
    // A unit of a text takes three bytes at most, and each of these two.
    if (bytes.length < 3 * text.length + LONGEST) {
      bytes = Buffer.alloc(6 * text.length + LONGEST);
      view = viewOf(bytes);
      packed = new Uint8Array(2 * bytes.length);
    }
    const length = bytes.write(text);
    let size = 0;
    for (let at = 0; at < length;) {
      const found = longestAt(finder, view, at, length);
      const number = found >> LENGTH_BITS;
      packed[size++] = number === 0 ? ESCAPE : number - 1;
      if (number === 0) packed[size++] = bytes[at]!;
      at += found & LENGTH;
    }
    return packed.slice(0, size);
  };
}

/** Room for a text that is being unpacked, used again from text to text. */
let room = Buffer.alloc(1 << 14);
let view = viewOf(room);

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
      view = viewOf(room);
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
