import { inflateSync } from 'node:zlib';
import { entriesOfWord, indexReport, type ReportIndex } from './index-builder.ts';
import { entriesOf, type Chunk, type Entry } from './index-codec.ts';
import { explanationRows, type ExplanationRow } from './explanations.ts';
import { indexIsForeign } from './index-edition.ts';
import { carrierRows, createPassagesToIndex, type CarrierRow, type TaggedPassage } from './index-writer.ts';
import { DAMAGED, type Sqlite } from './open.ts';

/** The finding that a fresh index mends. */
export const INDEX_DIFFERS = 'The search index does not say what the text says. It is made anew from the text when the library is next opened. If a report lacks something, remove it and import its file again.';

/**
 * Looks for whatever could be wrong with the library: SQLite's own checks, rows that point nowhere or are gone from
 * their row, and the index against the text it was made from, word by word and place by place.
 * @returns one plain sentence for each finding; an empty list where all is well
 */
export function findProblems(db: Sqlite): string[] {
  const damaged = damageOf(db, 'library.sqlite', ['passage.markers', 'chapter.authors']);
  if (damaged.length > 0) return damaged;
  try {
    // As it is at one moment, whatever others write meanwhile.
    return db.transaction(() => [...gapsIn(db), ...sourcesLost(db), ...(indexSaysTheSame(db) ? [] : [INDEX_DIFFERS])])();
  } catch (error) {
    return [`library.sqlite cannot be read whole: ${String(error)}. ${DAMAGED['library.sqlite']}`];
  }
}

/**
 * What SQLite itself finds wrong with a file, and JSON that cannot be read.
 * @param file its name
 * @param json columns that hold JSON, as "table.column"
 */
