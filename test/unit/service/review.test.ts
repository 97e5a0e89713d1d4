import { expect, test } from 'vitest';
import { book, odtDocument, odtNote, odtParagraph, wordDocument, wordParagraph } from '../../fixtures/documents.ts';
import { makePdf } from '../../fixtures/make-pdf.ts';
import { HARBOURS } from '../../fixtures/harbours.ts';
import { messageOf, PAGE, partsOf, PLAIN, SENT } from '../../fixtures/messages.ts';
import { page, report as laidOut, wrap } from '../../fixtures/two-columns.ts';
import { importText, testService, type TestService } from '../../helpers/services.ts';

const ATLAS = `# Ember

Ember has two piers.[^a] The second was paid for by Norland, and it is the longer one.[^b]

The towns behind it grew quickly.

## Money

One loan of 40 million crowns was never paid back in full.

## Outlook

The port will be dredged once more.

[^a]: Annual Report 2019.
[^b]: Annual Report 2020.

# Holm

Holm has deep water and no pier at all.

## Outlook

Nothing is planned on the island.
`;

async function atlas(options: Parameters<typeof testService>[0] = {}) {
  const at = testService(options);
  await importText(at, ATLAS, 'atlas.md');
  return at;
}
const exported = async ({ service, client }: TestService, report = 'atlas'): Promise<string> => {
  const { file } = await client('library.export', { report, format: 'json' });
  return new TextDecoder().decode((await service.shelf.take(file)).bytes);
};
const passagesOf = async (at: TestService, report = 'atlas') => (JSON.parse(await exported(at, report)) as { passages: { id: string; text: string; kind: string }[] }).passages;
const idOf = async (at: TestService, start: string, report = 'atlas'): Promise<string> => (await passagesOf(at, report)).find((passage) => passage.text.startsWith(start))!.id;
const importedId = async ({ client }: TestService): Promise<string> => (await client('library.list', {})).reports.find((one) => !one.builtIn)!.id;
const passagesWithLines = async ({ client }: TestService, report: string) => (await Promise.all((await client('library.contents', { report })).chapters.map(({ id }) => client('read.chapter', { report, chapter: id })))).flatMap(({ passages }) => passages);
const chapterOf = async ({ client }: TestService, title: string) => (await client('library.contents', { report: 'atlas' })).chapters.find((chapter) => chapter.title === title)!;

test('a passage that is split and joined again is what it was, in the text, the search and the check', async () => {
  const at = await atlas();
  const before = await exported(at);
  const passage = await idOf(at, 'Ember has');
  const split = await at.client('review.correct', { report: 'atlas', change: { kind: 'split', passage, offset: 'Ember has two piers.'.length } });
  const [first, second] = await passagesOf(at);
  expect([first!.text, second!.text]).toEqual(['Ember has two piers.', 'The second was paid for by Norland, and it is the longer one.']);
  expect(split).toMatchObject({ report: 'atlas', passage: first!.id });
  expect((await at.client('search.run', { query: '"paid for by Norland"', report: 'atlas' })).hits.map((hit) => hit.id)).toEqual([second!.id]);
  expect(at.events.at(-1)).toEqual({ type: 'changed', what: 'library' });
  await at.client('review.correct', { report: 'atlas', change: { kind: 'join', passage: first!.id, next: second!.id } });
  expect(await exported(at)).toBe(before);
  expect((await at.client('library.check', {})).findings).toEqual([]);
});

test('what was corrected is listed, taken back and done again', async () => {
  const at = await atlas();
  const before = await exported(at);
  const towns = await idOf(at, 'The towns');
  await at.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: towns, what: 'caption' } });
  const holm = (await chapterOf(at, 'Holm')).sections.find((section) => section.title === 'Outlook')!;
  await at.client('review.correct', { report: 'atlas', change: { kind: 'rename', target: 'section', id: holm.id, to: 'What is to come' } });
  const after = await exported(at);
  expect([(await chapterOf(at, 'Ember')).sections.at(-1)!.title, (await chapterOf(at, 'Holm')).sections[0]!.title]).toEqual(['Outlook', 'What is to come']);
  const open = await at.client('review.open', { report: 'atlas' });
  expect(open).toMatchObject({
    corrections: [{ kind: 'become', passage: towns, fits: true, message: null }, { kind: 'rename', fits: true }],
    canUndo: 'Renamed the section “Outlook” to “What is to come”', canRedo: null, source: 'lines', why: null,
  });
  await at.client('review.undo', { report: 'atlas' });
  expect(await at.client('review.undo', { report: 'atlas' })).toMatchObject({ passage: towns });
  expect(await exported(at)).toBe(before);
  await expect(at.client('review.undo', { report: 'atlas' })).rejects.toMatchObject({ code: 'bad-request' });
  expect(await at.client('review.open', { report: 'atlas' })).toMatchObject({ canUndo: null, canRedo: 'Made “The towns behind it grew quickly.” a caption' });
  await at.client('review.redo', { report: 'atlas' });
  await at.client('review.redo', { report: 'atlas' });
  expect(await exported(at)).toBe(after);
  await expect(at.client('review.redo', { report: 'atlas' })).rejects.toMatchObject({ code: 'bad-request' });
});

