import { WordCutter, type PassageWords } from '../model/words.ts';
import { COLUMNS, type Entry, type Occurrences } from './index-codec.ts';

/** What the index keeps of one passage. */
export interface IndexedPassage {
  pk: number;
  id: string;
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
  /** In the order of the table, so that each of its pages is touched once: four times as fast as in the order of the text. */
  words: readonly IndexedWord[];
  occurrences: Occurrences;
  /** Words of every passage's text and notes, two numbers each. */
  lengths: number[];
}

/** A word, in how many passages it stands, and where its occurrences begin and end; these stand in reading order. */
export interface IndexedWord {
  word: string;
  passages: number;
  from: number;
  to: number;
}

/** A list of numbers that grows. */
class Numbers {
  list = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.list.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.length++] = value;
  }
}

/**
 * Counts the words of a report, passage by passage. Words are numbers until the end, and their occurrences are sorted by
 * counting: what one occurrence costs does not depend on how many there are.
 * @param passages in order, their row numbers without gaps
 * @param words of their texts, where they are cut already
 */
export function indexReport(passages: Iterable<IndexedPassage>, words?: PassageWords): ReportIndex {
  const cutter = words?.cutter ?? new WordCutter();
  /** Every word of the report in reading order, and how many of them each column of each passage has. */
  const stream = new Numbers();
  const columns = new Numbers();
  const lengths: number[] = [];
  let first = 0;
  let heading = { text: '', words: [] as number[] };
  const add = (word: number): void => stream.push(word);
  for (const passage of passages) {
    if (columns.length === 0) first = passage.pk;
    // Passages that follow one another stand under the same heading.
    if (passage.heading !== heading.text) {
      heading = { text: passage.heading, words: [] };
      cutter.cut(passage.heading, (word) => heading.words.push(word));
    }
    const begin = stream.length;
    if (!words?.each(passage.id, add)) cutter.cut(passage.text, add);
    const text = stream.length - begin;
    heading.words.forEach(add);
    cutter.cut(passage.notes, add);
    const notes = stream.length - begin - text - heading.words.length;
    for (const length of [text, heading.words.length, notes]) columns.push(length);
    lengths.push(text, notes);
  }
  return { first, passages: columns.length / COLUMNS, lengths, ...sorted(cutter.words, stream, columns) };
}

function sorted(words: readonly string[], stream: Numbers, columns: Numbers): Pick<ReportIndex, 'words' | 'occurrences'> {
  const begins = new Uint32Array(words.length + 1);
  for (let at = 0; at < stream.length; at++) begins[stream.list[at]! + 1]! += 1;
  for (let word = 0; word < words.length; word++) begins[word + 1]! += begins[word]!;
  const next = begins.slice();
  const where = new Uint32Array(stream.length);
  const places = new Uint32Array(stream.length);
  for (let column = 0, at = 0; column < columns.length; column++) {
    for (let place = 0; place < columns.list[column]!; place++, at++) {
      const to = next[stream.list[at]!]!++;
      where[to] = column;
      places[to] = place;
    }
  }
  const numbers = new Map<string, number>();
  words.forEach((word, number) => begins[number + 1]! > begins[number]! && numbers.set(word, number));
  // Without a function that compares them, strings are sorted by their units, in a third of the time.
  const inOrder = [...numbers.keys()].toSorted().map((word): IndexedWord => {
    const number = numbers.get(word)!;
    const [from, to] = [begins[number]!, begins[number + 1]!];
    return { word, passages: passagesIn(where, from, to), from, to };
  });
  return { words: inOrder, occurrences: { where, places } };
}

/** In how many passages a word stands whose occurrences lie between two places. */
function passagesIn(where: Uint32Array, from: number, to: number): number {
  let passages = 0;
  // A word's occurrences stand in reading order.
  for (let at = from, end = 0; at < to; at++) {
    if (where[at]! < end) continue;
    passages += 1;
    end = (Math.floor(where[at]! / COLUMNS) + 1) * COLUMNS;
  }
  return passages;
}

/** Where the occurrences of a word in one passage end that begin at a place. */
export function endOfPassage({ where }: Occurrences, from: number, to: number): number {
  const passage = Math.floor(where[from]! / COLUMNS);
  let at = from + 1;
  while (at < to && where[at]! < (passage + 1) * COLUMNS) at += 1;
  return at;
}

/** A word's passages, one by one. */
export function* entriesOfWord({ first, occurrences }: ReportIndex, { from, to }: IndexedWord): Generator<Entry> {
  for (let at = from, end = at; at < to; at = end) {
    end = endOfPassage(occurrences, at, to);
    const entry: Entry = { pk: first + Math.floor(occurrences.where[at]! / COLUMNS), at: [[], [], []] };
    for (let i = at; i < end; i++) entry.at[occurrences.where[i]! % COLUMNS]!.push(occurrences.places[i]!);
    yield entry;
  }
}
