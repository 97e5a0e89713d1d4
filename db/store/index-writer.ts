import { FACETS, type Tag } from '../model/facet.ts';
import type { Progress } from '../model/source.ts';
import type { PassageWords } from '../model/words.ts';
import { packedDocs } from './carrier-codec.ts';
import { endOfPassage, indexReport, type IndexedPassage, type IndexedWord, type ReportIndex } from './index-builder.ts';
import { explanationRows } from './explanations.ts';
import { INDEX_EDITION } from './index-edition.ts';
import { append, appendFrom, closed, COLUMNS, entriesOf, openChunk, reopened, sizeOf, type Chunk, type OpenChunk } from './index-codec.ts';
import { createRows, type Rows } from './many-rows.ts';
import type { Sqlite } from './open.ts';
import { readTags } from './tag-codec.ts';
import { createTextReader, type KeptText } from './texts.ts';

/** Bytes of a chunk from which on the next one is begun: eight rows of this size fill a page. With four, growing rows left a sixth of the table's pages empty; with fourteen, what stands around the rows takes as much again. */
const FULL = 460;
/** Lengths are kept in two bytes; a passage longer than this is not told apart. */
const LONGEST = 65_535;

/** Tables of the index whose rows belong to a report. */
const PER_REPORT = ['indexed', 'carrier', 'explanation'];

export type TaggedPassage = IndexedPassage & { tags: readonly Tag[] };

/**
 * Writes the index, within the transaction of its caller. What a report costs depends on its own words, not on the
 * library's: it appends to the last chunk of each of its words, or begins a new one.
 */
