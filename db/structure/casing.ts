import { BLANK, kindAt, LETTER, MARK } from '../model/letters.ts';
import { WordTable } from '../model/words.ts';

/** How the report itself writes a word in running text: "japan" → "Japan", "aoip" → "AOIP", "role" → "role". */
export type Casing = ReadonlyMap<string, string>;

/** Counts how each word is written where no sentence begins. */
export function casingOf(texts: Iterable<string>): Casing {
  const forms = new WordTable();
  const counts: number[] = [];
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const start = at;
      if ((kindAt(text, at) & LETTER) === 0) continue;
      while (at < text.length && (kindAt(text, at) & (LETTER | MARK)) !== 0) at += 1;
      if (!isInSentence(text, start)) continue;
      const form = forms.numberOf(text, start, at);
      counts[form] = (counts[form] ?? 0) + 1;
    }
  }
  const most = new Map<string, number>();
  forms.words.forEach((form, number) => {
    const known = most.get(form.toLowerCase());
    if (known === undefined || counts[number]! > counts[known]!) most.set(form.toLowerCase(), number);
  });
  return new Map([...most].map(([word, number]) => [word, forms.words[number]!]));
}

/** True behind a word, a comma or a semicolon and a blank, and behind a hyphen, a dash or a slash. */
function isInSentence(text: string, start: number): boolean {
  if (start === 0) return false;
  if ('-–/'.includes(text[start - 1]!)) return true;
  return start > 1 && (kindAt(text, start - 1) & BLANK) !== 0 && (',;'.includes(text[start - 2]!) || (kindAt(text, start - 2) & LETTER) !== 0);
}

/**
 * Sets a heading in capitals as a sentence, with the names and acronyms of the report as the report writes them.
 * A heading that is not in capitals is left as it is.
 */
export function sentenceCase(heading: string, casing: Casing): string {
  if (heading !== heading.toUpperCase()) return heading;
  const words = heading.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => casing.get(word.toLowerCase()) ?? word.toLowerCase()).replace(/([’'])S\b/g, '$1s');
  return words.replace(/^[^\p{L}]*\p{Ll}/u, (start) => start.toUpperCase());
}
