import { describe, expect, test } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paperScript } from '../../build/paper-script.ts';
import { findChromium } from '../../build/setup/find-chromium.mjs';
import type { Params } from '../../db/contract/methods.ts';
import { createBrowserPrinter } from '../../electron/host/browser-printer.ts';
import { testService } from '../helpers/services.ts';

const chromium = findChromium();
const READERS = ['The minister', 'The permanent secretary', ''];
const pack = (changes: Partial<Params<'packs.create'>['pack']>): Params<'packs.create'>['pack'] => ({
  title: 'Harbour visit', marking: 'RESTRICTED', names: true, copies: READERS,
  items: [
    { kind: 'heading', text: 'Arrival' }, { kind: 'text', markdown: 'Port Amberley counts its boats, and Port Amberley counts them twice.' }, { kind: 'pageBreak' },
    { kind: 'text', markdown: 'A page on its side.', landscape: true }, { kind: 'text', markdown: 'And an upright one.' },
  ],
  ...changes,
});

/** The letters on each page that run askew: the watermark, which may take several lines, and nothing else. */
async function slopingLetters(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    return await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent();
      return items.flatMap((item) => ('str' in item && Math.abs(item.transform[1] as number) > 0.01 ? [item.str] : [])).join('').replace(/\s+/g, '');
    }));
  } finally {
    await task.destroy();
  }
}

describe.skipIf(!chromium)(`copies of a pack${chromium ? '' : ' (skipped: no Chromium here)'}`, { timeout: 180_000 }, () => {
  const exported = async (copies: string[], copy: number | null) => {
    const script = await paperScript();
    const it = testService({ printer: createBrowserPrinter(chromium!, () => script) });
    const { id } = await it.client('packs.create', { pack: pack({ copies }) });
    const made = await it.client('packs.export', { id, format: 'pdf', job: 'pdf', copy });
    return { ...made, bytes: (await it.service.shelf.take(made.file)).bytes };
  };

  test.each(READERS.map((reader, at) => [at + 1, reader] as const))('copy %i has its number and its reader behind the text of every page, cover and index too', async (copy, reader) => {
    const { bytes, pages, name } = await exported(READERS, copy);
    const words = `Copy ${copy} of ${READERS.length}${reader === '' ? '' : `, ${reader}`}`;
    expect(pages).toBeGreaterThan(4);
    expect(await slopingLetters(bytes)).toEqual(Array.from({ length: pages! }, () => words.replace(/\s+/g, '')));
    expect(name).toContain(`copy-${copy}`);
  });

  test('a pack without copies, and one that is made without a copy’s number, have none', async () => {
    for (const copies of [[], READERS]) {
      const { bytes, pages } = await exported(copies, null);
      expect(await slopingLetters(bytes)).toEqual(Array.from({ length: pages! }, () => ''));
    }
  });
});