export function createIndexWriter(db: Sqlite) {
  const known = db.prepare<[string], { word: string; pk: number }>('SELECT t.word, t.pk FROM json_each(?) w JOIN term t ON t.word = w.value');
  const highest = db.prepare<[], number>('SELECT coalesce(max(term), 0) FROM posting').pluck();
  const lastChunks = db.prepare<[string], Chunk & { term: number }>(`SELECT p.term, p.first, p.first + p.span AS last, p.docs, p.places FROM json_each(?) w JOIN posting p
    ON p.term = w.value AND p.first = (SELECT max(first) FROM posting WHERE term = w.value) WHERE length(p.docs) + length(p.places) < ${FULL}`);
  const chunksBetween = db.prepare<[number, number, number], Chunk>('SELECT first, first + span AS last, docs, places FROM posting WHERE term = ? AND first <= ? AND first + span >= ?');
  const chunkRows = createRows(db, 'INSERT OR REPLACE INTO posting (term, first, span, docs, places)', 5);
  const dropChunk = db.prepare('DELETE FROM posting WHERE term = ? AND first = ?');
  const termRows = createRows(db, 'INSERT INTO term (word, pk, passages)', 3, 'ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages');
  const countLess = db.prepare('UPDATE term SET passages = passages - ? WHERE word = ?');
  const dropTerm = db.prepare('DELETE FROM term WHERE word = ? AND passages <= 0');
  const putReport = db.prepare('INSERT INTO indexed (report, edition, first, passages, lengths) VALUES (?, ?, ?, ?, ?)');
  const putCarriers = db.prepare('INSERT INTO carrier (report, facet, value, passages, docs, sure) VALUES (?, ?, ?, ?, ?, ?)');
  const putExplanation = db.prepare('INSERT INTO explanation (report, acronym, form, written, passages, first) VALUES (?, ?, ?, ?, ?, ?)');

  /** Rooms that chunks are filled in, each free again when its row is written. */
  const rooms: OpenChunk[] = [];
  const open = (rows: Rows, begin: (used?: OpenChunk) => OpenChunk): OpenChunk => (rooms[rows.waiting] = begin(rooms[rows.waiting]));
  const put = (rows: Rows, term: number, chunk: OpenChunk): void => {
    const { first, last, docs, places } = closed(chunk);
    rows.put(term, first, last - first, docs, places);
  };
  const addWord = (rows: Rows, { first, occurrences }: ReportIndex, { term, from, to }: NumberedWord, last: Chunk | undefined): void => {
    let chunk = open(rows, (used) => (last ? reopened(last, used) : openChunk(first + passageOf(occurrences.where[from]!), used)));
    for (let at = from, end = at; at < to; at = end) {
      end = endOfPassage(occurrences, at, to);
      const pk = first + passageOf(occurrences.where[at]!);
      if (sizeOf(chunk) >= FULL) {
        put(rows, term, chunk);
        chunk = open(rows, (used) => openChunk(pk, used));
      }
      appendFrom(chunk, pk, occurrences, at, end);
    }
    put(rows, term, chunk);
  };
  const takeWord = (rows: Rows, term: number, from: number, to: number): void => {
    for (const chunk of chunksBetween.all(term, to, from)) {
      dropChunk.run(term, chunk.first);
      const kept = [...entriesOf(chunk)].filter(({ pk }) => pk < from || pk > to);
      if (kept.length === 0) continue;
      const rest = open(rows, (used) => openChunk(kept[0]!.pk, used));
      for (const entry of kept) append(rest, entry);
      put(rows, term, rest);
    }
  };
  /** A report's words with their numbers. New words are numbered behind all others: they fill pages of their own. */
  const numbered = ({ words }: ReportIndex): NumberedWord[] => {
    const last = highest.get()!;
    const numbers = new Map(last === 0 ? [] : known.all(JSON.stringify(words.map(({ word }) => word))).map(({ word, pk }) => [word, pk]));
    let next = last;
    return words.map(({ word, passages, from, to }): NumberedWord => {
      const term = numbers.get(word);
      return { word, passages, from, to, term: term ?? ++next, isNew: term === undefined };
    });
  };
  const lastChunksOf = (words: readonly NumberedWord[]): Map<number, Chunk> => {
    const old = words.flatMap(({ term, isNew }) => (isNew ? [] : [term]));
    return new Map(old.length === 0 ? [] : lastChunks.all(JSON.stringify(old)).map((chunk) => [chunk.term, chunk]));
  };

  return {
    /** Adds a report's words and tags. @param passages in order, their row numbers without gaps and above all others @param words of them, where they are cut already */
    add(report: number, passages: readonly TaggedPassage[], words?: PassageWords): void {
      const index = indexReport(passages, words);
      const numberedWords = numbered(index);
      const last = lastChunksOf(numberedWords);
      const chunks = chunkRows();
      for (const word of inTermOrder(numberedWords)) addWord(chunks, index, word, last.get(word.term));
      chunks.flush();
      const terms = termRows();
      for (const { word, term, passages } of numberedWords) terms.put(word, term, passages);
      terms.flush();
      putReport.run(report, INDEX_EDITION, index.first, index.passages, bytesOf(Uint16Array.from(index.lengths, (length) => Math.min(length, LONGEST))));
      for (const row of carrierRows(index, passages)) putCarriers.run(report, row.facet, row.value, row.passages, row.docs, row.sure);
      for (const row of explanationRows(passages)) putExplanation.run(report, row.acronym, row.form, row.written, row.passages, row.first);
    },
    /** Takes a report's words out again. @param passages as they were added */
    remove(report: number, passages: readonly IndexedPassage[]): void {
      const index = indexReport(passages);
      const chunks = chunkRows();
      for (const { term } of inTermOrder(numbered(index))) takeWord(chunks, term, index.first, index.first + index.passages - 1);
      chunks.flush();
      for (const { word, passages } of index.words) {
        countLess.run(passages, word);
        dropTerm.run(word);
      }
      for (const table of PER_REPORT) db.prepare(`DELETE FROM ${table} WHERE report = ?`).run(report);
    },
    /** Empties the index. */
    clear(): void {
      db.exec(['posting', 'term', ...PER_REPORT].map((table) => `DELETE FROM ${table};`).join(''));
    },
  };
}

const passageOf = (where: number): number => Math.floor(where / COLUMNS);

