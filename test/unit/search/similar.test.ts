import fs from 'node:fs';
import { expect, test } from 'vitest';
import { createSearch } from '../../../db/search/search.ts';
import { openLibrary } from '../../../db/store/library.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { realReport } from '../../helpers/shared.ts';
import { importText, testService } from '../../helpers/services.ts';

test.skipIf(!realReport())('over the real report, more like this leads on from nearly every passage, and from few to everything', async () => {
  const at = testService({ folder: temporaryFolder() });
  const { report } = await importText(at, fs.readFileSync(realReport()!.file), 'report.txt');
  await at.service.close();
  const library = openLibrary(at.folder);
  const search = createSearch(library);
  const found = library.chapters(report.id).flatMap(({ id }) => library.passagesOfChapter(report.id, id)).filter(({ kind }) => kind === 'paragraph').map(({ pk }) => search.similar(pk, 50).length);
  library.close();
  expect(found.filter((count) => count > 0).length / found.length).toBeGreaterThan(0.9);
  expect(found.filter((count) => count > 20).length / found.length).toBeLessThan(0.1);
});
