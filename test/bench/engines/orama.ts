import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { count, create, insert, load, save, search, type RawData } from '@orama/orama';
import { answerFrom, tagsOf, type Engine } from './engine.ts';

const SCHEMA = { id: 'string', text: 'string', heading: 'string', notes: 'string', tags: 'enum[]' } as const;

/** Orama: BM25; all words, where nothing has them any, and where nothing has any of them with one slip (slips always allowed cost it a second a query). */
export const orama: Engine = {
  name: 'Orama', most: 100_000,
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
        const ask = (threshold: number, tolerance: number) => search(index, { term: query, properties: ['text', 'heading', 'notes'], boost: { text: 2 }, tolerance, threshold, limit: count(index) });
        let found = await ask(0, 0);
        if (found.count === 0) found = await ask(1, 0);
        if (found.count === 0) found = await ask(1, 1);
        return answerFrom(found.hits.map(({ document }) => ({ id: document.id, tags: document.tags as string[] })), choice);
      },
    };
  },
};
