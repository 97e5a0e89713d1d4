import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../db/import/read.ts';
import { structureReport } from '../../../db/structure/structure.ts';
import { makePdf, type PageToMake, type Words } from '../../fixtures/make-pdf.ts';

const read = (bytes: Uint8Array, password: string | null = null, tell: () => void = () => {}) => readSource(bytes, 'ports.pdf', { password, tell });
const draftOf = async (bytes: Uint8Array, password: string | null = null) => structureReport(await read(bytes, password), { name: 'ports.pdf', sha256: 'x', builtIn: false }, () => {});

/** A column of lines, one below the other. */
const column = (x: number, y: number, lines: string[], size = 10): Words[] => lines.map((text, at) => ({ x, y: y + at * size * 1.2, text, size }));

const LEFT = ['Norland opened its four harbours to', 'foreign pilots in the year after the', 'great storm, when the council found', 'that no crew of its own could reach', 'the skerries in winter. The treaty'];
const RIGHT = ['with Ember followed. It was signed in', 'a hurry and amended twice, but the co-', 'operation of the two coast guards has', 'lasted, and nobody in either capital', 'wishes to end it.'];
const NOTE = ['Ada Larsen, “On Harbours,” Northern', 'Review 4 (2009), 12.'];

const twoColumns = (number: number): PageToMake => ({
  words: [
    { x: 40, y: 30, text: 'Ports and Pilots', size: 8 }, { x: 205, y: 570, text: String(number), size: 8 },
    { x: 40, y: 70, text: number === 1 ? 'Background' : 'Outlook', size: 16, font: 'bold' },
    ...column(40, 100, LEFT), ...column(220, 100, RIGHT),
    { x: 293, y: 144.5, text: String(number), size: 6 },
    { x: 220, y: 497, text: String(number), size: 5.5 }, ...column(224, 500, NOTE, 8),
  ],
  rules: [[220, 488, 300, 488]],
});

const REPORT = makePdf([twoColumns(1), twoColumns(2)], { title: 'Ports and Pilots', outline: [['Background', 0], ['Outlook', 1]] });

