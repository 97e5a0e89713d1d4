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

  test('has raised and lowered figures, however they were raised; a slight shift is none', async () => {
    const run = (text: string, look: string): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
    const was = '<w:rPrChange w:id="1"><w:rPr><w:position w:val="9"/></w:rPr></w:rPrChange>';
    const inside = run('1', '<w:position w:val="8"/><w:sz w:val="19"/>') + run(' crowns, CO', '') + run('2', `<w:position w:val="-6"/>${was}`) + run(', 10', '') + run('6', '<w:vertAlign w:val="superscript"/>') + run(', 7', '<w:position w:val="2"/>') + run('8', was);
    const { passages } = await draftOfFile(wordDocument(wordParagraph('Dues: 40', { inside })), 'a.docx');
    expect(passages.map((passage) => passage.text)).toEqual(['Dues: 40¹ crowns, CO₂, 10⁶, 78']);
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

  test.each([
    ['a simple field', '<w:fldSimple w:instr=" SEQ Table "><w:r><w:t>12</w:t></w:r></w:fldSimple>', '12'],
    ['a direction of its own', '<w:bdo w:val="rtl"><w:r><w:t>12</w:t></w:r></w:bdo><w:dir w:val="ltr"><w:r><w:t>a</w:t></w:r></w:dir>', '12a'],
    ['ruby', '<w:r><w:ruby><w:rt><w:r><w:t>minato</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r>', '港'],
    ['a formula', '<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>a &lt; b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>', 'a < b/2'],
  ])('keeps the words of %s', async (_name, inside, words) => {
    const document = strFromU8(unzipSync(wordDocument(wordParagraph('Before ', { inside: `${inside}<w:r><w:t xml:space="preserve"> behind.</w:t></w:r>` })))['word/document.xml']!);
    const files = unzipSync(wordDocument(wordParagraph('x')));
    const declared = document.replace('<w:document ', '<w:document xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ');
    const { passages } = await draftOfFile(zipSync({ ...files, 'word/document.xml': strToU8(declared) }), 'a.docx');
    expect(passages.map(({ text }) => text)).toEqual([`Before ${words} behind.`]);
  });

  test('keeps the words of a text box that has no form for older programs', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${wordParagraph('In a box.')}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
    const document = strFromU8(unzipSync(wordDocument(wordParagraph('Before.', { inside: box })))['word/document.xml']!).replace('<w:document ', '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ');
    const { passages } = await draftOfFile(zipSync({ ...unzipSync(wordDocument(wordParagraph('x'))), 'word/document.xml': strToU8(document) }), 'a.docx');
    expect(passages.map(({ text }) => text)).toEqual(['Before.', 'In a box.']);
  });

  test('shows markup as the text that it is, and leaves deleted text out', async () => {
    const { passages } = await draftOfFile(wordDocument(wordParagraph('&lt;b&gt;bold&lt;/b&gt;', { inside: '<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>' })), 'a.docx');
    expect(passages.map((passage) => passage.text)).toEqual(['<b>bold</b>']);
  });

  const run = (text: string, looks: string): string => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const line = (inside: string, style = ''): string => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`;

  test('has quotations by the names that Word and LibreOffice give to their styles', async () => {
    const body = line(run('Ember has two piers.', '')) + line(run('A pier is a promise.', ''), 'Q') + line(run('A light is a debt.', ''), 'L');
    expect((await draftOfFile(wordDocument(body, { styles: style('Q', 'Quote') + style('L', 'Quotations') }), 'a.docx')).passages.map(({ kind }) => kind)).toEqual(['paragraph', 'quotation', 'quotation']);
  });

  test('does not show what is hidden, by itself or by its style; what was hidden once is shown', async () => {
    const hidden = '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = line(run('Two ', '') + run('secret ', '<w:b/><w:vanish/>') + run('remarks ', '<w:rStyle w:val="Hid"/>') + run('piers.', '<w:vanish w:val="0"/>') + run(' Open.', '<w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')) + line(run('All of it.', '<w:vanish/>'));
    expect((await draftOfFile(wordDocument(body, { styles: hidden }), 'a.docx')).passages.map((passage) => passage.text)).toEqual(['Two piers. Open.']);
  });

  test('has the headings that its author set by hand: larger ones above others, capitals above bold ones', async () => {
    const text = line(run('Norland opened its four harbours to foreign pilots in the year after the great storm, when no crew of its own could reach the skerries.', '<w:sz w:val="22"/>'));
    const levels = async (one: string, two: string, first = 'Ember', looks = one) => {
      const part = (title: string, section: string): string => line(run(title, looks)) + text + line(run(section, two)) + text + text;
      return (await draftOfFile(wordDocument(part(first, 'Money') + part(first === 'Ember' ? 'Holm' : 'HOLM PIER', 'Pilots') + wordParagraph('End.', { style: 'L' }), { styles: '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/></w:style>' }), 'a.docx')).chapters.map(({ title, sections }) => [title, sections.map((section) => section.title)]);
    };
    expect(await levels('<w:b/><w:sz w:val="32"/>', '<w:b/><w:sz w:val="24"/>')).toEqual([['Ember', ['Money']], ['Holm', ['Pilots']]]);
    expect(await levels('<w:sz w:val="36"/>', '<w:b/><w:sz w:val="22"/>')).toEqual([['Ember', ['Money']], ['Holm', ['Pilots']]]);
    expect(await levels('<w:b/><w:sz w:val="22"/>', '<w:b/><w:sz w:val="22"/>', 'EMBER QUAY')).toEqual([['EMBER QUAY', ['Money']], ['HOLM PIER', ['Pilots']]]);
  });

  test('has the notes that links lead to, and the items of lists by their style', async () => {
    const place = (name: string): string => `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
    const link = (to: string, text: string, inside = ''): string => `<w:hyperlink w:anchor="${to}">${inside}<w:r><w:t>${text}</w:t></w:r></w:hyperlink>`;
    const body = line(run('Two piers.', '') + link('n1', '1', place('r1')) + run(' One light.', '')) + line(run('A yard.', ''), 'L') + line(place('n1') + run('Annual Report. ', '') + link('r1', '↩'));
    const { passages, footnotes } = await draftOfFile(wordDocument(body, { styles: style('L', 'List Number') }), 'a.docx');
    expect(passages.map(({ kind, text, footnotes: calls }) => [kind, text, calls])).toEqual([['paragraph', 'Two piers. One light.', [{ n: '1', offset: 10 }]], ['list-item', 'A yard.', []]]);
    expect(footnotes.map((note) => note.text)).toEqual(['Annual Report.']);
  });

  test('entities that grow into each other are refused', async () => {
    const files = unzipSync(wordDocument(wordParagraph('x')));
    files['word/document.xml'] = strToU8(`<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${strFromU8(files['word/document.xml']!)}`);
    await expect(draftOfFile(zipSync(files), 'a.docx')).rejects.toMatchObject({ code: 'file-too-large', message: expect.stringContaining('Nothing was imported') });
  });
});
