import fs from 'node:fs';
import { expect, test } from 'vitest';
import { HARBOURS } from '../../fixtures/harbours.ts';
import { importText, testService, type TestService } from '../../helpers/services.ts';
import { realReport } from '../../helpers/shared.ts';

interface Exported {
  report: Record<string, unknown>;
  chapters: { id: string; title: string; number: number | null; authors: string[]; sections: { id: string; title: string; level: number; runIn: boolean }[] }[];
  passages: { id: string; chapter: string; section: string | null; kind: string; text: string; pages: unknown; footnotes: unknown; facets: Record<string, string[]> }[];
  footnotes: unknown[];
}

async function exported({ service, client }: TestService, report: string, format: 'json' | 'markdown'): Promise<string> {
  const { file } = await client('library.export', { report, format });
  return new TextDecoder().decode((await service.shelf.take(file)).bytes);
}

/** What must come again, in a form that says which heading a passage stands under. */
function essence(text: string): unknown {
  const { report: { title, subtitle, publisher, date, language, licence }, chapters, passages, footnotes } = JSON.parse(text) as Exported;
  const sections = new Map(chapters.flatMap((chapter) => chapter.sections.map((section, at) => [section.id, `${chapter.id} ${at} ${section.title}`] as const)));
  return {
    report: { title, subtitle, publisher, date, language, licence },
    chapters: chapters.map(({ id, title, number, authors, sections }) => ({ id, title, number, authors, sections: sections.map(({ title, level, runIn }) => ({ title, level, runIn })) })),
    passages: passages.map(({ id, chapter, section, kind, text, pages, footnotes, facets }) => ({ id, chapter, section: section && sections.get(section), kind, text, pages, footnotes, facets })),
    footnotes,
  };
}

/** @returns a report as it was imported, and as it comes back from its own Markdown */
async function thereAndBack(text: string | Uint8Array, name: string): Promise<{ before: unknown; after: unknown }> {
  const at = testService();
  const { report } = await importText(at, text, name);
  const before = essence(await exported(at, report.id, 'json'));
  const markdown = await exported(at, report.id, 'markdown');
  await at.client('library.remove', { report: report.id });
  const again = await importText(at, markdown, 'again.md');
  return { before, after: essence(await exported(at, again.report.id, 'json')) };
}

test('a text report exported to Markdown and imported again is the same report', async () => {
  const { before, after } = await thereAndBack(HARBOURS, 'harbours.txt');
  expect(after).toEqual(before);
});

test('so is one with everything that Markdown could take for its own', async () => {
  const { before, after } = await thereAndBack([
  '---', 'title: "Signs: a test"', 'licence: CC BY', '---', '', '# One *star*', '', '1\\. No list, \\* no star, \\_no line\\_, &amp;amp; 2 \\< 3 \\[x\\] \\`c\\` and \\{page: 9}.[^a] {page: v}', '', '- Item[^b]', '- \\# Item', '{country: vietnam}', '',
  '| A \\| B | C[^a] |', '| --- | --- |', '| 1 | 2 |', '', '## Run in {run-in}', '', 'Line one\\', 'line two https://example.org/a_b_c {kind: caption; domain: economy}', '', '# Two', '', '> Said.[^c]', '', '[^a]: A *note* {page: 4}', '[^b]: Ibid.', '[^c]: See note 1 above.', '',
  ].join('\n'), 'signs.md');
  expect(after).toEqual(before);
});

const real = realReport();
test.skipIf(!real)('so is the real report (skipped where it does not lie beside the project)', async () => {
  const { before, after } = await thereAndBack(fs.readFileSync(real!.file), 'report.txt');
  expect(after).toEqual(before);
});