test('a new correction empties what could be done again', async () => {
  const at = await atlas();
  const towns = await idOf(at, 'The towns');
  await at.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: towns, what: 'caption' } });
  await at.client('review.undo', { report: 'atlas' });
  await at.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: towns, what: 'list-item' } });
  expect((await at.client('review.open', { report: 'atlas' })).canRedo).toBeNull();
});

test('corrections outlive their report, and are made again when it comes back or in a new edition', async () => {
  const at = await atlas();
  const towns = await idOf(at, 'The towns');
  await at.client('review.correct', { report: 'atlas', change: { kind: 'retag', passage: towns, facet: 'country', value: 'vietnam', on: true } });
  await at.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: await idOf(at, 'One loan'), what: 'nothing' } });
  const after = await exported(at);
  await at.client('library.remove', { report: 'atlas' });
  await importText(at, ATLAS, 'atlas.md');
  expect(await exported(at)).toBe(after);
  await at.client('library.remove', { report: 'atlas' });
  await importText(at, ATLAS.replace('grew quickly', 'grew fast').replace(/One loan.*/, 'A sentence in which everything has another wording.'), 'atlas.md');
  const { corrections } = await at.client('review.open', { report: 'atlas' });
  expect(corrections.map(({ kind, fits, passage }) => ({ kind, fits, isThere: passage !== null }))).toEqual([{ kind: 'retag', fits: true, isThere: true }, { kind: 'become', fits: false, isThere: false }]);
  expect(corrections[1]!.message).toMatch(/not found/);
  expect((await at.client('search.run', { query: 'towns', choice: { country: ['vietnam'] } })).total).toBe(1);
  await at.client('review.undo', { report: 'atlas' });
  await at.client('review.undo', { report: 'atlas' });
  expect((await at.client('search.run', { query: 'towns', choice: { country: ['vietnam'] } })).total).toBe(0);
});

test('all editions of a work in the library are corrected', async () => {
  const at = await atlas();
  const { report } = await importText(at, `${ATLAS}\nA sentence more.\n`, 'atlas.md');
  await at.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: await idOf(at, 'The towns'), what: 'nothing' } });
  for (const id of ['atlas', report.id]) expect((await passagesOf(at, id)).some(({ text }) => text.startsWith('The towns'))).toBe(false);
});

test('a correction that makes no sense, or whose passage is gone, changes nothing and is not kept', async () => {
  const at = await atlas();
  const before = await exported(at);
  const towns = await idOf(at, 'The towns');
  for (const change of [
    { kind: 'split', passage: towns, offset: 400 }, { kind: 'join', passage: towns, next: towns }, { kind: 'join', passage: towns, next: 'p-gone' },
    { kind: 'move', passage: towns, after: towns }, { kind: 'retag', passage: towns, facet: 'country', value: 'atlantis', on: true },
    { kind: 'rename', target: 'chapter', id: 'none', to: 'X' }, { kind: 'accept', doubt: 'join:none' },
  ] as const) await expect(at.client('review.correct', { report: 'atlas', change })).rejects.toMatchObject({ code: expect.stringMatching(/^(bad-request|not-found)$/) as string });
  expect(await at.client('review.open', { report: 'atlas' })).toMatchObject({ corrections: [], canUndo: null, canRedo: null });
  expect(await exported(at)).toBe(before);
});

test('where the report cannot be made again, the correction is taken back and the sentence says so', async () => {
  const at = await atlas();
  const towns = await idOf(at, 'The towns');
  const before = await exported(at);
  at.service.rooms.importer.review = (work) => work(() => Promise.reject(new Error('thread ended')));
  await expect(at.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: towns, what: 'nothing' } })).rejects.toThrow(/The correction was taken back, and the report is as it was/);
  expect(await exported(at)).toBe(before);
  expect((await at.client('review.open', { report: 'atlas' })).corrections).toEqual([]);
});