describe('a two-column PDF', () => {
  test('is read column by column, without its running heads, words mended at line ends', async () => {
    const draft = await draftOf(REPORT);
    const text = [...LEFT, ...RIGHT].join(' ').replace('co- operation', 'cooperation');
    expect(draft.passages.map((passage) => passage.text)).toEqual([text, text]);
    expect(draft.report.title).toBe('Ports and Pilots');
  });

  test('has its chapters from the outline and the headings, its labels from the foot of the pages', async () => {
    const draft = await draftOf(REPORT);
    expect(draft.chapters.map(({ title, pages }) => [title, pages.from])).toEqual([['Background', '1'], ['Outlook', '2']]);
  });

  test('ties each note to the word that calls it', async () => {
    const draft = await draftOf(REPORT);
    expect(draft.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', NOTE.join(' ')], ['2', NOTE.join(' ')]]);
    const [first] = draft.passages;
    expect(first!.footnotes.map(({ n }) => n)).toEqual(['1']);
    expect(first!.text.slice(0, first!.footnotes[0]!.offset)).toMatch(/end it\.$/);
  });

  test('tells how far it is, page by page, and stops when it is told to', async () => {
    const pages: number[] = [];
    await readSource(REPORT, 'ports.pdf', { password: null, tell: ({ done, total }) => pages.push(done / total) });
    expect(pages).toEqual([0, 0.5]);
    await expect(read(REPORT, null, () => {
      throw Object.assign(new Error('stop'), { code: 'cancelled' });
    })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

test('a ruled table is one passage, its cells kept apart', async () => {
  const rows = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Skerry', '7', '2016']];
  const words = rows.flatMap((cells, y) => cells.map((text, x) => ({ x: 50 + x * 100, y: 200 + y * 16, text })));
  const page: PageToMake = { words: [...column(40, 100, LEFT), ...words], rules: [188, 204, 220, 236].map((y) => [45, y, 340, y]) };
  const draft = await draftOf(makePdf([page]));
  expect(draft.passages.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual(['Port | Berths | Since\nHolm | 12 | 2015\nSkerry | 7 | 2016']);
});

test('a table whose cells have a background each is one, and no drawing', async () => {
  const rows = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Skerry', '7', '2016'], ['Ember', '9', '1999']];
  const words = rows.flatMap((cells, y) => cells.map((text, x) => ({ x: 50 + x * 100, y: 200 + y * 18, text })));
  const shades = rows.flatMap((cells, y) => cells.map((_, x): [number, number, number, number] => [45 + x * 100, 188 + y * 18, 145 + x * 100, 206 + y * 18]));
  const draft = await draftOf(makePdf([{ words: [...column(40, 100, LEFT), ...words], shades }]));
  expect(draft.passages.filter(({ kind }) => kind !== 'paragraph').map(({ kind, text }) => [kind, text])).toEqual([['table', rows.map((cells) => cells.join(' | ')).join('\n')]]);
});

test('a table whose rules only set off its head keeps its rows apart, though a cell of one stands empty', async () => {
  const rows = [['', 'Item', ''], ['Port', 'Berths', 'Crowns'], ['Holm', 'inner', '12'], ['', 'outer', '9'], ['Skerry', 'whole', '7'], ['Ember', 'whole', '3']];
  const words = rows.flatMap((cells, y) => cells.flatMap((text, x) => (text === '' ? [] : [{ x: 50 + x * 100, y: 200 + y * 16, text }])));
  const draft = await draftOf(makePdf([{ words: [...column(40, 100, LEFT), ...words], rules: [188, 204, 220, 284].map((y) => [45, y, 340, y]) }]));
  expect(draft.passages.filter(({ kind }) => kind === 'table').map(({ text }) => text.split('\n').slice(2))).toEqual([['Holm | inner | 12', '| outer | 9', 'Skerry | whole | 7', 'Ember | whole | 3']]);
});

describe('a table’s head of three lines', () => {
  const head = [['', 'Number', 'Share of'], ['', 'of berths', 'all berths'], ['Port', 'in 2019', 'in per cent']];
  const rows = [['Holm', '12', '29'], ['Skerry', '7', '17'], ['Ember', '9', '22'], ['Norland', '8', '20'], ['Inner Holm', '5', '12']];
  const HEAD = 'Port | Number of berths in 2019 | Share of all berths in per cent';
  const place = (cells: string[][], from: number, step: number): Words[] => cells.flatMap((row, y) => row.flatMap((text, x) => (text === '' ? [] : [{ x: 50 + x * 110, y: from + y * step, text }])));
  const tables = async (words: Words[], rules: [number, number, number, number][]) => (await draftOf(makePdf([{ words: [...column(40, 100, LEFT), ...words], rules }]))).passages.filter(({ kind }) => kind === 'table').map(({ text }) => text.split('\n'));
  const BODY = rows.map((row) => row.join(' | '));

  test('is one row, each of its cells whole, between two rules', async () => {
    expect(await tables([...place(head, 200, 12), ...place(rows, 248, 16)], [188, 234, 320].map((y) => [45, y, 380, y]))).toEqual([[HEAD, ...BODY]]);
  });

  test('below a line over several columns and a rule too', async () => {
    const over = { x: 180, y: 184, text: 'Berths in the four harbours' };
    expect(await tables([over, ...place(head, 200, 12), ...place(rows, 248, 16)], [[45, 174, 380, 174], [45, 189, 380, 189], ...[234, 320].map((y): [number, number, number, number] => [45, y, 380, y])]))
      .toEqual([[expect.stringContaining('Berths in the four harbours'), HEAD, ...BODY]]);
  });

  test('that stands in the middle of its columns, with rules above the rows only, as web pages are printed', async () => {
    const centred: Words[] = [{ x: 165, y: 200, text: 'Number' }, { x: 290, y: 206, text: 'Share of all' }, { x: 70, y: 212, text: 'Port' }, { x: 162, y: 212, text: 'of berths' }, { x: 300, y: 218, text: 'berths' }, { x: 165, y: 224, text: 'in 2019' }];
    const body = rows.slice(0, 3).flatMap(([port, berths, share], y) => [{ x: 50, y: 248 + y * 16, text: port! }, { x: 150, y: 248 + y * 16, text: berths! }, { x: 260, y: 248 + y * 16, text: share! }]);
    expect(await tables([...centred, ...body], [188, 236, 252, 268].map((y) => [45, y, 380, y]))).toEqual([['Port | Number of berths in 2019 | Share of all berths', ...BODY.slice(0, 3)]]);
  });

  test('and where no rule sets it off', async () => {
    expect(await tables([...place(head, 200, 12), ...place(rows, 244, 16)], [])).toEqual([[HEAD, ...BODY]]);
  });
});

describe('captions as APA style sets them', () => {
  const table = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Skerry', '7', '2016']].flatMap((cells, y) => cells.map((text, x) => ({ x: 50 + x * 100, y: 242 + y * 16, text })));
  const captions = async (words: Words[], photograph?: [number, number, number, number]) => (await draftOf(makePdf([{
    words: [...column(40, 100, LEFT), ...words, ...(photograph ? [] : table)], rules: photograph ? [] : [230, 246, 262, 278].map((y) => [45, y, 340, y]), ...(photograph ? { photograph } : {}),
  }]))).passages.filter(({ kind }) => kind !== 'paragraph').map(({ kind, text }) => [kind, text]);
  const TABLE = ['table', 'Port | Berths | Since\nHolm | 12 | 2015\nSkerry | 7 | 2016'];

  test.each(['bold', 'plain'] as const)('the label on a line (%s), the title on the next ones', async (font) => {
    const title: Words[] = [{ x: 40, y: 208, text: 'Berths of the two outer harbours, and since', font: 'italic' }, { x: 40, y: 220, text: 'when they have had them', font: 'italic' }];
    expect(await captions([{ x: 40, y: 190, text: 'Table 1', font }, ...title])).toEqual([['caption', 'Table 1. Berths of the two outer harbours, and since when they have had them'], TABLE]);
  });

  test('below a picture too, and in other languages', async () => {
    expect(await captions([{ x: 40, y: 330, text: 'Abbildung 3', font: 'bold' }, { x: 40, y: 344, text: 'Die Mole im Winter', font: 'italic' }], [40, 180, 240, 318])).toEqual([['caption', 'Abbildung 3. Die Mole im Winter']]);
  });
});

describe('a locked PDF', () => {
  const locked = makePdf([twoColumns(1), twoColumns(2)], { password: 'skerry' });

  test('asks for its password, and says when it is the wrong one', async () => {
    await expect(read(locked)).rejects.toMatchObject({ name: 'AttacheError', code: 'password-needed' });
    await expect(read(locked, 'holm')).rejects.toMatchObject({ name: 'AttacheError', code: 'password-wrong' });
  });

  test('is read with it', async () => {
    expect((await draftOf(locked, 'skerry')).passages[0]!.text).toMatch(/^Norland opened/);
  });
});

describe('a PDF that cannot be used', () => {
  test('says so where it was scanned', async () => {
    await expect(read(makePdf([{ words: [], scanned: true }]))).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringMatching(/scanned.*text recognised/) });
  });

  test('says so though its scanner signed every page', async () => {
    const signed: PageToMake = { words: [{ x: 100, y: 580, text: 'Scanned with the Free Harbour Scanner', size: 8 }], scanned: true };
    await expect(read(makePdf([signed, signed, signed]))).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringContaining('it was scanned') });
  });

  test('says which of its pages were scanned; a cover that is a picture is none of them', async () => {
    const scan: PageToMake = { words: [], scanned: true };
    const told = async (...pages: PageToMake[]) => (await draftOf(makePdf(pages))).warnings.filter(({ code }) => code === 'pages-without-text').map(({ message }) => message.replace(/;.*/, ''));
    expect(await told(scan, twoColumns(1), scan, scan, scan, twoColumns(2), scan, scan)).toEqual(['Pages 3–5, 7 and 8 of the PDF are pictures without text']);
    expect(await told(scan, twoColumns(1), scan, twoColumns(2))).toEqual(['Page 3 of the PDF is a picture without text']);
    expect(await told(scan, twoColumns(1), twoColumns(2), scan)).toEqual([]);
  });

  test('says so where nothing of it can be read', async () => {
    await expect(read(Buffer.from('%PDF-1.7\nno more than this'))).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringContaining('is damaged') });
  });

  test('however it was cut off or changed, it ends in a report or in one sentence', async () => {
    const damage = fc.record({ cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }), flips: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(7)), { maxLength: 12 }) });
    await fc.assert(fc.asyncProperty(damage, async ({ cut, flips }) => {
      const bytes = Uint8Array.from(REPORT);
      for (const [at, bit] of flips) bytes[Math.floor(at * bytes.length)]! ^= 1 << bit;
      const broken = cut === null ? bytes : bytes.subarray(0, Math.floor(cut * bytes.length));
      try {
        expect((await draftOf(broken)).passages.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toMatchObject({ name: 'AttacheError' });
      }
    }), { numRuns: 60 });
  });
});

