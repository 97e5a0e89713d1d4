import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { paperScript } from '../../build/paper-script.ts';
import { printFontCss } from '../../build/print-fonts.ts';
import { findChromium } from '../../build/setup/find-chromium.mjs';
import type { PackItem, ResolvedPack } from '../../db/model/pack.ts';
import { composeHtml } from '../../db/packs/compose.ts';
import { composeDocx } from '../../db/packs/docx.ts';
import { resolvePack } from '../../db/service/resolve-pack.ts';
import { searchHere } from '../../db/service/searching.ts';
import { group, noted, passages, resolved } from '../unit/packs/sample.ts';
import { realReport } from '../helpers/shared.ts';
import { FLAGS, printOurs, printPaged, type Printed } from './packs-in-browser.ts';
import { previewRows } from './preview.ts';
import { importRealReport } from './report.ts';
import { tableOf, writeSection } from './table.ts';

const SIZES = [20, 200, 500];
/** pagedjs is not asked for more than this: it takes minutes. */
const MOST_FOR_PAGED = 200;

/** Packs of about so many pages: chapters of the real report over and over, or made-up ones. */
async function packs(): Promise<Map<number, ResolvedPack>> {
  if (!realReport()) return new Map(SIZES.map((pages) => [pages, madeUp(pages)]));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  const library = importRealReport(folder);
  try {
    const report = library.listReports()[0]!.id;
    const chapters = library.chapters(report).map((chapter): PackItem => ({ kind: 'chapter', report, chapter: chapter.id }));
    const found = (await resolvePack(library, searchHere(library), { ...resolved([]).pack, items: chapters })).items;
    const words = found.map((item) => JSON.stringify(item).length);
    const all = words.reduce((sum, one) => sum + one, 0);
    return new Map(SIZES.map((pages) => [pages, resolved(upTo(found, words, (all * pages) / REPORT_PAGES), { notes: 'foot' })]));
  } finally {
    library.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole report takes so many pages in a pack. */
const REPORT_PAGES = 80;

function upTo(items: ResolvedPack['items'], lengths: readonly number[], most: number): ResolvedPack['items'] {
  const taken: ResolvedPack['items'] = [];
  for (let at = 0, length = 0; length + (lengths[at % items.length]! / 2) < most; at += 1) {
    taken.push(items[at % items.length]!);
    length += lengths[at % items.length]!;
  }
  return taken;
}

function madeUp(pages: number): ResolvedPack {
  const words = 'The harbour master counts what comes in, and the clerk counts what the harbour master has counted; between the two of them a ship may lie for a week. ';
  const chapter = (number: number) => passages(`Chapter ${number}`, [group(Array.from({ length: 20 }, (_, at) => noted(`${words.repeat(2 + (at % 4))}‹${at + 1}›`, { [at + 1]: `${words.repeat(at % 3)}Source ${at + 1}.` })))]);
  return resolved(Array.from({ length: Math.ceil(pages / 5) }, (_, at) => chapter(at + 1)), { notes: 'foot' });
}

const MB = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
const seconds = (ms: number): string => (ms / 1000).toFixed(2);

function rowOf(name: string, { pages, notes, wrong, times, memory, processor }: Printed): string[] {
  const total = Object.values(times).reduce((sum, time) => sum + time, 0);
  return [name, String(pages), `${notes - wrong} of ${notes}`, seconds(times.setting), seconds(times.printing), seconds(times.checking), seconds(total), (pages / (total / 1000)).toFixed(1), processor === null ? '–' : seconds(processor), processor === null ? '–' : (pages / (processor / 1000)).toFixed(1), MB(memory)];
}

async function docxRow(): Promise<string> {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at + 1, `Source number ${at + 1}, in a sentence of its own.`]));
  const pack = resolved([passages('Notes', [group(Array.from({ length: 50 }, (_, at) => noted(Array.from({ length: 10 }, (__, of) => `Word ${of}‹${at * 10 + of + 1}›`).join(' '), many)))])]);
  await composeDocx(pack);
  const before = process.cpuUsage();
  const began = performance.now();
  await composeDocx(pack);
  const { user, system } = process.cpuUsage(before);
  return `${seconds(performance.now() - began)} s, ${seconds((user + system) / 1000)} s of the processor`;
}

/** Measures paper and writes its section. `--most N` leaves out longer packs. */
export async function run(args: string[]): Promise<void> {
  const executable = findChromium();
  if (!executable) return console.log('There is no Chromium here, so that nothing was printed.');
  const at = args.indexOf('--most');
  const most = at < 0 ? Infinity : Number(args[at + 1]);
  const [script, fonts, all] = [await paperScript(), printFontCss(), await packs()];
  const rows = [['', 'pages', 'notes on their call’s page', 'setting s', 'PDF s', 'reading back s', 'all s', 'pages/s', 'processor s', 'pages per processor s', 'JavaScript’s memory MB']];
  const browser: Browser = await launch({ executablePath: executable, pipe: true, headless: true, args: FLAGS });
  try {
    await printOurs(browser, composeHtml(resolved([]), fonts).html, script);
    for (const [pages, pack] of all) {
      if (pages > most) continue;
      const { html } = composeHtml(pack, fonts);
      rows.push(rowOf(`Attaché, about ${pages}`, await printOurs(browser, html, script)));
      if (pages <= MOST_FOR_PAGED) rows.push(rowOf(`pagedjs 0.4.3, about ${pages}`, await printPaged(browser, html)));
      console.log(tableOf(rows));
    }
  } finally {
    await browser.close();
  }
  const previews = realReport() ? await shownAfterChanges(executable) : '';
  const docx = await docxRow();
  const from = realReport() ? 'Chapters of the real report, over and over.' : 'Made-up chapters.';
  writeSection('packs', `## Packs on paper

${from} One browser prints all of them in one run, after a first page that is not counted; load of the machine: ${os.loadavg()[0]!.toFixed(0)} on ${os.availableParallelism()} processors. Setting is reading the
document, waiting for the fonts and setting the pages; reading back is looking up every note and every number of the contents in the file. pagedjs has the same words and fonts, with \`float: footnote\`; a note is on
its call’s page where both destinations in the PDF say so. Where the machine is loaded, the clock tells little; the processor’s seconds, of the browser and of this program together, tell the work. Aims: 20 pages in 1.5 s, 200 in 10 s, 500 without running out of memory.

${tableOf(rows)}

A Word file with 500 footnotes took ${docx} (aim: 1 s).${previews}`);
}

/** In a browser of its own, after the rest: what it takes is memory too. */
async function shownAfterChanges(executable: string): Promise<string> {
  const browser = await launch({ executablePath: executable, pipe: true, headless: true, args: FLAGS });
  try {
    return `

The preview of a pack of the report's first chapters, after a change: from the key until all pages are set and the new version is shown, in the built app served on loopback, its waiting for a next change (0.12 s) included; load of
the machine: ${os.loadavg()[0]!.toFixed(0)}. Aim: 50 pages in 1.5 s.

${tableOf(await previewRows(browser))}`;
  } finally {
    await browser.close();
  }
}
