import type { FacetName } from '../model/facet.ts';
import type { Library } from '../store/library.ts';
import type { ChapterSpan } from '../store/postings.ts';
import { createAcronyms, type Acronyms } from './acronyms.ts';
import { either, noBits, setBit, type Bits } from './bits.ts';
import { indexOf, phraseOf, placesOf, type Places } from './places.ts';
import { createShown } from './shown.ts';
import { createWords, type Words } from './words.ts';

export interface FacetValue {
  bits: Bits;
  /** How sure the tag is, by passage number. */
  confidence: (doc: number) => number;
}

/** What the search keeps of a library while it does not change. Passages are numbered in reading order. */
export interface Memory {
  count: number;
  pks: Int32Array;
  /** How much an occurrence in a passage of this length weighs (BM25's length norm). */
  textNorm: Float32Array;
  notesNorm: Float32Array;
  withNotes: Bits;
  pullQuotes: Bits;
  /** Passages of the briefings that ship with the app, where the user has brought reports: they only retell. */
  retold: Bits;
  /** Passages that say in another language what other passages of the library say. */
  translated: Bits;
  words: Words;
  acronyms: Acronyms;
  facets: Record<FacetName, Map<string, FacetValue>>;
  /** How many tags a passage carries. */
  tags: Uint8Array;
  chapters: ChapterSpan[];
  ofReport: (id: string) => Bits;
  between: (from: number, to: number) => Bits;
  places: (word: string) => Places;
  /** The passages that have these words side by side; how often, and where in a column, may be left open. */
  phrase: (words: readonly string[]) => Places;
  shown: ReturnType<typeof createShown>;
  /** Room to count one word in: the passages that have it, and by passage number what was counted, all zero between two words. */
  room: { docs: Int32Array; often: Float32Array; columns: Uint8Array };
}

/** How strongly length counts: passages are alike in length, and a long one is not less to the point. */
const LENGTH = 0.4;
/** Of a word that one passage in so many has, the places are not read for a phrase alone. */
const COMMON = 4;
/** Places of words that were looked for lately, as numbers kept: at most 16 MB. */
const KEPT = 4_000_000;

/** Reads what the search keeps of a library. */
export function remember(library: Library): Memory {
  const { postings } = library;
  const sizes = postings.sizes();
  const pks = Int32Array.from(sizes, (size) => size.pk);
  const numbers = new Int32Array((pks.at(-1) ?? 0) + 1);
  pks.forEach((pk, number) => {
    numbers[pk] = number;
  });
  const numberOf = (pk: number): number => numbers[pk]!;
  const bitsOf = (rows: readonly number[]): Bits => {
    const bits = noBits(pks.length);
    for (const pk of rows) setBit(bits, numberOf(pk));
    return bits;
  };
  const between = (from: number, to: number): Bits => bitsOf(Array.from(pks.filter((pk) => pk >= from && pk <= to)));
  const spans = postings.reports();
  const reports = new Map(spans.map(({ report, from, to }) => [report, { from, to }]));
  const retelling = spans.some(({ builtIn }) => !builtIn) ? spans.filter(({ builtIn }) => builtIn) : [];
  const allOf = (some: typeof spans): Bits => some.map(({ from, to }) => between(from, to)).reduce((all, bits) => either(all, bits), noBits(pks.length));
  const places = createPlaces((word) => placesOf(postings.occurrences(word), numberOf));
  const words = createWords(postings.words());
  return {
    phrase: (list) => (list.length > 1 && list.some((word) => words.passages(word) > pks.length / COMMON)
      ? placesOf(postings.phrase(list), numberOf) : phraseOf(list.map(places))),
    count: pks.length, pks, words, places, between, shown: createShown(library),
    room: { docs: new Int32Array(pks.length), often: new Float32Array(pks.length), columns: new Uint8Array(pks.length) },
    textNorm: normOf(sizes.map((size) => size.text)),
    notesNorm: normOf(sizes.map((size) => size.notes)),
    withNotes: bitsOf(sizes.filter((size) => size.notes > 0).map((size) => size.pk)),
    pullQuotes: bitsOf(postings.pullQuotes()),
    retold: allOf(retelling),
    translated: allOf(spans.filter(({ translation }) => translation)),
    acronyms: createAcronyms((word, most) => postings.texts(Array.from(places(word).docs.subarray(0, most), (doc) => pks[doc]!))),
    ...facetsOf(postings.facets(), pks.length, numberOf),
    chapters: postings.chapters(),
    ofReport(id) {
      const span = reports.get(id);
      return span ? between(span.from, span.to) : noBits(pks.length);
    },
  };
}

/** BM25's 1 / (1 - b + b * length / average length). */
function normOf(lengths: readonly number[]): Float32Array {
  const filled = lengths.filter((length) => length > 0);
  const average = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
  return Float32Array.from(lengths, (length) => 1 / (1 - LENGTH + LENGTH * (length / Math.max(1, average))));
}

function facetsOf(members: ReturnType<Library['postings']['facets']>, count: number, numberOf: (pk: number) => number): Pick<Memory, 'facets' | 'tags'> {
  const facets: Memory['facets'] = { country: new Map(), domain: new Map(), limitation: new Map() };
  const tags = new Uint8Array(count);
  for (const { facet, value, pks, confidence } of members) {
    const bits = noBits(count);
    const docs = Int32Array.from(pks, numberOf);
    for (const doc of docs) {
      setBit(bits, doc);
      tags[doc]! += 1;
    }
    const sure = Uint8Array.from(confidence, (share) => Math.round(share * 100));
    facets[facet].set(value, { bits, confidence: (doc) => (sure[indexOf(docs, doc)] ?? 0) / 100 });
  }
  return { facets, tags };
}

/** Keeps the places of words that were read lately; the longest unused go first. */
function createPlaces(read: (word: string) => Places): (word: string) => Places {
  const kept = new Map<string, Places>();
  let size = 0;
  const sizeOf = (places: Places): number => 2 * places.docs.length + places.at.length + 1;
  return (word) => {
    const known = kept.get(word);
    if (known) {
      kept.delete(word);
      kept.set(word, known);
      return known;
    }
    const places = read(word);
    kept.set(word, places);
    size += sizeOf(places);
    for (const [oldest, old] of kept) {
      if (size <= KEPT || oldest === word) break;
      kept.delete(oldest);
      size -= sizeOf(old);
    }
    return places;
  };
}