describe('a list of references', () => {
  const works = (x: number, y: number, from: number, style: (n: number) => string): Words[] => [0, 1, 2].flatMap((at) => [
    { x, y: y + at * 20, text: `${style(from + at)}Larsen, Ada. Harbours of the North, volume ${from + at}.`, size: 8 }, { x: x + 12, y: y + at * 20 + 9, text: 'Ember: Guild Press, 2009.', size: 8 },
  ]);
  const entry = (n: number, sign: string) => `${sign}Larsen, Ada. Harbours of the North, volume ${n}. Ember: Guild Press, 2009.`;
  const report = (style: (n: number) => string) => makePdf([
    { words: [...column(40, 60, LEFT), { x: 40, y: 160, text: 'References', size: 12, font: 'bold' }, ...works(40, 180, 1, style), { x: 40, y: 240, text: `${style(4)}Dahl, Cleo. Pilots in winter, printed by the`, size: 8 }] },
    { words: [{ x: 52, y: 60, text: 'Northern Review in its fourth year.', size: 8 }, ...works(40, 72, 5, style)] },
  ]);

  test('is a list of works and no footnotes, each entry whole, over the end of the page too', async () => {
    const numbered = await draftOf(report((n) => `[${n}] `));
    expect(numbered.footnotes).toEqual([]);
    const entries = numbered.passages.filter(({ kind }) => kind === 'list-item').map(({ text }) => text);
    expect(entries).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => (n === 4 ? '[4] Dahl, Cleo. Pilots in winter, printed by the Northern Review in its fourth year.' : entry(n, `[${n}] `))));
  });

  test('is cut where its lines hang out, where nothing is numbered', async () => {
    const hanging = await draftOf(report(() => ''));
    const entries = hanging.passages.filter(({ kind }) => kind === 'list-item').map(({ text }) => text);
    expect(entries).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => (n === 4 ? 'Dahl, Cleo. Pilots in winter, printed by the Northern Review in its fourth year.' : entry(n, ''))));
  });

  test('is cut where its lines are indented, where the first of each entry is', async () => {
    const rows = (x: number, y: number, from: number): Words[] => [0, 1].flatMap((at) => [
      { x: x + (at + from > 1 ? 12 : 0), y: y + at * 28, text: `Larsen, Ada. Harbours of the North, volume ${from + at}. Ember:`, size: 8 }, { x, y: y + at * 28 + 9, text: 'Guild Press, 2009. Also in the Review, 3 (2010): 86–', size: 8 }, { x, y: y + at * 28 + 18, text: '101.', size: 8 },
    ]);
    const draft = await draftOf(makePdf([{ words: [...column(40, 60, [...LEFT, ...RIGHT]), { x: 40, y: 210, text: 'References', size: 12, font: 'bold' }, ...rows(40, 230, 1), ...rows(40, 286, 3)] }]));
    expect(draft.passages.slice(1).map(({ kind, text }) => [kind, text])).toEqual([1, 2, 3, 4].map((n) => ['list-item', `Larsen, Ada. Harbours of the North, volume ${n}. Ember: Guild Press, 2009. Also in the Review, 3 (2010): 86–101.`]));
  });
});

