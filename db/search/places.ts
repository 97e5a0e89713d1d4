import { COLUMN, readCounts, readPlaces, type Chunk, type PlaceList } from '../store/index-codec.ts';

/** Where something stands: in which passages (numbered in reading order), and for each at which places, in order. */
export interface Places {
  readonly docs: Int32Array;
  /** How often in each column, packed: text in the lowest eight bits, then heading, then notes. */
  readonly often: Int32Array;
  /** `at.subarray(starts[i], starts[i + 1])` are the places in `docs[i]`; unpacked when they are first asked for. */
  readonly starts: Int32Array;
  readonly at: Int32Array;
}

export const IN_TEXT = 1;
export const IN_HEADING = 2;
export const IN_NOTES = 4;
/** In which columns something stands, by how often: the three bits above. */
export const columnsOf = (often: number): number => (often & 0xff ? IN_TEXT : 0) | (often & 0xff00 ? IN_HEADING : 0) | (often & 0xff0000 ? IN_NOTES : 0);

/** The most that is counted of one word in one column of a passage. */
const MOST = 255;

/** Completes places by how often each passage has them in each column. */
function counted(docs: Int32Array, starts: Int32Array, at: Int32Array): Places {
  const often = new Int32Array(docs.length);
  for (let i = 0; i < docs.length; i++) {
    let text = 0;
    let heading = 0;
    let notes = 0;
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const place = at[j]!;
      if (place < COLUMN) text += 1;
      else if (place < 2 * COLUMN) heading += 1;
      else notes += 1;
    }
    often[i] = Math.min(text, MOST) | (Math.min(heading, MOST) << 8) | (Math.min(notes, MOST) << 16);
  }
  return { docs, starts, at, often };
}

/**
 * Where a word stands.
 * @param passages how many have it
 * @param numberOf a passage's number in reading order, by its row number
 */
export function placesOf(chunks: readonly Chunk[], passages: number, numberOf: Int32Array): Places {
  const { docs, often } = readCounts(chunks, passages, numberOf);
  let list: PlaceList | null = null;
  const read = (): PlaceList => (list ??= readPlaces(chunks, docs.length));
  return {
    docs, often,
    get starts() {
      return read().starts;
    },
    get at() {
      return read().at;
    },
  };
}

/** Where a number stands in an ordered list, or -1. */
export function indexOf(list: Int32Array, wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The places of something in one passage. */
export function within(places: Places, doc: number): Int32Array | null {
  const i = indexOf(places.docs, doc);
  return i < 0 ? null : places.at.subarray(places.starts[i], places.starts[i + 1]);
}

const NOWHERE: Places = counted(new Int32Array(0), new Int32Array(1), new Int32Array(0));

/** Where one of several things stands. */
export function anyOf(lists: readonly Places[]): Places {
  const full = lists.filter((list) => list.docs.length > 0);
  if (full.length < 2) return full[0] ?? NOWHERE;
  const byDoc = new Map<number, number[]>();
  for (const list of full) {
    for (let i = 0; i < list.docs.length; i++) {
      const known = byDoc.get(list.docs[i]!);
      const places = list.at.subarray(list.starts[i], list.starts[i + 1]);
      if (known) known.push(...places);
      else byDoc.set(list.docs[i]!, [...places]);
    }
  }
  return gathered([...byDoc].sort((a, b) => a[0] - b[0]).map(([doc, at]) => [doc, at.sort((a, b) => a - b)]));
}

/**
 * Where words stand side by side in this order; the place is that of the first.
 * @param words null where any word may stand; at least one is not null
 */
export function phraseOf(words: readonly (Places | null)[]): Places {
  if (words.length === 1) return words[0] ?? NOWHERE;
  const wanted = words.flatMap((places, step) => (places ? [{ places, step }] : [])).sort((a, b) => a.places.docs.length - b.places.docs.length);
  const [rarest, ...others] = wanted.map(({ places, step }): Row => ({ places, step, entry: 0, from: 0, to: 0 }));
  const { docs, starts, at } = rarest!.places;
  const found: Found = { docs: [], starts: [0], at: [] };
  for (let i = 0; i < docs.length; i++) {
    if (!allAt(others, docs[i]!)) continue;
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const first = at[j]! - rarest!.step;
      if (allStand(others, first)) found.at.push(first);
    }
    if (found.at.length === found.starts.at(-1)) continue;
    found.docs.push(docs[i]!);
    found.starts.push(found.at.length);
  }
  return found.docs.length === 0 ? NOWHERE : counted(Int32Array.from(found.docs), Int32Array.from(found.starts), Int32Array.from(found.at));
}

interface Found { docs: number[]; starts: number[]; at: number[] }
/** A word of a phrase, with the passage that was reached in its list, and where its places in that begin and end. */
interface Row { places: Places; step: number; entry: number; from: number; to: number }

/** Goes on in every list to a passage. @returns whether it is in all of them */
function allAt(rows: readonly Row[], doc: number): boolean {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    const { docs } = row.places;
    row.entry = firstFrom(docs, doc, row.entry);
    if (docs[row.entry] !== doc) return false;
  }
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    row.from = row.places.starts[row.entry]!;
    row.to = row.places.starts[row.entry + 1]!;
  }
  return true;
}

/** Whether each word stands as many words behind a place as it stands in the phrase. */
function allStand(rows: readonly Row[], first: number): boolean {
  for (let k = 0; k < rows.length; k++) {
    const { places: { at }, step, from, to } = rows[k]!;
    let i = from;
    while (i < to && at[i]! < first + step) i += 1;
    if (i === to || at[i] !== first + step) return false;
  }
  return true;
}

/** The first number of an ordered list that is not below another one, from a place on: in growing steps, since it is mostly near. */
function firstFrom(list: Int32Array, wanted: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < list.length && list[low + step]! < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(list.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where things stand near one another, in any order: at most `most` words between the first and the last. */
export function nearOf(things: readonly Places[], most: number): Places {
  const rarest = things.reduce((a, b) => (b.docs.length < a.docs.length ? b : a), things[0]!);
  const found: [number, number[]][] = [];
  for (const doc of rarest.docs) {
    const lists = things.map((thing) => within(thing, doc));
    if (lists.includes(null)) continue;
    const at = [...within(rarest, doc)!].filter((place) => lists.every((list) => list!.some((other) => Math.abs(other - place) <= most + 1)));
    if (at.length > 0) found.push([doc, at]);
  }
  return gathered(found);
}

function gathered(found: readonly (readonly [number, readonly number[]])[]): Places {
  const starts = new Int32Array(found.length + 1);
  found.forEach(([, at], i) => {
    starts[i + 1] = starts[i]! + at.length;
  });
  return counted(Int32Array.from(found, ([doc]) => doc), starts, Int32Array.from(found.flatMap(([, at]) => at)));
}
