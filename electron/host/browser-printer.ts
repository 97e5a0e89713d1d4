import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { AttacheError } from '../../db/model/errors.ts';
import type { PdfPrinter, TellStage } from '../../db/service/printing.ts';
import type { Placed } from '../../renderer/paper/place.ts';
import { printChecked, type Attempt } from './check-print.ts';
import { knowsMarginBoxes, marginTemplates } from './page-margins.ts';
import { placingCode } from './paper-script.ts';
import { inTime } from './patience.ts';

/** Nothing is fetched, remembered or reported: the browser is a typesetter here. */
const FLAGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions',
  '--no-default-browser-check', '--no-pings', '--host-resolver-rules=MAP * ~NOTFOUND',
];
const START_MS = 30_000;
const LATE = 'Making the PDF took too long and was stopped. The pack is safe: try again, make it in parts, or save it as HTML and print it from a browser.';

/**
 * A printer that drives an installed Chrome, Edge or Chromium over a pipe: headless, with an empty profile that is
 * removed afterwards, without a network, and with no script but the one that sets the pages.
 * @param executable as `findBrowser` gives it
 * @param script as `paperScriptIn` gives it
 * @param patienceMs how long one document may take; 200 pages with their fonts take some seconds
 * @returns the printer; it throws AttacheError 'no-printer' where the browser does not start, 'internal' where it takes
 * too long or fails at the document, 'cancelled'
 */
export function createBrowserPrinter(executable: string, script: () => string, patienceMs = 180_000): PdfPrinter {
  return async ({ html }, { signal, tell } = {}) => {
    const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'attache-print-'));
    try {
      const browser = await start(executable, profile);
      try {
        return await inTime(printChecked((notes) => print(browser, html, placingCode(script(), notes), { timeout: patienceMs, tell }), tell), patienceMs, LATE, signal);
      } finally {
        await stop(browser);
      }
    } finally {
      await fs.rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  };
}

async function start(executable: string, profile: string): Promise<Browser> {
  const { launch } = await import('puppeteer-core');
  const isRoot = process.getuid?.() === 0;
  // Who is interrupted cancels the print: the browser's own way ends this program before the profile is removed.
  try {
    return await launch({ executablePath: executable, pipe: true, headless: true, userDataDir: profile, timeout: START_MS, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, args: isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS });
  } catch (error) {
    throw new AttacheError('no-printer', 'The browser that should make the PDF did not start. The pack is safe: save it as HTML and print it from a browser, or name another Chrome, Edge or Chromium in ATTACHE_CHROMIUM.', { cause: error });
  }
}

async function print(browser: Browser, html: string, code: string, { timeout, tell }: { timeout: number; tell?: TellStage | undefined }): Promise<Attempt> {
  try {
    tell?.('setting');
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await refuseRequests(page);
    await page.setContent(html, { waitUntil: 'load', timeout });
    await page.emulateMediaType('print');
    const placed = await page.evaluate(code) as Placed;
    tell?.('printing', placed.pages);
    const templates = placed.pages > 0 || knowsMarginBoxes(await browser.version()) ? {} : { displayHeaderFooter: true, ...marginTemplates(html) };
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, waitForFonts: true, timeout, ...templates });
    await page.close();
    return { bytes, placed: placed.pages > 0 ? placed : null };
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError('internal', 'The browser could not make a PDF of this pack. The pack is safe: try again, or save it as HTML and print it from a browser.', { cause: error });
  }
}

/** The document is passed in whole; whatever else it asks for is refused. */
async function refuseRequests(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => void (request.url().startsWith('data:') ? request.continue() : request.abort('blockedbyclient')));
}

/** A browser that does not close by itself is ended. */
async function stop(browser: Browser): Promise<void> {
  const closing = browser.close().catch(() => {});
  const timer = setTimeout(() => browser.process()?.kill('SIGKILL'), 5000);
  await closing;
  clearTimeout(timer);
}
