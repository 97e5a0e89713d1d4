import { tokenize } from '../model/fold.ts';
import type { FacetName } from '../model/facet.ts';
import type { Library } from '../store/library.ts';
import type { ChapterSpan } from '../store/postings.ts';
import { createAcronyms, type Acronyms } from './acronyms.ts';
import { bitsWhere, either, hasBit, noBits, setBit, type Bits } from './bits.ts';
import type { Form } from './expand.ts';
import { indexOf, phraseOf, placesOf, type Places } from './places.ts';
import { createSheets, type Sheets } from './sheets.ts';
import { createShown } from './shown.ts';
import { createWords, type Words } from './words.ts';

/** As much of a library as the search reads. */
export type SearchedLibrary = Pick<Library, 'edition' | 'postings' | 'passagesByPk'>;

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
  readonly chapters: ChapterSpan[];
  /** Headings, cut into words; read when they are first asked for. */
  readonly headings: { title: string; report: string; words: string[] }[];
  /** The texts of the first passages that have a word. */
  textsWith: (word: string, most: number) => string[];
  /** Those that have it in their own text, without translations, for names: German, for one, writes every noun like a name. */
  originalsWith: (word: string, most: number) => string[];
  ofReport: (id: string) => Bits;
  between: (from: number, to: number) => Bits;
  places: (word: string) => Places;
  /** Where these words stand side by side. */
  phrase: (words: readonly string[]) => Places;
  shown: ReturnType<typeof createShown>;
  /** Room to count one word in: the passages that have it, and by passage number what was counted, all zero between two words. */
  room: { docs: Int32Array; often: Float32Array; columns: Uint8Array };
  /** What stands for a typed word by itself, of words that were typed lately: most of a query was there a letter ago. */
  forms: Map<string, readonly Form[]>;
  /** Room to add all words of a query up in. */
  sheets: Sheets;
}

/** How strongly length counts: passages are alike in length, and a long one is not less to the point. */
const LENGTH = 0.4;
/** Places of words that were looked for lately, as numbers kept: at most 16 MB. */
const KEPT = 4_000_000;

/** Reads what the search keeps of a library. */
export function remember(library: SearchedLibrary): Memory {
  const { postings } = library;
  const spans = postings.reports();
  const { pks, numbers } = numbered(spans);
  const count = pks.length;
  const between = (from: number, to: number): Bits => {
    const bits = noBits(count);
    for (let doc = numbers[from] ?? 0; doc < count && pks[doc]! <= to; doc++) setBit(bits, doc);
    return bits;
  };
  const allOf = (some: typeof spans): Bits => some.map(({ from, to }) => between(from, to)).reduce((all, bits) => either(all, bits), noBits(count));
  const reports = new Map(spans.map((span) => [span.report, span]));
  const retelling = spans.some(({ builtIn }) => !builtIn) ? spans.filter(({ builtIn }) => builtIn) : [];
  const words = createWords(postings.vocabulary());
  const places = createPlaces((word) => placesOf(postings.chunks(word), words.passages(word), numbers));
  const lengths = lengthsOf(spans, count);
  const retold = allOf(retelling);
  const translated = allOf(spans.filter(({ translation }) => translation));
  const textsOf = (docs: Int32Array): string[] => postings.texts(Array.from(docs, (doc) => pks[doc]!));
  const textsWith = (word: string, most: number): string[] => textsOf(places(word).docs.subarray(0, most));
  let chapters: ChapterSpan[] | null = null;
  let headings: Memory['headings'] | null = null;
  return {
    phrase: (list) => phraseOf(list.map(places)),
    count, pks, words, places, between, shown: createShown(library),
    room: { docs: new Int32Array(count), often: new Float32Array(count), columns: new Uint8Array(count) },
    sheets: createSheets(count), forms: new Map(),
    textNorm: normOf(lengths.text, retold),
    notesNorm: normOf(lengths.notes, retold),
    withNotes: bitsWhere(count, (doc) => lengths.notes[doc]! > 0),
    pullQuotes: postings.pullQuotes().reduce((bits, pk) => (setBit(bits, numbers[pk]!), bits), noBits(count)),
    retold,
    translated,
    textsWith,
    originalsWith(word, most) {
      const { docs, often } = places(word);
      return textsOf(docs.filter((doc, i) => (often[i]! & 0xff) > 0 && !hasBit(translated, doc)).subarray(0, most));
    },
    acronyms: createAcronyms(textsWith),
    ...facetsOf(postings.carriers(), count, numbers),
    get chapters() {
      return (chapters ??= postings.chapters());
    },
    get headings() {
      return (headings ??= postings.headings().map((heading) => ({ ...heading, words: tokenize(heading.title).map((token) => token.word) })));
    },
    ofReport(id) {
      const span = reports.get(id);
      return span ? between(span.from, span.to) : noBits(count);
    },
  };
}

