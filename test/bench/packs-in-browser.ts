import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { faultsOf, readPlaces } from '../../electron/host/check-print.ts';
import { placingCode } from '../../electron/host/paper-script.ts';
import type { Placed } from '../../renderer/paper/place.ts';
import { processorTime } from './processor-time.ts';

export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** One pack, printed once. Times in milliseconds, memory of the page's JavaScript and elements in bytes. */
export interface Printed {
  pages: number;
  notes: number;
  /** Notes that are not on the page of their call. */
  wrong: number;
  times: { setting: number; printing: number; checking: number };
  memory: number;
  /** Processor time of the browser and of this process; null where the system does not tell. */
  processor: number | null;
}

const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, waitForFonts: true, timeout: 0 };

/** As the app prints it. */
export function printOurs(browser: Browser, html: string, script: string): Promise<Printed> {
  return printed(browser, html, async (page) => {
    const placed = await page.evaluate(placingCode(script, null)) as Placed;
    return async (bytes) => {
      const faults = await faultsOf(bytes, placed);
      if (faults.length > 0) console.log(`  faults: ${faults.join(' ')}`);
    };
  });
}

/** The same document as pagedjs sets it: its notes moved to their calls and floated to the foot, as its manual says; rules with `:is()`, which it cannot read, are left out. */
export function printPaged(browser: Browser, html: string): Promise<Printed> {
  const library = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve('pagedjs')), '..', 'dist', 'paged.js'), 'utf8');
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace('media="not all"', 'media="not all" disabled');
  return printed(browser, open, async (page) => {
    await page.setJavaScriptEnabled(true);
    await page.evaluate(moveNotesToCalls);
    await page.addScriptTag({ content: library });
    await page.evaluate(`(async () => {
      const style = ${JSON.stringify(PAGED_STYLE)};
      const css = [...document.querySelectorAll('style')].filter((one) => !one.dataset.for).map((one) => one.textContent).join('\\n').replace(/[^{}]*:(?:is|has)\\([^{}]*\\{[^}]*\\}/g, '') + style;
      document.querySelectorAll('style').forEach((one) => one.remove());
      const content = document.createElement('template');
      content.content.append(...document.body.childNodes);
      const url = URL.createObjectURL(new Blob([css], { type: 'text/css' }));
      await new Paged.Previewer().preview(content.content, [url], document.body);
    })()`);
    return async () => {};
  });
}

const PAGED_STYLE = `
@page { size: A4; margin: 26mm 30mm 27mm; @footnote { float: bottom } @bottom-left { content: "Pack p. " counter(page) } }
.on-screen { display: none } p + p { margin-top: 7pt } .sheet { break-before: page }
.foot-note { float: footnote; footnote-policy: line; font-size: 9pt; line-height: 1.38 }
.contents .at::after { content: target-counter(attr(data-href), page) }`;

/** Runs in the page. */
function moveNotesToCalls(): void {
  for (const note of document.querySelectorAll<HTMLElement>('.notes li[id^="note-"]')) {
    const number = note.id.slice('note-'.length);
    const call = document.querySelector(`#call-${number}`);
    const words = note.querySelector('p');
    if (!call || !words) continue;
    const foot = Object.assign(document.createElement('span'), { className: 'foot-note' });
    // A destination is written only where a link leads: the note's own back to its call, and the call's to the note.
    const target = Object.assign(document.createElement('a'), { href: `#call-${number}`, id: `note-${number}`, textContent: '' });
    foot.append(target, ...words.childNodes);
    call.after(foot);
  }
  for (const section of document.querySelectorAll('.notes')) section.remove();
}

async function printed(browser: Browser, html: string, set: (page: Page) => Promise<(bytes: Uint8Array) => Promise<void>>): Promise<Printed> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  try {
    await page.setJavaScriptEnabled(false);
    const used = (): number | null => processorTime(process.pid);
    const before = used();
    const began = performance.now();
    await page.setContent(html, { waitUntil: 'load', timeout: 0 });
    await page.emulateMediaType('print');
    const check = await set(page);
    const isSet = performance.now();
    const memory = (await page.metrics()).JSHeapUsedSize ?? 0;
    const bytes = await page.pdf(PDF);
    const isMade = performance.now();
    await check(bytes);
    const { pages, places } = await readPlaces(bytes);
    const isRead = performance.now();
    const after = used();
    const calls = [...places].filter(([id]) => id.startsWith('call-'));
    const total = new Set(html.match(/id="call-\d+"/g)).size;
    const right = calls.filter(([id, at]) => places.get(id.replace('call', 'note')) === at).length;
    return { pages, notes: total, wrong: total - right, times: { setting: isSet - began, printing: isMade - isSet, checking: isRead - isMade }, memory, processor: before === null || after === null ? null : after - before };
  } finally {
    await page.close();
  }
}
