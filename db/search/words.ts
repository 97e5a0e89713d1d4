import { Charset, Encoder, Index } from 'flexsearch';
import { stemmer } from 'stemmer';
import type { Word } from '../store/postings.ts';
import { editDistance, slips } from './distance.ts';

/** A word of the library that may be meant by a word that it does not have. */
export interface Near {
  word: string;
  distance: number;
  /** They sound alike. */
  sounds: boolean;
}

export interface Words {
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
}

/** How many proposals of FlexSearch are looked at: the right one stands among the first dozen in all that was tried. */
const PROPOSALS = 80;
const COMPLETIONS = 8;
const HAS_DIGIT = /\p{N}/u;

/**
 * Makes the library's words findable: exactly, by their beginning, by their stem, and through FlexSearch by sound and
 * near spelling.
 * @param list the distinct words, in byte order as FTS5 gives them
 */
export function createWords(list: readonly Word[]): Words {
  const rows = [...list].sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
  const words = rows.map((row) => row.word);
  const counts = Uint32Array.from(rows, (row) => row.passages);
  let proposals: ((keys: string[]) => string[]) | null = null;

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
  const range = (letters: string): number[] => {
    const found: number[] = [];
    for (let i = firstFrom(letters); i < words.length && words[i]!.startsWith(letters); i++) found.push(i);
    return found;
  };
  const frequent = (found: number[], limit: number): string[] => found.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, limit).map((i) => words[i]!);
  const passages = (word: string): number => {
    const at = firstFrom(word);
    return words[at] === word ? counts[at]! : 0;
  };
  /** FlexSearch is filled when the first word needs it: most queries never do. */
  const propose = (keys: string[]): string[] => (proposals ??= proposer(rows))(keys);

  return {
    passages,
    beginningWith: (letters, limit) => frequent(range(letters), limit),
    family(word) {
      if (word.length < 3 || HAS_DIGIT.test(word)) return [];
      const stem = stemmer(word);
      return range(commonRoot(word, stem)).map((i) => words[i]!).filter((other) => other !== word && other.length > 2 && stemmer(other) === stem);
    },
    completions: (letters) => (letters.length < 3 ? [] : propose([startKey(letters)]).filter((word) => word.startsWith(letters)).slice(0, COMPLETIONS)),
    near(word) {
      if (slips(word.length) === 0 || HAS_DIGIT.test(word)) return [];
      const sound = soundOf(word);
      return propose(keysOf(word)).flatMap((other) => judge(word, sound, other) ?? []).sort((a, b) => cost(word, a) - cost(word, b) || passages(b.word) - passages(a.word));
    },
  };
}

/** What all words of a stem begin with: Porter's stem may end in a letter of its own ("polici" for "policy"). */
function commonRoot(word: string, stem: string): string {
  let same = 0;
  while (same < stem.length && same < word.length && stem[same] === word[same]) same += 1;
  return stem.slice(0, Math.max(2, Math.min(same, stem.length - (/[iy]$/.test(stem) ? 1 : 0))));
}

function judge(word: string, sound: string, other: string): Near | null {
  if (other === word) return null;
  const sounds = sound.length > 1 && soundOf(other) === sound;
  const most = slips(word.length) + (sounds && word.length > 5 ? 1 : 0);
  const distance = editDistance(word, other, most);
  return distance > most ? null : { word: other, distance, sounds };
}

/** Fewer slips first; then what sounds the same; then what begins the same. */
function cost(word: string, near: Near): number {
  return near.distance - (near.sounds ? 0.5 : 0) - (near.word[0] === word[0] ? 0.25 : 0);
}

/** FlexSearch takes numbers apart and drops doubled letters unless it is told not to. */
const sounds = new Encoder({ ...Charset.LatinExtra, numeric: false, dedupe: false });
const soundOf = (word: string): string => sounds.encode(word).join('');
const startKey = (word: string): string => `^${word.slice(0, 3)}`;

/** By what a word is found: its beginning, its sound, and its pairs (short words) or triplets (long words) of letters. */
function keysOf(word: string): string[] {
  const framed = `<${word}>`;
  const keys = [startKey(word), `~${soundOf(word)}`];
  if (word.length < 7) for (let i = 0; i + 2 <= framed.length; i++) keys.push(framed.slice(i, i + 2));
  if (word.length > 4) for (let i = 0; i + 3 <= framed.length; i++) keys.push(framed.slice(i, i + 3));
  return [...new Set(keys)];
}

/** Fills FlexSearch with the words, the most frequent first, so that equally good proposals come in that order. */
function proposer(rows: readonly Word[]): (keys: string[]) => string[] {
  const words = rows.filter((row) => row.word.length > 2 && !HAS_DIGIT.test(row.word)).sort((a, b) => b.passages - a.passages).map((row) => row.word);
  const index = new Index({ tokenize: 'strict', resolution: 1, encode: (keys: string) => keys.split(' ') });
  words.forEach((word, at) => index.add(at, keysOf(word).join(' ')));
  return (keys) => (index.search(keys.join(' '), { suggest: true, limit: keys.length > 1 ? PROPOSALS : words.length }) as number[]).map((at) => words[at]!);
}
