/**
 * How postings lie on the disk. A chunk holds one word's occurrences in some passages, in two strings of bytes:
 * `docs` has for each passage the distance from the one before and how often the word stands in each column,
 * `places` has where it stands. A search reads `docs` alone; places are only read for phrases and nearness.
 * Numbers are varints: seven bits a byte, the lowest first, the highest bit set where another byte follows.
 * Nearly always a word stands in a passage once. So the distance is multiplied by four, and what is added says in which
 * column the word stands once; 3 says that a byte with the counts of all three columns follows, or, where they are too
 * large for it, 0 and each as a number.
 */

/** A place is `column * COLUMN + n` for the n-th word of a column, so that neighbours differ by one and columns never touch. */
export const COLUMN = 2 ** 24;
/** The columns: text, heading, notes. */
export const COLUMNS = 3;

export interface Chunk {
  /** Row numbers of its first and last passage. */
  first: number;
  last: number;
  docs: Uint8Array;
  places: Uint8Array;
}

/** One passage of a word: its row number, and where in each column the word stands, in order. */
export interface Entry {
  pk: number;
  at: [text: number[], heading: number[], notes: number[]];
}

/** Where words stand, side by side: for each occurrence its passage and column, and its place in that column. */
export interface Occurrences {
  /** `passage * COLUMNS + column`, the passage counted from the report's first. */
  where: Uint32Array;
  places: Uint32Array;
}

/** What is counted of one word in one column of a passage at most. */
const MOST = 255;
/** Says that a word stands in a passage more than once. */
const SEVERAL = 3;
/** The counts of a word that stands once in the text, in a heading, or in a note, as their byte has them, and as `Counts` has them. */
const SMALL_ONCE = Uint8Array.of(1, 1 << 3, 1 << 5);
const OFTEN_ONCE = Int32Array.of(1, 1 << 8, 1 << 16);

/** Bytes that are written one behind the other; the room for them is used again from chunk to chunk. */
class Bytes {
  #bytes = new Uint8Array(2048);
  length = 0;

