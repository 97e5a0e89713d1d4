import { stemmer } from 'stemmer';
import { BEYOND, type Vocabulary } from '../store/postings.ts';
import { createDistance, slips } from './distance.ts';
import { outlinesOf, type Outlines } from './outlines.ts';
import { createSounds, soundOf, type Sounds } from './sounds.ts';

/** A word of the library that may be meant by a word that it does not have. */
export interface Near {
  word: string;
  distance: number;
  /** They sound alike. */
  sounds: boolean;
}

/** Where the words are: in the library's index. */
export interface WordSource {
  passagesWith(word: string): number;
  wordsBetween(from: string, to: string, most: number): Vocabulary;
}

export interface Words {
  /** How many different words there are. */
  readonly count: number;
  /** One of them, by its number in alphabetical order. */
  at(number: number): string;
  /** How many passages have the word; 0 where the library does not have it. */
  passages(word: string): number;
  /** All words that begin with these letters, the most frequent first. */
  beginningWith(letters: string, limit: number): string[];
  /** The words of one stem: "vessels" for "vessel", "agreed" for "agreement". The word itself is not among them. */
  family(word: string): string[];
  /** What an unfinished word may become, the most frequent first. */
  completions(letters: string): string[];
  /** Words that are spelled nearly so or sound so, the likeliest first. */
  near(word: string): Near[];
  /** Gets ready for misspelt words, a little at a time. @returns whether all is ready */
  prepare(): boolean;
}

const COMPLETIONS = 8;
const NEAR = 80;
/** Misspelt words whose near ones are remembered: each comes again with every letter that is typed behind it. */
const REMEMBERED = 200;
const HAS_DIGIT = /\p{N}/u;
/** Words that are read, and made ready, at a time: about two milliseconds' work. */
const READ_AT_A_TIME = 4000;
const AT_A_TIME = 1000;

interface Counted { word: string; passages: number }

/**
 * Makes the library's words findable: exactly, by their beginning, by their stem, by near spelling, and through
 * FlexSearch by sound. The list of all words is read bit by bit, or when a misspelt word needs it; until then the index
 * is asked for single words and beginnings, so that the first search need not wait for the list.
 */
export function createWords(source: WordSource): Words {
  let words: string[] = [];
  let counts: number[] = [];
  let whole = false;
  let sounds: Sounds | null = null;
  let outlines: Outlines | null = null;
  const lately = new Map<string, Near[]>();

  /** Reads the next words. @param most -1 for all that are left */
  const read = (most: number): void => {
    // The least text above the last word.
    const next = words.length === 0 ? '' : `${words.at(-1)!}\0`;
    const part = source.wordsBetween(next, BEYOND, most);
    for (const word of part.words) words.push(word);
    for (const count of part.passages) counts.push(count);
    whole = most < 0 || part.words.length < most;
    if (whole) ({ words, counts } = inOrder(words, counts));
  };
  const readAll = (): void => {
    if (!whole) read(-1);
  };
  const soundsOfAll = (): Sounds => (sounds ??= createSounds(words));
  const firstFrom = (letters: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]! < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** Words that begin so; `from` is where their counts begin among the `passages`. */
  const startingWith = (letters: string): { words: string[]; passages: ArrayLike<number>; from: number } => {
    if (!whole) return { ...source.wordsBetween(letters, letters + BEYOND, -1), from: 0 };
    const from = firstFrom(letters);
    let to = from;
    while (to < words.length && words[to]!.startsWith(letters)) to += 1;
    return { words: words.slice(from, to), passages: counts, from };
  };
  const range = (letters: string): Counted[] => {
    const { words: found, passages: often, from } = startingWith(letters);
    return found.map((word, i) => ({ word, passages: often[from + i]! }));
  };
  const frequent = (found: Counted[], limit: number): string[] => found.sort((a, b) => b.passages - a.passages).slice(0, limit).map(({ word }) => word);
  const passages = (word: string): number => {
    if (!whole) return source.passagesWith(word);
    const at = firstFrom(word);
    return words[at] === word ? counts[at]! : 0;
  };
  /** Every word within so many slips. */
  const within = (word: string, most: number): Near[] => {
    readAll();
    return (outlines ??= outlinesOf(words)).within(word, most).map(({ at, distance }) => ({ word: words[at]!, distance, sounds: false }));
  };

  const nearTo = (word: string): Near[] => {
    const most = slips(word.length);
    if (most === 0 || HAS_DIGIT.test(word)) return [];
    const sound = soundOf(word);
    const spelled = within(word, most).map((near) => ({ ...near, sounds: sound.length > 1 && soundOf(near.word) === sound }));
    const known = new Set(spelled.map((near) => near.word));
    // A word that sounds like the typed one may be spelled with one slip more. To measure that is quicker than to hear how it sounds.
    const heardMost = most + (word.length > 5 ? 1 : 0);
    const distance = createDistance(word, heardMost);
    const heard = soundsOfAll().like(word, (other) => other !== word && distance(other) <= heardMost)
      .flatMap((other): Near[] => (known.has(other) ? [] : [{ word: other, distance: distance(other), sounds: true }]));
    return [...spelled, ...heard].sort((a, b) => cost(word, a) - cost(word, b) || passages(b.word) - passages(a.word)).slice(0, NEAR);
  };

  return {
    passages,
    get count() {
      readAll();
      return words.length;
    },
    at(number) {
      readAll();
      return words[number] ?? '';
    },
    beginningWith: (letters, limit) => frequent(range(letters), limit),
    family(word) {
      if (word.length < 3 || HAS_DIGIT.test(word)) return [];
      const stem = stemmer(word);
      return startingWith(commonRoot(word, stem)).words.filter((other) => other !== word && other.length > 2 && stemmer(other) === stem);
    },
    completions: (letters) => (letters.length < 3 ? [] : frequent(range(letters), COMPLETIONS)),
    near(word) {
      const known = lately.get(word);
      if (known) return known;
      const found = nearTo(word);
      if (lately.size >= REMEMBERED) lately.delete(lately.keys().next().value!);
      lately.set(word, found);
      return found;
    },
    prepare() {
      if (whole) return soundsOfAll().fill(AT_A_TIME);
      read(READ_AT_A_TIME);
      return false;
    },
  };
}

/** JavaScript's order, which differs from that of bytes in rare scripts. */
function inOrder(words: string[], counts: number[]): { words: string[]; counts: number[] } {
  if (words.every((word, i) => i === 0 || words[i - 1]! < word)) return { words, counts };
  const order = Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  return { words: order.map((i) => words[i]!), counts: order.map((i) => counts[i]!) };
}

/** What all words of a stem begin with: Porter's stem may end in a letter of its own ("polici" for "policy"). */
function commonRoot(word: string, stem: string): string {
  let same = 0;
  while (same < stem.length && same < word.length && stem[same] === word[same]) same += 1;
  return stem.slice(0, Math.max(2, Math.min(same, stem.length - (/[iy]$/.test(stem) ? 1 : 0))));
}

/** Fewer slips first; then what sounds the same; then what begins the same. */
function cost(word: string, near: Near): number {
  return near.distance - (near.sounds ? 0.5 : 0) - (near.word[0] === word[0] ? 0.25 : 0);
}
