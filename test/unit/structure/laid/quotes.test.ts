import { expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring, and asked the', 'pilots what they had seen, and what the winter had done', 'to the lights on the skerries, before it spent a crown.'];
const QUOTE = ['“Whoever pays for the lights may', 'as well own the ships that they', 'lead home,” wrote its chairman.¹'];
const text = (top: number): LaidLine[] => lines(40, top, TEXT, { right: 330 });
const quote = (top: number, of = QUOTE, more: Partial<LaidLine> = {}): LaidLine[] => of.map((row, at) => line(70, top + at * 11, row, { size: 9, right: 292 - 4 * (at % 2), ...more }));
const read = (...pages: LaidLine[][]) => structureLaid(source(pages.map((on, at) => page(at + 1, on))), 'Ports', {}).passages.map((passage) => [passage.kind, passage.text, passage.footnotes.length]);
const WHOLE = ['paragraph', TEXT.join(' '), 0];
const QUOTED = ['quotation', QUOTE.join(' ').replace('¹', ''), 1];

test('a paragraph that is set in from both sides behind text is a quotation, with the notes that it calls', () => {
  expect(read([...text(60), ...quote(110), ...text(160), line(40, 500, '¹ Minutes of 1909.', { size: 7 })])).toEqual([WHOLE, QUOTED, WHOLE]);
  expect(read([...text(60), ...quote(110, QUOTE, { right: 300 }), ...text(160), line(40, 500, '¹ Minutes of 1909.', { size: 7 })])).toEqual([WHOLE, QUOTED, WHOLE]);
});

test('one that goes on over the end of a page is one quotation, however few of its lines stand on either', () => {
  const foot = line(40, 500, '¹ Minutes of 1909.', { size: 7 });
  for (const at of [1, 2]) expect(read([...text(60), ...quote(110, QUOTE.slice(0, at))], [...quote(60, QUOTE.slice(at)), ...text(120), foot])).toEqual([WHOLE, QUOTED, WHOLE]);
});

test('what is set in below a heading, or from the left only, or as a list’s further paragraph, is none', () => {
  const plain = QUOTE.map((row) => row.replace('¹', ''));
  const kinds = (on: LaidLine[]) => read([...on, ...text(250)]).map(([kind]) => kind);
  expect(kinds([line(40, 60, 'Abstract', { size: 14, bold: true }), ...quote(90, plain), ...text(150)])).not.toContain('quotation');
  expect(kinds([...text(60), ...quote(110, plain, { right: 330 }), ...text(160)])).not.toContain('quotation');
  expect(kinds([...text(60), line(58, 110, '• Whoever pays for the lights', { right: 290 }), line(70, 122, 'may own the ships.'), ...lines(70, 140, plain), ...text(190)])).not.toContain('quotation');
});

test('entries that are numbered are no quotations, though they are set in from both sides', () => {
  for (const sign of ['(a)', '12.', 'b)']) expect(read([...text(60), ...quote(110, [`${sign} Whoever pays for the lights`, 'may as well own the ships that', 'they lead home, in winter too.']), ...text(160)]).map(([kind]) => kind), sign).not.toContain('quotation');
});

test('a sentence that is called out between the lines of a paragraph is a quotation, and no heading; a heading may be a sentence', () => {
  const [first, ...rest] = TEXT;
  const out = (more: Partial<LaidLine>, lefts = [70, 90]) => ['What the winter had done to the', 'lights of the skerries.'].map((row, at) => line(lefts[at]!, 90 + at * 17, row, { size: 14, right: 370 - lefts[at]!, ...more }));
  const after = lines(40, 130, [...rest, ...TEXT, ...TEXT], { right: 330 });
  const kinds = (on: LaidLine[]) => read([line(40, 60, first!, { right: 330 }), ...on, ...after]).map(([kind, words]) => `${kind}: ${String(words).slice(0, 12)}`);
  expect(kinds(out({}))).toEqual(['paragraph: The council ', 'pull-quote: What the win']);
  expect(kinds(out({ italic: true }, [70, 70]))).toContain('pull-quote: What the win');
  expect(kinds(out({ bold: true }))).not.toContain('pull-quote: What the win');
});

test('one that ends in a year is called out too; right below a heading, or first in the report, larger letters open the text', () => {
  const out = (top: number, words: string[]) => words.map((row, at) => line(70, top + at * 17, row, { size: 15, right: 300, italic: true }));
  const year = out(120, ['What the winter had done to the', 'lights of the skerries in 1909.']);
  const opening = ['What the winter had done to the', 'lights of the outer skerries.'];
  const kinds = (...on: LaidLine[]) => read(on).map(([kind, words]) => `${kind}: ${String(words).slice(0, 8)}`);
  expect(kinds(...text(60), ...year, ...text(170))).toContain('pull-quote: What the');
  expect(kinds(line(40, 40, 'Pilots', { size: 18, bold: true }), ...out(70, opening), ...text(170), ...text(220), ...text(270))).toEqual(['paragraph: What the', 'paragraph: The coun', 'paragraph: The coun', 'paragraph: The coun']);
  expect(kinds(...out(70, opening), ...text(170), ...text(220), ...text(270))[0]).toBe('paragraph: What the');
});

test('a question in larger letters is a heading, and so is what begins with words in quotation marks', () => {
  const head = (words: string[], more: Partial<LaidLine>) => words.map((row, at) => line(70 + 20 * at, 120 + at * 17, row, { size: 14, right: 300 - 20 * at, ...more }));
  const titles = (on: LaidLine[]) => structureLaid(source([page(1, [...text(60), ...on, ...text(170), ...text(230)])]), 'Ports', {}).chapters.map(({ title }) => title);
  expect(titles(head(['What has the winter done to all of', 'the lights of the skerries?'], {}))).toContain('What has the winter done to all of the lights of the skerries?');
  expect(titles(head(['“We were late”: what the pilots', 'say of the lights'], {}))).toContain('“We were late”: what the pilots say of the lights');
});

test('a sentence that is called out in the margin is a quotation, and parts no paragraph; a heading there is none', () => {
  const rows = [...TEXT, ...TEXT, ...TEXT].map((row, at) => line(140, 60 + at * 12, row, { right: 410 }));
  const margin = (words: string[]) => words.map((row, at) => line(30, 84 + at * 14, row, { size: 12, right: 110 }));
  const kinds = (words: string[]) => read([...rows, ...margin(words)]).map(([kind]) => kind);
  expect(kinds(['What the winter', 'had done to', 'the lights.'])).toEqual(['paragraph', 'pull-quote']);
  expect(kinds(['What the winter', 'had done'])).not.toContain('pull-quote');
});
