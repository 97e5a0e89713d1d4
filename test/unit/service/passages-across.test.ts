import { expect, test } from 'vitest';
import { createReceiver, createSender } from '../../../db/service/passages-across.ts';
import type { SearchHit } from '../../../db/search/search.ts';
import { passageFrom, type ReadRow } from '../../../db/store/passage-reader.ts';

const row = (pk: number, text = `Text ${pk}`): ReadRow => ({
  pk, report: 'harbours', chapter: 'ch1', section: null, id: `p-${pk}`, kind: '', text, page_from: '7', page_to: '8', line_from: 1, line_to: 2,
  markers: '[{"n":"3","offset":2}]', tags: '[["country","vietnam",0.5,"tHanoi"]]', width: null, height: null,
});
const hit = (passage: ReadRow): SearchHit<ReadRow> => ({ passage, snippet: [{ text: passage.text, hit: true }], footnote: null, why: ['because'], score: 1.5 });

test('hits arrive as they were sent, whole passages among them', () => {
  const rows = [row(1), row(2)];
  const crossed = structuredClone(createSender()(rows.map(hit)));
  expect(createReceiver()(crossed)).toEqual(rows.map((one) => ({ ...hit(one), passage: passageFrom(one) })));
  expect(createReceiver()(crossed)[0]!.passage).toMatchObject({ id: 'p-1', kind: 'paragraph', pages: { from: '7', to: '8' }, footnotes: [{ n: '3', offset: 2 }], tags: [{ value: 'vietnam' }] });
});

test('a passage crosses once, and again where it was read anew', () => {
  const [send, receive] = [createSender(), createReceiver()];
  const [one, two] = [row(1), row(2)];
  expect(send([hit(one)]).rows).toEqual([one]);
  expect(send([hit(two), hit(one)]).rows).toEqual([two]);
  const changed = row(1, 'Another text');
  const crossing = send([hit(changed), hit(two)]);
  expect(crossing.rows).toEqual([changed]);
  receive({ hits: [], rows: [one, two], afresh: false });
  expect(receive(crossing).map(({ passage }) => passage.text)).toEqual(['Another text', 'Text 2']);
});

test('however many passages cross, neither side keeps them all, and none is missed', () => {
  const [send, receive] = [createSender(), createReceiver()];
  const first = row(0);
  let forgotten = 0;
  for (let pk = 0; pk < 5000; pk += 10) {
    const crossing = send([hit(first), ...Array.from({ length: 10 }, (_, i) => hit(row(pk + i + 1)))]);
    if (crossing.afresh) forgotten += 1;
    expect(receive(crossing).map(({ passage }) => passage.pk)).toEqual([0, ...Array.from({ length: 10 }, (_, i) => pk + i + 1)]);
  }
  expect(forgotten).toBeGreaterThan(2);
});