export function damageOf(db: Sqlite, file: keyof typeof DAMAGED, json: readonly string[]): string[] {
  const advice = DAMAGED[file];
  try {
    const rows = db.pragma('integrity_check') as { integrity_check: string }[];
    const found = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok').map((line) => `${file} is damaged: ${line}. ${advice}`);
    const orphans = db.pragma('foreign_key_check') as { table: string }[];
    if (orphans.length > 0) found.push(`${file}: ${orphans.length} rows of ${orphans[0]!.table} belong to nothing. ${advice}`);
    for (const [table, column] of json.map((name) => name.split('.'))) {
      const unread = db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE NOT json_valid(${column})`).pluck().get()!;
      if (unread > 0) found.push(`${file}: ${unread} rows of ${table} cannot be read. ${advice}`);
    }
    return found;
  } catch (error) {
    return [`${file} is damaged: ${error instanceof Error ? error.message : String(error)}. ${advice}`];
  }
}

/** Passages and notes are numbered in their order, without gaps; calls have their notes. */
function gapsIn(db: Sqlite): string[] {
  const again = 'Remove the report and import its file again.';
  const gaps = db.prepare<[], { title: string; what: string; missing: number }>(`
    SELECT r.title, 'passages' AS what, max(p.ord) + 1 - count(*) AS missing FROM passage p JOIN report r ON r.pk = p.report GROUP BY p.report HAVING missing <> 0
    UNION ALL SELECT r.title, 'footnotes', sum(gap) FROM (SELECT c.report, max(f.ord) + 1 - count(*) AS gap FROM footnote f JOIN chapter c ON c.pk = f.chapter GROUP BY f.chapter HAVING gap <> 0) JOIN report r ON r.pk = report GROUP BY report`).all();
  // A chapter may have as many notes as calls: both are put in order once, instead of looking for each call's note.
  const calls = db.prepare<[], { title: string; missing: number }>(`SELECT r.title, count(*) AS missing FROM (
      SELECT p.report, p.chapter, m.value ->> 'n' AS n FROM passage p, json_each(p.markers) m EXCEPT SELECT c.report, f.chapter, f.n FROM footnote f JOIN chapter c ON c.pk = f.chapter
    ) JOIN report r ON r.pk = report GROUP BY report`).all();
  return [
    ...gaps.map(({ title, what, missing }) => `“${title}” lacks ${missing} of its ${what}. ${again}`),
    ...calls.map(({ title, missing }) => `In “${title}”, ${missing} calls lead to no footnote. ${again}`),
  ];
}

/** Files that reports were made from and that cannot be unpacked any more: zlib keeps a sum of what it packed. */
function sourcesLost(db: Sqlite): string[] {
  const lost: string[] = [];
  for (const { title, source } of db.prepare<[], { title: string; source: Uint8Array }>('SELECT title, source FROM report').iterate()) {
    try {
      inflateSync(source);
    } catch {
      lost.push(`The file that “${title}” was made from is kept damaged; the report itself is whole. Remove the report and import its file again, if it has to be corrected or shown beside its source.`);
    }
  }
  return lost;
}

/** What is known of a word: how many passages have it, and a sum over all its places. */
interface Sum { passages: number; places: number }

/** Makes the index of every report again, in memory and report by report, and holds its sums against those of the one on the disk. */
function indexSaysTheSame(db: Sqlite): boolean {
  if (indexIsForeign(db)) return false;
  const passagesOf = createPassagesToIndex(db);
  const wanted = new Map<string, Sum>();
  for (const { report, first, passages } of db.prepare<[], { report: number; first: number; passages: number }>('SELECT report, first, passages FROM indexed ORDER BY first').all()) {
    const own = passagesOf(report);
    const index = indexReport(own);
    if (index.passages !== passages || (passages > 0 && index.first !== first)) return false;
    if (!carriersAgree(db, report, index, own) || !explanationsAgree(db, report, own)) return false;
    for (const word of index.words) {
      let sum = wanted.get(word.word) ?? { passages: 0, places: 0 };
      for (const entry of entriesOfWord(index, word)) sum = added(sum, entry);
      wanted.set(word.word, sum);
    }
  }
  const terms = new Map(db.prepare<[], { pk: number; word: string; passages: number }>('SELECT pk, word, passages FROM term').all().map((term) => [term.pk, term]));
  const held = new Map<string, Sum>();
  for (const chunk of db.prepare<[], Chunk & { term: number }>('SELECT term, first, first + span AS last, docs, places FROM posting ORDER BY term, first').iterate()) {
    const word = terms.get(chunk.term)?.word;
    if (word === undefined) return false;
    let sum = held.get(word) ?? { passages: 0, places: 0 };
    for (const entry of entriesOf(chunk)) sum = added(sum, entry);
    held.set(word, sum);
  }
  const counted = new Map(Array.from(terms.values(), ({ word, passages }) => [word, passages]));
  return held.size === wanted.size && counted.size === wanted.size && [...wanted].every(([word, { passages, places }]) => {
    const sum = held.get(word);
    return sum?.passages === passages && sum.places === places && counted.get(word) === passages;
  });
}

/** Whether the index files a report's passages under the values that they are tagged with. */
function carriersAgree(db: Sqlite, report: number, index: ReportIndex, passages: readonly TaggedPassage[]): boolean {
  const held = db.prepare<[number], CarrierRow>('SELECT facet, value, passages, docs, sure FROM carrier WHERE report = ?').all(report);
  return sameRows(held, carrierRows(index, passages), ({ facet, value, passages, docs, sure }) => `${facet}/${value} ${passages} ${Buffer.from(docs).toString('hex')} ${Buffer.from(sure).toString('hex')}`);
}

/** Whether the index has what a report says that acronyms are short for. */
function explanationsAgree(db: Sqlite, report: number, passages: readonly TaggedPassage[]): boolean {
  const held = db.prepare<[number], ExplanationRow>('SELECT acronym, form, written, passages, first FROM explanation WHERE report = ?').all(report);
  return sameRows(held, explanationRows(passages), ({ acronym, form, written, passages, first }) => JSON.stringify([acronym, form, written, passages, first]));
}

/** Whether two lists have the same rows, in whatever order. @param said all that a row says */
function sameRows<R>(held: readonly R[], wanted: readonly R[], said: (row: R) => string): boolean {
  return held.length === wanted.length && held.map(said).toSorted().join('\n') === wanted.map(said).toSorted().join('\n');
}

/** Every place changes the sum, and so does the order of the passages. */
function added({ passages, places }: Sum, { pk, at }: Entry): Sum {
  let sum = Math.imul(places, 31) + pk;
  at.forEach((column, n) => {
    for (const place of column) sum = (Math.imul(sum, 31) + place * 3 + n) | 0;
  });
  return { passages: passages + 1, places: sum | 0 };
}
