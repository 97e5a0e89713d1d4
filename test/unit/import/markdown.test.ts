import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../db/import/markdown/read-markdown.ts';
import { draftOf } from '../../helpers/drafts.ts';

const FILE = `---
title: Harbours of the Amber Coast
publisher: Desk notes
date: 2026-05-01
language: en
author: Ada Larsen
---

# Ember

Ember has two piers.[^a] The second was paid for by Norland. {country: vietnam; domain: economy, security}

## Money

- One loan of 40 million crowns.
- A grant for pilots.[^b]

{limitation: slow-decisions}

> A pier is a promise.

| Port | Crowns |
| --- | --- |
| Ember | 40 |

# Holm

<script>alert(1)</script>

Deep water.[^a]

[^a]: Ministry of Harbours, Annual Report 2019.
[^b]: Ibid.
`;

describe('Markdown with front matter', () => {
  const draft = draftOf(FILE, 'notes.md');

  test('takes title, publisher, date and author from the front matter', () => {
    expect(draft.report).toMatchObject({ title: 'Harbours of the Amber Coast', publisher: 'Desk notes', date: '2026-05-01', language: 'en', id: 'harbours-of-the-amber-coast' });
    expect(draft.chapters.map((chapter) => [chapter.title, chapter.authors])).toEqual([['Ember', ['Ada Larsen']], ['Holm', ['Ada Larsen']]]);
  });

  test('leaves out what is empty at the end of a table’s rows; other empty cells keep their places', () => {
    const { blocks } = readMarkdown(`# T\n\n| Port | Works | Crowns | |\n|-|-|-|-|\n${'| Ember | | 40 | |\n'.repeat(3)}`, 't.md');
    const table = blocks.find((block) => block.kind !== 'heading')!;
    expect(table.text).toBe(`Port | Works | Crowns${'\nEmber | | 40'.repeat(3)}`);
  });

  test('makes passages of paragraphs, list items, quotations and tables', () => {
    expect(draft.passages.map((passage) => [passage.kind, passage.text])).toEqual([
      ['paragraph', 'Ember has two piers. The second was paid for by Norland.'],
      ['list-item', 'One loan of 40 million crowns.'],
      ['list-item', 'A grant for pilots.'],
      ['quotation', 'A pier is a promise.'],
      ['table', 'Port | Crowns\nEmber | 40'],
      ['paragraph', '<script>alert(1)</script>'],
      ['paragraph', 'Deep water.'],
    ]);
  });

  test('ties notes to their place and numbers them within the chapter', () => {
    expect(draft.passages.map((passage) => passage.footnotes)).toEqual([[{ n: '1', offset: 20 }], [], [{ n: '2', offset: 19 }], [], [], [], [{ n: '1', offset: 11 }]]);
    expect(draft.footnotes.map((note) => [note.chapter, note.n, note.text, note.refersTo])).toEqual([
      ['ember', '1', 'Ministry of Harbours, Annual Report 2019.', null], ['ember', '2', 'Ibid.', 'ember-n1'], ['holm', '1', 'Ministry of Harbours, Annual Report 2019.', null],
    ]);
  });

  test('takes the tags that the author set, for the passage they follow', () => {
    const tags = draft.passages.map((passage) => (draft.authored.get(passage.id) ?? []).map((tag) => `${tag.facet}:${tag.value}`));
    expect(tags[0]).toEqual(['country:vietnam', 'domain:economy', 'domain:security']);
    expect(tags[2]).toEqual(['limitation:slow-decisions']);
    expect(tags[6]).toEqual([]);
  });

  test('lines are counted in the file as it is', () => {
    expect(draft.passages[0]!.lines.from).toBe(FILE.split('\n').findIndex((line) => line.startsWith('Ember has')) + 1);
  });

  test('broken front matter is refused with a sentence', () => {
    expect(() => draftOf('---\ntitle: [\n---\n\nText.', 'notes.md')).toThrow(/no valid YAML/);
  });

  test('a single top heading is the title of the whole, not a chapter', () => {
    expect(draftOf('# Ports\n\n## Ember\n\nOne.\n\n## Holm\n\nTwo.\n', 'ports.md').chapters.map((chapter) => chapter.title)).toEqual(['Ember', 'Holm']);
  });
});

test.each([['underlines', `x\n${'=\na\n'.repeat(5000)}`], ['dashes', `x\n${'a\n---\n'.repeat(5000)}`], ['quotations in each other', '> '.repeat(10_000)]])('%s without end are refused at once', (_name, text) => {
  const start = performance.now();
  expect(() => readMarkdown(text, 'a.md')).toThrow(/“a\.md” .*\. Nothing was imported\. /);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('as many headings as a report can have are read', () => {
  expect(readMarkdown('A port\n===\n\nIt is open.\n\n'.repeat(2000), 'a.md').blocks).toHaveLength(4000);
});
