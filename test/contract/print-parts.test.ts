import { describe, expect, test } from 'vitest';
import { printFontCss } from '../../build/print-fonts.ts';
import { composeHtml } from '../../db/packs/compose.ts';
import { countPages } from '../../electron/host/count-pages.ts';
import { findBrowser } from '../../electron/host/find-browser.ts';
import { explainedPrint } from '../../electron/host/no-printer.ts';
import { knowsMarginBoxes, marginTemplates } from '../../electron/host/page-margins.ts';
import { resolved } from '../unit/packs/sample.ts';

describe('finding a browser', () => {
  const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...files: string[]) => ({ platform, env, home: '/home/me', isFile: (file: string) => files.includes(file) });

  test.each([
    [machine('linux', { PATH: '/usr/bin:/opt/bin' }, '/opt/bin/chromium'), '/opt/bin/chromium'],
    [machine('linux', { PATH: '/usr/bin' }, '/usr/bin/microsoft-edge', '/usr/bin/google-chrome'), '/usr/bin/google-chrome'],
    [machine('linux', {}, '/snap/bin/chromium'), '/snap/bin/chromium'],
    [machine('linux', { PATH: 'relative:.' }, 'relative/chromium'), null],
    [machine('darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'), '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    [machine('darwin', {}, '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium'), '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
    [machine('win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'), 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    [machine('win32', { 'PROGRAMFILES(X86)': 'C:\\x86' }, 'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe'), 'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe'],
    [machine('linux', { ATTACHE_CHROMIUM: '/my/own', PATH: '/usr/bin' }, '/my/own', '/usr/bin/chromium'), '/my/own'],
    [machine('linux', { ATTACHE_CHROMIUM: '/not/there', PATH: '/usr/bin' }, '/usr/bin/chromium'), null],
    [machine('linux', { PATH: '/usr/bin' }), null],
  ])('case %#', (given, found) => expect(findBrowser(given)).toBe(found));
});

describe('margins for an older Chromium', () => {
  test.each([['Chrome/130.0.6723.58', false], ['HeadlessChrome/131.0.0.0', true], ['156.0.8078.79', true], ['Firefox', false]])('%s', (version, knows) => expect(knowsMarginBoxes(version)).toBe(knows));

  test('carry the marking, the page numbers and the title, escaped as the document has them', () => {
    const { headerTemplate, footerTemplate } = marginTemplates(composeHtml(resolved([], { marking: 'A <b> "C"', title: 'R & D' }), '').html);
    expect(headerTemplate).toContain('>A &lt;b&gt; &quot;C&quot;</div>');
    expect(footerTemplate).toContain('>A &lt;b&gt; &quot;C&quot;</div>');
    expect(footerTemplate).toContain('Pack p. <span class="pageNumber"></span> of <span class="totalPages"></span>');
    expect(footerTemplate).toContain('R &amp; D');
  });
});

test.each([['Invalid printer settings', /not there any more/], ['failed', /does not answer/], ['', /no printer is set up/]])('a print that fails (%s) is said in words, and the pack is safe', (reason, words) => {
  const error = explainedPrint(reason);
  expect(error.code).toBe('no-printer');
  expect(error.message).toMatch(words);
  expect(error.message).toMatch(/The pack is safe.*PDF/);
});

test('where the system knows no printer, that is what is said, whatever the reason', () => {
  expect(explainedPrint('failed', 0).message).toMatch(/no printer is set up on this machine\. The pack is safe\. Set one up/);
  expect(explainedPrint('failed', 2).message).toMatch(/does not answer/);
});

describe('counting the pages of a PDF', () => {
  /** A file with the parts that count: catalogue, page tree, cross-reference table. */
  function pdf(objects: string[], root = 1): Uint8Array {
    let file = '%PDF-1.4\n';
    const offsets = objects.map((object, at) => {
      const offset = file.length;
      file += `${at + 1} 0 obj\n${object}\nendobj\n`;
      return offset;
    });
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = file.length;
    return new TextEncoder().encode(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1} /Root ${root} 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  }

  test('reads the count of the page tree, not one that stands elsewhere', () => {
    expect(countPages(pdf(['<</Type /Catalog /Pages 3 0 R>>', '<</Type /Outlines /Count 99>>', '<</Type /Pages /Count 7 /Kids []>>']))).toBe(7);
    expect(countPages(pdf(['stream 3 0 obj /Pages 1 0 R /Count 5 endstream', '<</Type /Pages /Count 12>>', '<</Type /Catalog /Pages 2 0 R>>'], 3))).toBe(12);
  });

  test('says that it does not know rather than guess', () => {
    expect(countPages(new Uint8Array())).toBeNull();
    expect(countPages(new TextEncoder().encode('%PDF-1.7\n/Type /Pages /Count 3\nstartxref\n9\n%%EOF'))).toBeNull();
    expect(countPages(pdf(['<</Type /Catalog /Pages 9 0 R>>']))).toBeNull();
  });
});

describe('fonts for paper', () => {
  test('are inside the rules, each with the signs that it is for', () => {
    const rules = printFontCss().match(/@font-face\s*\{[^}]*\}/g) ?? [];
    expect(rules).toHaveLength(12);
    for (const rule of rules) {
      expect(rule).toMatch(/src: url\(data:font\/woff2;base64,d09GMg[A-Za-z0-9+/]+=*\) format/);
      expect(rule).toMatch(/unicode-range: U\+/);
    }
    expect(rules.filter((rule) => rule.includes('font-style: italic'))).toHaveLength(4);
    expect(rules.join('')).not.toMatch(/url\((?!data:)/);
  });
});
