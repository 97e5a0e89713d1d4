import { expect, test } from 'vitest';
import type { LaidLine, LaidSource } from '../../../../db/model/layout.ts';
import { structureReport } from '../../../../db/structure/structure.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const BODY = ['The council of the coast met every spring and asked the pilots', 'what they had seen, and what the winter had done to the lights', 'on the outer skerries, before it spent a single crown.'];
const read = (on: LaidLine[], meta: LaidSource['meta'] = {}) => {
  const more = [1, 2].map((at) => page(at + 1, [line(40, 60, ['Pilots', 'Lights'][at - 1]!, { size: 12, bold: true }), ...lines(40, 90, BODY)]));
  const draft = structureReport({ ...source([page(1, on), ...more], { meta }), format: 'pdf' }, { name: 'wp-12_final.pdf', sha256: 'x', builtIn: false }, () => {});
  return { title: draft.report.title, subtitle: draft.report.subtitle, date: draft.report.date, authors: [...new Set(draft.chapters.flatMap(({ authors }) => authors))], first: draft.passages[0]!.text, titles: draft.chapters.map((chapter) => chapter.title) };
};
const at = (baseline: number, text: string, size = 10, more: Partial<LaidLine> = {}) => line(40, baseline, text, { size, ...more });
const TEXT = BODY.join(' ');

test('an article’s title, its authors and its date are known as such, and are no text; whom they work for is', () => {
  const top = [at(60, 'Harbours without Ships: Dues and', 17), at(80, 'Lights on the Outer Coast', 17), at(110, 'Ada Larsen¹ and Ivo Brandt²', 12), at(126, '¹University of Ember'), at(142, 'May 2019', 12)];
  const article = read([...top, at(180, 'Abstract', 12, { bold: true }), ...lines(40, 200, BODY)], { title: 'Microsoft Word - wp-12_final.docx' });
  expect(article).toMatchObject({ title: 'Harbours without Ships: Dues and Lights on the Outer Coast', date: '2019-05', authors: ['Ada Larsen', 'Ivo Brandt'] });
  expect(article.titles.slice(-3)).toEqual(['Abstract', 'Pilots', 'Lights']);
  expect(read([...top.filter(({ text }) => !text.startsWith('¹')), at(180, 'Background', 12, { bold: true }), ...lines(40, 200, BODY)]).first).toBe(TEXT);
});

test('a title little larger than the text is told by the names below it, in two columns too; words in the properties that stand nowhere are not', () => {
  const names = [line(60, 90, 'Ada Larsen', { italic: true }), line(240, 90, 'Ivo Brandt', { italic: true })];
  expect(read([at(60, 'Dues and Lights', 11.5, { bold: true }), ...names, ...lines(40, 140, BODY)], { title: 'Template for working papers' })).toMatchObject({ title: 'Dues and Lights', authors: ['Ada Larsen', 'Ivo Brandt'], first: TEXT });
});

test('the title in the properties is found however it is set, with a subtitle below it', () => {
  const cover = [at(60, 'Dues and Lights', 24), at(90, 'What pilots cost', 14), at(130, 'By Ada Larsen'), at(150, '2019-05-02')];
  expect(read([...cover, ...lines(40, 300, BODY)], { title: 'Dues and Lights', author: 'admin' })).toMatchObject({ title: 'Dues and Lights', subtitle: 'What pilots cost', date: '2019-05-02', authors: ['Ada Larsen'], first: TEXT });
});

test('headings and series below a title are no names', () => {
  for (const words of ['Working Paper', 'Executive Summary', 'Northern Institute', 'The General Meeting,', 'Ivo Brandt, Press Office']) expect(read([at(60, 'Dues and Lights', 24), at(100, words, 12, { bold: true }), ...lines(40, 130, BODY)]).authors, words).toEqual([]);
});

test('the largest words are no title where others look the same and the properties have one', () => {
  expect(read([at(60, 'Harbours', 12, { bold: true }), ...lines(40, 90, BODY)], { title: 'Coastal Dues' }).title).toBe('Coastal Dues');
});

test('what stands between a title and the names is text where it is several sentences', () => {
  const read2 = (below: string[]) => read([at(60, 'Dues and Lights', 24), ...below.map((row, n) => at(90 + 17 * n, row, 14)), at(150, 'Ada Larsen', 12), ...lines(40, 180, BODY)]);
  expect(read2(['Who pays for the lights? Nobody asked.', 'The pilots did.'])).toMatchObject({ subtitle: null, authors: ['Ada Larsen'], first: 'Who pays for the lights? Nobody asked. The pilots did.' });
  expect(read2(['Who pays for the lights of the outer coast?']).subtitle).toBe('Who pays for the lights of the outer coast?');
});

