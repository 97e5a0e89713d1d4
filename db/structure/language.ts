import { francAll } from 'franc-min';
import type { Passage } from '../model/report.ts';

/** Languages in which papers are sent that somebody briefs from; with more of them, small languages were taken for their large neighbours. */
const LANGUAGES = 'eng deu fra spa por ita nld swe pol ces hun ron rus ukr tur arb vie ind tha tgl jpn kor cmn hin mya khm'.split(' ');
/** Fewer letters tell no language; more tell it no better. */
const LETTERS = { least: 150, most: 600 };
/** A sign of Chinese, Japanese or Korean tells more than a letter. */
const LEAST_EASTERN = 30;
const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** So many passages from all over are asked, each by itself: a foreword or a quotation may be in another language. */
const ASKED = 15;
/** What is answered for figures and signs. */
const UNKNOWN = 'und';

/** A language that a program wrote into a file is not believed where so many of at least so many texts are in another one. */
const AGAINST = { share: 0.8, texts: 2 };

/**
 * The language of a report, by how often which three letters follow each other (Cavnar and Trenkle 1994, "N-gram-based
 * text categorization").
 * @param passages of the report
 * @param said what the program that wrote the file says: often its own language, whatever the text's is. It stands where the text
 *   does not say another clearly, or where it is none of the languages that can be told
 * @returns "en", "de", "vi" …: that of most passages; null where nothing is said and there is too little running text
 */
export function languageOf(passages: readonly Pick<Passage, 'kind' | 'text'>[], said: string | null = null): string | null {
  const texts = passages.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item').map(({ text }) => text.slice(0, LETTERS.most));
  const long = texts.filter(isEnough);
  const asked = long.length > 0 ? spread(long) : [texts.slice(0, ASKED).join('\n')].filter(isEnough);
  const votes = new Map<string, number>();
  for (const text of asked) {
    const [[code]] = francAll(text, { only: LANGUAGES }) as [[string, number]];
    if (code !== UNKNOWN) votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  const known = said === null ? null : baseOf(said);
  if (most === undefined) return known === null ? null : said;
  const told = baseOf(most[0])!;
  const all = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const isClear = all >= AGAINST.texts && most[1] >= AGAINST.share * all;
  return known === null || (known !== told && TOLD.has(known) && isClear) ? told : said;
}

/** "de-CH" and "deu" → "de"; null for what names no language. */
function baseOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}

const TOLD: ReadonlySet<string | null> = new Set(LANGUAGES.map(baseOf));

const isEnough = (text: string): boolean => text.length >= LETTERS.least || (text.match(EASTERN)?.length ?? 0) >= LEAST_EASTERN;

/** Some of the texts, from all over. */
function spread(texts: readonly string[]): string[] {
  const every = Math.ceil(texts.length / ASKED);
  return texts.filter((_, at) => at % every === 0);
}
