import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packFileSchema, SCHEMA_FILE } from '../../helpers/pack-schema.ts';
import { readPackFile } from '../../../db/contract/pack-file.ts';
import { keptKey } from '../../../db/model/kept.ts';
import { packFileText } from '../../../db/service/render-pack.ts';

test('the schema in the papers is the one that the program checks by', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(packFileSchema());
});

test('a file of the first days opens as before, and is written with what was left out', () => {
  const { pack, kept } = readPackFile('{"attachePack":1,"title":"Visit","items":[{"kind":"heading","text":"One"},{"kind":"search","query":"port"}]}');
  expect(pack).toMatchObject({ title: 'Visit', paper: 'A4', notes: 'foot', copies: [], items: [{ kind: 'heading', text: 'One' }, { kind: 'search', query: 'port', limit: 10 }] });
  expect(kept).toEqual([]);
  expect(readPackFile(packFileText(pack, []))).toEqual({ pack, kept: [] });
});

test('one copy serves every item that shows the same, however it is trimmed or marked', () => {
  const item = { kind: 'passage' as const, report: 'r', passage: 'p' };
  expect(keptKey({ ...item, keep: ['x'], marking: 'SECRET', remark: 'here' })).toBe(keptKey(item));
  expect(keptKey({ ...item, passage: 'q' })).not.toBe(keptKey(item));
  expect(keptKey({ kind: 'heading', text: 'r' })).toBeNull();
});

test.each([
  ['{"attachePack":1,"items":[]}', 'This is no pack that Attaché can read: “title” is missing.'],
  ['{"attachePack":1,"title":" ","items":[]}', 'This is no pack that Attaché can read: “title” is empty.'],
  ['{"attachePack":1,"title":4,"items":[]}', 'This is no pack that Attaché can read: “title” has to be text.'],
  [JSON.stringify({ attachePack: 1, title: 'x'.repeat(501), items: [] }), 'This is no pack that Attaché can read: “title” is longer than 500 characters.'],
  ['{"attachePack":1,"title":"Visit","date":"May","items":[]}', 'This is no pack that Attaché can read: “date” has to be a day such as 2026-05-01.'],
  ['{"attachePack":1,"title":"Visit","paper":"A3","items":[]}', 'This is no pack that Attaché can read: “paper” has to be “A4” or “Letter”.'],
  ['{"attachePack":1,"title":"Visit","colour":"red","items":[]}', 'This is no pack that Attaché can read: it has “colour”, which Attaché does not know.'],
  ['[]', 'This is no pack that Attaché can read: it has to be an object.'],
  ['{"attachePack":1,"title":"Visit","items":[{"kind":"heading"}]}', 'Item 1 of this pack (heading) is not right: “text” is missing.'],
  ['{"attachePack":1,"title":"Visit","items":[{"kind":"search","query":"port","limit":0.5}]}', 'Item 1 of this pack (search) is not right: “limit” has to be a whole number.'],
  ['{"attachePack":1,"title":"Visit","items":[{"kind":"song"}]}', /^Item 1 of this pack is of the kind “song”, which Attaché does not know\. It knows: heading, /],
])('what is wrong with %s is said in words', (json, sentence) => {
  expect(() => readPackFile(json)).toThrow(sentence);
});
