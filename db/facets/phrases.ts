import { fold } from '../model/fold.ts';
import type { Reading } from './reading.ts';

/** The words `from` to `to` (exclusive) of a reader's. */
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
  /** Where each word of the last vocabulary leads to from the root; null where no phrase begins with it. */
  #beginnings: { vocabulary: readonly string[]; places: (Node<T>[] | null)[] } = { vocabulary: [], places: [] };

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

  /** Whether a phrase begins with this folded word. */
  canBegin(word: string): boolean {
    return this.#root.words.has(word) || (this.#root.stems.get(word.slice(0, STEM))?.some(({ stem }) => word.startsWith(stem)) ?? false);
  }

  /** The longest phrase at each place, read from left to right, none inside another: "security council" hides "security". */
  longest(reading: Reading): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const found: Hit<T>[] = [];
    const { marks } = reading.words;
    for (let mark = reading.firstMark, free = 0; mark < reading.lastMark; mark++) {
      const from = marks[mark]!;
      const places = from < free ? null : this.#placesAt(reading, from);
      if (places === null) continue;
      found.length = 0;
      enter(places, reading, from, from, found);
      const to = found.reduce((furthest, hit) => Math.max(furthest, hit.to), from);
      if (to > from) hits.push({ from, to, meanings: found.flatMap((hit) => (hit.to === to ? hit.meanings : [])) });
      free = to;
    }
    return hits;
  }

  /** Every phrase at every place, also inside one another. */
  all(reading: Reading): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const { marks } = reading.words;
    for (let mark = reading.firstMark; mark < reading.lastMark; mark++) {
      const from = marks[mark]!;
      const places = this.#placesAt(reading, from);
      if (places !== null) enter(places, reading, from, from, hits);
    }
    return hits;
  }

  /** Each word is looked up once in a report. */
  #placesAt({ words: { key, vocabulary } }: Reading, at: number): Node<T>[] | null {
    if (this.#beginnings.vocabulary !== vocabulary) this.#beginnings = { vocabulary, places: [] };
    const number = key[at]!;
    const known = this.#beginnings.places[number];
    if (known !== undefined) return known;
    const places = next(this.#root, vocabulary[number]!);
    return (this.#beginnings.places[number] = places.length > 0 ? places : null);
  }
}

/** Gathers every phrase that begins at `from`, from the places in the trie to which the word at `at` leads; none goes on into another sentence. */
function enter<T>(places: readonly Node<T>[], reading: Reading, from: number, at: number, into: Hit<T>[]): void {
  const { key, sentence, vocabulary } = reading.words;
  const goesOn = at + 1 < reading.to && sentence[at + 1] === sentence[from];
  for (const place of places) {
    if (place.meanings.length > 0) into.push({ from, to: at + 1, meanings: place.meanings });
    if (goesOn && (place.words.size > 0 || place.stems.size > 0)) enter(next(place, vocabulary[key[at + 1]!]!), reading, from, at + 1, into);
  }
}

/** The places to which a word leads: that of the word itself, then those of stems that it begins with. */
function next<T>(place: Node<T>, key: string): Node<T>[] {
  const exact = place.words.get(key);
  const stems = place.stems.size > 0 ? place.stems.get(key.slice(0, STEM)) : undefined;
  if (!stems) return exact ? [exact] : [];
  const begun = stems.filter(({ stem }) => key.startsWith(stem)).map((one) => one.node);
  return exact ? [exact, ...begun] : begun;
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
