import type { Form, FormKind } from './form.ts';
import type { Memory } from './memory.ts';
import { anyOf, phraseOf, type Places } from './places.ts';
import type { Near } from './words.ts';
import { alike, halves, numberings, sameName, SMALL_WORDS, spellings, type Wording } from './variants.ts';

/** A typed word with all that may stand for it. */
export interface Group {
  typed: string;
  word: string;
  forms: Form[];
}

/** An occurrence of the form counts as this much of an occurrence of the word itself. */
const WEIGHTS: Record<FormKind, number> = { exact: 1, spelling: 0.95, stem: 0.85, compound: 0.9, acronym: 0.95, name: 0.6, completion: 0.7, typo: 0.8, alike: 0.3 };
/** A word that differs only in its ending this way is the same word in another number or tense. */
const INFLECTED = /^(?:s|es|ed|d|ing|ies|y|e)?$/;
const DERIVED = 0.7;
/** Words whose forms are remembered. */
const REMEMBERED = 400;
/** No language has longer words; what is longer is no word. */
const LONGEST = 64;
/** A form that only resembles the word: a passage that has no better is not said to have the word. */
export const isWeak = (form: Form): boolean => form.kind === 'alike';

/** A word and where it stands in the row of words that were typed. */
export interface Typed {
  word: string;
  typed: string;
  unfinished: boolean;
}

/**
 * Finds what may stand for each typed word: other spellings, plural and verb forms, the same name, one word for two and
 * two for one, acronyms and their long forms; and where there is nothing of that kind, what it may have been meant to be.
 * @param row the words as they follow one another
 */
export function expand(memory: Memory, row: readonly Typed[]): Group[] {
  const groups = row.map((typed) => expandOne(memory, typed));
  joinNeighbours(memory, row, groups);
  joinAcronyms(memory, row, groups);
  groups.forEach((group, i) => {
    if (group.word.length <= LONGEST && group.forms.every(isWeak)) group.forms.unshift(...meant(memory, row[i]!));
  });
  return groups;
}

/** A word with its other spellings and endings only: where something is excluded or insisted on. */
export function expandStrictly(memory: Memory, word: string): Places {
  return anyOf(ownForms(memory, word, word).map((form) => form.places));
}

/** A word that is spelled nearly like the typed one, as a form of it. */
export function typoForm(memory: Memory, typed: string, near: Near): Form {
  return oneWord(memory, near.word, 'typo', typed);
}

/** As `formsAlone`, remembered. */
function expandOne(memory: Memory, { word, typed }: Typed): Group {
  const key = `${word} ${typed}`;
  const known = memory.forms.get(key) ?? formsAlone(memory, word, typed);
  memory.forms.delete(key);
  memory.forms.set(key, known);
  if (memory.forms.size > REMEMBERED) memory.forms.delete(memory.forms.keys().next().value!);
  return { typed, word, forms: [...known] };
}

/** What may stand for a word, whatever stands beside it. */
function formsAlone(memory: Memory, word: string, typed: string): Form[] {
  if (word.length > LONGEST) return [];
  const forms = ownForms(memory, word, typed);
  const add = (kind: FormKind, wordings: readonly Wording[]): void => {
    for (const words of wordings) {
      if (forms.some((form) => form.words.join(' ') === words.join(' '))) continue;
      const form = formOf(memory, words, kind, typed);
      if (form) forms.push(form);
    }
  };
  add('name', sameName(word));
  const capitals = typed.length > 1 && typed === typed.toUpperCase();
  const acronym = memory.words.passages(word) > 0 ? word : `${word}s`;
  if (capitals ? memory.words.passages(acronym) > 0 : mayBeAcronym(memory, acronym)) add('acronym', memory.acronyms.longForms(acronym).map(({ words }) => words));
  if (memory.words.passages(word) < 3) add('compound', halves(word));
  add('compound', numberings(word));
  const roots = new Set([word, ...forms.filter((form) => form.kind === 'stem').flatMap((form) => form.words)]);
  for (const root of roots) add('alike', alike(root));
  return forms;
}

/** Whether a word in small letters is worth a look for its long form: it is short, and it has no endings but a plural's. */
function mayBeAcronym({ words }: Memory, word: string): boolean {
  return word.length < 9 && words.passages(word) > 0 && !SMALL_WORDS.has(word) && words.family(word).every((other) => other === `${word}s`);
}

