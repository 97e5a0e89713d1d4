import { describe, expect, test } from 'vitest';
import { AttacheError } from '../../../db/model/errors.ts';
import { messageOf, multipart, PAGE, pictureOf, PLAIN, SENT } from '../../fixtures/messages.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const PIERS = 'The pilots of Ember keep two boats at the northern pier, and a third one stands on land.';
const DUES = 'The council pays for the light out of the dues, which it raised last spring by a third.';
const read = (fields: Record<string, string>, body: string) => draftOfFile(messageOf({ ...SENT, ...fields }, body), 'report.eml');
const texts = async (fields: Record<string, string>, body: string) => (await read(fields, body)).passages.map(({ kind, text }) => [kind, text]);

describe('a message', () => {
  test('has its facts in its head, and its text below', async () => {
    const { report, chapters, passages } = await read(PLAIN, `Dear pilots,\n\n${PIERS}\n\nAda Larsen\n3 March 2020\n`);
    expect(report).toMatchObject({ title: 'Harbours of the north', date: '2020-03-03' });
    expect(chapters.map(({ title, authors }) => [title, authors])).toEqual([['Harbours of the north', ['Ada Larsen']]]);
    expect(passages.map(({ text }) => text)).toEqual(['Dear pilots,', PIERS, 'Ada Larsen', '3 March 2020']);
  });

  test.each([
    ['Fwd: Re: Dues', 'Dues'], ['AW: WG: TR: Dues', 'Dues'], ['RE[2]: Dues', 'Dues'], ['转发: Dues', 'Dues'], ['Re:', 'Re:'], ['Regarding: dues', 'Regarding: dues'],
    ['=?utf-8?B?SMOkZmVu?= =?utf-8?Q?_im?= =?iso-8859-1?Q?_S=FCden?=', 'Häfen im Süden'],
  ])('is called what its subject says: %s', async (subject, title) => {
    expect((await read({ ...PLAIN, Subject: subject }, PIERS)).report.title).toBe(title);
  });

  test.each([
    ['Mon, 2 Mar 2020 23:30:00 -0800', '2020-03-02'], ['3 Mar 20 10:00 GMT', '2020-03-03'], ['Tue Mar  3 10:00:00 2020', '2020-03-03'], ['2020-03-03T10:00:00Z', '2020-03-03'], ['yesterday', null],
  ])('has the day on which it was sent: %s', async (date, day) => {
    expect((await read({ ...PLAIN, Date: date }, PIERS)).report.date).toBe(day);
  });

  test.each([
    ['"Larsen, Ada" <a@harbours.example>', ['Larsen, Ada']], ['=?iso-8859-1?Q?J=F8rgen_M=FCller?= <j@harbours.example>', ['Jørgen Müller']], ['a@harbours.example (Ada Larsen)', ['Ada Larsen']], ['a@harbours.example', []], ['Jørgen Müller <j@harbours.example>', ['Jørgen Müller']],
  ])('is by who sent it: %s', async (from, authors) => {
    expect((await read({ ...PLAIN, From: from }, PIERS)).chapters[0]!.authors).toEqual(authors);
  });

  test('is read from its HTML where it is there in both forms, with the pictures in it', async () => {
    const [fields, body] = multipart('related', multipart('alternative', [PLAIN, 'In plain form.'], [PAGE, `<p>${PIERS}<o:p></o:p></p><p><img src="cid:chart@1" alt="Ships by year"></p><div>-- <br><div class="gmail_signature">Ada Larsen</div></div>`]), pictureOf({ 'Content-ID': '<chart@1>', 'Content-Disposition': 'inline; filename=chart.png' }));
    const { passages, pictures, warnings } = await read(fields, body);
    expect(passages.map(({ text }) => text)).toEqual([PIERS, 'Ships by year', '--', 'Ada Larsen']);
    expect([pictures.length, warnings]).toEqual([1, []]);
  });

  test('is read from its plain text where its HTML says nothing', async () => {
    const [fields, body] = multipart('alternative', [PLAIN, PIERS], [PAGE, '<html><head><title>x</title></head><body><p>&nbsp;</p><img src="https://elsewhere.example/open.gif"></body></html>']);
    expect(await texts(fields, body)).toEqual([['paragraph', PIERS]]);
  });

  test('is read from its plain text where its HTML was sent as a file', async () => {
    const [fields, body] = multipart('mixed', [PLAIN, PIERS], [{ ...PAGE, 'Content-Disposition': 'attachment; filename="page.html"' }, '<p>Not this.</p>']);
    const { passages, warnings } = await read(fields, body);
    expect(passages.map(({ text }) => text)).toEqual([PIERS]);
    expect(warnings).toEqual([{ code: 'attachment-unread', message: 'A file sent with this message was not read: “page.html”. Save it from your mail program, and import it.', line: null }]);
  });

  test('names the files that were sent with it, however their names are written', async () => {
    const file = (disposition: string): readonly [Record<string, string>, string] => [{ 'Content-Type': 'application/pdf', 'Content-Disposition': disposition }, 'x'];
    const [fields, body] = multipart('mixed', [PLAIN, PIERS], file("attachment; filename*0*=utf-8''Jahres%2D; filename*1*=bericht%20H%C3%A4fen.pdf"), file('attachment; filename="=?utf-8?Q?=C3=9Cbersicht.pdf?="'));
    expect((await read(fields, body)).warnings.map(({ message }) => message)).toEqual(['2 files sent with this message were not read: “Jahres-bericht Häfen.pdf”, “Übersicht.pdf”. Save them from your mail program, and import them.']);
  });

  test('shows pictures between its texts', async () => {
    const [fields, body] = multipart('mixed', [PLAIN, PIERS], pictureOf({ 'Content-Disposition': 'inline; filename=map.png' }), [PLAIN, DUES]);
    const { passages, pictures } = await read(fields, body);
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([['paragraph', PIERS], ['figure', 'Picture without a caption'], ['paragraph', DUES]]);
    expect(pictures.map(({ passage }) => passage)).toEqual([passages[1]!.id]);
  });

  test('keeps what it answers as a quotation, each depth by itself', async () => {
    expect(await texts(PLAIN, `On Monday, Ivo Brandt wrote:\n> ${DUES}\n>> ${PIERS}\n\nI agree.\n\n>From the pier it is a mile.\n`)).toEqual([
      ['paragraph', 'On Monday, Ivo Brandt wrote:'], ['quotation', DUES], ['quotation', PIERS], ['paragraph', 'I agree.'], ['paragraph', 'From the pier it is a mile.'],
    ]);
    expect(await texts(PAGE, `<div>I agree.</div><div class="gmail_quote"><div class="gmail_attr">On Monday, Ivo wrote:</div><blockquote type="cite"><div>${DUES}</div></blockquote></div>`)).toEqual([
      ['paragraph', 'I agree.'], ['paragraph', 'On Monday, Ivo wrote:'], ['quotation', DUES],
    ]);
  });

  test('has whole paragraphs where its lines were broken to be sent', async () => {
    const flowed = { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' };
    expect(await texts(flowed, '> The council pays for the \n> light.\n\nTwo boats lie at the \npier.\n A third one is on land.\n-- \nAda Larsen\n')).toEqual([
      ['quotation', 'The council pays for the light.'], ['paragraph', 'Two boats lie at the pier.'], ['paragraph', 'A third one is on land.'], ['paragraph', 'Ada Larsen'],
    ]);
    expect(await texts({ 'Content-Type': 'text/plain; charset=utf-8; format=flowed; delsp=yes' }, '水先案内人は二隻の船を \n北の埠頭に置く。\n')).toEqual([['paragraph', '水先案内人は二隻の船を北の埠頭に置く。']]);
  });

  test.each([
    ['ISO-2022-JP', '水先案内人は二隻の船を北の埠頭に置く。', 'GyRCP2VAaDBGRmI/TSRPRnNASSROQSUkcktMJE5JVkYsJEtDViQvISMbKEI='],
    ['windows-1252', 'Der Rat zahlt für die Größe der Fähren.', Buffer.from('Der Rat zahlt für die Größe der Fähren.', 'latin1').toString('base64')],
    ['x-unheard-of', 'Der Rat zahlt für die Größe der Fähren.', Buffer.from('Der Rat zahlt für die Größe der Fähren.', 'latin1').toString('base64')],
  ])('is read in its encoding: %s', async (charset, words, encoded) => {
    expect(await texts({ 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': 'base64' }, encoded)).toEqual([['paragraph', words]]);
  });

  test('has the messages that it passes on in its text, below their heading lines', async () => {
    const passedOn = messageOf({ From: 'Ivo Brandt <ivo@harbours.example>', Subject: 'Dues', Date: 'Mon, 2 Mar 2020 09:00:00 +0100', ...PAGE }, `<h1>Summary</h1><p>${DUES}</p>`);
    const [fields, body] = multipart('mixed', [PLAIN, PIERS], [{ 'Content-Type': 'message/rfc822', 'Content-Disposition': 'attachment; filename="Dues.eml"' }, passedOn]);
    const { chapters, passages, warnings } = await read({ ...fields, Subject: 'Fwd: Dues' }, body);
    expect(chapters.map(({ title, sections }) => [title, sections.map((section) => section.title)])).toEqual([['Dues', []], ['Dues (Ivo Brandt, 2 March 2020)', ['Summary']]]);
    expect([passages.map(({ text }) => text), warnings]).toEqual([[PIERS, DUES], []]);
  });

  test('of a list holds the messages of a day', async () => {
    const one = (subject: string, text: string): readonly [Record<string, string>, string] => [{}, `From: Mia Holt <m@harbours.example>\nSubject: ${subject}\n\n${text}\n`];
    const [fields, body] = multipart('digest', one('Piers', PIERS), one('Dues', DUES));
    expect((await read(fields, body)).chapters.map(({ title }) => title)).toEqual(['Piers (Mia Holt)', 'Dues (Mia Holt)']);
  });

  test('keeps what it shows; what a newsletter hides for the list of messages goes', async () => {
    expect(await texts(PAGE, `<div style="max-height:0;overflow:hidden">This week: piers${'&zwnj;&nbsp;'.repeat(400)}</div><div style="opacity:0;overflow:hidden">${PIERS.repeat(12)}</div><span class="preheader" style="opacity:0">And dues</span><table role="presentation"><tr><td><p>${PIERS}</p><p style="overflow:hidden">${DUES}</p></td></tr></table>`)).toEqual([['paragraph', PIERS.repeat(12)], ['paragraph', PIERS], ['paragraph', DUES]]);
  });

  test('keeps a title that Word sets in it, and the notes of a report', async () => {
    const { report, passages, footnotes } = await read(PAGE, `<html lang="de"><head><title>Other</title><meta name="author" content="Someone Else"></head><body><p class="MsoTitle">Other</p><p>${PIERS}<sup><a href="#n1" id="r1">1</a></sup></p><p id="n1"><a href="#r1">1</a> Annual Report.</p></body></html>`);
    expect(report).toMatchObject({ title: 'Harbours of the north', language: 'de' });
    expect([passages.map(({ text }) => text), footnotes.map(({ text }) => text)]).toEqual([['Other', PIERS], ['Annual Report.']]);
  });

  test('is read as far as it goes where it was cut off, or its parts are not marked', async () => {
    expect(await texts({ 'Content-Type': 'multipart/mixed; boundary=B' }, `--B\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${PIERS} =E2=80`)).toEqual([['paragraph', `${PIERS} â€`]]);
    expect(await texts({ 'Content-Type': 'multipart/mixed' }, `--B\nContent-Type: text/plain\n\n${PIERS}\n--B--`)).toEqual([['paragraph', PIERS]]);
    expect(await texts({ 'Content-Type': 'multipart/mixed; boundary=B' }, PIERS)).toEqual([['paragraph', PIERS]]);
  });
});

describe('a message that cannot be read is refused with a sentence', () => {
  const many = (count: number, one: (at: number) => string): string => Array.from({ length: count }, (_, at) => one(at)).join('');
  test.each([
    ['with nothing but a file', ...multipart('mixed', [PLAIN, ' \n'], [{ 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="Annual Report.pdf"' }, 'x']), 'file-empty', /sent with “Annual Report\.pdf”.*Save this file from your mail program, and import it/],
    ['with nothing at all', PLAIN, '', 'file-empty', /a message without text/],
    ['locked', ...multipart('encrypted', [{ 'Content-Type': 'application/pgp-encrypted' }, 'Version: 1'], [{ 'Content-Type': 'application/octet-stream' }, 'x']), 'file-not-text', /encrypted or sealed/],
    ['of parts in parts without end', PLAIN, '', 'file-too-large', /parts inside parts/],
    ['of parts without end', { 'Content-Type': 'multipart/mixed; boundary=B' }, '--B\n\nx\n'.repeat(20_000), 'file-too-large', /parts inside parts/],
    ['with a head of megabytes', { 'X-Words': 'a '.repeat(200_000) }, PIERS, 'file-too-large', /parts inside parts/],
  ])('%s', async (how, fields, body, code, sentence) => {
    const content = how === 'of parts in parts without end' ? `MIME-Version: 1.0\nMessage-ID: <1@x>\n${many(1000, (at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`)}x` : messageOf({ ...SENT, ...fields }, body);
    const failed = await draftOfFile(content, 'report.eml').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AttacheError);
    expect(failed).toMatchObject({ code, message: expect.stringMatching(sentence) as string });
    expect((failed as AttacheError).message).toContain('Nothing was imported');
  });

  test('a mailbox of several', async () => {
    const one = `From ada@harbours.example Tue Mar  3 10:00:00 2020\n${messageOf({ ...SENT, ...PLAIN }, `${PIERS}\n\n`).replace(/\r/g, '')}`;
    expect((await draftOfFile(one, 'report.mbox')).passages.map(({ text }) => text)).toEqual([PIERS]);
    await expect(draftOfFile(one + one, 'inbox.mbox')).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringMatching(/mailbox with several messages\. Nothing was imported\..*save each/) as string });
  });
});
