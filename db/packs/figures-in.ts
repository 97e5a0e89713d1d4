import type { FigureRow, PassageRef } from '../model/pack.ts';
import { sentencesOf } from '../model/sentences.ts';

/** A figure that a text states, in the text's own words. */
export interface FoundFigure {
  /** "14.5 billion US dollars", "67 per cent", "4,611 projects". */
  value: string;
  /** The year that the sentence gives for it, or empty. */
  year: string;
  /** The sentence, whole. */
  sentence: string;
  kind: 'money' | 'share' | 'count';
}

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const SCALE = String.raw`(?:\s(?:thousand|million|billion|trillion))`;
const COIN = String.raw`(?:US\s[Dd]ollars?|dollars?|euros?|yen|US\$|USD)`;
/** The likeliest first: a sentence gives one row, by the figure that says most. */
const KINDS: readonly { kind: FoundFigure['kind']; pattern: RegExp }[] = [
  { kind: 'money', pattern: new RegExp(String.raw`(?:US\$|USD|\$|€|¥|£)\s?${NUMBER}${SCALE}?|${NUMBER}${SCALE}?\s${COIN}(?![\p{L}])`, 'u') },
  { kind: 'share', pattern: new RegExp(String.raw`(?<![\d.,])${NUMBER}\s?(?:per\scent|percent|%)`, 'u') },
  { kind: 'count', pattern: new RegExp(String.raw`(?<![\d.,\p{L}-])(?:\d{1,3}(?:,\d{3})+|\d{2,3}(?![\d,.]))${SCALE}?(?:\s\p{Ll}[\p{Ll}-]+){0,2}?\s\p{Ll}[\p{Ll}-]*s(?!\p{L})|(?<![\d.,])${NUMBER}${SCALE}\s(?!(?:in|of|to|by|from|and|or|for|at|on|was|were|is|a)\s)\p{Ll}+`, 'u') },
];
const YEAR = /(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)/g;
/** A span of years that stands so many letters from a figure belongs to it. */
const NEAR = 40;
/** "12 months ago", "20 years": spans of time are no figures to quote. */
const TIME = /\s(?:years?|months?|weeks?|days?|hours?|minutes?|centuries)$/u;

/**
 * Finds the figures of a text: sums of money, shares, counts, one for each sentence that has any.
 * @param text running English
 */
export function figuresIn(text: string): FoundFigure[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end).trim();
    for (const { kind, pattern } of KINDS) {
      const found = pattern.exec(sentence);
      if (found && !TIME.test(found[0])) return [{ kind, sentence, value: found[0].trim(), year: yearOf(sentence, found.index, found[0]) }];
    }
    return [];
  });
}

/** "between 1960 and 2018", "from 2001 to 2008", "2001–2008". */
const SPAN = /(?<![\d.,])((?:19|20)\d\d)(?:\s?[-–]\s?|\s(?:and|to|until|through)\s)((?:19|20)\d\d)(?!\d|[.,]\d)/g;

/** The years from which to which the figure counts, where the sentence names them behind it or shortly before; else the last year before the figure, else the first one behind it. */
function yearOf(sentence: string, at: number, value: string): string {
  const spans = [...sentence.matchAll(SPAN)].filter(({ index, 0: words }) => (index < at ? at - index - words.length < NEAR : index - at - value.length < NEAR) && sentence.slice(0, index).search(/(?:between|from|over)\s$|\($|^$/u) >= 0);
  if (spans.length === 1) return `${spans[0]![1]!}–${spans[0]![2]!}`;
  const years = [...sentence.matchAll(YEAR)].filter(({ index }) => index < at || index >= at + value.length);
  return (years.findLast(({ index }) => index < at) ?? years[0])?.[0] ?? '';
}

/** Two figures are the same where their digits and their scale are. */
export function figureKey({ value, kind }: Pick<FoundFigure, 'value' | 'kind'>): string {
  return `${value.replace(/[^\d.]/g, '')} ${/thousand|million|billion|trillion/.exec(value)?.[0] ?? kind}`;
}

/** A longer sentence is cut at a word. */
const LONGEST = 240;

/** A figure as a row of a pack's table: what it counts is said by its sentence. */
export function figureRow({ value, year, sentence }: FoundFigure, source: PassageRef): FigureRow {
  const what = sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
  return { value, year, what, source };
}
