import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { realReport } from '../../helpers/shared.ts';
import { importText, testService } from '../../helpers/services.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const real = realReport();

/** What the import of the real report must reach, on the gold that was made by hand for three of its chapters. */
const AT_LEAST = {
  'paragraphs.exact': 0.95, 'paragraphs.near': 0.98, 'order.neighbours': 0.95, 'chapters.found': 1, 'chapters.authors': 0.9, 'headings.found': 0.97,
  'footnotes.text': 0.98, 'footnotes.markers': 0.97, 'facet.country.f1': 0.9, 'facet.domain.f1': 0.85, 'facet.limitation.f1': 0.7,
};
const AT_MOST = { 'paragraphs.extra': 3, 'noise.leaked': 1 };

test.skipIf(!real)('the real report is imported as the hand-made gold has it (skipped where the report does not lie beside the project)', async () => {
  const at = testService();
  const { report } = await importText(at, fs.readFileSync(real!.file), 'any-name.txt');
  const { file } = await at.client('library.export', { report: report.id, format: 'json' });
  const exported = path.join(temporaryFolder(), 'export.json');
  fs.writeFileSync(exported, (await at.service.shelf.take(file)).bytes);
  const figures = JSON.parse(execFileSync(process.execPath, [real!.score, '--json', '--export', exported, '--gold', real!.gold], { encoding: 'utf8' })) as Record<string, { value: number }>;
  for (const [figure, floor] of Object.entries(AT_LEAST)) expect(figures[figure]!.value, figure).toBeGreaterThanOrEqual(floor);
  for (const [figure, ceiling] of Object.entries(AT_MOST)) expect(figures[figure]!.value, figure).toBeLessThanOrEqual(ceiling);
});

test.skipIf(!real)('every note of the real report is found and called (skipped where it does not lie beside the project)', async () => {
  const at = testService();
  const { report } = await importText(at, fs.readFileSync(real!.file), 'report.txt');
  const { chapters, warnings } = await at.client('library.contents', { report: report.id });
  expect(report.counts).toMatchObject({ chapters: 10, footnotes: 212 });
  expect(warnings.map((warning) => warning.code)).toEqual(['columns-turned', 'columns-turned', 'columns-turned']);
  for (const chapter of chapters) {
    const { passages, footnotes } = await at.client('read.chapter', { report: report.id, chapter: chapter.id });
    expect(passages.flatMap((passage) => passage.footnotes.map((call) => Number(call.n))).toSorted((a, b) => a - b), chapter.title).toEqual(footnotes.map((note) => Number(note.n)));
  }
});
