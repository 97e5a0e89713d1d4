import { wordEnd, wordStart } from './letters.ts';
import { CHINESE_JAPANESE, SOUTH_EAST_ASIAN } from './scripts.ts';

/**
 * Folding: one function for the index and for the query, so that "Phạm Minh Chính" finds "Pham Minh Chinh".
 * NFKD, combining marks dropped, then by table the letters that have no decomposition.
 */
const LETTERS: Record<string, string> = {
  đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ŋ: 'ng', ſ: 's',
  '’': "'", '‘': "'", '‛': "'", 'ʼ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-',
};
const IN_TABLE = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const PLAIN = /^[\u0020-\u007e]*$/;

/**
 * Folds a text for comparison: lower case, no marks, plain quotes and dashes.
 * @param text any text; lone surrogates are kept as they are
 * @returns the folded text; its length may differ from the input's
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}+/gu, '').replace(IN_TABLE, (letter) => LETTERS[letter] ?? letter);
}

/** A word of a text: its folded form, and where it stands in the original (UTF-16 offsets, end exclusive). */
export interface Token {
  word: string;
  start: number;
  end: number;
}

const UNSPACED = new RegExp(`[${CHINESE_JAPANESE}${SOUTH_EAST_ASIAN}]`, 'u');
let segmenter: Intl.Segmenter | undefined;
/** Nearly every word: nothing in it is to be folded but its capitals. */
const PLAIN_WORD = /^[0-9A-Za-z]+$/;

/**
 * Cuts a text into folded words. Possessive and other apostrophe endings stay with the word and are folded away
 * ("Japan’s" → "japan"); scripts without spaces are cut by the platform's word segmenter.
 * @param text the original text
 * @returns the words in order, with their offsets in `text`
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let start = wordStart(text, 0); start < text.length;) {
    const end = wordEnd(text, start);
    tokens.push(...tokensOf(text.slice(start, end), start));
    start = wordStart(text, end);
  }
  return tokens;
}

/**
 * The folded words of one word as it is written: one, none where nothing is left of it, or several in a script without spaces.
 * @param start where it stands, for the offsets
 */
export function tokensOf(raw: string, start: number): Token[] {
  if (PLAIN_WORD.test(raw)) return [{ word: raw.toLowerCase(), start, end: start + raw.length }];
  if (UNSPACED.test(raw)) return cutUnspaced(raw, start);
  return formsOf(raw).map((word) => ({ word, start, end: start + raw.length }));
}

/** A possessive or other short ending behind an apostrophe, as a text writes it. */
export const POSSESSIVE = /['’ʼ]\p{L}{0,2}$/u;

/** Words as a text writes them, without a possessive at their end: "Vietnam’s" → "Vietnam". */
export const withoutPossessive = (words: string): string => words.replace(POSSESSIVE, '');

/** The folded form of one word, its apostrophe ending dropped ("no's" → "no", "o'brien" keeps its head and tail together). */
function formsOf(raw: string): string[] {
  const folded = fold(raw);
  const at = folded.indexOf("'");
  if (at < 0) return folded ? [folded] : [];
  const head = folded.slice(0, at);
  const tail = folded.slice(at + 1).replace(/'/g, '');
  return [tail.length <= 2 ? head : head + tail];
}

function cutUnspaced(raw: string, start: number): Token[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const tokens: Token[] = [];
  for (const part of segmenter.segment(raw)) {
    const word = fold(part.segment);
    if (part.isWordLike && word) tokens.push({ word, start: start + part.index, end: start + part.index + part.segment.length });
  }
  return tokens;
}

/** Letters and digits only, folded: two texts with the same `squash` say the same, whatever their spaces and quotes. */
export function squash(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
