import { describe, expect, test } from 'vitest';
import { book, pngOf } from '../../fixtures/documents.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const NAV = `<nav epub:type="toc"><ol><li><a href="one.xhtml">Ember</a><ol><li><a href="one.xhtml#m">Money</a></li></ol></li><li><a href="two.xhtml">Holm</a></li></ol></nav>
  <nav epub:type="page-list"><ol><li><a href="one.xhtml#p17">17</a></li><li><a href="two.xhtml#p18">18</a></li></ol></nav>`;
const ONE = '<h2>Ember</h2><p id="p17">Two piers.<a epub:type="noteref" href="notes.xhtml#n1">1</a></p><h4 id="m">Money</h4><p>One loan.</p>';
const TWO = '<p>Deep water<span id="p18"/> runs here.<sup><a href="#f">*</a></sup></p><aside epub:type="footnote" id="f"><p>* Pilots’ Guild.</p></aside>';
const NOTES = '<section epub:type="endnotes"><h2>Notes</h2><p id="n1"><a href="one.xhtml#p17">1</a>. Annual Report.</p></section>';

describe('an EPUB', () => {
  test('has chapters as its contents name them, notes in other files, printed pages', async () => {
    const { report, chapters, passages, footnotes } = await draftOfFile(book({ 'one.xhtml': ONE, 'two.xhtml': TWO, 'notes.xhtml': NOTES }, {
      nav: NAV, metadata: '<dc:title>Harbours</dc:title><dc:creator>Ada Larsen</dc:creator><dc:language>en_GB</dc:language><dc:date>2021-05-02T00:00:00Z</dc:date>',
    }), 'a.epub');
    expect(report).toMatchObject({ title: 'Harbours', language: 'en-GB', date: '2021-05-02' });
    expect(chapters.map((chapter) => [chapter.title, chapter.sections.map((section) => section.title), chapter.pages])).toEqual([['Ember', ['Money'], { from: '17', to: '17' }], ['Holm', [], { from: '17', to: '18' }]]);
    expect(passages.map((passage) => [passage.text, passage.pages.from, passage.pages.to, passage.footnotes])).toEqual([
      ['Two piers.', '17', '17', [{ n: '1', offset: 10 }]], ['One loan.', '17', '17', []], ['Deep water runs here.', '17', '18', [{ n: '1', offset: 21 }]],
    ]);
    expect(footnotes.map((note) => [note.chapter, note.text])).toEqual([['ember', 'Annual Report.'], ['holm', 'Pilots’ Guild.']]);
  });

  test('of the older kind has its contents in another form, and page breaks in the text', async () => {
    const { chapters, passages } = await draftOfFile(book({ 'one.xhtml': '<h1>Ember</h1><span epub:type="pagebreak" title="v"/><p>Text&nbsp;one.</p>', 'two.xhtml': '<p>Holm</p><p>Text two.</p>' }, {
      ncx: '<navMap><navPoint><navLabel><text>Ember</text></navLabel><content src="one.xhtml"/></navPoint><navPoint><navLabel><text>Holm</text></navLabel><content src="two.xhtml"/></navPoint></navMap>',
    }), 'a.epub');
    expect(chapters.map((chapter) => chapter.title)).toEqual(['Ember', 'Holm']);
    expect(passages.map((passage) => [passage.text, passage.pages.from])).toEqual([['Text one.', 'v'], ['Text two.', 'v']]);
  });

  test('has the headings that its styles are called by', async () => {
    const chapter = (n: number, title: string, section: string, one: string, two: string) => `<p class="chapter-number">${n}</p><p class="${one}">${title}</p><p class="body">Two piers were built.</p><p class="${two}">${section}</p><p class="body">One loan.</p>`;
    const titles = async (one: string, two: string) => (await draftOfFile(book({ 'one.xhtml': chapter(1, 'Ember', 'Money', one, two), 'two.xhtml': chapter(2, 'Holm', 'Pilots', one, two) }), 'a.epub')).chapters.map(({ title, sections }) => [title, sections.map((section) => [section.title, section.level])]);
    const all = [['1. Ember', [['Money', 1]]], ['2. Holm', [['Pilots', 1]]]];
    for (const [one, two] of [['chapter-title', 'h2'], ['chapter-title', 'h1'], ['ChapTitle', 'section-title'], ['CT x chapter_heading', 'Sub-Heading']]) expect(await titles(one!, two!)).toEqual(all);
    expect((await titles('Heading-1', 'sect2')).at(-1)).toEqual(['2. Holm', [['Pilots', 1]]]);
  });

  test('has sections below its chapters, though they are marked as high; a chapter’s number stands in its title', async () => {
    const one = (n: number, title: string) => `<div><p class="chapter-number">${n}</p><h1>${title}</h1></div><p>Two piers.</p><h1>Money ${n}</h1><p>One loan.</p><h2>Crowns ${n}</h2><p>Forty.</p>`;
    const { chapters } = await draftOfFile(book({ 'one.xhtml': one(1, 'Ember'), 'two.xhtml': one(2, 'Holm') }, { nav: '<nav epub:type="toc"><ol><li><a href="one.xhtml">Ember</a></li><li><a href="two.xhtml">Holm</a></li></ol></nav>' }), 'a.epub');
    expect(chapters.map(({ title, sections }) => [title, sections.map((section) => [section.title, section.level])])).toEqual([['1. Ember', [['Money 1', 1], ['Crowns 1', 2]]], ['2. Holm', [['Money 2', 1], ['Crowns 2', 2]]]]);
  });

  test('keeps its pictures, from wherever in the book they lie', async () => {
    const { pictures, passages } = await draftOfFile(book({ 'text/one.xhtml': '<h1>Ember</h1><p>Text.</p><figure><img src="../img/pier.png" alt=""/><figcaption>The pier</figcaption></figure>' }, { more: { 'book/img/pier.png': pngOf(300, 200) } }), 'a.epub');
    expect(pictures).toMatchObject([{ width: 300, height: 200, passage: passages[1]!.id }]);
    expect(passages[1]).toMatchObject({ kind: 'caption', text: 'The pier' });
  });

  test('that its shop has locked is refused with a sentence; hidden fonts lock nothing', async () => {
    const encryption = (algorithm: string, file: string): Record<string, string> => ({
      'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${file}"/></enc:CipherData></enc:EncryptedData></encryption>`,
    });
    const one = { 'one.xhtml': '<p>Text.</p>' };
    await expect(draftOfFile(book(one, { more: encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'book/one.xhtml') }), 'a.epub')).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringContaining('DRM') });
    expect((await draftOfFile(book(one, { more: encryption('http://www.idpf.org/2008/embedding', 'book/a.otf') }), 'a.epub')).passages).toHaveLength(1);
  });

  test('whose document is missing is refused as damaged', async () => {
    const bytes = book({ 'one.xhtml': '<p>Text.</p>' });
    await expect(draftOfFile(bytes.subarray(0, bytes.length - 80), 'a.epub')).rejects.toMatchObject({ code: 'file-not-text', message: expect.stringContaining('damaged') });
  });
});
