import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS, COMMAND_IDS } from '../../../db/contract/commands.ts';
import { keyWords } from '../../../renderer/app/shortcuts.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
/** Everything in backquotes in the rows of a paper's tables. */
const keysOf = (paper: string): Set<string> => new Set((fs.readFileSync(path.join(root, paper), 'utf8').match(/^\|.*\|$/gm) ?? []).flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, key]) => key!)));

test('every key of the app stands in a paper’s table, those of the review in its own', () => {
  const [readme, review] = [keysOf('README.md'), keysOf('docs/review.md')];
  const missing = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys.map((key) => [id, keyWords(key, 'Linux')] as const)).filter(([id, key]) => {
    const paper = id.startsWith('review:') ? review : readme;
    // "g then l" stands as `g` then `l` `r` `s` …
    return !key.split(' then ').every((part) => paper.has(part));
  });
  expect(missing).toEqual([]);
});
