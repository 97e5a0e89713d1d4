import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../db/import/kind.ts';
import { messageOf, multipart, PLAIN, partsOf, pictureOf, SENT } from '../../fixtures/messages.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const ADDRESS = 'https://harbours.example/ember/page.html';
const PIERS = 'The pilots of Ember keep two boats at the northern pier.';
type Piece = readonly [fields: Record<string, string>, body: string];
/** A page with its parts, as Chromium writes it. */
const saved = (html: string, parts: readonly Piece[] = [], more: Record<string, string> = {}): string =>
  messageOf({ From: '<Saved by Blink>', 'Snapshot-Content-Location': ADDRESS, Subject: 'Harbours', Date: 'Tue, 3 Mar 2020 10:00:00 -0000', 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; type="text/html"; boundary="B"', ...more },
    partsOf('B', [{ 'Content-Type': 'text/html', 'Content-ID': '<frame@mhtml.blink>', 'Content-Transfer-Encoding': 'quoted-printable', 'Content-Location': ADDRESS }, quoted(html)], ...parts));
const quoted = (html: string): string => html.replace(/[=\u0080-\uffff]/g, (letter) => Buffer.from(letter).reduce((all, byte) => `${all}=${byte.toString(16).toUpperCase().padStart(2, '0')}`, '')).replace(/.{60}(?<!=.?)/g, '$&=\n');
const read = (content: string) => draftOfFile(content, 'page.mhtml');

describe('a web page saved as one file', () => {
  test('is read as the page is, with its own facts', async () => {
    const { report, chapters, passages } = await read(saved(`<html lang="en"><head><meta name="dc.date" content="2019-05-01"><meta name="author" content="Ada Larsen"></head><body><h1>Ports</h1><h2>Ember</h2><p>${PIERS} – and a light</p></body></html>`));
    expect(report).toMatchObject({ title: 'Ports', date: '2019-05-01' });
    expect(chapters.map(({ title, authors }) => [title, authors])).toEqual([['Ember', ['Ada Larsen']]]);
    expect(passages.map(({ text }) => text)).toEqual([`${PIERS} – and a light`]);
  });

  test('is called what it was called when it was saved where it says no title; the day of saving is not its date', async () => {
    expect((await read(saved(`<p>${PIERS}</p>`))).report).toMatchObject({ title: 'Harbours', date: null });
  });

  test('shows the pictures that lie in the file, by their names and by their addresses', async () => {
    const { passages, pictures, warnings } = await read(saved('<p>Charts</p><img src="cid:one@x" alt="One"><img src="/ember/two.png" alt="Two"><img src="three.png?a=1#x" alt="Three"><picture><source srcset="no.png 1x, four.png 2x"><img src="no.png" alt="Four"></picture><img src="http://elsewhere.example/five.png" alt="Five">', [
      pictureOf({ 'Content-ID': '<one@x>' }), pictureOf({ 'Content-Location': 'https://harbours.example/ember/two.png' }), pictureOf({ 'Content-Location': 'three.png?a=1' }), pictureOf({ 'Content-Location': 'https://harbours.example/ember/four.png' }),
    ]));
    expect([passages.map(({ text }) => text), pictures.length]).toEqual([['Charts', 'One', 'Two', 'Three', 'Four'], 4]);
    expect(warnings.map(({ code, message }) => [code, message.slice(0, 12)])).toEqual([['picture-outside', 'One picture ']]);
  });

  test('ties the one note whose link names the whole page', async () => {
    const { passages, footnotes } = await read(saved(`<h1>A</h1><p>${PIERS}<sup><a id="r1" href="${ADDRESS}#n1">1</a></sup></p><h1>B</h1><p>End of it.</p><p id="n1"><a href="${ADDRESS}#r1">1</a> Annual Report.</p>`));
    expect([passages[0]!.footnotes, footnotes.map(({ text }) => text)]).toEqual([[{ n: '1', offset: PIERS.length }], ['Annual Report.']]);
  });

  test('has headings by the style sheets that became parts of the file', async () => {
    const sheet: Piece = [{ 'Content-Type': 'text/css', 'Content-Location': 'cid:css-1@mhtml.blink' }, '@charset "utf-8";\n\n.big { font-size: 24pt; font-weight: bold; }\n\n.body { font-size: 11pt; }'];
    const part = (title: string): string => `<p class="big">${title}</p><p class="body">${PIERS} ${PIERS} ${PIERS}</p>`;
    const { chapters } = await read(saved(`<html><head><link rel="stylesheet" type="text/css" href="cid:css-1@mhtml.blink"></head><body>${part('Harbours')}${part('Lights')}${part('Dues')}</body></html>`, [sheet]));
    expect(chapters.map(({ title }) => title)).toEqual(['Harbours', 'Lights', 'Dues']);
  });

  test('has what its own elements show; what is only a template is left out', async () => {
    const shadow = '<my-box><template shadowmode="open"><p>A box of the pilots.</p><template><p>Not this.</p></template><slot></slot></template><p>In the box.</p></my-box>';
    expect((await read(saved(`<p>${PIERS}</p>${shadow}<template><p>Nor this.</p></template><p>Behind it.</p>`))).passages.map(({ text }) => text)).toEqual([PIERS, 'A box of the pilots.', 'In the box.', 'Behind it.']);
  });

  test('is the page that the file names, wherever it stands', async () => {
    const other: Piece = [{ 'Content-Type': 'text/html', 'Content-ID': '<frame-2@x>', 'Content-Location': 'https://harbours.example/box.html' }, '<p>A box beside it.</p>'];
    const main: Piece = [{ 'Content-Type': 'text/html; charset=iso-8859-1', 'Content-ID': '<main@x>', 'Content-Location': 'file:///C:/page.htm', 'Content-Transfer-Encoding': 'base64' }, Buffer.from('<p>Häfen im Süden</p>', 'latin1').toString('base64')];
    const old = { From: '"Saved by Windows Internet Explorer 8"', 'MIME-Version': '1.0' };
    const named = messageOf({ ...old, 'Content-Type': 'multipart/related; boundary=B; start="<main@x>"' }, partsOf('B', other, main));
    const located = messageOf({ ...old, 'Snapshot-Content-Location': 'file:///C:/page.htm', 'Content-Type': 'multipart/related; boundary=B' }, partsOf('B', other, main));
    const inside = messageOf({ ...old, 'Content-Type': 'multipart/related; boundary=B' }, partsOf('B', multipart('alternative', main), other));
    for (const content of [named, located, inside]) expect((await read(content)).passages.map(({ text }) => text)).toEqual(['Häfen im Süden']);
  });

  test('without a page in it is damaged', async () => {
    await expect(read(messageOf({ From: '<Saved by Blink>', 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary=B' }, partsOf('B', pictureOf({}))))).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringContaining('is damaged') as string });
  });
});

describe('a message is told by what only programs write', () => {
  const kind = (content: string, name = 'report.txt'): string => kindOf(new TextEncoder().encode(content), name);
  const page = { 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary=B; type="text/html"' };
  test.each([
    ['sent', messageOf({ ...SENT, ...PLAIN }, 'Piers.'), 'report.txt', 'mail'],
    ['sent, behind a mark and blank lines', `\ufeff\n\n${messageOf({ ...SENT, ...PLAIN }, 'Piers.')}`, 'report.txt', 'mail'],
    ['sent, in a mailbox', `From ada@harbours.example Tue Mar  3 10:00:00 2020\n${messageOf({ ...SENT, ...PLAIN }, 'Piers.')}`, 'report', 'mail'],
    ['sent, with its page and pictures', messageOf({ ...SENT, ...page }, 'x'), 'report.eml', 'mail'],
    ['with a head of many kilobytes', messageOf({ ...SENT, 'X-Words': 'a '.repeat(60_000), ...PLAIN }, 'Piers.'), 'report.txt', 'mail'],
    ['a draft that is called one', 'From: Ada Larsen\nSubject: Piers\n\nTwo piers.', 'draft.eml', 'mail'],
    ['saved by Chromium', saved('<p>x</p>'), 'report.txt', 'mhtml'],
    ['saved by Word', messageOf(page, 'This document is a Single File Web Page.'), 'report.mht', 'mhtml'],
    ['saved by Internet Explorer', messageOf({ From: '"Saved by Windows Internet Explorer 8"', Subject: 'Piers', Date: 'Tue, 3 Mar 2020 10:00:00 +0100', ...page, 'X-MimeOLE': 'Produced By Microsoft MimeOLE' }, 'x'), 'report', 'mhtml'],
  ])('%s', (_how, content, name, expected) => {
    expect(kind(content, name)).toBe(expected);
  });

  test.each([
    ['a memo', 'From: Ada Larsen\nTo: The pilots\nSubject: Dues\nDate: 3 March 2020\n\nThe dues were raised.'],
    ['a printed message', 'From: Ada Larsen <ada@harbours.example>\nSent: Tuesday, 3 March 2020 10:00\nTo: Clerk\nCc: Ivo Brandt\nSubject: RE: Dues\nImportance: High\n\nThe dues were raised.'],
    ['a cable', 'R 031000Z MAR 20\nFM HARBOUR EMBER\nTO PILOTS\nSUBJECT: DUES\n\n1. THE DUES WERE RAISED.'],
    ['a text about messages', 'MIME-Version: 1.0 is what a message says first.\nContent-Type: text/plain comes next.\nThen the text stands.\n\nMore.'],
    ['one line of a program', 'Message-ID: <1@harbours.example>\nThe rest was typed.\n\nMore.'],
    ['one field', 'Content-Type: text/plain\n\nThe dues were raised.'],
    ['a letter', 'From Ember to Holm it is a mile, and the pilots rowed it in 1920\nFrom: nobody\n\nMore.'],
    ['fields of a text', 'Received: 3 March 2020\nFrom: Ada Larsen\nSubject: Dues\n\nThe dues were raised.'],
  ])('%s is a text', (_how, content) => {
    expect(kind(content)).toBe('text');
    expect(kind(content, 'report.md')).toBe('markdown');
  });
});
