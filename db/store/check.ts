import { entriesOfWord, indexReport } from './index-builder.ts';
import { entriesOf, type Chunk, type Entry } from './index-codec.ts';
import { indexIsForeign } from './index-edition.ts';
import { createPassagesToIndex } from './index-writer.ts';
import type { Sqlite } from './open.ts';

/** The finding that a fresh index mends. */
export const INDEX_DIFFERS = 'The search index does not say what the text says. The text is safe, and the index is made anew from it when the library is next opened.';

/**
 * Looks for whatever could be wrong with the library: SQLite's own checks, rows that point nowhere, and the index
 * against the text it was made from, word by word and place by place.
 * @returns one plain sentence for each finding; an empty list where all is well
 */
export function findProblems(db: Sqlite): string[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[];
  const found = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok').map((line) => `library.sqlite: ${line}`);
  const orphans = db.pragma('foreign_key_check') as { table: string }[];
  if (orphans.length > 0) found.push(`library.sqlite: ${orphans.length} rows of ${orphans[0]!.table} belong to nothing.`);
  if (!indexSaysTheSame(db)) found.push(INDEX_DIFFERS);
  return found;
}

/** What is known of a word: how many passages have it, and a sum over all its places. */
interface Sum { passages: number; places: number }

/** Makes the index of every report again, in memory and report by report, and holds its sums against those of the one on the disk. */
function indexSaysTheSame(db: Sqlite): boolean {
  if (indexIsForeign(db)) return false;
  const passagesOf = createPassagesToIndex(db);
  const wanted = new Map<string, Sum>();
  for (const { report, first, passages } of db.prepare<[], { report: number; first: number; passages: number }>('SELECT report, first, passages FROM indexed ORDER BY first').all()) {
    const index = indexReport(passagesOf(report));
    if (index.passages !== passages || (passages > 0 && index.first !== first)) return false;
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

/** Every place changes the sum, and so does the order of the passages. */
function added({ passages, places }: Sum, { pk, at }: Entry): Sum {
  let sum = Math.imul(places, 31) + pk;
  at.forEach((column, n) => {
    for (const place of column) sum = (Math.imul(sum, 31) + place * 3 + n) | 0;
  });
  return { passages: passages + 1, places: sum | 0 };
}
