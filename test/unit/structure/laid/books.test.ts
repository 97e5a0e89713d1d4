import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const BODY = ['The council of the coast met every spring and', 'asked the pilots what they had seen, and what', 'the winter had done to the lights.'];

test('running heads that change from section to section are known by the number of the page beside them', () => {
  const heads = ['Law', '1.1. THE FIRST WINTER', 'Law', '1.2. WHAT IT COST', 'Dues', '2.1. AFTER THE STORM'];
  const pages = heads.map((head, at) => page(at + 1, [line(40, 40, head), line(300, 40, String(at + 1)), ...lines(40, 80, BODY), ...lines(40, 130, BODY)]));
  expect(structureLaid(source(pages), 'Ports', {}).passages.map(({ text }) => text)).toEqual(Array.from({ length: 12 }, () => BODY.join(' ')));
});

test('a heading, or a line of text, beside the number of a page in the margin is no running head', () => {
  const pages = ['Law', 'Dues', 'Lights', 'Pilots', 'Ice'].map((head, at) => page(at + 1, [line(20, 60, String(at + 1)), line(60, 60, head, { bold: true }), ...lines(60, 78, BODY), line(60, 130, `The year was 190${at}.`)]));
  expect(structureLaid(source(pages), 'Ports', {}).chapters.map(({ title }) => title)).toEqual(['Law', 'Dues', 'Lights', 'Pilots', 'Ice']);
});

test('the label above a chapter’s title belongs to it, though it is set smaller', () => {
  const pages = ['Law', 'Dues'].flatMap((title, at) => [page(2 * at + 1, [line(40, 60, `Chapter ${at + 1}`, { size: 16, bold: true }), line(40, 100, title, { size: 20, bold: true }), ...lines(40, 140, BODY)]), page(2 * at + 2, [line(40, 60, `${at + 1}.1 What it cost`, { size: 13, bold: true }), ...lines(40, 90, BODY)])]);
  const made = structureLaid(source(pages), 'Ports', {});
  expect(made.chapters.map(({ title, number, sections }) => [title, number, sections.map((section) => [section.title, section.level])])).toEqual([['Law', 1, [['1.1 What it cost', 1]]], ['Dues', 2, [['2.1 What it cost', 1]]]]);
});

test('chapters may be numbered in words, which are nobody’s name; the title of a part, alone on its page, is kept', () => {
  const chapter = (n: number, label: string, title: string) => page(n, [line(40, 60, label, { size: 13 }), line(40, 90, title, { size: 20, bold: true }), ...lines(40, 140, BODY)]);
  const made = structureLaid(source([page(1, [line(40, 60, 'Part One', { size: 26 }), line(40, 120, 'The Outer Coast', { size: 24 })]), chapter(2, 'Chapter One', 'Law'), chapter(3, 'Chapter Two', 'Dues')]), 'Ports', {});
  expect(made.chapters.map(({ title, number, authors }) => [title, number, authors])).toEqual([['Law', 1, []], ['Dues', 2, []]]);
  expect(made.passages.map(({ text }) => text).join(' ')).toContain('The Outer Coast');
});
