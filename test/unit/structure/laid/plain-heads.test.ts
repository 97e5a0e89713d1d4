import { expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const TEXT = ['The council of the coast met every spring and asked the pilots', 'what they had seen, and what the winter had done to the lights', 'on the outer skerries, before it spent a single crown.'];
const wide = (top: number) => lines(40, top, TEXT, { right: 350 });
/** Two paragraphs below a line of its own. */
const part = (top: number, head: LaidLine | null) => [...(head ? [head] : []), ...wide(top + 18), ...wide(top + 60)];
const read = (heads: (string | null)[], at: (baseline: number, text: string) => LaidLine = (baseline, text) => line(40, baseline, text)) => {
  const parts = heads.map((text, n) => part(60 + 124 * (n % 4), text === null ? null : at(60 + 124 * (n % 4), text)));
  const made = structureLaid(source([page(1, parts.slice(0, 4).flat()), ...(parts.length > 4 ? [page(2, parts.slice(4).flat())] : [])]), 'Ports', {});
  return made.chapters.flatMap(({ title, sections }) => [title, ...sections.map((section) => section.title)]);
};

test('short lines with white above them are headings, where several of a report are set alike', () => {
  expect(read([null, 'Evidence from the ports', 'Costs and who bore them', 'Closing remarks', 'What comes next'])).toEqual(expect.arrayContaining(['Evidence from the ports', 'Costs and who bore them', 'Closing remarks', 'What comes next']));
  expect(read([null, 'Evidence from the ports', 'Costs and who bore them', 'Closing remarks'], (baseline, text) => line(195 - text.length * 2.5, baseline, text))).toContain('Closing remarks');
  expect(read([null, '1. Mandate', '1.1 Origin', '1.2 Members', '2. Findings'])).toEqual(expect.arrayContaining(['Mandate', 'Findings'].map((title) => expect.stringContaining(title) as string)));
});

test('two of them, names, dates, and what ends a sentence are none', () => {
  for (const heads of [[null, 'Evidence from the ports', 'Closing remarks'], [null, 'Ada Larsen', 'Ivo Brandt', 'Una Field'], [null, '3 May 1909', '4 May 1909', '5 May 1909'], [null, 'So they say.', 'So they do.', 'So it ends.'], [null, 'then they left', 'then they came', 'then it rained']]) expect(read(heads), heads.join()).toEqual(['Ports']);
});

test('lines that stand no further from the paragraph above them are text', () => {
  expect(read([null, 'Evidence from the ports', 'Costs and who bore them', 'Closing remarks'], (baseline, text) => line(40, baseline - 22, text))).toEqual(['Ports']);
});
