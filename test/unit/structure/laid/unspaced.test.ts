import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, page, source } from '../../../fixtures/laid.ts';

const read = (texts: string[]) => structureLaid(source([page(1, texts.map((text, at) => line(40, 80 + at * 14, text, { right: 300 })))]), 'Ports', {});

test('figures and quotation marks at the end of a line of Chinese or Japanese need no blank, unless the text sets some', () => {
  expect(read(['港湾の評議会は予算の78％', 'を認め、水先案内人は', '2004年から2008', '年にかけて“灯台”', 'を調べた。']).passages.map(({ text }) => text)).toEqual(['港湾の評議会は予算の78％を認め、水先案内人は2004年から2008年にかけて“灯台”を調べた。']);
  expect(read(['港口委员会在 2001 年和', '2004 年之间调查了灯塔。']).passages[0]!.text).toBe('港口委员会在 2001 年和 2004 年之间调查了灯塔。');
});

test('lines of Thai are joined without a blank', () => {
  expect(read(['คณะกรรมการท่าเรือประชุมทุกฤดู', 'ใบไม้ผลิและถามคนนำร่อง']).passages[0]!.text).toBe('คณะกรรมการท่าเรือประชุมทุกฤดูใบไม้ผลิและถามคนนำร่อง');
});

test('a paragraph of a script without capitals is not in capitals', () => {
  const rows = ['港口委员会每年春天开会，并询问领航员冬天所', '见，灯塔的情况如何，然后才决定开支。'];
  expect(read(rows).chapters.flatMap(({ sections }) => sections)).toEqual([]);
  expect(read(rows).passages.map(({ text }) => text)).toEqual([rows.join('')]);
});