test('what a star says of a title or a name stands behind the paragraph that goes on over it', async () => {
  const draft = await draftOf(makePdf([
    { words: [
      { x: 40, y: 40, text: 'Background*', size: 14, font: 'bold' }, ...column(40, 80, LEFT), ...column(220, 80, RIGHT),
      ...column(40, 500, ['* Ada Larsen is a fellow of the Guild in Ember. She thanks', 'the pilots of the northern station.'], 7),
    ] },
    { words: [{ x: 40, y: 40, text: 'Outlook †', size: 14, font: 'bold' }, ...column(40, 80, ['Whoever reads the harbour books of', 'that winter finds few ships.']), ...column(40, 500, ['† Written in March.'], 7)] },
  ]));
  expect(draft.chapters.map(({ title }) => title)).toEqual(['Background', 'Outlook']);
  expect(draft.passages.map(({ text }) => text)).toEqual([
    `${LEFT.join(' ')} ${RIGHT.join(' ').replace('co- operation', 'cooperation')}`, 'Ada Larsen is a fellow of the Guild in Ember. She thanks the pilots of the northern station.',
    'Whoever reads the harbour books of that winter finds few ships.', 'Written in March.',
  ]);
});

test('a short note in the margin stands behind the paragraph beside it, and not between its lines', async () => {
  const margin = (y: number, lines: string[]): Words[] => column(30, y, lines, 7);
  const body = (lines: string[], y = 80): Words[] => column(140, y, lines);
  const TEXT = ['Norland opened its four harbours to foreign pilots', 'in the year after the great storm, when the council', 'found that no crew of its own could reach the skerries', 'in winter. The treaty with Ember followed. It was signed', 'in a hurry and amended twice, but the two coast guards', 'have worked together since, and nobody in either'];
  const MORE = ['capital wishes to end it. The dues were lowered in', 'the third year, and the pilots of the northern station', 'were given a boat of their own, which they named after', 'the first of them. It lies at the long quay now, where', 'whoever asks may see it, and the books of that winter', 'are kept in the room above.'];
  const draft = await draftOf(makePdf([
    { words: [{ x: 140, y: 50, text: 'Background', size: 14, font: 'bold' }, ...body(TEXT), ...margin(83, ['The council', 'meets in spring.']), ...margin(125, ['Two coast guards,', 'one radio.'])] },
    { words: [...column(30, 80, MORE), ...column(330, 106, ['See the list', 'of boats.'], 7)] },
  ]));
  expect(draft.passages.map(({ text }) => text)).toEqual([[...TEXT, ...MORE].join(' '), 'The council meets in spring.', 'Two coast guards, one radio.', 'See the list of boats.']);
});

