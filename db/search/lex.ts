import type { FacetName } from '../model/facet.ts';
import { fold, tokenize } from '../model/fold.ts';

/** A piece of a query, before any rule is applied. */
export type Mark =
  /** One or several words with no blank between ("Indo-Pacific"); `last` where the query ends with them, so they may be unfinished. */
  | { kind: 'word'; words: { word: string; typed: string }[]; last: boolean }
  | { kind: 'phrase'; words: string[]; typed: string }
  | { kind: 'prefix'; letters: string; typed: string }
  | { kind: 'filter'; field: FacetName | 'author' | 'chapter'; value: string }
  | { kind: 'where'; value: 'text' | 'footnotes' }
  | { kind: 'near'; within: number | null }
  | { kind: 'sign'; sign: 'AND' | 'OR' | 'NOT' | '(' | ')' }
  | { kind: 'unclosed' };

const QUOTES = '"“”„‟«»＂';
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, 'uy');
const CHUNK = new RegExp(`[^\\s()${QUOTES}]+`, 'uy');
const FIELD = /^(country|domain|limitation|author|chapter|in):/i;
const NEAR = /^NEAR(?:\/(\d{1,4}))?$/;
const WHERE: Record<string, 'text' | 'footnotes'> = { text: 'text', footnotes: 'footnotes', footnote: 'footnotes', notes: 'footnotes' };

/** Cuts a query into its marks. Takes any text. */
export function lex(query: string): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(query);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < query.length) {
    const char = query[at]!;
    if (char === '(' || char === ')') {
      marks.push({ kind: 'sign', sign: char });
      at += 1;
    } else if (QUOTES.includes(char)) {
      const quoted = take(QUOTED);
      if (quoted) marks.push(...phraseOf(quoted[1]!));
      else {
        marks.push({ kind: 'unclosed' });
        at += 1;
      }
    } else {
      const chunk = take(CHUNK)?.[0];
      if (chunk === undefined) at += 1;
      else marks.push(...marksOf(chunk, at === query.length, () => take(QUOTED)?.[1] ?? null, query[at] ?? ''));
    }
  }
  return marks;
}

/**
 * @param quoted takes the quoted text that follows without a blank, as in author:"Kei Koga"
 * @param next the character after the chunk
 */
function marksOf(chunk: string, last: boolean, quoted: () => string | null, next: string): Mark[] {
  if (chunk === 'AND' || chunk === 'OR' || chunk === 'NOT') return [{ kind: 'sign', sign: chunk }];
  const near = NEAR.exec(chunk);
  if (near) return [{ kind: 'near', within: near[1] === undefined ? null : Number(near[1]) }];
  if (chunk === '-' && next !== '' && !/\s/.test(next)) return [{ kind: 'sign', sign: 'NOT' }];
  if (/^-[\p{L}\p{N}]/u.test(chunk)) return [{ kind: 'sign', sign: 'NOT' }, ...marksOf(chunk.slice(1), last, quoted, next)];
  const field = FIELD.exec(chunk)?.[1]!.toLowerCase();
  if (field !== undefined) {
    const value = chunk.slice(field.length + 1) || quoted();
    const mark = value ? fieldOf(field, value) : null;
    if (mark) return [mark];
  }
  const words = tokenize(chunk).map(({ word, start, end }) => ({ word, typed: chunk.slice(start, end) }));
  if (words.length === 1 && chunk.endsWith('*')) return [{ kind: 'prefix', letters: words[0]!.word, typed: chunk }];
  return words.length === 0 ? [] : [{ kind: 'word', words, last }];
}

function fieldOf(field: string, value: string): Mark | null {
  if (field === 'in') {
    const where = WHERE[fold(value)];
    return where ? { kind: 'where', value: where } : null;
  }
  return tokenize(value).length === 0 ? null : { kind: 'filter', field: field as FacetName | 'author' | 'chapter', value };
}

function phraseOf(typed: string): Mark[] {
  const words = tokenize(typed).map((token) => token.word);
  return words.length === 0 ? [] : [{ kind: 'phrase', words, typed }];
}

