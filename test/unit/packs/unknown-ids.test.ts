import { expect, test } from 'vitest';
import type { PackItem, ResolvedItem } from '../../../db/model/pack.ts';
import { sourcelessNotices, unknownIn } from '../../../db/packs/unknown-ids.ts';
import { resolved } from './sample.ts';

const gone: ResolvedItem = { kind: 'missing', problem: 'It is gone.' };
const source = { report: 'harbours', passage: 'p-7' };
const packOf = (items: PackItem[], found: ResolvedItem[]) => resolved(found, { items });

test('ids that nobody has are named, with their item', () => {
  const pack = packOf(
    [{ kind: 'heading', text: 'Ports' } as PackItem, { kind: 'passage', report: 'nope', passage: 'zzz' }, { kind: 'search', query: 'whales', country: [], domain: [], limitation: [], limit: 3 }],
    [{ kind: 'heading', text: 'Ports' } as ResolvedItem, gone, gone],
  );
  expect(unknownIn(pack)).toEqual([{ item: 2, names: 'report “nope”, passage “zzz”', sourceOnly: false }]);
  expect(sourcelessNotices(pack)).toEqual([]);
});

test('a point or a figure that is printed without its source is told', () => {
  const row = { value: '4', year: '2021', what: 'ships' };
  const pack = packOf(
    [{ kind: 'points', title: '', points: [{ text: 'One.', source }, { text: 'Two.' }] }, { kind: 'figures', title: '', rows: [{ ...row, source }] }],
    [{ kind: 'points', title: '', points: [{ text: 'One.', from: null }, { text: 'Two.', from: null }] }, { kind: 'figures', title: '', rows: [{ ...row, words: '', from: null }] }],
  );
  expect(sourcelessNotices(pack)).toEqual([1, 2].map((item) => `Item ${item}: a source is not in the library, and the pack has no copy of it (report “harbours”, passage “p-7”). Its words are printed without it.`));
});