test('a printed index is cut into its entries, with what is said below each, over the end of a column too', async () => {
  const rows = (x: number, y: number, lines: string[]): Words[] => lines.map((text, at) => ({ x: x + (text.startsWith(' ') ? 10 : 0), y: y + at * 10, text: text.trim(), size: 8 }));
  const index = await draftOf(makePdf([{ words: [{ x: 40, y: 40, text: 'Background', size: 14, font: 'bold' }, ...column(40, 60, LEFT)] }, { words: [
    { x: 40, y: 60, text: 'Index', size: 14, font: 'bold' },
    ...rows(40, 90, ['A', 'anchorage, 12, 40–43', 'Angler, Ivo, 7n2', 'ASEAN, 4, 19', 'B', 'ballast, 31', 'beacons, see lights', 'Brandt, Eva, 5–6, 9, 17, 20, 33, 35,', ' 38, 41']),
    ...rows(220, 90, ['dredging, 8, 22', 'dues', ' of ferries, 11', ' of trawlers, 14–15', 'Ember, port of, 3, 9']),
  ] }]));
  expect(index.passages.filter(({ kind }) => kind === 'list-item').map(({ text }) => text)).toEqual([
    'anchorage, 12, 40–43', 'Angler, Ivo, 7n2', 'ASEAN, 4, 19', 'ballast, 31', 'beacons, see lights', 'Brandt, Eva, 5–6, 9, 17, 20, 33, 35, 38, 41',
    'dredging, 8, 22', 'dues of ferries, 11 of trawlers, 14–15', 'Ember, port of, 3, 9',
  ]);
  expect(index.footnotes).toEqual([]);
});

