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
