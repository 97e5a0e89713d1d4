import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { answerFrom, tagsOf, type Engine } from './engine.ts';

const OPTIONS: Options = { fields: ['text', 'heading', 'notes'], storeFields: ['tags'] };
const SEARCH: SearchOptions = { boost: { text: 2 }, prefix: true, fuzzy: 0.2 };

/** MiniSearch with prefixes and fuzzy words: all words, and where nothing has them, any. */
export const minisearch: Engine = {
  name: 'MiniSearch', most: 400_000,
  async build(passages, folder) {
    const index = new MiniSearch(OPTIONS);
    for (const passage of passages) index.add({ ...passage, tags: tagsOf(passage) });
    writeFileSync(path.join(folder, 'minisearch.json'), JSON.stringify(index));
  },
  async open(folder) {
    const index = MiniSearch.loadJSON(readFileSync(path.join(folder, 'minisearch.json'), 'utf8'), OPTIONS);
    return {
      ask(query, choice) {
        const all = index.search(query, { ...SEARCH, combineWith: 'AND' });
        const hits = all.length > 0 ? all : index.search(query, { ...SEARCH, combineWith: 'OR' });
        return answerFrom(hits as unknown as { id: string; tags: string[] }[], choice);
      },
    };
  },
};