  push(value: number): void {
    // A number takes eight bytes at most.
    if (this.length + 8 > this.#bytes.length) {
      const longer = new Uint8Array(this.#bytes.length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  /** What was written, behind other bytes; it is no copy where there are none. */
  after(before: Uint8Array | undefined): Uint8Array {
    const own = this.#bytes.subarray(0, this.length);
    return before ? Buffer.concat([before, own]) : own;
  }
}

/** A chunk that is being filled: what it has from the disk, and what was added. */
export interface OpenChunk {
  first: number;
  last: number;
  before: Chunk | null;
  docs: Bytes;
  places: Bytes;
}

/** Adds a passage behind the last one of a chunk. The first one's distance is counted from the chunk's `first`. */
export function append(chunk: OpenChunk, { pk, at }: Entry): void {
  appendCounts(chunk, pk, at[0].length, at[1].length, at[2].length);
  for (const column of at) {
    let before = 0;
    for (const place of column) {
      chunk.places.push(place - before);
      before = place;
    }
  }
}

/** The same for the occurrences of one word in one passage, which lie side by side from one place to another. */
export function appendFrom(chunk: OpenChunk, pk: number, { where, places }: Occurrences, from: number, to: number): void {
  let [text, heading, notes] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    const column = where[at]! % COLUMNS;
    if (column === 0) text += 1;
    else if (column === 1) heading += 1;
    else notes += 1;
  }
  appendCounts(chunk, pk, text, heading, notes);
  for (let at = from; at < to; at++) chunk.places.push(at > from && where[at] === where[at - 1] ? places[at]! - places[at - 1]! : places[at]!);
}

function appendCounts(chunk: OpenChunk, pk: number, text: number, heading: number, notes: number): void {
  const once = text + heading + notes === 1;
  chunk.docs.push(4 * (pk - chunk.last) + (once ? heading + 2 * notes : SEVERAL));
  chunk.last = pk;
  if (once) return;
  if (text <= 7 && heading <= 3 && notes <= 3) chunk.docs.push(text | (heading << 3) | (notes << 5));
  else for (const number of [0, text, heading, notes]) chunk.docs.push(number);
}

/** A chunk that will begin with this passage. @param used one that is closed, whose room is taken */
export function openChunk(pk: number, used?: OpenChunk): OpenChunk {
  return opened({ first: pk, last: pk, before: null }, used);
}

/** The same chunk, open again to be added to. */
export const reopened = (before: Chunk, used?: OpenChunk): OpenChunk => opened({ first: before.first, last: before.last, before }, used);

function opened(chunk: Pick<OpenChunk, 'first' | 'last' | 'before'>, used: OpenChunk | undefined): OpenChunk {
  const { docs, places } = used ?? { docs: new Bytes(), places: new Bytes() };
  docs.length = 0;
  places.length = 0;
  return { ...chunk, docs, places };
}

/** Its bytes so far. */
export const sizeOf = ({ before, docs, places }: OpenChunk): number => (before ? before.docs.length + before.places.length : 0) + docs.length + places.length;

/** The chunk as it is to be written. Its bytes are those of the room that the next chunk may take. */
export function closed({ first, last, before, docs, places }: OpenChunk): Chunk {
  return { first, last, docs: docs.after(before?.docs), places: places.after(before?.places) };
}

/** A chunk's passages, one by one. A damaged chunk gives wrong ones, or fewer, but it ends. */
export function* entriesOf({ first, docs, places }: Chunk): Generator<Entry> {
  const doc = numbersIn(docs);
  const place = numbersIn(places);
  const column = (length: number): number[] => {
    const list: number[] = [];
    for (let before = 0; list.length < length && place.more(); list.push(before)) before += place.next();
    return list;
  };
  for (let pk = first; doc.more();) {
    const step = doc.next();
    pk += Math.floor(step / 4);
    const kind = step % 4;
    const small = kind === SEVERAL ? doc.next() : SMALL_ONCE[kind]!;
    const counts = small === 0 ? [doc.next(), doc.next(), doc.next()] as const : [small & 7, (small >> 3) & 3, small >> 5] as const;
    yield { pk, at: [column(counts[0]), column(counts[1]), column(counts[2])] };
  }
}

function numbersIn(bytes: Uint8Array): { more(): boolean; next(): number } {
  let at = 0;
  return {
    more: () => at < bytes.length,
    next() {
      let value = 0;
      for (let scale = 1; at < bytes.length; scale *= 128) {
        const byte = bytes[at++]!;
        value += (byte & 127) * scale;
        if (byte < 128) break;
      }
      return value;
    },
  };
}

/** A word's passages by number, and how often each column has it, packed: text in the lowest eight bits, then heading, then notes. */
export interface Counts {
  docs: Int32Array;
  often: Int32Array;
}

/**
 * Reads which passages have a word and how often.
 * @param passages how many there are
 * @param numberOf a passage's number by its row number
 */
export function readCounts(chunks: readonly Chunk[], passages: number, numberOf: Int32Array): Counts {
  const out = { docs: new Int32Array(passages), often: new Int32Array(passages) };
  let found = 0;
  for (const { first, docs } of chunks) {
    let pk = first;
    let i = 0;
    const number = (): number => {
      let byte = docs[i++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = docs[i++]!;
        value |= (byte & 127) << shift;
      }
      return value;
    };
    while (i < docs.length) {
      const step = number();
      pk += step >>> 2;
      let often = OFTEN_ONCE[step & 3]!;
      if ((step & 3) === SEVERAL) {
        const small = docs[i++]!;
        often = small === 0 ? Math.min(number(), MOST) | (Math.min(number(), MOST) << 8) | (Math.min(number(), MOST) << 16) : (small & 7) | ((small & 24) << 5) | ((small & 96) << 11);
      }
      out.docs[found] = numberOf[pk]!;
      out.often[found++] = often;
    }
  }
  return found === passages ? out : { docs: out.docs.slice(0, found), often: out.often.slice(0, found) };
}

/** Where a word stands: `at.subarray(starts[i], starts[i + 1])` are the places in its i-th passage, in order. */
export interface PlaceList {
  starts: Int32Array;
  at: Int32Array;
}

/** Reads where a word stands in its passages. */
export function readPlaces(chunks: readonly Chunk[], passages: number): PlaceList {
  const starts = new Int32Array(passages + 1);
  let at = new Int32Array(chunks.reduce((sum, chunk) => sum + chunk.places.length, 0));
  let entry = 0;
  let count = 0;
  for (const { docs, places } of chunks) {
    let i = 0;
    let p = 0;
    const number = (): number => {
      let byte = docs[i++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = docs[i++]!;
        value |= (byte & 127) << shift;
      }
      return value;
    };
    const column = (length: number, base: number): void => {
      let place = base;
      for (let j = 0; j < length && p < places.length; j++) {
        let byte = places[p++]!;
        let step = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = places[p++]!;
          step |= (byte & 127) << shift;
        }
        place += step;
        at[count++] = place;
      }
    };
    while (i < docs.length) {
      const kind = number() & 3;
      const small = kind === SEVERAL ? docs[i++]! : SMALL_ONCE[kind]!;
      column(small === 0 ? number() : small & 7, 0);
      column(small === 0 ? number() : (small >> 3) & 3, COLUMN);
      column(small === 0 ? number() : small >> 5, 2 * COLUMN);
      starts[++entry] = count;
    }
  }
  if (count < at.length) at = at.slice(0, count);
  return { starts, at };
}
