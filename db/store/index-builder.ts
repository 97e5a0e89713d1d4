import { tokenize } from '../model/fold.ts';
import type { Entry } from './index-codec.ts';

/** What the index keeps of one passage. */
export interface IndexedPassage {
  pk: number;
  text: string;
  /** Chapter and section titles above it. */
  heading: string;
  /** The texts of the footnotes that it calls. */
  notes: string;
}

/** What the index keeps of one report: its words, and how long its passages are. */
export interface ReportIndex {
  first: number;
  passages: number;
  words: Map<string, Entry[]>;
  /** Words of every passage's text and notes, two numbers each. */
  lengths: number[];
}

/** The words of a text as the index holds them. */
const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.word);

/**
 * Counts the words of a report, passage by passage.
 * @param passages in order, their row numbers without gaps
 */
export function indexReport(passages: Iterable<IndexedPassage>): ReportIndex {
  const index: ReportIndex = { first: 0, passages: 0, words: new Map(), lengths: [] };
  for (const passage of passages) {
    if (index.passages === 0) index.first = passage.pk;
    index.passages += 1;
    const columns = [passage.text, passage.heading, passage.notes].map(wordsOf);
    index.lengths.push(columns[0]!.length, columns[2]!.length);
    columns.forEach((words, column) => words.forEach((word, place) => {
      let entries = index.words.get(word);
      if (!entries) index.words.set(word, (entries = []));
      let entry = entries.at(-1);
      if (entry?.pk !== passage.pk) entries.push((entry = { pk: passage.pk, at: [[], [], []] }));
      entry!.at[column]!.push(place);
    }));
  }
  return index;
}
