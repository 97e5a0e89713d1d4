import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reply } from '../../db/contract/dispatch.ts';
import type { MethodName } from '../../db/contract/methods.ts';
import { createEventHub } from '../../electron/host/events.ts';
import { importText, testService } from '../helpers/services.ts';
import { LINES, type Line } from './lines.ts';

const REPORT = '# Harbours\n\n## Coasts\n\nThe coast guard bought radar in the Free Trade Area (FTA).\n\nPhạm Minh Chính spoke of 東京 and of the four No’s.\n';
const ODD: readonly string[] = [
  'a'.repeat(10_000), // ten thousand letters
  '"('.repeat(5000), // ten thousand signs
  'radar '.repeat(1666), // ten thousand characters of words
  'AND OR NOT NEAR/3 - * AND', // only operators
  '"""“”„\'\'"', // only quotes
  '🎉🚢👩‍✈️', // emoji
  'سفينة \u202E radar', // letters from right to left
  '\0radar\0', // a NUL
  '\uD83D radar \uDE00', // lone surrogates
  '<img src=x onerror=alert(1)> \'; DROP TABLE passage; --', // markup and SQL
];
/** Suggestions and earlier searches take no more (db/contract/methods.ts). */
const SHORTER = 2000;

/** Asks everything that takes a query. @returns what was not answered */
async function unanswered({ transport }: Line, query: string): Promise<string[]> {
  const text = query.slice(0, SHORTER);
  const asked: [MethodName, object][] = [
    ['search.run', { query, limit: 5 }], ['search.run', { query, where: 'footnotes' }], ['search.suggest', { text }], ['compare.table', { query }],
    ...(text === '' ? [] : [['desk.noteSearch', { query: text }] as [MethodName, object]]), ['desk.earlierSearches', {}],
  ];
  const wrong: string[] = [];
  for (const [name, params] of asked) {
    const reply = await transport(name, params) as Reply;
    const echoed = name !== 'search.run' || (reply.ok && (reply.value as { query: string }).query === query);
    if (!reply.ok || !echoed) wrong.push(`${name} of ${JSON.stringify(query.slice(0, 80))}: ${JSON.stringify(reply).slice(0, 300)}`);
  }
  return wrong;
}

// One library for all of them: what was asked before must not matter.
it.each(Object.entries(LINES))('queries of any letters are answered %s', { timeout: 120_000 }, async (_name, open) => {
  const behind = testService();
  await importText(behind, REPORT, 'harbours.md');
  const line = await open({ service: behind.service, events: createEventHub() });
  for (const query of ODD) expect(await unanswered(line, query)).toEqual([]);
  const piece = fc.constantFrom('radar', 'coast', 'FTA', '東京', 'AND', 'OR', 'NOT', 'NEAR/2', '(', ')', '"', '-', '*', 'in:footnotes', 'country:', 'author:y', '🎉', '\0', '\uD800', '\u202E');
  const anything = fc.oneof(fc.array(piece, { maxLength: 12 }).map((list) => list.join(' ')), fc.string({ unit: 'binary', maxLength: 60 }));
  await fc.assert(fc.asyncProperty(anything, async (query) => {
    expect(await unanswered(line, query)).toEqual([]);
  }), { numRuns: 40 });
});
