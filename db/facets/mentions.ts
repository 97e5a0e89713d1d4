import rules from './rules/country.json' with { type: 'json' };
import { Phrases, type Stretch } from './phrases.ts';
import type { Reading } from './reading.ts';

/** A country or the region, named in a text. */
export interface Mention {
  value: string;
  weight: number;
  hit: Stretch;
}

/** What a text names: countries, and words that point to a country without naming it ("both sides"). */
export interface Mentions {
  named: Mention[];
  references: Stretch[];
}

type Meaning = { kind: 'named'; value: string; weight: number } | { kind: 'reference' | 'example' | 'ignored' };

/** How far back the words may stand that announce examples; a list of names is no longer. */
const REACH = 24;

/** Between "such as" and an example stand only names and these. */
const LIST_WORDS = new Set(['and', 'or', 'the', 'in', 'of', 'to', 'as']);

const phrases = compile();

/** Whether something that is looked for here begins with this folded word. */
export const namesBegin = (word: string): boolean => phrases.canBegin(word);

/** Finds what a text names. Examples ("states such as Laos and Cambodia") weigh little: the text is not about them. */
export function mentionsIn(reading: Reading): Mentions {
  const found: Mentions = { named: [], references: [] };
  const examples = new Set<number>();
  for (const hit of phrases.longest(reading)) {
    for (const meaning of hit.meanings) {
      if (meaning.kind === 'example') examples.add(hit.to);
      if (meaning.kind === 'reference') found.references.push(hit);
      if (meaning.kind !== 'named') continue;
      found.named.push({ value: meaning.value, weight: meaning.weight * factorOf(reading, hit.from, examples), hit });
    }
  }
  return found;
}

/** Examples weigh little; a place where something happened ("a speech in Manila") less than one that has its say. */
function factorOf(reading: Reading, at: number, examples: ReadonlySet<number>): number {
  if (isExample(reading, at, examples)) return rules.context.example;
  const { key, vocabulary } = reading.words;
  const wordAt = (i: number): string | undefined => (i < reading.from ? undefined : vocabulary[key[i]!]);
  const before = wordAt(at - 1) === 'the' ? at - 2 : at - 1;
  return wordAt(before) === 'in' ? rules.context.place : 1;
}

/** Whether only a list of names lies between a word and the words that announce examples. */
function isExample(reading: Reading, at: number, examples: ReadonlySet<number>): boolean {
  const { key, start, sentence, vocabulary } = reading.words;
  for (let i = at; i > Math.max(reading.from, at - REACH); i--) {
    if (examples.has(i)) return true;
    const before = i - 1;
    if (sentence[before] !== sentence[at] || !(LIST_WORDS.has(vocabulary[key[before]!]!) || isCapital(reading.text[start[before]!]!))) return false;
  }
  return false;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function compile(): Phrases<Meaning> {
  const set = new Phrases<Meaning>();
  for (const [value, groups] of Object.entries(rules.values)) {
    for (const [group, list] of Object.entries(groups)) {
      for (const phrase of list) set.add(phrase, { kind: 'named', value, weight: rules.weights[group as keyof typeof rules.weights] });
    }
  }
  for (const phrase of rules.references) set.add(phrase, { kind: 'reference' });
  for (const phrase of rules.examples) set.add(phrase, { kind: 'example' });
  for (const phrase of rules.ignored) set.add(phrase, { kind: 'ignored' });
  return set;
}
