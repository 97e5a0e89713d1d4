import type { FacetName } from '../model/facet.ts';
import type { Chunk } from './index-codec.ts';
import type { Sqlite } from './open.ts';
import type { KeptText, TextReader } from './texts.ts';

/** Distinct words of the library, in byte order, and how many passages have each in any column. */
export interface Vocabulary {
  words: string[];
  passages: Uint32Array;
}
/** Who carries a value in one report. */
export interface Carriers {
  facet: FacetName;
  value: string;
  /** The report's first row number. */
  first: number;
  /** Rows counted from the first, as `unpackedDocs` takes them: a bit for each. How sure the tag is for each that is set, in hundredths. */
  docs: Uint8Array;
  sure: Uint8Array;
}
export interface ReportSpan {
  report: string;
  builtIn: boolean;
  /** It says in another language what another report of the library says. */
  translation: boolean;
  /** Row numbers of the first and the last passage. */
  from: number;
  to: number;
  /** Words of every passage's text and notes, two numbers each. */
  lengths: Uint16Array;
}
export interface ChapterSpan {
  number: number | null;
  title: string;
  authors: string[];
  /** Row numbers of the first and the last passage. */
  from: number;
  to: number;
}
/** A heading: its row's number among those of its kind, and the title of its report. */
export interface Title {
  pk: number;
  title: string;
  report: string;
}
/** A long form of an acronym: in folded words, as they are written, and the row number of the first passage that says so. */
export interface LongForm {
  form: string;
  written: string;
  from: number;
}
export interface CalledNote {
  pk: number;
  n: string;
  text: string;
}

/**
 * The index as the search asks it. It lies in the same file as the text and is written in the same transaction.
 * FTS5 was tried before it: reading a frequent word out of its vocabulary took three times as long, and every word and
 * every length had to be read from it before the first query.
 */
