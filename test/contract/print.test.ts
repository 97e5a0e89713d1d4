import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperScript } from '../../build/paper-script.ts';
import { printFontCss } from '../../build/print-fonts.ts';
import { findChromium } from '../../build/setup/find-chromium.mjs';
import { composeHtml } from '../../db/packs/compose.ts';
import { createBrowserPrinter } from '../../electron/host/browser-printer.ts';
import { printChecked, readPlaces } from '../../electron/host/check-print.ts';
import { fullPack, group, hardPack, longPack, noted, passages, resolved } from '../unit/packs/sample.ts';

const chromium = findChromium();
const hasPoppler = ['pdftotext', 'pdfinfo'].every((tool) => spawnSync(tool, ['-v']).error === undefined);
const missing = [...(chromium ? [] : ['Chromium']), ...(hasPoppler ? [] : ['pdftotext and pdfinfo'])].join(', ');

let folder: string;
let script: string;
beforeAll(async () => {
  script = await paperScript();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-print-test-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The words of each page, and what the file says of itself. */
function look(bytes: Uint8Array): { pages: string[]; info: string } {
  const file = path.join(folder, 'look.pdf');
  fs.writeFileSync(file, bytes);
  const run = (tool: string, ...args: string[]) => spawnSync(tool, [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
  return { pages: run('pdftotext', '-layout').split('\f').slice(0, -1), info: run('pdfinfo') };
}

const lines = (page: string) => page.split('\n').map((line) => line.trim()).filter(Boolean);
const words = (pages: string[]) => pages.join(' ').replace(/\s+/g, ' ');
const print = (html: string) => createBrowserPrinter(chromium!, () => script)({ html, paper: 'A4', title: 'x' });

describe.skipIf(missing !== '')(`a pack on paper${missing && ` (skipped: no ${missing} here)`}`, { timeout: 180_000 }, () => {
  test('carries its marking and its number at the top and foot of every page, and all of its words', async () => {
    const { html } = composeHtml(fullPack(), printFontCss());
    const made = await print(html);
    const { pages, info } = look(made.bytes);
    expect(made.pages).toBe(pages.length);
    expect(pages.length).toBeGreaterThan(4);
    for (const [at, page] of pages.entries()) {
      expect(lines(page)[0]).toBe('RESTRICTED');
      expect(lines(page).at(-1)).toBe('RESTRICTED');
      expect(lines(page).at(-2)).toMatch(new RegExp(`^Pack p\\. ${at + 1} of ${pages.length}(?: · report (?:\\[\\d\\] )?pp?\\. [\\d–, ]+)?$`));
    }
    expect(info).toMatch(/^Title: +Hanoi visit$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: .*\(A4\)$/m);
    expect(made.notices).toEqual([]);
    for (const said of ['Bộ Quốc phòng, danh sách', 'κρίσις', '[note 18]', '[Indonesia, note 4]', 'Nothing can be shown here.', '<img src=x onerror=alert(1)>', '東京からの代表団', 'applied by the user']) expect(words(pages)).toContain(said);
  });

  test('at the foot, every note stands on the page of its call; the contents and the feet tell the true pages', async () => {
    const told: [string, number | undefined][] = [];
    const made = await createBrowserPrinter(chromium!, () => script)({ html: composeHtml(longPack(), printFontCss()).html, paper: 'A4', title: 'x' }, { tell: (stage, pages) => told.push([stage, pages]) });
    expect(told).toEqual([['setting', undefined], ['printing', made.pages], ['checking', made.pages]]);
    expect(made.notices).toEqual([]);
    const { pages, places } = await readPlaces(made.bytes);
    expect(pages).toBe(made.pages);
    const calls = [...places].filter(([id]) => id.startsWith('call-'));
    expect(calls).toHaveLength(60);
    for (const [id, page] of calls) expect(places.get(id.replace('call', 'note')), id).toBe(page);
    const { pages: texts } = look(made.bytes);
    const contents = texts.slice(0, 2).join('\n');
    for (const at of [1, 2, 3]) expect(contents).toMatch(new RegExp(`Chapter ${at}[ .]+${places.get(`item-${at}`)}\\b`));
    expect(texts[places.get('item-2')! - 1]).toContain('report pp. 56, 60');
  });

  test('a note longer than a page, a table longer than three, 300 notes on one paragraph and a long heading lose nothing', async () => {
    const made = await print(composeHtml(hardPack(), '').html);
    const text = words(look(made.bytes).pages);
    for (let at = 1; at <= 300; at += 1) expect(text).toContain(`Source number ${at}.`);
    for (let at = 1; at <= 150; at += 1) expect(text).toContain(`Row ${at} of`);
    expect(text.match(/sentence \d+ of the longest note/g)).toHaveLength(160);
    expect(text.match(/Heading/g)!.length).toBeGreaterThan(150);
    expect(made.notices.join(' ')).not.toContain('fit');
  });

  test('where a note cannot stand on the page of its call, notes follow their items, and the user is told', async () => {
    const bad = { pages: 1, notes: 'foot' as const, targets: {}, contents: { 'item-1': 7 }, feet: [], spilt: [] };
    const asked: (string | null)[] = [];
    const made = await printChecked(async (notes) => {
      asked.push(notes);
      const { bytes } = await print(composeHtml(resolved([]), '').html);
      return { bytes, placed: notes === null ? bad : { ...bad, notes: 'end' as const, contents: {} } };
    });
    expect(asked).toEqual([null, 'end']);
    expect(made.notices).toEqual([expect.stringContaining('at the end of each item')]);
  });

  test('is set on Letter where that is asked for, and a long marking is whole', async () => {
    const marking = 'NOT FOR ONWARD TRANSMISSION BEYOND THE ADDRESSEES ON THE COVER';
    const { pages, info } = look((await print(composeHtml(fullPack({ paper: 'Letter', marking }), '').html)).bytes);
    expect(info).toMatch(/^Page size: .*\(letter\)$/m);
    for (const [at, page] of pages.entries()) {
      expect(words([page]).split(marking).length - 1).toBeGreaterThanOrEqual(2);
      expect(words([page])).toContain(`Pack p. ${at + 1} of ${pages.length}`);
    }
  });

  test('a table’s head stands on every page that it takes', async () => {
    const { pages } = look((await print(composeHtml(fullPack(), '').html)).bytes);
    const from = pages.findIndex((page) => /Passages +In the report/.test(page));
    const to = pages.findLastIndex((page) => page.includes('No passage:'));
    expect(to).toBeGreaterThan(from);
    for (const page of pages.slice(from, to + 1)) expect(page).toMatch(/Limitation +Passages +In the report’s words/);
  });

  test('a copy carries its number and its reader on every page; duplex, large print, lists and marked portions stand as asked', async () => {
    const marked = { kind: 'heading' as const, text: 'Talks', marking: 'OFFICIAL-SENSITIVE' };
    const items = [marked, passages('On boats', [group([noted('The Harbour Patrol Service (HPS) sails from Port Amberley.‹1›', {})])])] as const;
    const pack = resolved([...items], { marking: 'OFFICIAL', vocabulary: 'uk', copies: ['Lindqvist', 'Okonkwo'], duplex: true, largePrint: true, blackAndWhite: true, acronyms: true, names: true, notes: 'foot', items: [marked] });
    const made = await print(composeHtml(pack, printFontCss(), 2).html);
    expect(made.notices).toEqual([]);
    const { pages } = look(made.bytes);
    for (const page of pages) {
      expect(lines(page)[0]).toContain('OFFICIAL-SENSITIVE');
      expect(words([page])).toContain('Copy 2 of 2, Okonkwo');
    }
    expect(words(pages)).toMatch(/\(OS\) Talks[\s\S]*HPS Harbour Patrol Service/);
    expect(words(pages)).toMatch(new RegExp(`Port Amberley ${pages.findIndex((page) => page.includes('sails from')) + 1}\\b`));
    expect(words(pages)).not.toContain('Lindqvist');
  });

  test('an item has its notes at its end where it asks for that, and lies on its side where it is wide', async () => {
    const wide = `| ${'A | '.repeat(9)}\n| ${'- | '.repeat(9)}\n${Array.from({ length: 60 }, (_, row) => `| ${Array.from({ length: 9 }, (__, column) => `${row}.${column}`).join(' | ')} |`).join('\n')}`;
    const first = { kind: 'text' as const, markdown: 'One.[^a]\n\n[^a]: At the end.', notes: 'end' as const };
    const items = [first, { kind: 'text' as const, markdown: `Two.[^a]\n\n[^a]: At the foot.` }, { kind: 'text' as const, markdown: wide }];
    const made = await print(composeHtml(resolved(items, { notes: 'foot', items }), '').html);
    expect(made.notices).toEqual([]);
    const { pages } = look(made.bytes);
    const page = pages.find((one) => one.includes('One.'))!;
    expect(page.indexOf('At the end.')).toBeLessThan(page.indexOf('Two.'));
    expect(page.indexOf('At the foot.')).toBeGreaterThan(page.indexOf('Two.'));
    expect(spawnSync('pdfinfo', ['-f', '1', '-l', String(pages.length), path.join(folder, 'look.pdf')], { encoding: 'utf8' }).stdout).toMatch(/size: +841\.\d+ x 59\d/);
    for (let row = 0; row < 60; row += 1) expect(words(pages)).toContain(`${row}.8`);
  });

  test('Japanese and Arabic, a table too wide for any page and a heading of 2,000 letters stand whole on their pages', async () => {
    const columns = 24;
    const wide = `| ${Array.from({ length: columns }, (_, at) => `Column ${at} | `).join('')}\n| ${'- | '.repeat(columns)}\n| ${Array.from({ length: columns }, (_, at) => `Figure ${at} | `).join('')}`;
    const made = await print(composeHtml(resolved([
      { kind: 'heading', text: 'Überschrift '.repeat(166) }, { kind: 'text', markdown: '東京からの代表団は十二月三日に到着する予定です。'.repeat(40) },
      { kind: 'text', markdown: 'وصل الوفد إلى الميناء في الصباح الباكر. '.repeat(80) }, { kind: 'text', markdown: wide },
    ]), '').html);
    expect(made.notices).toEqual([]);
    const text = words(look(made.bytes).pages);
    expect(text.match(/Überschrift/g)!.length).toBeGreaterThanOrEqual(166);
    // A sign by itself: pages end between any two of them.
    expect(text.normalize('NFKC').match(/着/g)).toHaveLength(40);
  });

  test('the same pack gives the same pages; they are tagged, in their language, with an outline and every font inside', async () => {
    const html = composeHtml(fullPack({ language: 'vi' }), printFontCss()).html;
    const [one, other] = [look((await print(html)).bytes).pages, look((await print(html)).bytes).pages];
    expect(one).toEqual(other);
    const file = path.join(folder, 'look.pdf');
    const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' }).stdout.split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +(?:yes|no) +\d+ +0$/);
    const source = fs.readFileSync(file, 'latin1');
    expect(source).toMatch(/\/Lang ?\(vi\)/);
    expect(source).toMatch(/\/Outlines \d+ 0 R/);
  });

  test('a print that is cancelled ends, and says so', async () => {
    const control = new AbortController();
    const stages: string[] = [];
    const tell = (stage: string): void => {
      stages.push(stage);
      control.abort();
    };
    await expect(createBrowserPrinter(chromium!, () => script)({ html: composeHtml(longPack(), '').html, paper: 'A4', title: 'x' }, { signal: control.signal, tell })).rejects.toMatchObject({ code: 'cancelled' });
    expect(stages[0]).toBe('setting');
  });

  test('an empty pack is a cover that says so; one without a marking has none', async () => {
    const made = await print(composeHtml(resolved([], { marking: '' }), '').html);
    const { pages } = look(made.bytes);
    expect(made.pages).toBe(1);
    expect(words(pages)).toContain('This pack has no items yet.');
    expect(words(pages)).not.toMatch(/RESTRICTED|Marking|none/);
  });
});

describe.skipIf(!chromium)(`the printer${chromium ? '' : ' (skipped: no Chromium here)'}`, { timeout: 180_000 }, () => {
  test('runs no script and fetches nothing, whatever the document asks for', async () => {
    const asked: string[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const made = await print(`<!doctype html><link rel="stylesheet" href="${base}/css"><img src="${base}/img"><iframe src="${base}/frame"></iframe>
      <style>@import "${base}/import"; @font-face { font-family: f; src: url(${base}/font) } p { font-family: f }</style><p>x</p>
      <script>for (let page = 0; page < 9; page += 1) document.body.append(Object.assign(document.createElement('div'), { style: 'break-before: page', textContent: page }));</script>`);
    server.close();
    expect(asked).toEqual([]);
    expect(made.pages).toBe(1);
  });

  test('leaves nothing behind', async () => {
    const before = process.env['TMPDIR'];
    const own = fs.mkdtempSync(path.join(folder, 'tmp-'));
    process.env['TMPDIR'] = own;
    try {
      await print('<p>x</p>');
      expect(fs.readdirSync(own)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  test('stops when it takes too long, and says that the pack is safe', async () => {
    await expect(createBrowserPrinter(chromium!, () => script, 1)({ html: '<p>x</p>', paper: 'A4', title: 'x' })).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('The pack is safe') });
  });
});

test('a browser that does not start is said in words', async () => {
  await expect(createBrowserPrinter(path.join(folder, 'no-such-browser'), () => '')({ html: '', paper: 'A4', title: '' })).rejects.toMatchObject({ code: 'no-printer', message: expect.stringContaining('ATTACHE_CHROMIUM') });
});
