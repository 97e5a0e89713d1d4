import type { Sqlite } from './open.ts';
import { indexed } from './report-writer.ts';

interface TextRow { pk: number; text: string; heading: string; chapter: number; markers: string }

/**
 * Looks for whatever could be wrong with the library: SQLite's own checks, rows that point nowhere, and the postings
 * against the text they were made from, word by word.
 * @returns one plain sentence for each finding; an empty list where all is well
 */
export function findProblems(db: Sqlite): string[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[];
  const found = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok').map((line) => `library.sqlite: ${line}`);
  const orphans = db.pragma('foreign_key_check') as { table: string }[];
  if (orphans.length > 0) found.push(`library.sqlite: ${orphans.length} rows of ${orphans[0]!.table} belong to nothing.`);
  try {
    db.exec("INSERT INTO postings (postings) VALUES ('integrity-check')");
  } catch {
    found.push('The search index is damaged. The text is safe; remove the reports and import them again.');
    return found;
  }
  if (!sameWords(db)) found.push('The search index does not say what the text says. The text is safe; remove the reports and import them again.');
  return found;
}

/** Counts every word of the library again and holds the counts against the index's own. */
function sameWords(db: Sqlite): boolean {
  const notes = new Map(db.prepare<[], { key: string; text: string }>("SELECT chapter || '/' || n AS key, text FROM footnote").all().map((row) => [row.key, row.text]));
  const counts = new Map<string, number>();
  const texts = db.prepare<[], TextRow>(`SELECT p.pk, p.text, c.title || ' ' || coalesce(s.title, '') AS heading, p.chapter, p.markers
    FROM passage p JOIN chapter c ON c.pk = p.chapter LEFT JOIN section s ON s.pk = p.section`);
  let passages = 0;
  for (const row of texts.iterate()) {
    passages += 1;
    const called = (JSON.parse(row.markers) as { n: string }[]).map((marker) => notes.get(`${row.chapter}/${marker.n}`) ?? '');
    for (const word of indexed([row.text, row.heading, ...called].join(' \n ')).split(' ')) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const postings = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM postings_docsize').get()!.n;
  if (postings !== passages) return false;
  for (const row of db.prepare<[], { term: string; cnt: number }>('SELECT term, cnt FROM words').iterate()) {
    if (counts.get(row.term) !== row.cnt) return false;
    counts.delete(row.term);
  }
  return counts.size === 0;
}
