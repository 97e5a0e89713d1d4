import { fold } from '../model/fold.ts';
import type { Word } from './reading.ts';

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
  longest(words: readonly Word[]): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const found: Hit<T>[] = [];
    for (let from = 0; from < words.length;) {
      found.length = 0;
      walk(this.#root, words, from, from, found);
      const to = found.reduce((furthest, hit) => Math.max(furthest, hit.to), from);
      if (to > from) hits.push({ from, to, meanings: found.flatMap((hit) => (hit.to === to ? hit.meanings : [])) });
      from = Math.max(to, from + 1);
    }
    return hits;
  }

  /** Every phrase at every place, also inside one another. */
  all(words: readonly Word[]): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let from = 0; from < words.length; from++) walk(this.#root, words, from, from, hits);
    return hits;
  }
}

/** Gathers every phrase that begins at `from` and goes on, from a place in the trie, with the word at `at`; none goes on into another sentence. */
function walk<T>(place: Node<T>, words: readonly Word[], from: number, at: number, into: Hit<T>[]): void {
  if (at >= words.length || words[at]!.sentence !== words[from]!.sentence) return;
  const { key } = words[at]!;
  const exact = place.words.get(key);
  if (exact) arrive(exact, words, from, at + 1, into);
  const stems = place.stems.size > 0 ? place.stems.get(key.slice(0, STEM)) : undefined;
  if (stems) for (const { stem, node } of stems) if (key.startsWith(stem)) arrive(node, words, from, at + 1, into);
}

function arrive<T>(place: Node<T>, words: readonly Word[], from: number, to: number, into: Hit<T>[]): void {
  if (place.meanings.length > 0) into.push({ from, to, meanings: place.meanings });
  walk(place, words, from, to, into);
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
