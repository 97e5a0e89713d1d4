import type { FacetName } from '../../db/model/facet.ts';
import smallWords from '../../db/search/data/small-words.json' with { type: 'json' };

/** A passage as every engine of the benchmark gets it. */
export interface BenchPassage {
  id: string;
  report: string;
  text: string;
  heading: string;
  /** The texts of the footnotes that it calls, as one. */
  notes: string;
  tags: [FacetName, string][];
}

export interface BenchQuery {
  query: string;
  kind: string;
}

/** Heaps' law: a text of n words has K * n^BETA distinct ones; as in English policy reports, names and figures included. */
const K = 12;
const BETA = 0.6;
/** Passages of one report. */
export const PASSAGES = 400;
const CHAPTER = 80;
const SECTION = 10;
const TAGS: [FacetName, string, number][] = [
  ['country', 'cambodia', 0.16], ['country', 'indonesia', 0.18], ['country', 'philippines', 0.18], ['country', 'thailand', 0.17], ['country', 'vietnam', 0.2], ['country', 'asean', 0.25],
  ['domain', 'security', 0.4], ['domain', 'economy', 0.45], ['domain', 'soft-power', 0.15],
  ['limitation', 'constitutional-constraint', 0.04], ['limitation', 'us-alliance-dependence', 0.06], ['limitation', 'implementation', 0.05], ['limitation', 'china-pressure', 0.08],
];

/** Mulberry32: small, seeded, the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aeiou';

/** The n-th word of the made-up language: small words first, then syllables; every fifth is a form of an earlier one. */
function wordAt(n: number): string {
  if (n < smallWords.length) return smallWords[n]!;
  if (n % 5 === 4) return wordAt(n - 4 < smallWords.length ? smallWords.length : n - 4) + ['s', 'ed', 'ing'][n % 3]!;
  let code = n < 6000 ? (n * 31) % 6397 : (n * 7919) % 40_960_000;
  let word = '';
  for (let i = 0; i < (n < 6000 ? 2 : 4); i++) {
    word += CONSONANTS[Math.floor(code / 5) % 16]! + VOWELS[code % 5]!;
    code = Math.floor(code / 80);
  }
  return word + (n < 6000 ? ['n', 'rk', 't', 'l'][n % 4]! : ['', 'n', 'r'][n % 3]!);
}

/**
 * Writes reports in a made-up language whose vocabulary grows as that of real reports does; a word's frequency falls
 * with its rank (Zipf).
 * @param count how many passages
 * @param seed the same seed writes the same reports
 */
export function* writePassages(count: number, seed = 2022): Generator<BenchPassage> {
  const random = randomFrom(seed);
  let written = 0;
  let known = 0;
  const word = (): string => {
    written += 1;
    if (random() < 0.012) return String(random() < 0.6 ? 1900 + Math.floor(random() * 130) : Math.floor(random() * 5000));
    if (known < K * written ** BETA) return wordAt(known++);
    return wordAt(Math.floor(known ** random()));
  };
  const words = (least: number, most: number): string[] => Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word);
  const sentence = (): string => {
    const [first, ...rest] = words(9, 28);
    return `${[first![0]!.toUpperCase() + first!.slice(1), ...rest].join(' ')}.`;
  };
  let chapter = '';
  let section = '';
  for (let n = 0; n < count; n++) {
    if (n % CHAPTER === 0) chapter = words(3, 6).join(' ');
    if (n % SECTION === 0) section = words(2, 5).join(' ');
    yield {
      id: `x${n}`, report: `r${Math.floor(n / PASSAGES)}`, heading: `${chapter} \n ${section}`,
      text: Array.from({ length: 2 + Math.floor(random() * 5) }, sentence).join(' '),
      notes: random() < 0.4 ? words(12, 30).join(' ') : '',
      tags: TAGS.filter(([, , share]) => random() < share).map(([facet, value]) => [facet, value]),
    };
  }
}

/** Queries over written passages: as they are typed, with slips, unfinished words and phrases. */
export function writeQueries(passages: readonly BenchPassage[], count: number, seed = 7): BenchQuery[] {
  const random = randomFrom(seed);
  const small = new Set(smallWords);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const wordsOf = (): string[] => pick(passages).text.replace(/[.]/g, '').toLowerCase().split(' ').filter((word) => !small.has(word));
  const some = (list: string[], n: number): string[] => Array.from({ length: n }, () => pick(list));
  const slip = (word: string): string => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2);
  };
  const kinds: [string, () => string][] = [
    ['word', () => pick(wordsOf())],
    ['two words', () => some(wordsOf(), 2).join(' ')],
    ['three words', () => some(wordsOf(), 3).join(' ')],
    ['five words', () => some(wordsOf(), 5).join(' ')],
    ['small words too', () => pick(passages).text.split(' ').slice(2, 7).join(' ')],
    ['phrase', () => `"${pick(passages).text.split(' ').slice(1, 3).join(' ')}"`],
    ['typo', () => [slip(pick(wordsOf().filter((word) => word.length > 5))), pick(wordsOf())].join(' ')],
    ['unfinished', () => [pick(wordsOf()), pick(wordsOf().filter((word) => word.length > 5)).slice(0, 4)].join(' ')],
  ];
  return Array.from({ length: count }, (_, n) => {
    const [kind, make] = kinds[n % kinds.length]!;
    return { kind, query: make() };
  });
}
