import { describe, expect, test } from 'vitest';
import { plainBoxes } from '../../../db/model/bullets.ts';
import { draftOf } from '../../helpers/drafts.ts';
import { draftOfFile } from '../../helpers/read-file.ts';
import { wordDocument } from '../../fixtures/documents.ts';

const kinds = ({ passages }: ReturnType<typeof draftOf>): [string, string][] => passages.map(({ kind, text }) => [kind, text]);
const TEXT = 'The council is asked to open the basin at night.';

describe('whether a box is ticked is part of the text', () => {
  test('on a page', async () => {
    const page = `<html><body><h1>Notes</h1><p>${TEXT}</p><p><input type="checkbox" checked> Agree</p><ul><li><input type="checkbox" class="task" disabled> Lights tested</li></ul><p>☐ Discuss</p><p>☐ For information ☒ For decision</p><p><input type="checkbox" id="menu" class="toggle">Menu</p></body></html>`;
    expect(kinds(await draftOfFile(page, 'page.html'))).toEqual([
      ['paragraph', TEXT], ['list-item', '☑ Agree'], ['list-item', '☐ Lights tested'], ['list-item', '☐ Discuss'], ['paragraph', '☐ For information ☒ For decision'], ['paragraph', 'Menu'],
    ]);
  });

  test('in Markdown, with the calls behind it', () => {
    const draft = draftOf(`# Notes\n\n- [x] Tariff[^1] published\n- [ ] Lights tested\n\n[^1]: Of May.\n`, 'notes.md');
    expect(kinds(draft)).toEqual([['list-item', '☑ Tariff published'], ['list-item', '☐ Lights tested']]);
    expect(draft.passages[0]!.footnotes).toEqual([{ n: '1', offset: '☑ Tariff'.length }]);
  });

  test('in a typed text', () => {
    expect(kinds(draftOf(`${TEXT}\n☐ Agree\n☑ Discuss\n\n[x] Tariff published\n[ ] Lights tested, and the report sent to\n    the council\n\n☐ For information ☒ For decision\n`))).toEqual([
      ['paragraph', TEXT], ['list-item', '☐ Agree'], ['list-item', '☑ Discuss'], ['list-item', '[x] Tariff published'], ['list-item', '[ ] Lights tested, and the report sent to the council'], ['paragraph', '☐ For information ☒ For decision'],
    ]);
  });

  test('in Word: signs, form fields and fields of content', async () => {
    const sign = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t xml:space="preserve"> Agree</w:t></w:r></w:p>';
    const field = '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> Disagree</w:t></w:r></w:p>';
    const content = '<w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> Discuss</w:t></w:r></w:p>';
    expect(kinds(await draftOfFile(wordDocument(sign + field + content), 'a.docx'))).toEqual([['list-item', '☑ Agree'], ['list-item', '☐ Disagree'], ['list-item', '☑ Discuss']]);
  });

  test('in the fonts of signs', () => {
    expect(plainBoxes('\u{1F5F9} Agree \u{1F78E} Discuss \uf0fd No')).toBe('☑ Agree ☐ Discuss ☒ No');
    expect(plainBoxes('a\uf06fb')).toBe('a\uf06fb');
  });
});
