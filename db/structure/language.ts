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

/**
 * The language of a report that does not say it, by how often which three letters follow each other (Cavnar and
 * Trenkle 1994, "N-gram-based text categorization").
 * @param passages of the report
 * @returns "en", "de", "vi" …: that of most of them; null where there is too little running text
 */
export function languageOf(passages: readonly Pick<Passage, 'kind' | 'text'>[]): string | null {
  const texts = passages.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item').map(({ text }) => text.slice(0, LETTERS.most));
  const long = texts.filter(isEnough);
  const asked = long.length > 0 ? spread(long) : [texts.slice(0, ASKED).join('\n')].filter(isEnough);
  const votes = new Map<string, number>();
  for (const text of asked) {
    const [[code]] = francAll(text, { only: LANGUAGES }) as [[string, number]];
    if (code !== UNKNOWN) votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  return most === undefined ? null : Intl.getCanonicalLocales(most[0])[0]!;
}

const isEnough = (text: string): boolean => text.length >= LETTERS.least || (text.match(EASTERN)?.length ?? 0) >= LEAST_EASTERN;

/** Some of the texts, from all over. */
function spread(texts: readonly string[]): string[] {
  const every = Math.ceil(texts.length / ASKED);
  return texts.filter((_, at) => at % every === 0);
}