/** The word itself, its other spellings, and the endings of them all. */
function ownForms(memory: Memory, word: string, typed: string): Form[] {
  const { words } = memory;
  const found = new Map<string, Form>();
  const add = (form: Form): void => {
    if (!found.has(form.words[0]!)) found.set(form.words[0]!, form);
  };
  if (words.passages(word) > 0) add(oneWord(memory, word, 'exact', typed));
  const spelled = spellings(word);
  for (const other of spelled) if (words.passages(other) > 0) add(oneWord(memory, other, 'spelling', typed));
  for (const root of [word, ...spelled]) {
    for (const other of words.family(root)) add(oneWord(memory, other, 'stem', typed, inflected(root, other) ? WEIGHTS.stem : DERIVED));
  }
  return [...found.values()];
}

function inflected(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return INFLECTED.test(a.slice(same)) && INFLECTED.test(b.slice(same));
}

/** "back channel" is "backchannel" where the library has it so. */
function joinNeighbours(memory: Memory, row: readonly Typed[], groups: readonly Group[]): void {
  for (let i = 0; i + 1 < row.length; i++) {
    const joined = row[i]!.word + row[i + 1]!.word;
    if (memory.words.passages(joined) === 0) continue;
    const form = oneWord(memory, joined, 'compound', `${row[i]!.typed} ${row[i + 1]!.typed}`);
    groups[i]!.forms.push(form);
    groups[i + 1]!.forms.push(form);
  }
}

/** Words in a row that an acronym of the library is short for. */
function joinAcronyms(memory: Memory, row: readonly Typed[], groups: readonly Group[]): void {
  const words = row.map((typed) => typed.word);
  for (let from = 0; from < words.length - 1; from++) {
    for (let to = Math.min(words.length, from + 9); to > from + 1; to--) {
      const span = words.slice(from, to);
      if (SMALL_WORDS.has(span[0]!) || SMALL_WORDS.has(span.at(-1)!)) continue;
      const written = memory.acronyms.candidates(span).flatMap((letters) => (SMALL_WORDS.has(letters) ? [] : [letters, `${letters}s`]));
      const acronym = written.find((letters) => memory.words.passages(letters) > 0 && memory.acronyms.longForms(letters).some(({ words }) => words.join(' ') === span.join(' ')));
      if (acronym === undefined) continue;
      const form = oneWord(memory, acronym, 'acronym', row.slice(from, to).map((typed) => typed.typed).join(' '));
      for (let i = from; i < to; i++) groups[i]!.forms.push(form);
    }
  }
}

/** What a word that the library does not have was meant to be: finished while it is typed, else spelled right. */
function meant(memory: Memory, { word, typed, unfinished }: Typed): Form[] {
  const completions = unfinished ? memory.words.completions(word) : [];
  if (completions.length > 0) return completions.map((other) => oneWord(memory, other, 'completion', typed));
  const near = memory.words.near(word).filter((other) => !SMALL_WORDS.has(other.word));
  const best = near.filter((other) => other.distance === near[0]!.distance && other.sounds === near[0]!.sounds).slice(0, 2);
  if (best.length > 0) {
    const meantToBe = best.map((other, i) => oneWord(memory, other.word, 'typo', typed, i === 0 ? WEIGHTS.typo : WEIGHTS.typo / 2));
    return [...meantToBe, ...memory.words.family(best[0]!.word).filter((other) => !best.some(({ word: known }) => known === other)).map((other) => oneWord(memory, other, 'stem', typed, WEIGHTS.typo * DERIVED))];
  }
  return word.length > 3 ? memory.words.completions(word).map((other) => oneWord(memory, other, 'completion', typed)) : [];
}

function oneWord(memory: Memory, word: string, kind: FormKind, typed: string, weight = WEIGHTS[kind]): Form {
  return {
    words: [word], kind, weight, typed,
    get places() {
      return memory.places(word);
    },
  };
}

function formOf(memory: Memory, words: Wording, kind: FormKind, typed: string): Form | null {
  if (words.some((word) => memory.words.passages(word) === 0)) return null;
  if (words.length === 1) return oneWord(memory, words[0]!, kind, typed);
  // Words that stand everywhere are taken on trust: their postings are the longest of all.
  const rare = words.filter((word) => !SMALL_WORDS.has(word) && memory.words.passages(word) < memory.count / 4);
  const places = phraseOf(words.map((word) => (rare.length > 1 && !rare.includes(word) ? null : memory.places(word))));
  return places.docs.length === 0 ? null : { words, kind, weight: WEIGHTS[kind], places, typed };
}
