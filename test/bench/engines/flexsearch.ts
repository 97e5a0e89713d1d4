import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Charset, Document, Encoder } from 'flexsearch';
import { answerFrom, tagsOf, type Engine } from './engine.ts';

const FIELDS = ['text', 'heading', 'notes'];
const everything = 10_000_000;
// The settings that find most in docs/benchmarks.md's queries; without them "1999" is wrong (see ARCHITECTURE.md).
const empty = () => new Document({ document: { id: 'id', index: FIELDS }, tokenize: 'forward', encoder: new Encoder({ ...Charset.LatinBalance, numeric: false, dedupe: false }) });

/** FlexSearch alone: words from their beginnings, sounds, and suggestions where not all words stand together. */
export const flexsearch: Engine = {
  name: 'FlexSearch', most: 100_000,
  async build(passages, folder) {
    const index = empty();
    const tags: Record<string, string[]> = {};
    for (const passage of passages) {
      index.add({ id: passage.id, text: passage.text, heading: passage.heading, notes: passage.notes });
      tags[passage.id] = tagsOf(passage);
    }
    const parts: [string, string][] = [];
    await index.export((key: string, data: string) => {
      if (data !== undefined) parts.push([key, data]);
    });
    parts.forEach(([, data], at) => writeFileSync(path.join(folder, `flex-${at}.json`), data));
    writeFileSync(path.join(folder, 'flex-keys.json'), JSON.stringify(parts.map(([key]) => key)));
    writeFileSync(path.join(folder, 'flex-tags.json'), JSON.stringify(tags));
  },
  async open(folder) {
    const index = empty();
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    (JSON.parse(read('flex-keys.json')) as string[]).forEach((key, at) => index.import(key, read(`flex-${at}.json`)));
    const tags = JSON.parse(read('flex-tags.json')) as Record<string, string[]>;
    return {
      ask(query, choice) {
        const found = index.search(query, { limit: everything, suggest: true }) as { field?: string; result: string[] }[];
        const ids = new Set(FIELDS.flatMap((field) => found.find((one) => one.field === field)?.result ?? []));
        return answerFrom(Array.from(ids, (id) => ({ id, tags: tags[id]! })), choice);
      },
    };
  },
};
