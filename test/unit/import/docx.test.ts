import { describe, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { wordCall, wordDocument, wordParagraph } from '../../fixtures/documents.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const style = (id: string, name: string, inside = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const STYLES = [
  style('T', 'Title'), style('berschrift1', 'heading 1'), style('Kapitel', 'Kapitel', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), style('Unter', 'Unterkapitel', '<w:basedOn w:val="Kapitel"/>'),
  style('Cap', 'caption'),
].join('');

describe('a Word document', () => {
  test('has headings by style, by inherited outline level, and by its own outline level', async () => {
    const body = wordParagraph('Harbours', { style: 'T' }) + wordParagraph('Ember', { style: 'berschrift1' }) + wordParagraph('One.') + wordParagraph('Money', { style: 'Unter' }) + wordParagraph('Two.')
      + wordParagraph('Holm', { outline: '0' }) + wordParagraph('Three.');
    const { report, chapters, passages } = await draftOfFile(wordDocument(body, { styles: STYLES, core: '<dc:title>Document1</dc:title><dc:creator>Ada Larsen</dc:creator><dc:language>de-DE</dc:language><dcterms:modified>2026-05-01T10:00:00Z</dcterms:modified>' }), 'a.docx');
    expect(report).toMatchObject({ title: 'Harbours', language: 'de-DE', date: '2026-05-01' });
    expect(chapters.map((chapter) => [chapter.title, chapter.authors, chapter.sections.map((section) => section.title)])).toEqual([['Ember', ['Ada Larsen'], ['Money']], ['Holm', ['Ada Larsen'], []]]);
    expect(passages.map((passage) => passage.text)).toEqual(['One.', 'Two.', 'Three.']);
  });

  test('has footnotes and endnotes at their places', async () => {
    const body = wordParagraph('Two piers.', { inside: wordCall(1) + '<w:r><w:t xml:space="preserve"> One light.</w:t></w:r>' + wordCall(1, 'endnote') });
    const { passages, footnotes } = await draftOfFile(wordDocument(body, { footnotes: ['Annual Report.'], endnotes: ['Pilots’ Guild.'] }), 'a.docx');
    expect(passages[0]).toMatchObject({ text: 'Two piers. One light.', footnotes: [{ n: '1', offset: 10 }, { n: '2', offset: 21 }] });
    expect(footnotes.map((note) => note.text)).toEqual(['Annual Report.', 'Pilots’ Guild.']);
  });

  test('made by another program is read as well', async () => {
    const document = new Document({
      title: 'Harbours', footnotes: { 1: { children: [new Paragraph('Annual Report.')] } },
      sections: [{ children: [new Paragraph({ text: 'Ember', heading: HeadingLevel.HEADING_1 }), new Paragraph({ children: [new TextRun('Two '), new TextRun({ text: 'piers.', bold: true }), new FootnoteReferenceRun(1)] })] }],
    });
    const { report, passages } = await draftOfFile(new Uint8Array(await Packer.toBuffer(document)), 'a.docx');
    expect(report.title).toBe('Harbours');
    expect(passages).toMatchObject([{ text: 'Two piers.', footnotes: [{ n: '1', offset: 10 }] }]);
  });

  test('shows markup as the text that it is, and leaves deleted text out', async () => {
    const { passages } = await draftOfFile(wordDocument(wordParagraph('&lt;b&gt;bold&lt;/b&gt;', { inside: '<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>' })), 'a.docx');
    expect(passages.map((passage) => passage.text)).toEqual(['<b>bold</b>']);
  });

  test('entities that grow into each other are refused', async () => {
    const files = unzipSync(wordDocument(wordParagraph('x')));
    files['word/document.xml'] = strToU8(`<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${strFromU8(files['word/document.xml']!)}`);
    await expect(draftOfFile(zipSync(files), 'a.docx')).rejects.toMatchObject({ code: 'file-too-large', message: expect.stringContaining('Nothing was imported') });
  });
});
