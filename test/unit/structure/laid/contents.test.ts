import { expect, test } from 'vitest';
import type { LaidLine, LaidPage, LaidSource } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';

const line = (left: number, baseline: number, text: string, more: Partial<LaidLine> = {}): LaidLine => {
  const size = more.size ?? 10;
  return { text, left, right: left + text.length * size * 0.5, top: baseline - size * 0.8, bottom: baseline + size * 0.2, baseline, size, bold: false, italic: false, artifact: false, ...more };
};
const page = (number: number, lines: LaidLine[]): LaidPage => ({ width: 420, height: 595, number, label: null, lines, rules: [], drawings: [], pictures: [], links: [] });
const BODY = ['The council of the coast met every spring and', 'asked the pilots what they had seen, and what', 'the winter had done to the lights on the outer', 'skerries, before it spent a single crown.'];
const text = (top: number): LaidLine[] => BODY.map((words, at) => line(40, top + at * 12, words));
const TITLES = ['Background', 'What the pilots saw', 'The lights', 'The outer skerries', 'What it cost', 'Outlook'];
const chapters = (from: number): LaidPage[] => TITLES.map((title, at) => page(from + at, [line(40, 60, title, { size: 16, bold: true }), ...text(90)]));
const read = (...contents: LaidLine[][]) => {
  const source: LaidSource = { kind: 'laid-out', meta: {}, pages: [...contents.map((lines, at) => page(at + 1, lines)), ...chapters(contents.length + 1)], outline: [], pictures: [], warnings: [] };
  const made = structureLaid(source, 'Ports', {});
  return [made.chapters.map(({ title }) => title), made.passages.map((passage) => passage.text)];
};
const PLAIN = [TITLES, TITLES.map(() => BODY.join(' '))];
const entries = (of: (title: string, at: number) => LaidLine[], titles = TITLES, top = 100): LaidLine[] => titles.flatMap((title, at) => of(title, at).map((one) => line(one.left, top + at * 14, one.text, one.bold ? { bold: true } : {})));
const title = (words: string): LaidLine => line(40, 60, words, { size: 16, bold: true });

test.each([
  ['leaders', [title('Contents'), ...entries((words, at) => [line(40, 0, `${words} ......................... ${at + 3}`)])]],
  ['leaders as a piece of their own', [title('Inhaltsverzeichnis'), ...entries((words, at) => [line(40, 0, words), line(160, 0, '. . . . . . . . . . .'), line(360, 0, String(at + 3))])]],
  ['numbers behind a gap', [title('Table des matières'), ...entries((words, at) => [line(40, 0, words), line(360, 0, String(at + 3))])]],
  ['entries in bold, their numbers right behind them', [title('C O N T E N T S'), ...entries((words, at) => [line(40, 0, `${words} ${['iii', 'v', '3', '9', '12', '20'][at]!}`, { bold: true })])]],
  ['a title that is set as the text is', [line(40, 60, '目次'), ...entries((words, at) => [line(40, 0, `${words}・・・・・・・・${at + 3}`)])]],
  ['no title', entries((words, at) => [line(40, 0, words), line(360, 0, String(at + 3))])],
])('a contents page is no chapter and no passage: %s', (_name, lines) => {
  expect(read(lines)).toEqual(PLAIN);
});

test('nor is its second page, or the list of tables below it', () => {
  const entry = (words: string, at: number): LaidLine[] => [line(40, 0, `${words} ......................... ${at + 3}`)];
  const more = [...entries((words, at) => entry(words, at + 3), TITLES.slice(3), 60), line(40, 130, 'List of Tables', { size: 14, bold: true }), ...entries((words) => [line(40, 0, `Table 1: ${words} .... 7`)], TITLES.slice(0, 2), 150)];
  expect(read([title('Contents'), ...entries(entry, TITLES.slice(0, 3), 450)], more)).toEqual(PLAIN);
});

test('what stands below it on its page is text', () => {
  const [titles, passages] = read([title('Contents'), ...entries((words, at) => [line(40, 0, `${words} ........ ${at + 3}`)]), line(40, 240, 'Foreword', { size: 16, bold: true }), ...text(270)]);
  expect(titles).toEqual(['Foreword', ...TITLES]);
  expect(passages).toHaveLength(7);
});

test('a chapter of that name, and a table of numbers, stay', () => {
  const table = [['Holm', '12'], ['Skerry', '17'], ['Ember', '40'], ['Norland', '41'], ['Inner Holm', '44']].flatMap(([port, berths], at) => [line(40, 200 + at * 14, port!), line(300, 200 + at * 14, berths!)]);
  const [titles, passages] = read([title('Inhalt'), ...text(90), ...table]);
  expect(titles).toEqual(['Inhalt', ...TITLES]);
  expect(passages![1]).toBe('Holm | 12\nSkerry | 17\nEmber | 40\nNorland | 41\nInner Holm | 44');
});

test('a table whose names stand again in later ones is no contents page', () => {
  const ports = ['Holm', 'Skerry', 'Ember', 'Norland', 'Inner Holm'];
  const table = (from: number): LaidLine[] => ports.flatMap((port, at) => [line(40, 200 + at * 14, port), line(200, 200 + at * 14, `in 19${from + at}`), line(300, 200 + at * 14, String(from + at))]);
  const [, passages] = read(table(12), table(40));
  expect(passages!.slice(0, 2).map((passage) => passage.split('\n').length)).toEqual([5, 5]);
});
