import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Pack, PackItem } from '../../db/model/pack.ts';
import { openDesk } from '../../db/store/desk.ts';
import { resolved } from '../unit/packs/sample.ts';
import { importRealReport } from './report.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
/** Of each change so many are made; the row has the one in the middle and the longest. */
const TIMES = 5;
/** So many of the report's chapters take about 50 pages. */
const CHAPTERS = 7;

/** A change, made as its user makes it; what it is called in the table. */
const CHANGES: readonly { name: string; make: (page: Page) => Promise<void> }[] = [
  { name: 'the first item is moved down', make: movedDown },
  { name: 'that is undone', make: undone },
  { name: 'a switch under On paper (black and white)', make: (page) => toggled(page, 'Black and white') },
];

async function movedDown(page: Page): Promise<void> {
  const isChosen = await page.evaluate(() => {
    const row = document.querySelector<HTMLElement>('[role="grid"] [role="row"]')!;
    row.focus();
    return row.ariaSelected === 'true';
  });
  if (!isChosen) await page.keyboard.press('Space');
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Alt');
}

async function toggled(page: Page, label: string): Promise<void> {
  await page.evaluate((words) => [...document.querySelectorAll('label')].find(({ textContent }) => textContent === words)!.querySelector('input')!.focus(), label);
  await page.keyboard.press('Space');
}

async function undone(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('u');
}

/**
 * How long the preview takes after a change of a pack of about 50 pages: the built app, served on loopback, in a browser;
 * from the key or the click until another frame with all of its pages is shown, the app's own waiting for a next change
 * included.
 * @returns rows for a table, the head first
 */
export async function previewRows(browser: Browser): Promise<string[][]> {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'ignore' });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  const pack = packIn(folder);
  const host = spawn(process.execPath, [path.join(root, 'dist', 'cli.cjs'), 'serve', '--library', folder], { cwd: root });
  try {
    const address = await new Promise<string>((found) => {
      host.stdout.on('data', (part: Buffer) => /http:\/\/\S+/.exec(part.toString())?.forEach((url) => found(url)));
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1360, height: 860 });
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForSelector('nav a');
    await page.evaluate((id) => {
      location.hash = `#/packs?pack=${id}`;
    }, pack);
    await page.waitForFunction(() => document.querySelector<HTMLIFrameElement>('iframe:not([aria-hidden])')?.contentDocument?.querySelectorAll('.page').length, { timeout: 0 });
    const rows = [['after a change', 'pages', 'median s', 'longest s']];
    const found = new Map(CHANGES.map(({ name }) => [name, [] as { ms: number; pages: number }[]]));
    for (let at = 0; at < TIMES; at += 1) for (const change of CHANGES) found.get(change.name)!.push(await measured(page, change.make));
    for (const [name, all] of found) {
      const times = all.map(({ ms }) => ms / 1000).sort((a, b) => a - b);
      rows.push([name, String(all.at(-1)!.pages), times[times.length >> 1]!.toFixed(2), times.at(-1)!.toFixed(2)]);
    }
    await page.close();
    return rows;
  } finally {
    host.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A library with the report, and a pack of its longest chapters on the desk. @returns the pack's id */
function packIn(folder: string): string {
  const library = importRealReport(folder);
  const desk = openDesk(folder);
  try {
    const report = library.listReports()[0]!.id;
    const items = library.chapters(report).slice(0, CHAPTERS).map((chapter): PackItem => ({ kind: 'chapter', report, chapter: chapter.id }));
    return desk.createPack({ ...resolved([]).pack, items } as Pack).id;
  } finally {
    desk.close();
    library.close();
  }
}

/** Makes a change and waits until the other frame is shown, with its pages painted. */
async function measured(page: Page, make: (page: Page) => Promise<void>): Promise<{ ms: number; pages: number }> {
  await page.evaluate(() => {
    const shown = () => document.querySelector<HTMLIFrameElement>('iframe:not([aria-hidden])')!;
    const before = shown();
    let began = 0;
    for (const type of ['keydown', 'click']) addEventListener(type, () => (began = performance.now()), { capture: true });
    (globalThis as unknown as { done: Promise<unknown> }).done = new Promise((done) => {
      const watch = (): void => {
        if (shown() === before) return void requestAnimationFrame(watch);
        const pages = shown().contentDocument!.querySelectorAll('.page').length;
        requestAnimationFrame(() => done({ ms: performance.now() - began, pages }));
      };
      watch();
    });
  });
  await make(page);
  return page.evaluate(() => (globalThis as unknown as { done: Promise<{ ms: number; pages: number }> }).done);
}
