import { describe, expect, test } from 'vitest';
import { draftOf } from '../../helpers/drafts.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const P = '<p>Two piers were built.</p>';
const chapters = async (text: string, name = 'my-file.md') => {
  const { report, chapters: all, passages } = await draftOfFile(text, name);
  return { title: report.title, chapters: all.map(({ id, title, number }) => [...(number === null ? [] : [number]), title, ...passages.filter(({ chapter }) => chapter === id).map((passage) => passage.text)]) };
};
const xhtml = (title: string, body: string) => chapters(`<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>${title}</head><body>${body}</body></html>`, 'my-file.xhtml');
const TWO = [['One', 'Two piers were built.'], ['Two', 'Two piers were built.']];

describe('the chapters of a document have their own names', () => {
  test('below its only main heading, which is its title, whatever the file is called', async () => {
    expect(await chapters('# Ports of the North\n\n## One\n\nText.\n\n## Two\n\nMore.\n')).toEqual({ title: 'Ports of the North', chapters: [['One', 'Text.'], ['Two', 'More.']] });
    expect(await chapters('# Ports of the North\n\n# One\n\nText.\n\n# Two\n\nMore.\n')).toEqual({ title: 'Ports of the North', chapters: [['One', 'Text.'], ['Two', 'More.']] });
    expect((await chapters('# One\n\nText.\n\n# Two\n\nMore.\n')).title).toBe('My file');
    expect(await xhtml('<title>Site – Ports</title>', `<h1>Ports of the North</h1><h2>One</h2>${P}<h2>Two</h2>${P}`)).toEqual({ title: 'Ports of the North', chapters: TWO });
  });

  test('text above the first of them stands under the main heading, or is front matter', async () => {
    expect((await chapters('---\ntitle: Harbours\n---\n\n# Ports\n\nA motto.\n\n## One\n\nText.\n\n## Two\n\nMore.\n')).chapters[0]).toEqual(['Ports', 'A motto.']);
    expect(await xhtml('<title>Ports</title>', `<div><p class="title">Ports of the North</p><p>Ada Larsen</p></div><h1>One</h1>${P}<h1>Two</h1>${P}`))
      .toEqual({ title: 'Ports of the North', chapters: [['Front matter', 'Ada Larsen'], ...TWO] });
  });

  test('a number by itself goes with the title below it', async () => {
    expect((await xhtml('<title>Ports</title>', `<h1>Chapter 1</h1><h2>One</h2>${P}<h1>Chapter 2</h1><h2>Two</h2>${P}`)).chapters).toEqual([[1, ...TWO[0]!], [2, ...TWO[1]!]]);
    expect((await xhtml('<title>Ports</title>', `<h1>Chapter 1</h1><h2>a</h2>${P}<h2>b</h2>${P}<h1>Chapter 2</h1>${P}`)).chapters.map(([title]) => title)).toEqual(['Chapter 1', 'Chapter 2']);
  });

  test('though elements of its XHTML close themselves, and its title says nothing', async () => {
    expect(await xhtml('<script src="a.js"/><title/>', `<h1><a id="a"/>One</h1>${P}<div/><h1>Two</h1>${P}`)).toEqual({ title: 'My file', chapters: TWO });
    expect((await xhtml('<title>Untitled document</title>', `<h2>One</h2>${P}<h2>Two</h2>${P}`)).title).toBe('My file');
  });
});

