import { describe, expect, test } from 'vitest';
import { draftOfFile } from '../../helpers/read-file.ts';

const SAID = 'The channel was dredged in 2004, and the pilots were paid for it\nout of the dues, which the council raised twice.';
const JOINED = SAID.replace('\n', ' ');
const read = async (body: string) => {
  const { report, chapters, passages, footnotes } = await draftOfFile(`<html><head><title>Ports</title></head><body>${body}</body></html>`, 'page.html');
  return { title: report.title, outline: chapters.map(({ title, sections }) => [title, ...sections.map((section) => section.title)]), texts: passages.map(({ text }) => text), notes: footnotes.map(({ text }) => text) };
};

describe('a text that a page keeps as it was typed', () => {
  test('has the paragraphs, headings, lists and notes that its lines say', async () => {
    const { outline, texts, notes } = await read(`<pre>HARBOURS OF THE NORTH\n\n${SAID} [1]\n\n    ${SAID.replace('\n', '\n    ')}\n\nDues\n----\n\n- Keep the channel open.\n- Pay the pilots.\n\nNotes\n\n[1] Annual Report.\n</pre>`);
    expect(outline).toEqual([['Harbours of the north'], ['Dues']]);
    expect(texts).toEqual([JOINED, JOINED, 'Keep the channel open.', 'Pay the pilots.']);
    expect(notes).toEqual(['Annual Report.']);
  });

  test('stands below the headings of its page', async () => {
    expect(await read(`<h1>Ports</h1><h2>One</h2><p>${JOINED}</p><pre>${SAID}\n\nDues\n----\n\n${SAID}</pre><h2>Two</h2><p>Two piers.</p>`)).toEqual({
      title: 'Ports', outline: [['One', 'Dues'], ['Two']], texts: [JOINED, JOINED, JOINED, 'Two piers.'], notes: [],
    });
  });

  test('says who wrote it and when where nothing else stands on its page', async () => {
    const { report, chapters, passages } = await draftOfFile(`<html><body><pre>Harbours of the North\n=====================\n\nBy Ada Larsen\n\n1 May 2023\n\n${SAID}\n</pre></body></html>`, 'page.html');
    expect([report.title, report.date, chapters[0]!.authors, passages.map(({ text }) => text)]).toEqual(['Harbours of the North', '2023-05-01', ['Ada Larsen'], [JOINED]]);
  });

  test('is a line where it has one line, and keeps what stands in its elements', async () => {
    expect((await read('<p>Type:</p><pre>ls  -l</pre><pre>One <b>bold</b><br>word.\n\nTwo <a href="/x">links</a>.</pre>')).texts).toEqual(['Type:', 'ls -l', 'One bold word.', 'Two links.']);
  });
});
