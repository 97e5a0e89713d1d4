import { BLANK, kindAt, LETTER, MARK } from '../model/letters.ts';
import { mixed, NOTHING, WordTable } from '../model/words.ts';

/** How the report itself writes a word in running text: "japan" → "Japan", "aoip" → "AOIP", "role" → "role". */
export type Casing = ReadonlyMap<string, string>;

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Places of a filter through which one word in some hundred passes that nobody looks for. */
const PLACES = 1 << 16;

/**
 * Counts how words are written where no sentence begins.
 * @param headings the words of those in capitals are looked for, no others
 */
export function casingOf(texts: Iterable<string>, headings: readonly string[]): Casing {
  const wanted = new Set(headings.flatMap((heading) => (isInCapitals(heading) ? (heading.match(WORD) ?? []).map((word) => word.toLowerCase()) : [])));
  const filter = filterOf(wanted);
  const forms = new WordTable();
  /** How often each form stands in the texts; 0 for what only passes the filter. */
  const counts: number[] = [];
  if (wanted.size > 0) for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const start = at;
      if ((kindAt(text, at) & LETTER) === 0) continue;
      let hash = NOTHING;
      let units = 0;
      for (; at < text.length && (kindAt(text, at) & (LETTER | MARK)) !== 0; at++) {
        const unit = text.charCodeAt(at);
        units |= unit;
        hash = mixed(hash, unit | SMALL);
      }
      if ((units < 128 && filter[hash >>> 16] === 0) || !isInSentence(text, start)) continue;
      const form = forms.numberOf(text, start, at);
      counts[form] ??= 0;
      if (counts[form] > 0 || wanted.has(forms.words[form]!.toLowerCase())) counts[form] += 1;
    }
  }
  const most = new Map<string, number>();
  forms.words.forEach((form, number) => {
    if (counts[number] === 0) return;
    const known = most.get(form.toLowerCase());
    if (known === undefined || counts[number]! > counts[known]!) most.set(form.toLowerCase(), number);
  });
  return new Map([...most].map(([word, number]) => [word, forms.words[number]!]));
}

/** Set in the units of small ASCII letters, and not in those of capitals. */
const SMALL = 0x20;

/** Which hashes words have, whatever the case of their letters. */
function filterOf(words: Iterable<string>): Uint8Array {
  const filter = new Uint8Array(PLACES);
  for (const word of words) {
    let hash = NOTHING;
    for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at) | SMALL);
    filter[hash >>> 16] = 1;
  }
  return filter;
}

const isInCapitals = (heading: string): boolean => heading === heading.toUpperCase();

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
  if (!isInCapitals(heading)) return heading;
  const words = heading.replace(WORD, (word) => casing.get(word.toLowerCase()) ?? word.toLowerCase()).replace(/([’'])S\b/g, '$1s');
  return words.replace(/^[^\p{L}]*\p{Ll}/u, (start) => start.toUpperCase());
}
