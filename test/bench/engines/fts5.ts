import path from 'node:path';
import Database from 'better-sqlite3';
import type { FacetChoice } from '../../../db/model/facet.ts';
import { SHOWN, type BenchAnswer, type Engine } from './engine.ts';

/** Every word in quotation marks, so that nothing is taken for syntax; phrases stay phrases. */
function quoted(query: string): string[] {
  return Array.from(query.matchAll(/"([^"]+)"|[\p{L}\p{N}\p{M}]+/gu), ([whole, phrase]) => `"${(phrase ?? whole).replaceAll('"', ' ')}"`);
}

/** SQLite's FTS5 alone: Porter's stems, bm25 with weights; all words, and where nothing has them, any. */
export const fts5: Engine = {
  name: 'SQLite FTS5', most: 400_000,
  async build(passages, folder) {
    const db = new Database(path.join(folder, 'fts5.sqlite'));
    db.exec(`CREATE VIRTUAL TABLE postings USING fts5 (text, heading, notes, content='', tokenize="porter unicode61 remove_diacritics 2");
      CREATE TABLE passage (pk INTEGER PRIMARY KEY, id TEXT NOT NULL);
      CREATE TABLE facet (passage INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (passage, tag)) WITHOUT ROWID;`);
    const posting = db.prepare('INSERT INTO postings (rowid, text, heading, notes) VALUES (?, ?, ?, ?)');
    const row = db.prepare('INSERT INTO passage VALUES (?, ?)');
    const tag = db.prepare('INSERT INTO facet VALUES (?, ?)');
    let pk = 0;
    db.transaction(() => {
      for (const passage of passages) {
        pk += 1;
        posting.run(pk, passage.text, passage.heading, passage.notes);
        row.run(pk, passage.id);
        for (const [facet, value] of passage.tags) tag.run(pk, `${facet}/${value}`);
      }
    })();
    db.close();
  },
  async open(folder) {
    const db = new Database(path.join(folder, 'fts5.sqlite'), { readonly: true });
    const ask = (match: string, choice: FacetChoice | null): BenchAnswer => {
      const chosen = choice ? Object.entries(choice).filter(([, values]) => values.length > 0) : [];
      const limits = chosen.map(([facet, values]) => ` AND rowid IN (SELECT passage FROM facet WHERE tag IN (${values.map((value) => `'${facet}/${value}'`).join(', ')}))`).join('');
      const from = `FROM postings WHERE postings MATCH ?${limits}`;
      const ids = db.prepare<[string, number], { id: string }>(`SELECT id FROM passage JOIN (SELECT rowid AS hit, bm25(postings, 2, 1, 1) AS worth ${from} ORDER BY worth LIMIT ?) ON hit = pk`).all(match, SHOWN);
      const total = db.prepare<[string], { n: number }>(`SELECT count(*) AS n ${from}`).get(match)!.n;
      const facets = db.prepare<[string], { tag: string; n: number }>(`SELECT tag, count(*) AS n FROM facet WHERE passage IN (SELECT rowid ${from}) GROUP BY tag`).all(match);
      return { ids: ids.map(({ id }) => id), total, facets: new Map(facets.map((row) => [row.tag, row.n])) };
    };
    return {
      ask(query, choice) {
        const words = quoted(query);
        if (words.length === 0) return { ids: [], total: 0, facets: new Map() };
        const all = ask(words.join(' AND '), choice);
        return all.total > 0 ? all : ask(words.join(' OR '), choice);
      },
    };
  },
};