test('names in the text of narrow columns below a title are text', () => {
  const text = ['The round was led by three:', 'Agnes Pohl, Rui Tavares, Ida', 'Fenwick. It ended in May.'];
  expect(read([at(60, 'Dues and Lights', 24), at(90, 'Ada Larsen', 12), ...lines(40, 120, text), ...lines(40, 180, BODY)])).toMatchObject({ authors: ['Ada Larsen'], first: text[0] });
  const led = ['The round was then led by', 'Agnes Pohl and Rui Tavares', 'and by nobody else of note.'];
  expect(read([at(60, 'Dues and Lights', 24), at(90, 'Ada Larsen', 12), ...lines(40, 120, led), ...lines(40, 180, BODY)])).toMatchObject({ authors: ['Ada Larsen'], first: led[0] });
});

test('below a title only one date is the report’s; who is named behind a heading or a label is no author', () => {
  const title = at(60, 'Dues and Lights', 24);
  const on = (...more: LaidLine[]) => read([title, ...more, ...lines(40, 200, BODY)]);
  expect(on(at(90, 'Ada Larsen'), at(106, '12 March 2016'), at(122, '24 May 2017'))).toMatchObject({ date: '2016-03-12', first: '24 May 2017' });
  expect(on(at(90, 'Contact'), at(106, 'Ada Larsen')).authors).toEqual([]);
  expect(on(at(90, 'Whoever sat there', 13, { bold: true }), at(106, 'Ada Larsen, Ivo Brandt'), at(140, 'What they found', 13, { bold: true }))).toMatchObject({ authors: [], subtitle: null });
});

test('a year alone below the title is its date, unless a day of that year stands there too', () => {
  const on = (...more: LaidLine[]) => read([at(60, 'Dues and Lights', 24), ...more, ...lines(40, 200, BODY)]);
  expect(on(at(90, 'Ada Larsen'), at(106, 'Northern Institute'), at(122, '2016'))).toMatchObject({ date: '2016', authors: ['Ada Larsen'], first: 'Northern Institute' });
  expect(on(at(90, '2016'), at(106, 'Printed in Ember on 3 May 2016')).date).toBe('2016-05-03');
  expect(on(at(90, '2016', 12, { bold: true }), at(130, '2017', 12, { bold: true })).date).toBeNull();
});

test('names and a date may stand on one line', () => {
  const on = (text: string) => read([at(60, 'Dues and Lights', 24), at(90, text, 12), ...lines(40, 200, BODY)]);
  expect(on('Ada Larsen and Ivo Brandt | January 2018')).toMatchObject({ date: '2018-01', authors: ['Ada Larsen', 'Ivo Brandt'], first: TEXT });
  expect(on('14 mars 2019 · Ada Larsen')).toMatchObject({ date: '2019-03-14', authors: ['Ada Larsen'] });
  expect(on('Harbours | January 2018')).toMatchObject({ date: '2018-01', authors: [] });
});

test('who was present is no author, nor is a bold heading below the date', () => {
  const on = (...more: LaidLine[]) => read([at(60, 'Minutes of the Guild', 24), ...more, ...lines(40, 200, BODY)]);
  expect(on(at(90, '15 January 2019'), at(110, 'Ada Larsen (chair)'), at(122, 'Present: Ivo Brandt'), at(134, 'Una Field'))).toMatchObject({ authors: [], date: '2019-01-15' });
  expect(on(at(90, '15 January 2019'), at(120, 'Second Reading', 12, { bold: true })).authors).toEqual([]);
});

test('a memorandum is called after its subject, and its author after its field; both stay in the text', () => {
  const memo = read([at(60, 'MEMORANDUM', 16, { bold: true }), at(90, 'To: The Council'), at(110, 'From: Ada Larsen, Head of Pilotage'), at(130, 'Date: 14 March 2024'), at(150, 'Subject: Night pilotage'), ...lines(40, 200, BODY)], { title: '09-memo.html' });
  expect(memo).toMatchObject({ title: 'Night pilotage', date: '2024-03-14', authors: ['Ada Larsen'] });
  expect(memo.first).toContain('To: The Council');
});

test.each([['山田太郎', '2024年3月14日', ['山田太郎']], ['Oleh Budi Santoso dan Siti Rahayu', '14 Maret 2024', ['Budi Santoso', 'Siti Rahayu']]])('%s are authors above a date', (names, date, authors) => {
  expect(read([at(60, 'Dues and Lights', 17), at(90, names), at(110, date), ...lines(40, 200, BODY)])).toMatchObject({ date: '2024-03-14', authors });
});

test('a line for the press and a mark of the end are no headings', () => {
  const { titles } = read([at(40, 'FOR IMMEDIATE RELEASE', 10, { bold: true }), at(60, 'Dues and Lights', 17), ...lines(40, 200, BODY), at(280, 'ENDS', 10, { bold: true }), ...lines(40, 310, BODY)]);
  expect(titles.join(' ')).not.toMatch(/release|ends/i);
});

test('a last line in capitals is kept: nothing stands below it', () => {
  const draft = structureReport({ ...source([page(1, [at(60, 'Dues and Lights', 17), ...lines(40, 100, BODY), at(160, 'N. FALK')])]), format: 'pdf' }, { name: 'a.pdf', sha256: 'x', builtIn: false }, () => {});
  expect(draft.passages.map(({ text }) => text)).toEqual([TEXT, 'N. FALK']);
});
