import { describe, expect, test } from 'vitest';
import { dateAtEnd, dateOfLine } from '../../../db/structure/dates.ts';
import { draftOf } from '../../helpers/drafts.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

test.each([
  ['March 2022', '2022-03'], ['31 March 2022', '2022-03-31'], ['March 31, 2022', '2022-03-31'], ['MARCH 1, 2022', '2022-03-01'], ['Tuesday, 3 May 2019', '2019-05-03'], ['3rd May 2019', '2019-05-03'], ['Sept. 3, 2019', '2019-09-03'],
  ['le 3 mai 2019', '2019-05-03'], ['1er août 2019', '2019-08-01'], ['mardi 3 décembre 2019', '2019-12-03'], ['31. März 2022', '2022-03-31'], ['den 3. Mai 2019', '2019-05-03'],
  ['12 Januari 2021', '2021-01-12'], ['12 Agustus 2021', '2021-08-12'], ['3 de mayo de 2019', '2019-05-03'], ['12 de março de 2021', '2021-03-12'], ['3 maggio 2019', '2019-05-03'], ['12 maart 2021', '2021-03-12'], ['Mei 2021', '2021-05'],
  ['2021年3月12日', '2021-03-12'], ['2021年6月', '2021-06'], ['2021년 3월', '2021-03'], ['ngày 12 tháng 3 năm 2021', '2021-03-12'], ['tháng 3 năm 2020', '2020-03'], ['มีนาคม 2565', '2022-03'], ['12.3.2019', '2019-03-12'], ['14–15 March 2024', '2024-03-15'], ['14 and 15 March 2024', '2024-03-15'], ['令和6年3月14日', '2024-03-14'], ['令和元年5月', '2019-05'], ['平成30年4月1日', '2018-04-01'],
])('%s is a date', (line, iso) => {
  expect(dateOfLine(line)).toBe(iso);
});

test.each(['2021', 'Report 2021', 'Pier 12 of 2021', '32 March 2022', 'Harbour 12, 2021', 'The council met in March 2022', '40 Mai 2019', '12', '12.13.2019', 'March', 'March 20221', 'in the winter of 2019'])('%s is none', (line) => {
  expect(dateOfLine(line)).toBeNull();
});

test('a few words may stand before a date', () => {
  expect(['Report | March 31, 2022', 'Jakarta, 17 Agustus 2020', 'Paris, le 14 mars 2019', 'Brussels, 12.3.2019'].map(dateAtEnd)).toEqual(['2022-03-31', '2020-08-17', '2019-03-14', '2019-03-12']);
  expect(['14 March 2024', 'Port Vellan, 14–15 March 2024', 'Port Vellan, 14. und 15. März 2024', '港湾省 令和6年3月14日'].map(dateAtEnd)).toEqual(['2024-03-14', '2024-03-15', '2024-03-15', '2024-03-14']);
  expect(dateAtEnd('The council met 112.3.2019')).toBeNull();
  expect(dateAtEnd('The council of the port met in the spring of the year, in March 2022')).toBeNull();
});

const TEXT = 'The channel was dredged in that year, and the pilots were paid for it out of the dues, which the council raised twice.';

describe('the date of a report', () => {
  test.each([['le 3 mai 2019', '2019-05-03'], ['12 Januari 2021', '2021-01-12'], ['2021', '2021']])('stands below its authors or its title: %s', async (line, date) => {
    for (const above of ['<p>By Ada Larsen</p>', '']) {
      const { report, passages } = await draftOfFile(`<html><body><h1>Harbours of the North</h1>${above}<p>${line}</p><h2>Tides</h2><p>${TEXT}</p></body></html>`, 'page.html');
      expect([report.date, passages.map(({ text }) => text)]).toEqual([date, [TEXT]]);
    }
    const typed = draftOf(`Harbours of the North\n=====================\n\nBy Ada Larsen\n\n${line}\n\nTides\n-----\n\n${TEXT}\n`);
    expect([typed.report.date, typed.passages.map(({ text }) => text)]).toEqual([date, [TEXT]]);
  });

  test('is no year of the text', async () => {
    const { report, passages } = await draftOfFile(`<html><body><h1>Harbours</h1><h2>Dues</h2><p>2004</p><p>${TEXT}</p><h2>Tides</h2><p>${TEXT}</p></body></html>`, 'page.html');
    expect([report.date, passages[0]!.text]).toEqual([null, '2004']);
  });
});
