import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperScript } from '../../build/paper-script.ts';
import { findChromium } from '../../build/setup/find-chromium.mjs';
import type { Pack, ResolvedItem } from '../../db/model/pack.ts';
import { composeHtml } from '../../db/packs/compose.ts';
import { createBrowserPrinter } from '../../electron/host/browser-printer.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { passage, passages, group, resolved } from '../unit/packs/sample.ts';

const chromium = findChromium();
const missing = [...(chromium ? [] : ['Chromium']), ...(spawnSync('pdftotext', ['-v']).error === undefined ? [] : ['pdftotext'])].join(', ');

/** The lines of each page, without their white space at both ends. */
async function pagesOf(items: ResolvedItem[], pack: Partial<Pack> = {}): Promise<string[][]> {
  const script = await paperScript();
  const made = await createBrowserPrinter(chromium!, () => script)({ html: composeHtml(resolved(items, { marking: '', ...pack }), '').html, paper: 'A4', title: 'x' });
  expect(made.notices).toEqual([]);
  const file = path.join(temporaryFolder(), 'pages.pdf');
  fs.writeFileSync(file, made.bytes);
  const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
  return text.split('\f').slice(0, -1).map((page) => page.split('\n').map((line) => line.trim()).filter(Boolean));
}

describe.skipIf(missing !== '')(`the pages of a pack${missing && ` (skipped: no ${missing} here)`}`, { timeout: 180_000 }, () => {
  test('a page that goes on with what has no title names the heading before it', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => `| Row ${at + 1} | some words |`).join('\n');
    const pages = await pagesOf([
      passages('Quays', [group([passage('The quays are old.')], null)]), { kind: 'heading', text: 'Figures' }, { kind: 'text', markdown: `| One | Two |\n| --- | --- |\n${rows}` },
    ]);
    const last = pages.find((lines) => lines.some((line) => line.startsWith('Row 90')))!;
    expect(last.some((line) => line.startsWith('Row 1 '))).toBe(false);
    expect(last[0]).toMatch(/Figures$/);
  });

  test('the dots of a title that takes two lines in the contents follow its last word', async () => {
    const title = 'How the harbour masters of five towns count what comes in and goes out between two tides, and why they seldom agree';
    const pages = await pagesOf([{ kind: 'heading', text: title }, { kind: 'text', markdown: 'Words.' }, { kind: 'heading', text: 'Quays' }, { kind: 'text', markdown: 'More words.' }]);
    const contents = pages[0]!;
    expect(contents.some((line) => /^Quays(?: \.){10,}\s+2$/.test(line))).toBe(true);
    expect(contents.some((line) => /\bagree(?: \.){10,}\s+2$/.test(line))).toBe(true);
  });

  test('a remark in the margin takes no room from what it stands beside', async () => {
    const item = { kind: 'text' as const, markdown: '## Beside it\n\nWords.' };
    const at = async (remark: string | undefined): Promise<number> => {
      const script = await paperScript();
      const pack = resolved([item], { marking: '', items: [{ ...item, ...(remark === undefined ? {} : { remark }) }] });
      const made = await createBrowserPrinter(chromium!, () => script)({ html: composeHtml(pack, '').html, paper: 'A4', title: 'x' });
      const file = path.join(temporaryFolder(), 'remark.pdf');
      fs.writeFileSync(file, made.bytes);
      const words = spawnSync('pdftotext', ['-bbox', '-f', '2', '-l', '2', file, '-'], { encoding: 'utf8' }).stdout;
      return Number(/yMin="([\d.]+)"[^>]*>Words\./.exec(words)![1]);
    };
    expect(await at('Ask about the crane.')).toBeCloseTo(await at(undefined), 0);
  });

  test('the index of names stands in two columns over several pages, each entry once, its letter with it', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `Port ${'ABCDEFGHIJKLMNOPQRST'[at % 20]}${['el', 'om', 'ur', 'is'][at % 4]}${'aeiou'[at % 5]}${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + ((at * 7) % 25))} ${at % 3 === 0 ? 'Harbour and Northern Lighthouse Trust' : 'Pier'}`.replace('Port ', ''));
    const text = names.map((name) => `They saw ${name} twice, and again ${name} later.`);
    const pages = await pagesOf([passages('Quays', [group(text.map((one) => passage(one)))])], { names: true });
    const index = pages.slice(pages.findIndex((lines) => lines.includes('Names')));
    expect(index.length).toBeGreaterThan(2);
    const words = index.flat().join(' ').replace(/\s+/g, ' ');
    for (const name of new Set(names)) expect(words.split(name.split(' ')[0]!).length, name).toBe(2);
    // Two entries side by side on most lines; a column never ends with a letter's head.
    expect(index[1]!.filter((line) => / {3,}\S/.test(line)).length).toBeGreaterThan(20);
    for (const lines of index) expect(lines.at(-2)).not.toMatch(/^\p{Lu}$/u);
  });
});
