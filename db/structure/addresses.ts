import type { SourceLine } from '../model/source.ts';

/** Letters set apart to fill a line: six or more single signs in a row, each with a blank between. */
const SET_APART = /(?<![^\s])(?:[^\s] ){5,}[^\s](?=\s|$)/gu;
const ADDRESS = /https?:\/\/|www\./;
const LONGEST_PART = 80;
/** The last part of an address, behind a blank: a long number, a name with digits in it, a file. */
const LAST_PART = /^(?:\d{5,}|(?=\S*\d)(?=\S*\p{L})[\p{L}\d][\w.-]*|[\w-]+\.(?:pdf|html?|php|aspx?))[.,;)]*$/u;

/**
 * Draws letters that were set apart together again: "h a r b o u r". Where that is part of an address that the line's
 * end cuts, the next line goes on without a blank.
 */
export function closeUp(line: SourceLine): SourceLine {
  const text = line.text.replace(SET_APART, (run) => run.replaceAll(' ', ''));
  return text === line.text ? line : { ...line, text, spaced: line.spaced && !lastWord(text).includes('/') };
}

/** Takes the blanks out of addresses, and those behind an opening quotation mark. */
export function withoutStrayBlanks(text: string): string {
  const words = text.replace(/“\s+(?=\S)/g, '“').split(' ');
  const out: string[] = [];
  for (let at = 0; at < words.length; at++) {
    let word = words[at]!;
    if (ADDRESS.test(word)) while (at + 1 < words.length && goesOn(word.slice(-1), words[at + 1]!, words[at + 2])) word += words[++at]!;
    out.push(word);
  }
  return out.join(' ');
}

/**
 * Whether a word behind a blank is a piece of the address before it.
 * @param end the address's last sign
 * @param next the word after that
 */
function goesOn(end: string, word: string, next: string | undefined): boolean {
  if (/[,;)]/.test(end)) return false;
  if (/^[.,/]$/.test(word)) return next === undefined || /^[\p{Ll}\d/]/u.test(next) || word === ',';
  if (/^(?:[./]\p{Ll}|\/\S)/u.test(word)) return true;
  const isPlain = /^\p{Ll}{1,40}$/u.test(word) && next !== undefined;
  if (end === '.' && isPlain) return /^[./]/.test(next);
  if (/\p{Ll}/u.test(end) && isPlain) return /^\.\p{Ll}/u.test(next);
  return end === '/' && word.length <= LONGEST_PART && LAST_PART.test(word);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

/** @returns the address that a text ends in the middle of, with the hyphen at its end; undefined where it ends in none */
export function brokenAddress(text: string): string | undefined {
  const word = text.endsWith('-') ? lastWord(text) : '';
  return ADDRESS.test(word) || word.includes('/') ? word : undefined;
}

/**
 * Whether the hyphen that a line of an address ends with is one that the setting put there: where the file has the
 * address whole, without it; where it cuts a word that the report knows; or where it cuts a value of letters and digits.
 * @param address up to the hyphen
 * @param next the line that goes on
 * @param known what the report knows
 */
export function isSoftInAddress(address: string, next: string, known: { words: ReadonlySet<string>; urls: string }): boolean {
  const tail = /^[^\s,;]{1,12}/.exec(next)?.[0] ?? '';
  const head = address.slice(-20);
  if (known.urls.includes(head + tail)) return false;
  if (known.urls.includes(head.slice(0, -1) + tail)) return true;
  const value = /[?&][\w-]+=([\da-f]+)-$/i.exec(address)?.[1];
  // Eight or four signs before a hyphen are those of a UUID, whose hyphens are its own.
  if (value !== undefined) return /\d/.test(value) && /^[\da-z]*\d/i.test(next) && value.length !== 8 && value.length !== 4;
  const a = /(\p{L}+)-$/u.exec(address)?.[1]?.toLowerCase();
  const b = /^\p{Ll}+/u.exec(next)?.[0];
  return a !== undefined && b !== undefined && known.words.has(a + b) && !(known.words.has(a) && known.words.has(b));
}