test('a correction that was written when Attaché was ended is made when the library is next opened', async () => {
  const first = await atlas();
  const towns = await idOf(first, 'The towns');
  const { rooms } = first.service;
  rooms.importer.review = (work) => work(() => new Promise(() => {}));
  void first.client('review.correct', { report: 'atlas', change: { kind: 'become', passage: towns, what: 'nothing' } });
  await expect.poll(() => rooms.desk.corrections('atlas').length).toBe(1);
  const next = testService({ folder: first.folder, exclusive: true });
  await expect.poll(() => next.events.some((event) => event.type === 'changed')).toBe(true);
  expect((await passagesOf(next)).some(({ id }) => id === towns)).toBe(false);
});

test('places and packs that name a passage by an id from before its correction still find it', async () => {
  const at = await atlas();
  const passage = await idOf(at, 'Ember has');
  await at.client('desk.place', { report: 'atlas', passage });
  const { id } = await at.client('packs.create', { pack: { title: 'Visit', items: [{ kind: 'passage', report: 'atlas', passage }] } });
  await at.client('review.correct', { report: 'atlas', change: { kind: 'join', passage, next: await idOf(at, 'The towns') } });
  const joined = await idOf(at, 'Ember has');
  expect(joined).not.toBe(passage);
  expect(await at.client('desk.position', { report: 'atlas' })).toEqual({ passage: joined });
  expect((await at.client('packs.preview', { id })).html).toContain('The towns behind it');
  const { id: later } = await at.client('packs.create', { pack: { title: 'Later', items: [{ kind: 'passage', report: 'atlas', passage: joined }] } });
  await at.client('review.undo', { report: 'atlas' });
  expect((await at.client('packs.preview', { id: later })).html).toContain('Ember has two piers');
  expect(await at.client('desk.position', { report: 'atlas' })).toEqual({ passage });
});

test('a join in doubt says where the pieces meet; once it is cut there, nothing is in doubt', async () => {
  const at = testService();
  const quay = 'The old pier was given up by the council that had built it after a long dispute with the owners and with patience';
  const crew = 'Norland engineers came in the next year, who looked at the piles and found them rotten through and through.';
  await importText(at, laidOut(page(['INTRODUCTION'], wrap('The harbour was dredged in spring, and the pilots waited for the ebb.'), wrap(quay, 42, true)), page(wrap(crew))), 'quays.txt');
  const joins = async () => (await at.client('review.open', { report: 'quays' })).doubts.filter(({ kind, near }) => kind === 'join' && near === null);
  const [doubt] = await joins();
  const { passage } = await at.client('read.passage', { report: 'quays', passage: doubt!.passage! });
  expect(passage.text.slice(doubt!.offset!)).toBe(crew);
  await at.client('review.correct', { report: 'quays', change: { kind: 'split', passage: passage.id, offset: doubt!.offset! } });
  expect(await joins()).toEqual([]);
});

test('shows the lines around a passage as the file has them', async () => {
  const at = testService();
  await importText(at, HARBOURS, 'harbours.txt');
  const { passages } = await at.client('read.chapter', { report: 'harbours', chapter: (await at.client('library.contents', { report: 'harbours' })).chapters[0]!.id });
  const { from, to } = passages[0]!.lines;
  const shown = await at.client('review.source', { report: 'harbours', from, to, around: 1 });
  const lines = HARBOURS.split('\n');
  expect(shown).toEqual({ kind: 'lines', first: Math.max(1, from - 1), lines: lines.slice(Math.max(0, from - 2), to + 1).map((line) => line.replaceAll('\f', '').trimEnd()) });
});

test('shows the page of a PDF on which lines stand, its words and the lines in their places', async () => {
  const at = testService();
  const column = (x: number, texts: string[]) => texts.map((text, n) => ({ x, y: 100 + n * 12, text, size: 10 }));
  const page = (first: string) => ({ words: column(40, [`${first} was opened to foreign pilots in the`, 'year after the storm, when the council', 'found no crew of its own to send.']) });
  await importText(at, makePdf([page('Ember'), page('Skerry')], { title: 'Ports' }), 'ports.pdf');
  expect((await at.client('review.open', { report: 'ports' })).source).toBe('pages');
  const skerry = (await passagesWithLines(at, 'ports')).find(({ text }) => text.startsWith('Skerry'))!;
  const shown = await at.client('review.source', { report: 'ports', ...skerry.lines });
  expect(shown).toMatchObject({ kind: 'page', page: 2, pages: 2 });
  if (shown.kind !== 'page') return;
  expect(shown.runs.map(({ text }) => text)).toEqual(page('Skerry').words.map(({ text }) => text));
  expect(shown.runs[0]).toMatchObject({ x: 40, y: 100, size: 10, bold: false });
  expect(shown.lines.map(({ n }) => n)).toEqual([skerry.lines.from, skerry.lines.from + 1, skerry.lines.to]);
  for (const [n, line] of shown.lines.entries()) expect(line.y < shown.runs[n]!.y && line.y + line.height > shown.runs[n]!.y).toBe(true);
});

