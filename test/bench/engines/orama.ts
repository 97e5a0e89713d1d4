import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create, insert, load, save, search, type RawData } from '@orama/orama';
import { answerFrom, tagsOf, type Engine } from './engine.ts';

const SCHEMA = { id: 'string', text: 'string', heading: 'string', notes: 'string', tags: 'enum[]' } as const;
const everything = 10_000_000;

/** Orama: BM25 with one slip allowed; all words, and where nothing has them, any. */
export const orama: Engine = {
  name: 'Orama', most: 20_000,
  async build(passages, folder) {
    const index = create({ schema: SCHEMA });
    for (const passage of passages) await insert(index, { id: passage.id, text: passage.text, heading: passage.heading, notes: passage.notes, tags: tagsOf(passage) });
    writeFileSync(path.join(folder, 'orama.json'), JSON.stringify(save(index)));
  },
  async open(folder) {
    const index = create({ schema: SCHEMA });
    load(index, JSON.parse(readFileSync(path.join(folder, 'orama.json'), 'utf8')) as RawData);
    return {
      async ask(query, choice) {
        const ask = (threshold: number) => search(index, { term: query, properties: ['text', 'heading', 'notes'], boost: { text: 2 }, tolerance: 1, threshold, limit: everything });
        const all = await ask(0);
        const found = all.count > 0 ? all : await ask(1);
        return answerFrom(found.hits.map(({ document }) => ({ id: document.id, tags: document.tags as string[] })), choice);
      },
    };
  },
};
