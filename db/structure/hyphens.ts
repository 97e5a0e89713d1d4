import { isApostrophe, kindAt, LETTER, MARK } from '../model/letters.ts';
import { mixed, NOTHING, WordTable } from '../model/words.ts';
import type { SourceLine } from '../model/source.ts';
import { brokenAddress, closeUp, isSoftInAddress, withoutStrayBlanks } from './addresses.ts';

/** What the report knows, to tell a soft hyphen from a real one: its words in lower case, and its link targets. */
export interface Lexicon {
  words: ReadonlySet<string>;
  /** What stands before the first hyphen of words that have one. */
  heads: ReadonlySet<string>;
  urls: string;
}

/**
 * What a report knows. Its texts are read when the first hyphen is in doubt: in many files none is.
 * @param texts without words that a line end broke in two
 * @param urls the link targets that stand whole in the file
 */
export function lexiconOf(texts: Iterable<string>, urls: readonly string[]): Lexicon {
  let read: Pick<Lexicon, 'words' | 'heads'> | null = null;
  return {
    get words() {
      return (read ??= wordsIn(texts)).words;
    },
    get heads() {
      return (read ??= wordsIn(texts)).heads;
    },
    urls: [...new Set(urls)].join('\n'),
  };
}

function wordsIn(texts: Iterable<string>): Pick<Lexicon, 'words' | 'heads'> {
  const spellings = new WordTable();
  for (const text of texts) takeWords(text, spellings);
  const words = new Set<string>();
  const heads = new Set<string>();
  for (const spelling of spellings.words) {
    const word = (isJoint(spelling.charCodeAt(spelling.length - 1)) ? spelling.replace(/[’'-]+$/, '') : spelling).toLowerCase();
    const hyphen = word.indexOf('-');
    words.add(word);
    if (hyphen >= 0) heads.add(word.slice(0, hyphen));
  }
  return { words, heads };
}

/** Takes the words of a text, compounds and words with an apostrophe whole. */
function takeWords(text: string, into: WordTable): void {
  for (let at = 0; at < text.length; at++) {
    const start = at;
    if ((kindAt(text, at) & LETTER) === 0) continue;
    let hash = NOTHING;
    for (; at < text.length && ((kindAt(text, at) & (LETTER | MARK)) !== 0 || isJoint(text.charCodeAt(at))); at++) hash = mixed(hash, text.charCodeAt(at));
    into.find(text, start, at, hash);
  }
}

/** A hyphen, or a straight or curly apostrophe. */
const isJoint = (unit: number): boolean => unit === 0x2d || isApostrophe(unit);

/**
 * Joins the lines of a paragraph. A line that ended in a blank is a word of its own; a hyphen at a line's end is real
 * in running text, and in notes it goes where the report knows the word without it.
 * @param soft what the report knows, in footnotes and wherever else lines were hyphenated when they were set; else null
 * @returns the text, and for each line where it begins in it
 */
export function joinLines(lines: readonly SourceLine[], soft: Lexicon | null): { text: string; offsets: number[] } {
  let text = '';
  const offsets: number[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before) {
      // Looking at the text itself would copy it at every line.
      const hyphen = before.text === '' || before.text.endsWith('-');
      if (before.spaced && !(hyphen && /(?<!\s)-$/.test(text))) text += ' ';
      else if (before.spaced) text += isSuspended(line.text) ? ' ' : '';
      else if (soft && hyphen && isSoftHyphen(text, line.text, soft)) text = text.slice(0, -1);
    }
    offsets.push(text.length);
    text += line.text;
  });
  return { text, offsets };
}

/** Joins the lines of a footnote; its addresses are whole again. */
export function joinNote(lines: readonly SourceLine[], lexicon: Lexicon): string {
  return withoutStrayBlanks(joinLines(lines.map(closeUp), lexicon).text);
}

/** What stands of a word before the hyphen that a text ends with; nothing where it ends with none. */
function brokenWord(text: string): string {
  const end = text.length - 1;
  let start = text.endsWith('-') ? lettersBefore(text, end) : text.length;
  while (start < end && (kindAt(text, start) & LETTER) === 0) start += 1;
  return text.slice(start, end);
}

/** Where the letters, marks and apostrophes begin that stand right before a place. */
export function lettersBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && isOfWord(text, at - 1)) at -= 1;
  return at;
}

/** Where the letters, marks and apostrophes end with which a text begins. */
export function lettersAtStart(text: string): number {
  let at = 0;
  while (at < text.length && isOfWord(text, at)) at += 1;
  return at;
}

const isOfWord = (text: string, at: number): boolean => (kindAt(text, at) & (LETTER | MARK)) !== 0 || isApostrophe(text.charCodeAt(at));

/** "small- and medium-sized": the hyphen waits for its word, the blank stays. */
function isSuspended(next: string): boolean {
  return /^(?:and|or|to|und|oder|bis|versus)\b/.test(next);
}

/** First parts of compounds that are written with a hyphen: "self-financed", "well-documented". */
const FIRST_PARTS = new Set('self well half long low high deep non cost much ill short far full large small cross free state ever best least'.split(' '));
/** What goes on with such a word and begins none: "long-est", "state-ment". */
const ENDING = /^(?:e[dnr]|e?rs|est|ered|ering|ened|ening|ings?|ly|ness|ish|less(?:ly)?|full?y?|ages?|it(?:y|ies)|itud.*|ment.*|hoods?|doms?|land.*|ways?|light.*|fall|spring|wise|rooms?|coming.*|over.*|etheless|sens.*|chalan.*|most)$/;

/** Without the compound elsewhere, only its first part tells that the hyphen is its own. */
function keepsHyphen(first: string, second: string): boolean {
  return FIRST_PARTS.has(first) && second.length > 2 && !ENDING.test(second);
}

function isSoftHyphen(text: string, next: string, lexicon: Lexicon): boolean {
  const address = brokenAddress(text);
  if (address !== undefined) return isSoftInAddress(address, next, lexicon);
  const head = brokenWord(text);
  const tail = /^\p{Ll}[\p{L}\p{M}]*(?:-[\p{L}\p{M}-]*)?/u.exec(next);
  if (head === '' || !tail) return false;
  const a = head.toLowerCase();
  const { words, heads } = lexicon;
  const [b, whole] = [tail[0].toLowerCase().replace(/-.*/s, ''), tail[0].toLowerCase()];
  if (words.has(`${a}-${b}`) || words.has(`${a}-${whole}`)) return false;
  if (words.has(a + b)) return true;
  // "self-" in other words of the report: it is set with a hyphen there too.
  if ((words.has(b) && heads.has(a)) || keepsHyphen(a, b)) return false;
  return !words.has(a) || !words.has(b);
}