describe('a table of contents in the text is no part of it', () => {
  const links = '<ul><li><a href="#a">One</a><ul><li><a href="#c">Inner</a></li></ul></li><li><a href="#b">Two</a></li></ul>';
  const body = `<h1 id="a">One</h1><h2 id="c">Inner</h2>${P}<h1 id="b">Two</h1>${P}`;

  test.each([
    ['links below a title', `<h1>Contents</h1>${links}${body}`],
    ['links in the order of the text, without a title', `${links}${body}`],
    ['lines with leaders, in German', `<h1>Inhaltsverzeichnis</h1><p>1. One ........ 3</p><p>1.1 Inner ....... 3</p><p>2. Two ........ iv</p><h2>Abbildungsverzeichnis</h2><p>Abbildung 1: Piers ..... 5</p>${body}`],
    ['a part of the page that says so', `<h1>Contents</h1><div class="toc"><a>One<span></span>3</a><a>Two<span></span>7</a></div>${body}`],
    ['a table', `<h1>Sommaire</h1><table><tr><th>One</th><td>3</td></tr><tr><th>Two</th><td>12</td></tr></table>${body}`],
    ['a title whose list was left out already', `<h1>目次</h1><nav>${links}</nav>${body}`],
  ])('%s', async (_name, html) => {
    expect((await xhtml('<title>Ports</title>', html)).chapters).toEqual(TWO);
  });

  test('in Markdown too', async () => {
    expect((await chapters('# Ports\n\n## Table of Contents\n\n- [One](#one)\n  - [Inner](#inner)\n- [Two](#two)\n\n## One\n\n### Inner\n\nText.\n\n## Two\n\nMore.\n')).chapters).toEqual([['One', 'Text.'], ['Two', 'More.']]);
  });

  test('but a chapter of that name, and a list of a chapter’s own parts, are', async () => {
    const inhalt = `<h1>Inhalt</h1><p>Der Vertrag regelt die Häfen.</p><h2>Ziele</h2>${P}<h1>Two</h1>${P}`;
    expect((await xhtml('<title>Ports</title>', inhalt)).chapters[0]).toEqual(['Inhalt', 'Der Vertrag regelt die Häfen.', 'Two piers were built.']);
    const parts = ['a', 'b', 'c', 'd', 'e', 'f'].map((part) => `<h2>${part} part</h2>${P}`);
    const own = `<h1>One</h1><ul><li>a part</li><li>b part</li><li>c part</li></ul>${parts.slice(0, 3).join('')}<h1>Two</h1>${parts.slice(3).join('')}`;
    expect((await xhtml('<title>Ports</title>', own)).chapters[0]!.slice(0, 4)).toEqual(['One', 'a part', 'b part', 'c part']);
  });
});

