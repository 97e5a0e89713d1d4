import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { composeDocx } from '../../../db/packs/docx.ts';
import { compareTable, fullPack, group, hardPack, noted, passage, passages, resolved, tablePassage } from './sample.ts';

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);
const calls = (bytes: Uint8Array) => [...part(bytes, 'word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((found) => Number(found[1]));
const notes = (bytes: Uint8Array) => [...part(bytes, 'word/footnotes.xml').matchAll(/<w:footnote [^>]*w:id="(\d+)"/g)].map((found) => Number(found[1]));
const hasTools = ['/usr/bin/soffice', '/usr/bin/pdftotext', '/usr/bin/pdfinfo'].every((tool) => existsSync(tool));

describe('a pack as a Word document', () => {
  test('its footnotes are Word’s own, called in the order of the pack', async () => {
    const bytes = await composeDocx(fullPack());
    expect(calls(bytes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(notes(bytes)).toEqual(expect.arrayContaining(calls(bytes)));
    expect(part(bytes, 'word/footnotes.xml')).toContain('[note 18]');
  });

  test('has title, headings, a contents field, language, and the marking in head and foot', async () => {
    const bytes = await composeDocx(fullPack({ language: 'de' }));
    const body = part(bytes, 'word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2', 'Quote', 'Caption', 'ListBullet']) expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(body).toMatch(/TOC [^<]*1-3/);
    expect(part(bytes, 'word/styles.xml')).toContain('w:val="de"');
    expect(part(bytes, 'docProps/core.xml')).toContain('<dc:title>Hanoi visit</dc:title>');
    expect(part(bytes, 'word/header1.xml')).toContain('RESTRICTED');
    expect(part(bytes, 'word/footer1.xml')).toMatch(/NUMPAGES[\s\S]*RESTRICTED/);
  });

  test('lines grow with what stands in them: a picture or a large title is not cut', async () => {
    const bytes = await composeDocx(fullPack());
    const said = [...`${part(bytes, 'word/styles.xml')}${part(bytes, 'word/document.xml')}`.matchAll(/<w:spacing [^>]*w:line=[^>]*>/g)].map(([xml]) => xml);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((xml) => !xml.includes('w:lineRule="auto"') && !xml.includes('w:line="20"'))).toEqual([]);
  });

  test('the paragraph that ends a section takes no line: where a page is full, no empty one follows', async () => {
    const body = part(await composeDocx(fullPack()), 'word/document.xml');
    expect(body).not.toMatch(/<w:p><w:pPr><w:sectPr/);
    expect(body).toMatch(/<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"\/><w:rPr><w:sz w:val="2"\/><\/w:rPr><w:sectPr/);
  });

  test('a note that is called twice is one note', async () => {
    const bytes = await composeDocx(resolved([{ kind: 'text', markdown: 'One[^a], two[^a], three[^b].\n\n[^a]: First.\n[^b]: Second.' }]));
    expect(calls(bytes)).toEqual([1, 2]);
    expect(part(bytes, 'word/document.xml')).toMatch(/w:val="superscript"\/><\/w:rPr><w:t[^>]*>1</);
  });

  test('a comparison lies on its side, and what follows stands upright again', async () => {
    const body = part(await composeDocx(resolved([{ kind: 'table', table: compareTable() }, { kind: 'heading', text: 'After' }])), 'word/document.xml');
    const pages = [...body.matchAll(/<w:pgSz ([^>]*)\/>/g)].map((found) => found[1]!.includes('landscape'));
    expect(pages).toEqual([false, true, false]);
  });

  test('nothing in a text becomes markup, and what XML cannot hold is marked', async () => {
    const body = part(await composeDocx(resolved([passages('<b>&', [group([passage('a\u0001b \ud800 </w:t> & مرحبا')])])])), 'word/document.xml');
    expect(body).toContain('a\ufffdb \ufffd &lt;/w:t&gt; &amp; مرحبا');
  });

  test('a report’s table is Word’s own: head, figures on the right, a row over all columns, its calls Word’s footnotes', async () => {
    const bytes = await composeDocx(resolved([passages('P', [group([tablePassage()])])]));
    const [table] = /<w:tbl>[\s\S]*?<\/w:tbl>/.exec(part(bytes, 'word/document.xml'))!;
    const rows = table!.match(/<w:tr>[\s\S]*?<\/w:tr>/g)!;
    expect(rows.map((row) => row.match(/<w:tc>/g)!.length)).toEqual([4, 1, 4, 4]);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false]);
    expect(rows[1]).toContain('<w:gridSpan w:val="4"/>');
    expect(rows[2]).toMatch(/<w:jc w:val="right"\/>[\s\S]*40[\s\S]*<w:footnoteReference w:id="1"\/>/);
  });

  test('a table of figures has room for what it counts, and a head in bold', async () => {
    const body = part(await composeDocx(resolved([{ kind: 'figures', title: '', rows: [{ value: '12 boats', year: '2019', what: 'Twelve boats were counted.', words: 'The clerk', from: null }] }])), 'word/document.xml');
    const [figure, year, what, source] = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((found) => Number(found[1]));
    expect(what).toBeGreaterThan(figure! + year!);
    expect(source).toBeGreaterThan(year!);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*>Year</);
  });

  test('the index of names says under which titles they stand', async () => {
    const items = [passages('At anchor', [group([passage('The Board of Dunes met.')])]), passages('At sea', [group([passage('The Board of Dunes sailed with Ada Okonkwo of Amberley.')])])];
    const text = part(await composeDocx(resolved(items, { names: true })), 'word/document.xml').replace(/<[^>]+>/g, '');
    expect(text).toContain('Board of Dunes: At anchor; At sea');
    expect(part(await composeDocx(resolved(items)), 'word/document.xml')).not.toContain('>Names<');
  });

  test('the same pack gives the same bytes', async () => {
    const [one, other] = [await composeDocx(fullPack()), await composeDocx(fullPack())];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('an empty pack and one with 300 notes on a paragraph keep everything', async () => {
    expect(part(await composeDocx(resolved([])), 'word/document.xml')).toContain('This pack has no items yet.');
    expect(calls(await composeDocx(hardPack()))).toHaveLength(301);
  });

  test.skipIf(!hasTools)('opens in LibreOffice: every note on a page, and each page with its marking', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-docx-'));
    try {
      const marked = (n: number) => noted(`Paragraph ${n} of the pack.‹${n}›`, { [n]: `Wordofnote${n}.` });
      writeFileSync(path.join(folder, 'pack.docx'), await composeDocx(resolved([passages('Many', [group(Array.from({ length: 60 }, (_, at) => marked(at + 1)))])])));
      execFileSync('/usr/bin/soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'pack.docx')], { stdio: 'ignore' });
      const pdf = path.join(folder, 'pack.pdf');
      expect(readFileSync(pdf).length).toBeGreaterThan(1000);
      const pages = execFileSync('/usr/bin/pdftotext', ['-layout', pdf, '-']).toString().split('\f').slice(0, -1);
      expect(execFileSync('/usr/bin/pdfinfo', [pdf]).toString()).toMatch(new RegExp(`Pages: +${pages.length}\\n`));
      for (const page of pages) {
        expect(page.match(/RESTRICTED/g)!.length).toBeGreaterThanOrEqual(2);
        const called = [...page.matchAll(/Paragraph (\d+) of/g)].map((found) => found[1]);
        expect([...page.matchAll(/Wordofnote(\d+)/g)].map((found) => found[1])).toEqual(called);
      }
      expect(pages.join('').match(/Wordofnote/g)).toHaveLength(60);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
