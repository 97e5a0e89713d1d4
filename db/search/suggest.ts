import { fold, POSSESSIVE, tokenize, withoutPossessive, type Token } from '../model/fold.ts';
import type { Suggestion } from './answer.ts';
import type { Memory, Name } from './memory.ts';
import { SMALL_WORDS } from './variants.ts';

/** Completions of the last word that are looked at, and passages of each that are read for how it is written. */
const COMPLETIONS = 8;
const PASSAGES = 10;
/** Words whose names are remembered. */
const REMEMBERED = 400;
/** Words of a name. */
const LONGEST = 4;
/** Letters of a word that stands alone; behind other words, one is enough. */
const SHORTEST = 2;
const CAPITAL = /^\p{Lu}/u;
/** A word with a small letter and a blank before it: what begins with a capital behind it is a name, and no sentence. */
const WITHIN = /\p{Ll}[,;]? $/u;

/**
 * What a query that is being typed may become: earlier searches that begin so, then by turns names and acronyms that
 * begin with its last word, and headings that have all its words.
 * @param earlier searches, the latest first
 */
export function suggest(memory: Memory, typed: string, earlier: readonly string[], limit: number): Suggestion[] {
  const tokens = tokenize(typed);
  const last = tokens.at(-1);
  const letters = fold(typed.trim());
  const searches = letters === '' ? earlier : earlier.filter((query) => fold(query).startsWith(letters) && fold(query) !== letters);
  const found = searches.slice(0, limit).map((query): Suggestion => ({ kind: 'search', text: query, detail: null, query }));
  if (!last || (tokens.length === 1 && last.word.length < SHORTEST) || /\s$/.test(typed)) return found.slice(0, limit);
  // A single letter begins too many words to look them all up; the word before it says which are meant.
  const words = last.word.length < SHORTEST ? behind(memory, tokens.at(-2)!.word, last.word) : memory.words.beginningWith(last.word, COMPLETIONS).filter((word) => !SMALL_WORDS.has(word));
  const lists = [...words.map((word) => [...acronymsOf(memory, word, typed, last), ...namesOf(memory, word, typed, tokens)]), headingsOf(memory, tokens)];
  const seen = new Set(found.map(({ query }) => fold(query)));
  // What is typed already is no suggestion, but for an acronym: its long form is worth seeing.
  const said = ({ kind, query }: Suggestion): boolean => seen.has(fold(query)) || (fold(query) === letters && kind !== 'acronym');
  for (let turn = 0; lists.some((list) => turn < list.length); turn++) {
    for (const list of lists) {
      const one = list[turn];
      if (!one || said(one)) continue;
      seen.add(fold(one.query));
      found.push(one);
    }
  }
  return found.slice(0, limit);
}

/** The words that stand behind a word and begin with a letter, the most frequent first. */
function behind(memory: Memory, before: string, letter: string): string[] {
  const times = new Map<string, number>();
  for (const text of memory.originalsWith(before, 4 * PASSAGES)) {
    const tokens = tokenize(text);
    tokens.forEach(({ word }, at) => {
      if (word.startsWith(letter) && tokens[at - 1]?.word === before) times.set(word, (times.get(word) ?? 0) + 1);
    });
  }
  return [...times].sort((a, b) => b[1] - a[1]).slice(0, COMPLETIONS).map(([word]) => word);
}

function acronymsOf(memory: Memory, word: string, typed: string, last: Token): Suggestion[] {
  if (word.length > 9) return [];
  const [long] = memory.acronyms.longForms(word);
  const text = word.toUpperCase();
  return long ? [{ kind: 'acronym', text, detail: long.written, query: typed.slice(0, last.start) + text }] : [];
}

/** The names that a word is part of, as the text writes them, the most frequent first. */
function namesOf(memory: Memory, word: string, typed: string, query: readonly Token[]): Suggestion[] {
  let names = memory.names.get(word);
  if (!names) {
    if (memory.names.size >= REMEMBERED) memory.names.delete(memory.names.keys().next().value!);
    memory.names.set(word, (names = namesWith(memory, word)));
  }
  const found = names.map((name) => ({ ...name, at: startOf(name.text, query) }));
  // A name that was begun with the word before goes first.
  return found.sort((a, b) => a.at - b.at || b.often - a.often).slice(0, 2).map(({ text, at }) => ({ kind: 'name', text, detail: null, query: typed.slice(0, at) + text }));
}

function namesWith(memory: Memory, word: string): Name[] {
  const times = new Map<string, number>();
  for (const text of memory.originalsWith(word, PASSAGES)) {
    const tokens = tokenize(text);
    const names = tokens.flatMap((token, at) => (token.word === word && CAPITAL.test(text.slice(token.start)) ? (nameAround(text, tokens, at) ?? []) : []));
    for (const name of new Set(names)) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return Array.from(times, ([text, often]) => ({ text, often }));
}

/** Where in the query a name begins that was typed in part: "kei ko" becomes "Kei Koga", not "kei Kei Koga". */
function startOf(name: string, query: readonly Token[]): number {
  const own = new Set(tokenize(name).map((token) => token.word));
  let at = query.length - 1;
  while (at > 0 && own.has(query[at - 1]!.word)) at -= 1;
  return query[at]!.start;
}

/** Capitalised words in a row, with nothing but a blank or a hyphen between. One alone is a name where it stands within a sentence. */
function nameAround(text: string, tokens: readonly Token[], at: number): string | null {
  const possessive = (token: Token): boolean => POSSESSIVE.test(text.slice(token.start, token.end));
  const goesOn = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && /^[ -]$/.test(text.slice(a.end, b.start)) && CAPITAL.test(text.slice(a.start)) && CAPITAL.test(text.slice(b.start)) && !possessive(a);
  let from = at;
  let to = at;
  while (to - from + 1 < LONGEST && goesOn(tokens[to], tokens[to + 1])) to += 1;
  while (to - from + 1 < LONGEST && goesOn(tokens[from - 1], tokens[from]) && !SMALL_WORDS.has(tokens[from - 1]!.word)) from -= 1;
  if (from === to && !WITHIN.test(text.slice(0, tokens[at]!.start))) return null;
  return withoutPossessive(text.slice(tokens[from]!.start, tokens[to]!.end));
}

/** Headings that have all words of the query, the last one as a beginning. */
function headingsOf(memory: Memory, tokens: readonly Token[]): Suggestion[] {
  const words = tokens.map((token) => token.word);
  const whole = words.slice(0, -1).filter((word) => !SMALL_WORDS.has(word));
  return memory.headings.having(whole, words.at(-1)!, 3).map(({ title, report }) => ({ kind: 'heading', text: title, detail: report, query: title.replace(/["“”]/g, '') }));
}