describe('who wrote a document, and when, is no text of it', () => {
  const front = async (body: string, head = '') => {
    const { report, chapters: all, passages } = await draftOfFile(`<html><head>${head}</head><body>${body}<h2>One</h2>${P}<h2>Two</h2>${P}</body></html>`, 'page.html');
    return { date: report.date, authors: all[0]!.authors, texts: passages.slice(0, -2).map((passage) => passage.text) };
  };
  test.each([
    ['by names', '<h1>Ports</h1><p>By Ada Larsen and Bo Castell</p>', null],
    ['by three of them, and a date', '<h1>Ports</h1><p>by Ada Larsen, Bo Castell and Chi Do</p><p>1 May 2023</p>', '2023-05-01', ['Ada Larsen', 'Bo Castell', 'Chi Do']],
    ['in one line', '<h1>Ports</h1><div>Ada Larsen, Bo Castell | May 1, 2023 | 12 min read</div>', '2023-05-01'],
    ['below a subtitle', '<h1>Ports</h1><p>A review of ten years</p><p>Ada Larsen &amp; Bo Castell</p><p>Published on 1 May 2023</p>', '2023-05-01'],
    ['behind the date', '<h1>Ports</h1><div>Posted on May 1, 2023 by Ada Larsen and Bo Castell</div>', '2023-05-01'],
    ['below a subtitle that is a heading', '<h1>Ports</h1><h3>A short review</h3><p>By Ada Larsen and Bo Castell</p>', null],
    ['of whom one line names but one', '<h1>Ports</h1><p>Bo Castell</p>', null, undefined, '<meta name="author" content="Ada Larsen"><meta name="author" content="Bo Castell">'],
    ['names that the page’s head says, of which it makes one', '<h1>Ports</h1><p>Ada Larsen</p><p>Bo Castell</p>', null, undefined, '<meta name="author" content="Ada Larsen and Bo Castell">'],
    ['rather than what a program wrote there', '<h1>Ports</h1><p>By Ada Larsen and Bo Castell, May 2023</p>', '2023-05', undefined, '<meta name="author" content="admin">'],
  ])('%s', async (_name, body, date, authors = ['Ada Larsen', 'Bo Castell'], head = '') => {
    expect(await front(body, head)).toEqual({ date, authors, texts: body.includes('<p>A review') ? ['A review of ten years'] : [] });
  });

  test.each([
    ['a place before the date', '<h1>Ports</h1><p>Port Vellan, 14 March 2024</p>', '2024-03-14', [], ['Port Vellan, 14 March 2024']],
    ['a line for the press', '<p>FOR IMMEDIATE RELEASE</p><p>March 14, 2024</p><h1>Ports</h1>', '2024-03-14', [], ['FOR IMMEDIATE RELEASE', 'March 14, 2024']],
    ['signs above the title', '<p>報道発表</p><p>令和6年3月14日</p><h1>水先</h1>', '2024-03-14', [], ['報道発表', '令和6年3月14日']],
    ['fields', '<h1>Ports</h1><p>Prepared by: Ada Larsen</p><p>Date: 14 March 2024</p>', '2024-03-14', ['Ada Larsen'], ['Prepared by: Ada Larsen', 'Date: 14 March 2024']],
  ])('what only tells more of it stays in the text: %s', async (_name, body, date, authors, texts) => {
    expect(await front(body)).toEqual({ date, authors, texts });
  });

  test('a memorandum is called after its subject', async () => {
    const { report, passages } = await draftOfFile(`<html><head><title></title></head><body><h1>MEMORANDUM</h1><p>To: The Council</p><p>Subject: Night pilotage</p>${P}</body></html>`, 'page.html');
    expect([report.title, passages.map(({ text }) => text)]).toEqual(['Night pilotage', ['To: The Council', 'Subject: Night pilotage', 'Two piers were built.']]);
  });

  test('a chapter has its own authors', async () => {
    const { chapters: all, passages } = await draftOfFile(`<html><head><meta name="author" content="Ed Itor"></head><body><h1>One</h1><p>By Ada Larsen</p>${P}<h1>Two</h1>${P}</body></html>`, 'page.html');
    expect(all.map((chapter) => chapter.authors)).toEqual([['Ada Larsen'], ['Ed Itor']]);
    expect(passages).toHaveLength(2);
  });

  test.each(['<p>By Sea and Land</p>', '<p>By 1990 all was lost</p>', '<p>Ember Quay</p>', '<p>By Ada Larsen, Senior Fellow</p>', `${P}<p>By Ada Larsen</p>`.replace('Two', 'In the year of the great storm, '.repeat(20))])('other lines stay: %s', async (body) => {
    expect((await front(`<h1>Ports</h1>${body}`)).texts).toHaveLength(body.split('<p>').length - 1);
  });
});

test('a note that a heading calls is its chapter’s, and is called where the text begins', () => {
  const draft = draftOf('# Overview[^1]\n\nThe port is open.[^2]\n\n# Costs[^x]\n\nAll was paid.\n\n[^1]: First version.\n[^2]: Audit.\n[^x]: In crowns.\n[^z]: Nobody calls this.\n', 'a.md');
  expect(draft.footnotes.map(({ chapter, n, text }) => [chapter, n, text])).toEqual([['overview', '1', 'First version.'], ['overview', '2', 'Audit.'], ['costs', '1', 'In crowns.'], ['costs', '2', 'Nobody calls this.']]);
  expect(draft.passages.map(({ footnotes }) => footnotes)).toEqual([[{ n: '1', offset: 0 }, { n: '2', offset: 17 }], [{ n: '1', offset: 0 }]]);
  expect(draft.warnings.map(({ message }) => message)).toEqual(['The place that calls note “Nobody calls this.” was not found.']);
});
