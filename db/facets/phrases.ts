import { fold } from '../model/fold.ts';
import type { Words } from './reading.ts';

/** Words `from` to `to` (exclusive) of a reading. */
export interface Stretch {
  from: number;
  to: number;
}

/** A phrase that was found, and what it stands for. */
export interface Hit<T> extends Stretch {
  meanings: T[];
}

interface Node<T> {
  words: Map<string, Node<T>>;
  /** Stems by their first three letters. */
  stems: Map<string, { stem: string; node: Node<T> }[]>;
  meanings: T[];
}

const STEM = 3;

/**
 * All phrases of one set of rules in a trie over words, so that a text is read once, however many rules there are.
 * A phrase is a few words: "coast guard"; "invest*" takes every ending; "lack*|lose decis*" takes either first word.
 */
export class Phrases<T> {
  #root: Node<T> = node();
  /** Which words of the last vocabulary a phrase can begin with: 1 for those that can, 2 for those that cannot. */
  #beginnings: { vocabulary: readonly string[]; known: number[] } = { vocabulary: [], known: [] };

  /**
   * @param phrase as above; "US" matches only capitals
   * @throws Error where a stem is too short to be told apart, or nothing is left of the phrase
   */
  add(phrase: string, meaning: T): void {
    let places = [this.#root];
    for (const alternatives of phrase.split(' ')) {
      places = places.flatMap((place) => alternatives.split('|').map((word) => step(place, word, phrase)));
    }
    for (const place of places) place.meanings.push(meaning);
  }

  /** The longest phrase at each place, read from left to right, none inside another: "security council" hides "security". */
  longest(words: Words): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const found: Hit<T>[] = [];
    const known = this.#knownOf(words);
    for (let from = 0; from < words.length;) {
      if (!this.#begins(known, words, from)) {
        from += 1;
        continue;
      }
      found.length = 0;
      walk(this.#root, words, from, from, found);
      const to = found.reduce((furthest, hit) => Math.max(furthest, hit.to), from);
      if (to > from) hits.push({ from, to, meanings: found.flatMap((hit) => (hit.to === to ? hit.meanings : [])) });
      from = Math.max(to, from + 1);
    }
    return hits;
  }

  /** Every phrase at every place, also inside one another. */
  all(words: Words): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const known = this.#knownOf(words);
    for (let from = 0; from < words.length; from++) if (this.#begins(known, words, from)) walk(this.#root, words, from, from, hits);
    return hits;
  }

  #knownOf({ vocabulary }: Words): number[] {
    if (this.#beginnings.vocabulary !== vocabulary) this.#beginnings = { vocabulary, known: [] };
    return this.#beginnings.known;
  }

  /** Whether any phrase can begin with a word. Most words begin none, and each word is judged once in a report. */
  #begins(known: number[], { key, vocabulary }: Words, at: number): boolean {
    const number = key[at]!;
    known[number] ??= next(this.#root, vocabulary[number]!).length > 0 ? 1 : 2;
    return known[number] === 1;
  }
}

/** Gathers every phrase that begins at `from` and goes on, from a place in the trie, with the word at `at`; none goes on into another sentence. */
function walk<T>(place: Node<T>, words: Words, from: number, at: number, into: Hit<T>[]): void {
  if (at >= words.length || words.sentence[at] !== words.sentence[from]) return;
  for (const there of next(place, words.vocabulary[words.key[at]!]!)) {
    if (there.meanings.length > 0) into.push({ from, to: at + 1, meanings: there.meanings });
    walk(there, words, from, at + 1, into);
  }
}

/** The places to which a word leads: that of the word itself, then those of stems that it begins with. */
function next<T>(place: Node<T>, key: string): Node<T>[] {
  const exact = place.words.get(key);
  const stems = place.stems.size > 0 ? (place.stems.get(key.slice(0, STEM)) ?? []) : [];
  return [...(exact ? [exact] : []), ...stems.filter(({ stem }) => key.startsWith(stem)).map(({ node }) => node)];
}

function node<T>(): Node<T> {
  return { words: new Map(), stems: new Map(), meanings: [] };
}

function step<T>(place: Node<T>, word: string, phrase: string): Node<T> {
  const stem = word.endsWith('*');
  const key = word === 'US' ? word : fold(stem ? word.slice(0, -1) : word);
  if (key === '' || (stem && key.length < STEM)) throw new Error(`No such phrase can be looked for: “${phrase}”`);
  if (!stem) {
    const known = place.words.get(key) ?? node<T>();
    place.words.set(key, known);
    return known;
  }
  const family = place.stems.get(key.slice(0, STEM)) ?? [];
  place.stems.set(key.slice(0, STEM), family);
  const known = family.find((one) => one.stem === key);
  if (known) return known.node;
  const fresh = node<T>();
  family.push({ stem: key, node: fresh });
  return fresh;
}