/** A word with its number in the library; `isNew` where no other report has it. */
type NumberedWord = IndexedWord & { term: number; isNew: boolean };

/** The order in which each page of the table is touched once. */
const inTermOrder = (words: readonly NumberedWord[]): NumberedWord[] => words.toSorted((a, b) => a.term - b.term);

const bytesOf = (numbers: Uint16Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** A row of the table `carrier`, but for its report. */
export interface CarrierRow { facet: string; value: string; passages: number; docs: Uint8Array; sure: Uint8Array }

/** Who carries which value, as the table keeps it: counted from the report's first passage, with how sure the tag is, in hundredths. */
export function carrierRows(index: ReportIndex, passages: readonly TaggedPassage[]): CarrierRow[] {
  const found = new Map<string, { facet: string; value: string; docs: number[]; sure: number[] }>();
  for (const { pk, tags } of passages) {
    for (const tag of tags) {
      const key = `${FACETS.indexOf(tag.facet)}/${tag.value}`;
      const carriers = found.get(key) ?? { facet: tag.facet, value: tag.value, docs: [], sure: [] };
      found.set(key, carriers);
      if (carriers.docs.at(-1) === pk - index.first) continue;
      carriers.docs.push(pk - index.first);
      carriers.sure.push(Math.round(tag.confidence * 100));
    }
  }
  return Array.from(found.values(), ({ facet, value, docs, sure }) => ({ facet, value, passages: docs.length, docs: packedDocs(docs), sure: Uint8Array.from(sure) }));
}

interface Row extends KeptText { pk: number; id: string; heading: string; chapter: number; markers: string; tags: string }

/** A report's passages as the index holds them, read from the library's own text. */
export function createPassagesToIndex(db: Sqlite): (report: number) => TaggedPassage[] {
  const rows = db.prepare<[number], Row>(`SELECT p.pk, p.id, p.text, p.packed, y.pk AS symbols, c.title || ' \n ' || coalesce(s.title, '') AS heading, p.chapter, p.markers, p.tags
    FROM passage p JOIN chapter c ON c.pk = p.chapter LEFT JOIN section s ON s.pk = p.section LEFT JOIN symbols y ON y.report = p.report WHERE p.report = ? ORDER BY p.pk`);
  const notes = db.prepare<[number], KeptText & { chapter: number; n: string }>(`SELECT f.chapter, f.n, f.text, f.packed, y.pk AS symbols
    FROM footnote f JOIN chapter c ON c.pk = f.chapter LEFT JOIN symbols y ON y.report = c.report WHERE c.report = ? ORDER BY f.pk`);
  const read = createTextReader(db);
  return (report) => {
    const texts = new Map(notes.all(report).map((note) => [`${note.chapter}/${note.n}`, read.text(note)]));
    return rows.all(report).map(({ pk, id, heading, chapter, markers, ...row }) => {
      const { text, tags } = read.passage(row, row.tags);
      const called = (JSON.parse(markers) as { n: string }[]).map(({ n }) => texts.get(`${chapter}/${n}`) ?? '');
      return { pk, id, text, heading, tags: readTags(tags), notes: called.join(' \n ') };
    });
  };
}

/**
 * Makes the index anew from the text, in one transaction.
 * @param tell called after every report; it may throw to stop, and then the index is as it was
 */
export function rebuildIndex(db: Sqlite, tell: (progress: Progress) => void): void {
  const writer = createIndexWriter(db);
  const passagesOf = createPassagesToIndex(db);
  db.transaction(() => {
    writer.clear();
    const reports = db.prepare<[], { pk: number }>('SELECT r.pk FROM report r JOIN passage p ON p.report = r.pk GROUP BY r.pk ORDER BY min(p.pk)').all();
    reports.forEach(({ pk }, at) => {
      tell({ phase: 'indexing', done: at, total: reports.length });
      writer.add(pk, passagesOf(pk));
    });
    tell({ phase: 'indexing', done: reports.length, total: reports.length });
  }).immediate();
}
