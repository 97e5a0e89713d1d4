/**
 * How postings lie on the disk. A chunk holds one word's occurrences in some passages, in two strings of bytes:
 * `docs` has for each passage the distance from the one before and how often the word stands in each column,
 * `places` has where it stands. A search reads `docs` alone; places are only read for phrases and nearness.
 * Numbers are varints: seven bits a byte, the lowest first, the highest bit set where another byte follows.
 */

/** A place is `column * COLUMN + n` for the n-th word of a column, so that neighbours differ by one and columns never touch. */
export const COLUMN = 2 ** 24;

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

/** What is counted of one word in one column of a passage at most. */
const MOST = 255;

function push(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** A chunk that is being filled: what it has from the disk, and what was added. */
export interface OpenChunk {
  first: number;
  last: number;
  before: Chunk | null;
  docs: number[];
  places: number[];
}

/** Adds a passage behind the last one of a chunk. The first one's distance is counted from the chunk's `first`. */
export function append(chunk: OpenChunk, { pk, at: [text, heading, notes] }: Entry): void {
  push(chunk.docs, pk - chunk.last);
  chunk.last = pk;
  // Nearly always a word stands in the text alone: then one number says all.
  if (heading.length + notes.length === 0) push(chunk.docs, text.length * 2);
  else {
    push(chunk.docs, text.length * 2 + 1);
    push(chunk.docs, heading.length);
    push(chunk.docs, notes.length);
  }
  for (const column of [text, heading, notes]) {
    let before = 0;
    for (const place of column) {
      push(chunk.places, place - before);
      before = place;
    }
  }
}

/** A chunk that will begin with this passage. */
export const openChunk = (pk: number): OpenChunk => ({ first: pk, last: pk, before: null, docs: [], places: [] });

/** The same chunk, open again to be added to. */
export const reopened = (before: Chunk): OpenChunk => ({ first: before.first, last: before.last, before, docs: [], places: [] });

/** Its bytes so far. */
export const sizeOf = ({ before, docs, places }: OpenChunk): number => (before ? before.docs.length + before.places.length : 0) + docs.length + places.length;

export function closed({ first, last, before, docs, places }: OpenChunk): Chunk {
  return { first, last, docs: joined(before?.docs, docs), places: joined(before?.places, places) };
}

const joined = (before: Uint8Array | undefined, more: number[]): Uint8Array => (before ? Buffer.concat([before, Uint8Array.from(more)]) : Uint8Array.from(more));

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
    pk += doc.next();
    const text = doc.next();
    const heading = text % 2 === 1 ? doc.next() : 0;
    const notes = text % 2 === 1 ? doc.next() : 0;
    yield { pk, at: [column(Math.floor(text / 2)), column(heading), column(notes)] };
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
      pk += number();
      const text = number();
      let often = Math.min(text >> 1, MOST);
      if (text & 1) {
        const heading = number();
        often |= (Math.min(heading, MOST) << 8) | (Math.min(number(), MOST) << 16);
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
      number();
      const text = number();
      column(text >> 1, 0);
      if (text & 1) {
        const heading = number();
        const notes = number();
        column(heading, COLUMN);
        column(notes, 2 * COLUMN);
      }
      starts[++entry] = count;
    }
  }
  if (count < at.length) at = at.slice(0, count);
  return { starts, at };
}
