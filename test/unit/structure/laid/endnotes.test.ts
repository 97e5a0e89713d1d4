import { expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (n: number): string => [...String(n)].map((figure) => RAISED[Number(figure)]!).join('');
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const title = (baseline: number, text: string, size = 16): LaidLine => line(40, baseline, text, { size, bold: true });
/** A paragraph for each number, which its last word calls. */
const calling = (top: number, numbers: number[]): LaidLine[] => numbers.flatMap((n, at) => lines(40, top + at * 30, [`The pilots of the outer skerries, boat ${['one', 'two', 'three'][n % 3]!}, were asked`, `in spring what they had seen.${raised(n)}`]));
const notes = (top: number, numbers: number[], of: string): LaidLine[] => numbers.map((n, at) => line(40, top + at * 20, `${n}. See the minutes of ${of}, sheet ${n}.`));
const notesOf = ({ footnotes }: ReturnType<typeof structureLaid>): string[] => footnotes.map(({ chapter, n, text }) => `${chapter} ${n}: ${text.slice(4)}`);
const calls = ({ passages }: ReturnType<typeof structureLaid>): string[] => passages.flatMap(({ footnotes }) => footnotes.map(({ n }) => n));

test('endnotes go on over pages, whatever their numbers', () => {
  const made = structureLaid(source([
    page(1, [title(60, 'Harbour law'), ...calling(90, range(1, 14))]), page(2, [title(60, 'Harbour dues'), ...calling(90, range(15, 30))]),
    page(3, [title(60, 'Notes'), ...notes(90, range(1, 20), 'Holm')]), page(4, notes(60, range(21, 30), 'Holm')),
  ]), 'Ports', {});
  expect(notesOf(made)).toEqual([...range(1, 14).map((n) => `harbour-law ${n}: the minutes of Holm, sheet ${n}.`), ...range(15, 30).map((n) => `harbour-dues ${n}: the minutes of Holm, sheet ${n}.`)]);
  expect(calls(made)).toEqual(range(1, 30).map(String));
});

test('endnotes stand below the names of chapters, on a page’s first line too', () => {
  const made = structureLaid(source([
    page(1, [title(60, 'Harbour law'), ...calling(90, [1, 2])]), page(2, [title(60, 'Harbour dues'), ...calling(90, [1, 2, 3])]),
    page(3, [title(60, 'Notes'), title(84, 'Chapter one', 12), ...notes(110, [1, 2], 'Holm')]), page(4, [title(60, 'Chapter two', 12), ...notes(90, [1, 2, 3], 'Skerry')]),
  ]), 'Ports', {});
  expect(notesOf(made)).toEqual([...[1, 2].map((n) => `harbour-law ${n}: the minutes of Holm, sheet ${n}.`), ...[1, 2, 3].map((n) => `harbour-dues ${n}: the minutes of Skerry, sheet ${n}.`)]);
  expect(calls(made)).toEqual(['1', '2', '1', '2', '3']);
  expect(made.chapters.flatMap(({ title: name, sections }) => [name, ...sections.map((section) => section.title)])).toEqual(['Harbour law', 'Harbour dues']);
});

test('endnotes of a chapter are called in it, though one call of a chapter before was lost', () => {
  const chapter = (number: number, name: string, called: number[], of: string) => page(number, [title(60, name), ...calling(90, called), title(300, 'Notes', 12), ...notes(330, [1, 2, 3], of)]);
  const made = structureLaid(source([chapter(1, 'Harbour law', [1, 3], 'Holm'), chapter(2, 'Harbour dues', [1, 2, 3], 'Skerry'), chapter(3, 'Harbour lights', [1, 2, 3], 'Ember')]), 'Ports', {});
  expect(notesOf(made)).toEqual([['harbour-law', 'Holm'], ['harbour-dues', 'Skerry'], ['harbour-lights', 'Ember']].flatMap(([id, of]) => [1, 2, 3].map((n) => `${id} ${n}: the minutes of ${of}, sheet ${n}.`)));
  expect(made.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('note 2 of “Harbour law”')]);
});

test('endnotes lose the arrow that leads back to their call on a web page', () => {
  const made = structureLaid(source([page(1, [title(60, 'Harbour law'), ...calling(90, [1, 2]), title(300, 'Notes', 12), line(40, 330, '1. See the minutes of Holm. ↩'), ...lines(40, 350, ['2. See the minutes of Skerry, sheet 2.', '↩'])])]), 'Ports', {});
  expect(made.footnotes.map(({ text }) => text)).toEqual(['See the minutes of Holm.', 'See the minutes of Skerry, sheet 2.']);
});

test('endnotes in small letters at the foot of the page that their title stands on are endnotes too', () => {
  const small = (numbers: number[], of: string): LaidLine[] => notes(330, numbers, of).map((one) => ({ ...one, size: 8 }));
  const chapter = (number: number, name: string, of: string) => page(number, [title(60, name), ...calling(90, [1, 2]), title(300, 'Notes', 11), ...small([1, 2], of)]);
  const made = structureLaid(source([chapter(1, 'Harbour law', 'Holm'), chapter(2, 'Harbour dues', 'Skerry')]), 'Ports', {});
  expect(made.passages.map(({ text }) => text)).not.toContain('Notes');
  expect(notesOf(made)).toHaveLength(4);
});