test('where a chapter ends and the next begins on one page, each has the notes that it calls', async () => {
  const draft = await draftOf(makePdf([
    { words: [{ x: 40, y: 60, text: 'Background', size: 16, font: 'bold' }, ...column(40, 90, LEFT)] },
    { words: [
      ...column(40, 60, ['wishes to end it.']), { x: 108.5, y: 56.5, text: '1', size: 6 },
      { x: 40, y: 110, text: 'Outlook', size: 16, font: 'bold' }, ...column(40, 140, ['Nobody knows.']), { x: 104, y: 136.5, text: '2', size: 6 },
      { x: 40, y: 497, text: '1', size: 5.5 }, { x: 44, y: 500, text: 'Ada Larsen, On Harbours.', size: 8 }, { x: 40, y: 511, text: '2', size: 5.5 }, { x: 44, y: 514, text: 'Ibid.', size: 8 },
    ] },
  ], { outline: [['Background', 0], ['Outlook', 1]] }));
  expect(draft.footnotes.map(({ chapter, n, text }) => [chapter, n, text])).toEqual([['background', '1', 'Ada Larsen, On Harbours.'], ['outlook', '2', 'Ibid.']]);
  expect(draft.warnings).toEqual([]);
});

test('the sign that fonts share by a letter and a quotation mark is read as the mark', async () => {
  const { linesOf } = await import('../../../db/import/pdf/text-lines.ts');
  const run = { left: 0, right: 90, top: 0, bottom: 10, baseline: 8, size: 10, bold: false, italic: false, artifact: false, blank: false };
  expect(linesOf([{ ...run, text: 'the treaty\u02bcs \u02bbfirst\u02bc part' }]).map(({ text }) => text)).toEqual(['the treaty’s ‘first’ part']);
});

test('radicals and Arabic letters that the fonts have in their forms are written as they are typed', async () => {
  const { linesOf } = await import('../../../db/import/pdf/text-lines.ts');
  const run = { left: 0, right: 90, top: 0, bottom: 10, baseline: 8, size: 10, bold: false, italic: false, artifact: false, blank: false };
  expect(linesOf([{ ...run, text: '⽇本の⽔先' }, { ...run, baseline: 30, text: 'ﻣﻴﻨﺎء' }]).map(({ text }) => text)).toEqual(['日本の水先', 'ميناء']);
});

test('running heads are known with whatever numbers they carry, and tell the page', async () => {
  const head = (at: number) => `Page ${at + 5} of 81 · Harbours, ${['p. iv', 'pp. iv, v', 'p. 12', 'pp. 13–14'][at]}`;
  const pages = [0, 1, 2, 3].map((at): PageToMake => ({ words: [{ x: 40, y: 30, text: head(at), size: 8 }, { x: 40, y: 120, text: `Part ${at + 1}`, size: 16, font: 'bold' }, ...column(40, 150, LEFT.slice(0, 4))] }));
  const draft = await draftOf(makePdf(pages));
  expect(draft.passages.map(({ text, pages: { from } }) => [text.slice(0, 7), from])).toEqual([['Norland', '5'], ['Norland', '6'], ['Norland', '7'], ['Norland', '8']]);
});

test('photographs are kept as they are in the file, and the pages that show them are read once', async () => {
  const shown = (number: number): PageToMake => ({
    words: [...column(40, 60, LEFT), { x: 40, y: 330, text: `Figure ${number}. The outer pier`, size: 9 }, { x: 205, y: 570, text: String(number), size: 8 }],
    photograph: [40, 150, 240, 310],
  });
  const draft = await draftOf(makePdf([shown(1), shown(2), twoColumns(3)]));
  expect(draft.pictures.map(({ mime, width, height }) => [mime, width, height])).toEqual([['image/jpeg', 64, 48], ['image/jpeg', 64, 48]]);
  expect(draft.warnings).toEqual([]);
  expect(draft.passages.filter(({ kind }) => kind === 'caption').map(({ text, pages }) => [text, pages.from])).toEqual([['Figure 1. The outer pier', '1'], ['Figure 2. The outer pier', '2']]);
});
