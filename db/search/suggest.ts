import { fold, tokenize, type Token } from '../model/fold.ts';
import type { Memory } from './memory.ts';
import { SMALL_WORDS } from './variants.ts';

export interface Suggestion {
  kind: 'name' | 'acronym' | 'heading' | 'search';
  text: string;
  detail: string | null;
  query: string;
}

/** Completions of the last word that are looked at, and passages of each that are read for how it is written. */
const COMPLETIONS = 8;
const PASSAGES = 10;
/** Words of a name. */
const LONGEST = 4;
const SHORTEST = 2;
const CAPITAL = /^\p{Lu}/u;

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
  if (!last || last.word.length < SHORTEST || /\s$/.test(typed)) return found.slice(0, limit);
  const before = typed.slice(0, last.start);
  const words = memory.words.beginningWith(last.word, COMPLETIONS).filter((word) => !SMALL_WORDS.has(word));
  const lists = [...words.map((word) => [...acronymsOf(memory, word, before), ...namesOf(memory, word, before)]), headingsOf(memory, tokens)];
  const seen = new Set(found.map(({ query }) => fold(query)));
  for (let turn = 0; lists.some((list) => turn < list.length); turn++) {
    for (const list of lists) {
      const one = list[turn];
      if (!one || seen.has(fold(one.query))) continue;
      seen.add(fold(one.query));
      found.push(one);
    }
  }
  return found.slice(0, limit);
}

function acronymsOf(memory: Memory, word: string, before: string): Suggestion[] {
  if (word.length > 9) return [];
  const form = memory.acronyms.longForms(word, false)[0];
  const text = form && word.toUpperCase();
  return text ? [{ kind: 'acronym', text, detail: form.join(' '), query: before + text }] : [];
}

/** The names that a word is part of, as the text writes them, the most frequent first. */
function namesOf(memory: Memory, word: string, before: string): Suggestion[] {
  const times = new Map<string, number>();
  for (const text of memory.textsWith(word, PASSAGES)) {
    const tokens = tokenize(text);
    const at = tokens.findIndex((token) => token.word === word && CAPITAL.test(text.slice(token.start)));
    const name = at < 0 ? null : nameAround(text, tokens, at);
    if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([text]) => ({ kind: 'name', text, detail: null, query: before + text }));
}

/** Capitalised words in a row, with nothing but a blank or a hyphen between. One alone is no name. */
function nameAround(text: string, tokens: readonly Token[], at: number): string | null {
  const goesOn = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && /^[ -]$/.test(text.slice(a.end, b.start)) && CAPITAL.test(text.slice(a.start)) && CAPITAL.test(text.slice(b.start));
  let from = at;
  let to = at;
  while (to - from + 1 < LONGEST && goesOn(tokens[to], tokens[to + 1])) to += 1;
  while (to - from + 1 < LONGEST && goesOn(tokens[from - 1], tokens[from]) && !SMALL_WORDS.has(tokens[from - 1]!.word)) from -= 1;
  return from === to ? null : text.slice(tokens[from]!.start, tokens[to]!.end);
}

/** Headings that have all words of the query, the last one as a beginning. */
function headingsOf(memory: Memory, tokens: readonly Token[]): Suggestion[] {
  const typed = tokens.map((token) => token.word).filter((word, i) => i === tokens.length - 1 || !SMALL_WORDS.has(word));
  const has = (words: readonly string[]): boolean => typed.every((word, i) => words.some((own) => (i === typed.length - 1 ? own.startsWith(word) : own === word)));
  return memory.headings.filter(({ words }) => has(words)).slice(0, 3).map(({ title, report }) => ({ kind: 'heading', text: title, detail: report, query: title.replace(/["“”]/g, '') }));
}
