import type { ChapterSpan } from '../store/postings.ts';
import type { SearchedLibrary } from './answer.ts';
import { createAcronyms, type Acronyms } from './acronyms.ts';
import { allBits, countBits, either, hasBit, noBits, setBit, without, type Bits } from './bits.ts';
import { taggedOf, type Tagged } from './carriers.ts';
import type { Form } from './form.ts';
import { createHeadings, type Headings } from './headings.ts';
import { normsOf, type Norms } from './norms.ts';
import { phraseOf, placesOf, type Places } from './places.ts';
import { createSheets, type Sheets } from './sheets.ts';
import { createWords, type Words } from './words.ts';

/** A name as the texts write it, and how many of them have it. */
export interface Name {
  text: string;
  often: number;
}

/** What the search keeps of a library while it does not change. Passages are numbered in reading order. */
export interface Memory extends Tagged {
  count: number;
  pks: Int32Array;
  norms: Norms;
  pullQuotes: Bits;
  /** All passages, and those of the user's own reports; all of them where there are no others. Not to be changed. */
  all: Bits;
  own: Bits;
  /** Passages of the briefings that ship with the app, where the user has brought reports: they only retell. */
  retold: Bits;
  /** Passages that say in another language what other passages of the library say. */
  translated: Bits;
  words: Words;
  acronyms: Acronyms;
  readonly chapters: ChapterSpan[];
  headings: Headings;
  /** The texts of the first passages that have a word. */
  textsWith: (word: string, most: number) => string[];
  /** Those that have it in their own text, without translations, for names: German, for one, writes every noun like a name. */
  originalsWith: (word: string, most: number) => string[];
  ofReport: (id: string) => Bits;
  between: (from: number, to: number) => Bits;
  places: (word: string) => Places;
  /** Where these words stand side by side. */
  phrase: (words: readonly string[]) => Places;
  /** Room to count one word in: the passages that have it, and by passage number what was counted, all zero between two words. */
  room: { docs: Int32Array; often: Float32Array; columns: Uint8Array };
  /** What stands for a typed word by itself, of words that were typed lately: most of a query was there a letter ago. */
  forms: Map<string, readonly Form[]>;
  /** The names that a word is part of, of words that were lately completed. */
  names: Map<string, readonly Name[]>;
  /** Room to add all words of a query up in. */
  sheets: Sheets;
}

/** Places of words that were looked for lately, as numbers kept: at most 16 MB. */
const KEPT = 4_000_000;

/** Reads what the search keeps of a library. */
export function remember({ postings }: Pick<SearchedLibrary, 'postings'>): Memory {
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
  const words = createWords(postings);
  const places = createPlaces((word) => placesOf(postings.chunks(word), words.passages(word), numbers));
  const retold = allOf(retelling);
  const all = allBits(count);
  const own = without(all, retold);
  const translated = allOf(spans.filter(({ translation }) => translation));
  const tagged = taggedOf(postings.carriers(), count, numbers);
  const textsOf = (docs: Iterable<number>): string[] => postings.texts(Array.from(docs, (doc) => pks[doc]!));
  const textsWith = (word: string, most: number): string[] => textsOf(places(word).docs.subarray(0, most));
  let chapters: ChapterSpan[] | null = null;
  return {
    phrase: (list) => phraseOf(list.map(places)),
    count, pks, all, own: countBits(own) > 0 ? own : all, words, places, between,
    room: { docs: new Int32Array(count), often: new Float32Array(count), columns: new Uint8Array(count) },
    sheets: createSheets(count), forms: new Map(), names: new Map(), headings: createHeadings(postings),
    norms: normsOf(spans, count, retold),
    pullQuotes: postings.pullQuotes().reduce((bits, pk) => (setBit(bits, numbers[pk]!), bits), noBits(count)),
    retold,
    translated,
    textsWith,
    originalsWith(word, most) {
      const { docs, often } = places(word);
      const first: number[] = [];
      for (let i = 0; i < docs.length && first.length < most; i++) if ((often[i]! & 0xff) > 0 && !hasBit(translated, docs[i]!)) first.push(docs[i]!);
      return textsOf(first);
    },
    acronyms: createAcronyms(postings),
    facets: tagged.facets,
    get tags() {
      return tagged.tags;
    },
    get chapters() {
      return (chapters ??= postings.chapters());
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