export function createPostings(db: Sqlite, read: TextReader) {
  const chunks = db.prepare<[string], Chunk>(CHUNKS);
  const text = db.prepare<[number], KeptText>(TEXT);
  const calledNotes = db.prepare<[string], KeptText & { pk: number; n: string }>(CALLED_NOTES);
  const sectionTitles = db.prepare<[number, number], Title>('SELECT s.pk, s.title, r.title AS report FROM section s JOIN chapter c ON c.pk = s.chapter JOIN report r ON r.pk = c.report WHERE s.pk > ? ORDER BY s.pk LIMIT ?');
  const chapterTitles = db.prepare<[number, number], Title>('SELECT c.pk, c.title, r.title AS report FROM chapter c JOIN report r ON r.pk = c.report WHERE c.pk > ? ORDER BY c.pk LIMIT ?');
  const explanations = db.prepare<[string, number], LongForm>(EXPLANATIONS);
  const passagesWith = db.prepare<[string], number>(PASSAGES_WITH).pluck();
  const wordsBetween = db.prepare<[string, string, number], { words: string | null; passages: string | null }>(WORDS_BETWEEN);
  return {
    /** How many passages have a word in any column. */
    passagesWith: (word: string): number => passagesWith.get(word) ?? 0,
    /** Words from one (if it is there) to another (no longer), as bytes go. @param most the first so many of them; -1 for all */
    wordsBetween(from: string, to: string, most: number): Vocabulary {
      const { words, passages } = wordsBetween.get(from, to, most)!;
      return words === null || passages === null ? { words: [], passages: new Uint32Array(0) } : { words: words.split(' '), passages: Uint32Array.from(passages.split(' '), Number) };
    },
    /** A word's occurrences, packed. @param word folded as db/model/fold.ts does; an unknown word occurs nowhere */
    chunks: (word: string): Chunk[] => chunks.all(word),
    /** Who carries which value, report by report. */
    carriers: (): Carriers[] => db.prepare<[], Carriers>('SELECT c.facet, c.value, i.first, c.docs, c.sure FROM indexed i JOIN carrier c ON c.report = i.report ORDER BY i.first').all(),
    /** Which rows belong to which report, in order: those of a report are consecutive. */
    reports: (): ReportSpan[] => db.prepare<[], Omit<ReportSpan, 'builtIn' | 'translation' | 'lengths'> & { builtIn: number; translation: number; lengths: Buffer }>(
      `SELECT r.id AS report, r.built_in AS builtIn, r.translates IS NOT NULL AND EXISTS (SELECT 1 FROM report o WHERE o.id = r.translates) AS translation,
        i.first AS "from", i.first + i.passages - 1 AS "to", i.lengths FROM indexed i JOIN report r ON r.pk = i.report WHERE i.passages > 0 ORDER BY i.first`).all()
      .map((row) => ({ ...row, builtIn: row.builtIn === 1, translation: row.translation === 1, lengths: new Uint16Array(copyOf(row.lengths)) })),
    /** Which rows belong to which chapter: those of a chapter are consecutive. */
    chapters: (): ChapterSpan[] => db.prepare<[], Omit<ChapterSpan, 'authors'> & { authors: string }>(
      'SELECT c.number, c.title, c.authors, min(p.pk) AS "from", max(p.pk) AS "to" FROM passage p JOIN chapter c ON c.pk = p.chapter GROUP BY p.chapter').all()
      .map((row) => ({ ...row, authors: JSON.parse(row.authors) as string[] })),
    /** Headings of sections with the titles of their reports, from behind one on, in order. */
    sectionTitles: (after: number, most: number): Title[] => sectionTitles.all(after, most),
    /** The same for chapters. */
    chapterTitles: (after: number, most: number): Title[] => chapterTitles.all(after, most),
    /** The passages that only repeat a sentence of the text in large letters. */
    pullQuotes: (): number[] => db.prepare<[], { pk: number }>("SELECT pk FROM passage WHERE kind = 'pull-quote' ORDER BY pk").all().map((row) => row.pk),
    /** The footnotes that these passages call, passage by passage. */
    calledNotes: (pks: readonly number[]): CalledNote[] => (pks.length === 0 ? [] : calledNotes.all(JSON.stringify(pks)).map(({ pk, n, ...kept }) => ({ pk, n, text: read.text(kept) }))),
    /** All acronyms that any report explains, each by its first word, folded. */
    explained: (): string[] => db.prepare<[], string>('SELECT DISTINCT acronym FROM explanation').pluck().all(),
    /** What an acronym is short for as the reports say, the most frequent first. @param acronym its first word, folded @param most so many of them */
    explanations: (acronym: string, most: number): LongForm[] => explanations.all(acronym, most),
    /** The bare texts of some passages, in no order. */
    texts: (pks: readonly number[]): string[] => pks.flatMap((pk) => {
      const kept = text.get(pk);
      return kept ? read.passage(kept, '').text : [];
    }),
  };
}

/** Above every word, as bytes go. */
export const BEYOND = '\u{10ffff}';
const PASSAGES_WITH = 'SELECT passages FROM term WHERE word = ?';
export const WORDS_BETWEEN = `SELECT group_concat(word, ' ') AS words, group_concat(passages, ' ') AS passages
  FROM (SELECT word, passages FROM term WHERE word >= ? AND word < ? ORDER BY word LIMIT ?)`;
export const CHUNKS = 'SELECT first, first + span AS last, docs, places FROM posting WHERE term = (SELECT pk FROM term WHERE word = ?) ORDER BY first';
/** What an acronym is short for. The spelling is that of the form's first passage: SQLite takes it from the row with the least. */
export const EXPLANATIONS = 'SELECT form, written, min(first) AS "from" FROM explanation WHERE acronym = ? GROUP BY form ORDER BY sum(passages) DESC, "from" LIMIT ?';
/** A query of its own for the table: as a join, a single row takes six times as long. */
export const TEXT = 'SELECT p.text, p.packed, (SELECT y.pk FROM symbols y WHERE y.report = p.report) AS symbols FROM passage p WHERE p.pk = ?';
export const CALLED_NOTES = `SELECT p.pk, f.n, f.text, f.packed, y.pk AS symbols FROM passage p, json_each(p.markers) m JOIN footnote f ON f.chapter = p.chapter AND f.n = m.value ->> 'n' LEFT JOIN symbols y ON y.report = p.report
  WHERE p.pk IN (SELECT value FROM json_each(?)) ORDER BY p.pk, m.key`;

/** The bytes alone: what SQLite hands out may lie anywhere in a larger buffer. */
const copyOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
