import type { FacetName } from '../model/facet.ts';
import type { Sqlite } from './open.ts';

/** Where a word stands: in the passage's text, in a heading above it, in a footnote that it calls. */
export const COLUMNS = ['text', 'heading', 'notes'] as const;
/** A place is `column * COLUMN + n` for the n-th word of a column, so that neighbours differ by one and columns never touch. */
export const COLUMN = 2 ** 24;

export interface Word {
  word: string;
  /** How many passages have it, in any column. */
  passages: number;
}
/** Every occurrence of a word, as pairs (row number of the passage, place), in order. */
export type Occurrences = Int32Array;

/** A passage's length in words, for each column. */
export interface Size {
  pk: number;
  text: number;
  heading: number;
  notes: number;
}
export interface FacetMembers {
  facet: FacetName;
  value: string;
  /** Row numbers in order, and how sure the tag is (0 to 1) for each. */
  pks: number[];
  confidence: number[];
}
export interface ReportSpan {
  report: string;
  builtIn: boolean;
  /** It says in another language what another report of the library says. */
  translation: boolean;
  /** Row numbers of the first and the last passage. */
  from: number;
  to: number;
}
export interface ChapterSpan {
  number: number | null;
  title: string;
  authors: string[];
  /** Row numbers of the first and the last passage. */
  from: number;
  to: number;
}
export interface CalledNote {
  pk: number;
  n: string;
  text: string;
}

/**
 * The postings as the search asks them. FTS5 keeps them, in one transaction with the text; the search reads a word's
 * occurrences and ranks by itself: for a word in 12,000 of 20,000 passages that takes 3 ms, `bm25()` alone takes 8.
 */
export function createPostings(db: Sqlite) {
  const occurrences = db.prepare<[string], string | null>(OCCURRENCES).pluck();
  const phrase = db.prepare<[string], number>('SELECT rowid FROM postings WHERE postings MATCH ?').pluck();
  const calledNotes = db.prepare<[string], CalledNote>(CALLED_NOTES);
  return {
    /** Every distinct word of the library, in byte order. */
    words: (): Word[] => db.prepare<[], Word>('SELECT term AS word, doc AS passages FROM words').all(),
    /** @param word folded as db/model/fold.ts does; an unknown word occurs nowhere */
    occurrences: (word: string): Occurrences => numbers(occurrences.get(word) ?? ''),
    /**
     * Where words stand side by side: for each passage and column one occurrence, at the column's first place. Cheaper
     * than the occurrences of all its words where one of them stands everywhere.
     */
    phrase(words: readonly string[]): Occurrences {
      const quoted = `"${words.join(' ').replaceAll('"', ' ')}"`;
      const found = COLUMNS.flatMap((column, at) => phrase.all(`${column} : ${quoted}`).map((pk) => [pk, at * COLUMN] as const));
      return Int32Array.from(found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).flat());
    },
    /** How long every passage is, in reading order. */
    sizes: (): Size[] => db.prepare<[], { id: number; sz: Buffer }>('SELECT id, sz FROM postings_docsize ORDER BY id').all().map(({ id, sz }) => sizeOf(id, sz)),
    /** Who carries which value. */
    facets: (): FacetMembers[] => db.prepare<[], { facet: FacetName; value: string; pks: string; confidence: string }>(
      'SELECT facet, value, group_concat(passage) AS pks, group_concat(confidence) AS confidence FROM facet GROUP BY facet, value').all()
      .map((row) => ({ ...row, pks: row.pks.split(',').map(Number), confidence: row.confidence.split(',').map(Number) })),
    /** Which rows belong to which report: those of a report are consecutive. */
    reports: (): ReportSpan[] => db.prepare<[], Omit<ReportSpan, 'builtIn' | 'translation'> & { builtIn: number; translation: number }>(
      `SELECT r.id AS report, r.built_in AS builtIn, r.translates IS NOT NULL AND EXISTS (SELECT 1 FROM report o WHERE o.id = r.translates) AS translation,
        min(p.pk) AS "from", max(p.pk) AS "to" FROM passage p JOIN report r ON r.pk = p.report GROUP BY p.report`).all()
      .map((row) => ({ ...row, builtIn: row.builtIn === 1, translation: row.translation === 1 })),
    /** Which rows belong to which chapter: those of a chapter are consecutive. */
    chapters: (): ChapterSpan[] => db.prepare<[], Omit<ChapterSpan, 'authors'> & { authors: string }>(
      'SELECT c.number, c.title, c.authors, min(p.pk) AS "from", max(p.pk) AS "to" FROM passage p JOIN chapter c ON c.pk = p.chapter GROUP BY p.chapter').all()
      .map((row) => ({ ...row, authors: JSON.parse(row.authors) as string[] })),
    /** The passages that only repeat a sentence of the text in large letters. */
    pullQuotes: (): number[] => db.prepare<[], { pk: number }>("SELECT pk FROM passage WHERE kind = 'pull-quote' ORDER BY pk").all().map((row) => row.pk),
    /** The footnotes that these passages call, passage by passage. */
    calledNotes: (pks: readonly number[]): CalledNote[] => (pks.length === 0 ? [] : calledNotes.all(JSON.stringify(pks))),
    /** The bare texts of some passages, in no order: for the acronyms that they explain. */
    texts: (pks: readonly number[]): string[] => db.prepare<[string], { text: string }>(
      'SELECT text FROM passage WHERE pk IN (SELECT value FROM json_each(?))').all(JSON.stringify(pks)).map((row) => row.text),
  };
}
export type Postings = ReturnType<typeof createPostings>;

/** One line for all occurrences: a row for each costs three times as much on its way out of SQLite. The table is read in order. */
export const OCCURRENCES = `SELECT group_concat(doc || ' ' || (offset + ${COLUMN} * CASE col WHEN 'text' THEN 0 WHEN 'heading' THEN 1 ELSE 2 END), ' ')
  FROM occurrences WHERE term = ?`;
export const CALLED_NOTES = `SELECT p.pk, f.n, f.text FROM passage p, json_each(p.markers) m JOIN footnote f ON f.chapter = p.chapter AND f.n = m.value ->> 'n'
  WHERE p.pk IN (SELECT value FROM json_each(?)) ORDER BY p.pk, m.key`;

/** Reads the numbers of a line with one blank between. */
function numbers(line: string): Int32Array {
  if (line === '') return new Int32Array(0);
  let count = 1;
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) === 32) count += 1;
  const out = new Int32Array(count);
  let at = 0;
  let n = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 32) {
      out[at++] = n;
      n = 0;
    } else n = n * 10 + code - 48;
  }
  out[at] = n;
  return out;
}

/** A row of FTS5's docsize table: one SQLite varint for each column. */
function sizeOf(pk: number, blob: Buffer): Size {
  const sizes: number[] = [];
  let n = 0;
  for (const byte of blob) {
    n = n * 128 + (byte & 127);
    if (byte < 128) {
      sizes.push(n);
      n = 0;
    }
  }
  return { pk, text: sizes[0] ?? 0, heading: sizes[1] ?? 0, notes: sizes[2] ?? 0 };
}
