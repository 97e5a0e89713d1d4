import { acronymsOf } from '../model/acronyms.ts';
import { tokenize } from '../model/fold.ts';

/** A row of the table `explanation`, but for its report: what an acronym is short for, as some of the report's passages say. */
export interface ExplanationRow {
  /** Its first word, folded: "admm" for "ADMM-Plus". */
  acronym: string;
  /** The long form in folded words, and as it is written where it is first said. */
  form: string;
  written: string;
  passages: number;
  /** The row number of the first of them. */
  first: number;
}

/** One letter stands for too much. */
const SHORTEST = 2;

/** What a report's passages explain, in the order in which it is first said. @param passages in order */
export function explanationRows(passages: Iterable<{ readonly pk: number; readonly text: string }>): ExplanationRow[] {
  const found = new Map<string, ExplanationRow>();
  for (const { pk, text } of passages) {
    if (!text.includes('(')) continue;
    for (const { short, long } of acronymsOf([text])) {
      const acronym = wordsOf(short)[0] ?? '';
      const words = wordsOf(long);
      if (acronym.length < SHORTEST || words.includes(acronym)) continue;
      const form = words.join(' ');
      const row = found.get(`${acronym} ${form}`) ?? { acronym, form, written: long, passages: 0, first: pk };
      row.passages += 1;
      found.set(`${acronym} ${form}`, row);
    }
  }
  return [...found.values()];
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ word }) => word);
