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
  const changed = row(1, 'Another text');
  const textsOf = (passages: ReadRow[]): { crossed: unknown[]; received: string[] } => {
    const crossing = send(passages.map(hit));
    return { crossed: crossing.rows.filter((value) => /text/i.test(String(value))), received: receive(crossing).map(({ passage }) => passage.text) };
  };
  expect(textsOf([one])).toEqual({ crossed: ['Text 1'], received: ['Text 1'] });
  expect(textsOf([two, one])).toEqual({ crossed: ['Text 2'], received: ['Text 2', 'Text 1'] });
  expect(textsOf([changed, two])).toEqual({ crossed: ['Another text'], received: ['Another text', 'Text 2'] });
});

test('snippets, reasons and the numbers of footnotes arrive whole, whatever stands in them', () => {
  const hits: SearchHit<ReadRow>[] = [
    { passage: row(1), snippet: [], footnote: '', why: [], score: 0 },
    { passage: row(2), snippet: [{ text: '… ', hit: false }, { text: 'Phạm\0', hit: true }, { text: '', hit: false }, { text: '😀 end', hit: true }], footnote: '12a', why: ['', 'a → b', '“c”'], score: 12.34 },
    { passage: row(2), snippet: [{ text: 'x', hit: false }], footnote: null, why: ['in the heading'], score: -0.01 },
  ];
  expect(createReceiver()(structuredClone(createSender()(hits)))).toEqual(hits.map((one) => ({ ...one, passage: passageFrom(one.passage) })));
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
