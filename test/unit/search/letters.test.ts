import { describe, expect, test } from 'vitest';
import { filler, marked, searchOver } from './fixture.ts';

/** A text with the words in it, what is typed, and what is marked. */
type Case = readonly [text: string, query: string, found: string];

function check(cases: readonly Case[]): void {
  test.each(cases)('%s ← %s', (text, query, found) => {
    const answer = searchOver(...filler(12), text)(query);
    expect(answer.hits[0]?.passage.text).toBe(text);
    expect(marked(answer).match(/\[[^\]]+\]/g)?.join(' ')).toBe(found);
  });
}

describe('letters of all kinds', () => {
  check([
    ['They met Đặng Đình Quý in Hà Nội.', 'dang dinh quy', '[Đặng] [Đình] [Quý]'],
    ['They met Dang Dinh Quy there.', 'Đặng Đình Quý', '[Dang] [Dinh] [Quy]'],
    ['A ferry from Hvítárnes to Ísafjörður.', 'isafjordur', '[Ísafjörður]'],
    ['A yard in Łódź built it.', 'lodz', '[Łódź]'],
    ['The mayor of Sørøya wrote.', 'soroya', '[Sørøya]'],
    ['It stands in the Seestraße today.', 'seestrasse', '[Seestraße]'],
    ['It stands in the Seestrasse today.', 'Seestraße', '[Seestrasse]'],
    ['The cafe\u0301 by the quay is shut.', 'café', '[cafe\u0301]'],
    ['A letter from I\u0307zmir came.', 'izmir', '[I\u0307zmir]'],
    ['The ﬁre at the depot was put out.', 'fire', '[ﬁre]'],
    ['It was founded in １９８７ by monks.', '1987', '[１９８７]'],
  ]);
});

describe('quotes and dashes', () => {
  check([
    ['The crew’s pay was raised.', 'crew\'s pay', '[crew’s] [pay]'],
    ['The crew\'s pay was raised.', '“crew’s pay”', '[crew\'s pay]'],
    ['He called it a “floating office”.', '"floating office"', '[floating office]'],
    ['A Franco–Dutch yard won.', 'franco-dutch', '[Franco]–[Dutch]'.replace('–', ' ')],
  ]);
});

describe('Japanese and Thai inside running text', () => {
  check([
    ['The agency (海上保安庁) sent the 巡視船 in spring.', '海上保安庁', '[海上] [保安] [庁]'],
    ['日本政府は巡視船をベトナムに供与した。', 'ベトナム', '[ベトナム]'],
    ['日本政府は巡視船をベトナムに供与した。', '"巡視船"', '[巡視船]'],
    ['The ministry (กระทรวงกลาโหม) said no.', 'กลาโหม', '[กลาโหม]'],
    ['รัฐบาลไทยและญี่ปุ่นลงนามแล้ว', 'ญี่ปุ่น', '[ญี่ปุ่น]'],
  ]);
});

describe('numbers and years', () => {
  check([
    ['It rose to 1,502 ships in 2017.', '1502', '[1,502]'],
    ['It rose to 1502 ships in 2017.', '1,502', '[1502]'],
    ['The G-20 met in June.', 'G20', '[G-20]'],
    ['The G20 met in June.', 'G-20', '[G20]'],
    ['Before Covid-19 it was full.', 'covid19', '[Covid-19]'],
  ]);

  test('a number is taken for no other', () => {
    const ask = searchOver('It began in 1999.', 'It ended in 1998.', 'There were 1,9990 of them.', 'The 199th came.');
    expect(ask('1999').hits.map(({ passage }) => passage.text)).toEqual(['It began in 1999.']);
    expect(ask('1997')).toMatchObject({ total: 0, changed: [] });
  });
});

describe('British and American, in both directions', () => {
  check([
    ['The defence programme of the harbour.', 'defense program harbor', '[defence] [programme] [harbour]'],
    ['The defense program of the harbor.', 'defence programme harbour', '[defense] [program] [harbor]'],
    ['They modernised and analysed it.', 'modernized analyzed', '[modernised] [analysed]'],
    ['The centre was labelled grey.', 'center labeled gray', '[centre] [labelled] [grey]'],
  ]);
});

describe('names', () => {
  check([
    ['Haruto Mizuno spoke first.', 'Mizuno Haruto', '[Haruto] [Mizuno]'],
    ['President Sukarno spoke.', 'Soekarno', '[Sukarno]'],
    ['General Prayuth spoke.', 'Prayut', '[Prayuth]'],
    ['Minister Yusof spoke.', 'Yusuf', '[Yusof]'],
    ['The envoy flew to Jakarta.', 'Djakarta', '[Jakarta]'],
    ['A letter from Tchaikovsky Street.', 'Chaikovsky', '[Tchaikovsky]'],
    ['Envoy Gaddafi spoke.', 'Qaddafi', '[Gaddafi]'],
  ]);
});
