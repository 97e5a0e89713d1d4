/** An acronym, and what it is short for. */
export interface Acronym {
  short: string;
  long: string;
}

/** Two to ten signs, at least two of them capitals: "ASEAN", "ADMM-Plus", "JICA", "G20". */
const ACRONYM = /(?<![\p{L}\p{N}])(?=(?:[^\p{Lu}]{0,6}\p{Lu}){2})\p{Lu}[\p{L}\p{N}&+./-]{1,11}(?<![.,/&-])/gu;
/** Words before a bracket in which a long form is looked for. */
const FURTHEST = 12;
/** Letters before a bracket that are looked at, and letters of a bracket and of an acronym. */
const BEFORE = 160;
const LONGEST = 141;
const LONGEST_SHORT = 12;
const BLANK = /\s/;

/**
 * The acronyms that a text explains, as it explains them: "Self-Defense Forces (SDF)" or "SDF (Self-Defense Forces)".
 * Method: every letter of the acronym is found in the words before it, from the right, the first at the beginning of a
 * word (Schwartz and Hearst 2003).
 * @param texts in the order of reading; the first explanation stands
 * @returns in the order of the alphabet
 */
export function acronymsOf(texts: readonly string[]): Acronym[] {
  const found = new Map<string, string>();
  const put = (short: string, long: string | null): void => {
    if (long !== null && !found.has(short)) found.set(short, long);
  };
  for (const text of texts) {
    for (let open = text.indexOf('('), close = 0; open >= 0; open = text.indexOf('(', open + 1)) {
      if (close < open) close = text.indexOf(')', open);
      if (close < 0) break;
      if (close - open > LONGEST || text.lastIndexOf('(', close) !== open) continue;
      const inside = text.slice(open + 1, close).trim();
      const short = beginsLarge(inside) ? (/^([^\s,;]{2,12})(?:[,;].*)?$/u.exec(inside)?.[1] ?? '') : '';
      if (isAcronym(short)) put(short, longFormBefore(short, text.slice(Math.max(0, open - BEFORE), open)));
      const behind = lastWord(text, open);
      if (beginsLarge(behind) && isAcronym(behind)) put(behind, wholeForm(behind, inside));
    }
  }
  return [...found].map(([short, long]) => ({ short, long })).sort((a, b) => a.short.localeCompare(b.short, 'en'));
}

/** Most words in brackets and before them are none, and their first letter says so. */
const beginsLarge = (word: string): boolean => word !== '' && !(word[0]! >= 'a' && word[0]! <= 'z');

/** What stands before a place without a blank in it; nothing where it is too long for an acronym. */
function lastWord(text: string, before: number): string {
  let end = before;
  while (end > 0 && BLANK.test(text[end - 1]!)) end -= 1;
  let from = end;
  while (from > 0 && end - from <= LONGEST_SHORT && !BLANK.test(text[from - 1]!) && text[from - 1] !== '(') from -= 1;
  return end - from > LONGEST_SHORT ? '' : text.slice(from, end);
}

/** Is this one word an acronym? */
export function isAcronym(word: string): boolean {
  return word.match(ACRONYM)?.[0] === word && !/^[IVXLC]+$/.test(word) && (word.match(/\p{Lu}/gu)?.length ?? 0) * 2 >= word.length - (/-\p{Lu}\p{Ll}+$/u.exec(word)?.[0].length ?? 0);
}

function longFormBefore(short: string, before: string): string | null {
  const words = before.trimEnd().split(/\s+/).slice(-FURTHEST);
  return aligned(short, words) ?? (/\p{Lu}s$/u.test(short) ? aligned(short.slice(0, -1), words) : null);
}

function wholeForm(short: string, inside: string): string | null {
  const words = inside.split(/\s+/);
  const form = aligned(short, words);
  return form === words.join(' ') ? form : null;
}

/** The shortest run of last words that holds all letters of an acronym in order; its first word begins with the first, large if there is such a word. */
function aligned(short: string, words: readonly string[]): string | null {
  const large = formFrom(short, words, /[\p{Lu}\p{N}]/u);
  return large !== null && large.split(' ').length <= short.length + 2 ? large : formFrom(short, words, /./u) ?? large;
}

function formFrom(short: string, words: readonly string[], first: RegExp): string | null {
  const letters = [...short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  const written = words.join(' ');
  const text = written.toLowerCase();
  let at = text.length;
  for (const letter of letters.slice(1).reverse()) {
    at = at < 1 ? -1 : text.lastIndexOf(letter, at - 1);
    if (at < 1) return null;
  }
  do at = at < 1 ? -1 : text.lastIndexOf(letters[0]!, at - 1);
  while (at >= 0 && (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !first.test(written[at]!)));
  if (at < 0) return null;
  const from = text.slice(0, at).split(' ').length - 1;
  const form = words.slice(from).join(' ').replace(/^["“‘'([]+|(?:’s|[”’"',;:])+$/gu, '');
  const count = form.split(/[ -]/).length;
  return count < 2 || count > letters.length + 5 || /, (?:the|an?) /u.test(form) || /[.!?;:] \p{Lu}/u.test(form.replace(/\b(?:U|S|St|Dr|Mr|Mrs)\. /gu, '')) ? null : form;
}
