import { expect, test } from 'vitest';
import { keepWords } from '../../../db/import/docx/text.ts';

const MANY = 20_000;

test('words in fields, ruby, formulas and text boxes stand where they stood', () => {
  expect(keepWords('<w:p><w:fldSimple w:instr="SEQ"><w:r>1</w:r></w:fldSimple></w:p>')).toBe('<w:p><w:r>1</w:r></w:p>');
  expect(keepWords('<w:ruby><w:rt><w:r>kō</w:r></w:rt><w:rubyBase><w:r>港</w:r></w:rubyBase></w:ruby>')).toBe('<w:r>港</w:r>');
  expect(keepWords('<m:oMath><m:num>a</m:num><m:den>b</m:den></m:oMath>')).toBe('<w:r><w:t xml:space="preserve">a/b</w:t></w:r>');
  const box = '<w:txbxContent><w:p/></w:txbxContent>';
  expect(keepWords(`<mc:AlternateContent><mc:Choice>${box}</mc:Choice></mc:AlternateContent>`)).toBe(`<w:pict>${box}</w:pict>`);
  const twoForms = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
  expect(keepWords(twoForms)).toBe(twoForms);
});

test.each(['<w:ruby>', '<w:ruby><w:rubyBase>', '<m:oMath>', '<m:oMath ', '<w:dir ', '<mc:AlternateContent>', '<mc:AlternateContent><w:txbxContent>'])('%s many times, and never closed, is left as it is', (open) => {
  expect(keepWords(open.repeat(MANY))).toBe(open.repeat(MANY));
});

test('a text box that is opened, and not closed, is no reason to fail', () => {
  const broken = '<mc:AlternateContent><w:txbxContent></mc:AlternateContent>';
  expect(keepWords(broken)).toBe(broken);
});