test('shows the paragraphs of a Word document, counted as its passages count them', async () => {
  const at = testService();
  await importText(at, wordDocument([wordParagraph('Harbours', { style: 'Heading1' }), wordParagraph('Ember has two piers and a customs house.'), wordParagraph('Holm has none.')].join(''), { styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>' }), 'ports.docx');
  const report = await importedId(at);
  const holm = (await passagesWithLines(at, report)).find(({ text }) => text.startsWith('Holm'))!;
  const shown = await at.client('review.source', { report, ...holm.lines, around: 0 });
  expect(shown).toEqual({ kind: 'lines', first: holm.lines.from, lines: ['Holm has none.'] });
});

test.each([
  ['the HTML inside a saved page', 'ports.mhtml', messageOf({ From: '<Saved by Blink>', 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary=B' }, partsOf('B', [{ ...PAGE, 'Content-Transfer-Encoding': 'quoted-printable' }, '<h1>Harbours</h1>\n<p>Ember has two=\n piers.</p>\n<p>Holm has none.</p>'])), '<p>Holm has none.</p>'],
  ['the plain text of a message', 'ports.eml', messageOf({ ...SENT, ...PLAIN, 'Content-Transfer-Encoding': 'quoted-printable' }, 'Ember has two=\n piers.\n\nHolm has none.\n'), 'Holm has none.'],
  ['the bodies of a message, one after the other', 'ports.eml', messageOf({ ...SENT, 'Content-Type': 'multipart/mixed; boundary=B' }, partsOf('B', [PAGE, '<p>Ember has two piers.</p>\n<p>A light.</p>'], [PLAIN, 'Skerry.\n\nHolm has none.'])), 'Holm has none.'],
])('shows the lines of %s', async (_what, name, content, line) => {
  const at = testService();
  await importText(at, content, name);
  const report = await importedId(at);
  expect((await at.client('review.open', { report })).source).toBe('lines');
  const holm = (await passagesWithLines(at, report)).find(({ text }) => text.startsWith('Holm'))!;
  expect(await at.client('review.source', { report, ...holm.lines, around: 0 })).toEqual({ kind: 'lines', first: holm.lines.from, lines: [line] });
});

test('shows the paragraphs of an OpenDocument text in the same way, and behind them its notes', async () => {
  const at = testService();
  await importText(at, odtDocument(odtParagraph('Harbours', { level: '1' }) + odtParagraph(`Ember has two piers and a customs house.${odtNote('1', odtParagraph('Annual Report.'))}`) + odtParagraph('Holm has none.')), 'ports.odt');
  const report = await importedId(at);
  const holm = (await passagesWithLines(at, report)).find(({ text }) => text.startsWith('Holm'))!;
  const shown = await at.client('review.source', { report, ...holm.lines, around: 1 });
  expect(shown).toEqual({ kind: 'lines', first: holm.lines.from - 1, lines: ['Ember has two piers and a customs house.', 'Holm has none.', 'Annual Report.'] });
});

test('an EPUB has no lines that say anything', async () => {
  const at = testService();
  await importText(at, book({ 'one.xhtml': '<h1>Harbours</h1><p>Ember has two piers.</p>' }), 'ports.epub');
  const report = await importedId(at);
  expect((await at.client('review.open', { report })).source).toBe('none');
  await expect(at.client('review.source', { report, from: 1, to: 1 })).rejects.toMatchObject({ code: 'not-found' });
});

test('a briefing that comes with Attaché is not corrected, and says why', async () => {
  const at = testService();
  const briefing = (await at.client('library.list', {})).reports.find((report) => report.builtIn)!;
  expect(await at.client('review.open', { report: briefing.id })).toMatchObject({ doubts: [], corrections: [], why: expect.stringContaining('comes with Attaché') as string });
  await expect(at.client('review.correct', { report: briefing.id, change: { kind: 'accept', doubt: 'x' } })).rejects.toMatchObject({ code: 'bad-request' });
});