/** Numbers all passages in reading order. `numbers` leads from row numbers to numbers; where there is no such row, to the next one. */
function numbered(spans: readonly { from: number; to: number }[]): { pks: Int32Array; numbers: Int32Array } {
  const pks = new Int32Array(spans.reduce((sum, { from, to }) => sum + to - from + 1, 0));
  const numbers = new Int32Array((spans.at(-1)?.to ?? 0) + 1);
  let count = 0;
  let next = 0;
  for (const { from, to } of spans) {
    for (; next < from; next++) numbers[next] = count;
    for (; next <= to; next++) {
      pks[count] = next;
      numbers[next] = count++;
    }
  }
  return { pks, numbers };
}

/** Words in the text and in the notes of every passage. */
function lengthsOf(spans: readonly { lengths: Uint16Array }[], count: number): { text: Uint16Array; notes: Uint16Array } {
  const out = { text: new Uint16Array(count), notes: new Uint16Array(count) };
  let doc = 0;
  for (const { lengths } of spans) {
    for (let i = 0; i < lengths.length; i += 2) {
      out.text[doc] = lengths[i]!;
      out.notes[doc++] = lengths[i + 1]!;
    }
  }
  return out;
}

/** BM25's 1 / (1 - b + b * length / average length). Short retellings do not make the user's own passages long. */
function normOf(lengths: Uint16Array, retold: Bits): Float32Array {
  let sum = 0;
  let filled = 0;
  lengths.forEach((length, doc) => {
    if (length === 0 || hasBit(retold, doc)) return;
    sum += length;
    filled += 1;
  });
  const average = Math.max(1, sum / Math.max(1, filled));
  return Float32Array.from(lengths, (length) => 1 / (1 - LENGTH + LENGTH * (length / average)));
}

/** @param carriers report by report, in reading order */
function facetsOf(carriers: ReturnType<Library['postings']['carriers']>, count: number, numbers: Int32Array): Pick<Memory, 'facets' | 'tags'> {
  const tags = new Uint8Array(count);
  const gathered = new Map<string, { facet: FacetName; value: string; bits: Bits; docs: Int32Array[]; sure: Uint8Array[] }>();
  for (const { facet, value, pks, sure } of carriers) {
    const key = `${facet}/${value}`;
    let found = gathered.get(key);
    if (!found) gathered.set(key, (found = { facet, value, bits: noBits(count), docs: [], sure: [] }));
    const docs = Int32Array.from(pks, (pk) => numbers[pk]!);
    for (const doc of docs) {
      setBit(found.bits, doc);
      tags[doc]! += 1;
    }
    found.docs.push(docs);
    found.sure.push(sure);
  }
  const facets: Memory['facets'] = { country: new Map(), domain: new Map(), limitation: new Map() };
  for (const { facet, value, bits, docs, sure } of gathered.values()) {
    const all = Int32Array.from(docs.flatMap((list) => [...list]));
    const share = Uint8Array.from(sure.flatMap((list) => [...list]));
    facets[facet].set(value, { bits, confidence: (doc) => (share[indexOf(all, doc)] ?? 0) / 100 });
  }
  return { facets, tags };
}

/** Keeps the places of words that were read lately; the longest unused go first. */
function createPlaces(read: (word: string) => Places): (word: string) => Places {
  const kept = new Map<string, Places>();
  let size = 0;
  // Places come to about three for a passage, whether they are unpacked yet or not.
  const sizeOf = (places: Places): number => 5 * places.docs.length + 1;
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
