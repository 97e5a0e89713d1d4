import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../db/import/manifest.ts';
import { filesToImport } from '../../../electron/host/files-to-import.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { draftOfFile } from '../../helpers/read-file.ts';
import { importText, testService } from '../../helpers/services.ts';

const read = (text: string) => readManifest(new TextEncoder().encode(text), 'a.attache.yaml');
const MANIFEST = 'title: Harbours of the Amber Coast\npublisher: Coast Office\ndate: 2022-03\nlanguage: en\nlicence: CC BY 4.0\nchapters:\n  - title: Ember\n    number: 1\n    authors: [Ada Larsen]\n  - title: Holm\n    author: Bo Berg\n';
const PAGES = '# Ember\n\nTwo piers.\n\n# Holm\n\nDeep water.\n';

describe('a manifest', () => {
  test('in YAML or JSON says the same', () => {
    expect(read(MANIFEST)).toEqual(read(JSON.stringify(read(MANIFEST))));
    expect(read(MANIFEST)).toMatchObject({ date: '2022-03', chapters: [{ number: 1, authors: ['Ada Larsen'] }, { authors: ['Bo Berg'] }] });
  });

  test.each([
    ['title: [a\n', 2, ''],
    ['title: A\ndate: March\n', 2, 'date'],
    ['title: A\nchapters:\n  - title: B\n    number: two\n', 4, 'chapters[1].number'],
    ['title: A\npublsher: B\n', 2, 'publsher'],
    ['title: A\npages:\n  - page: 0\n    label: i\n', 3, 'pages[1].page'],
    ['- a\n', 1, ''],
    ['title: &a x\nsubtitle: *a\n', 1, ''],
    ['title: A\nchapters: 7\n', 2, 'chapters'],
  ])('that is wrong is refused, naming line and field: %j', (text, line, field) => {
    const act = () => read(text);
    expect(act).toThrow(expect.objectContaining({ code: 'manifest-invalid' }));
    expect(act).toThrow(new RegExp(`line ${line}${field && `, field “${field.replace(/[[\]]/g, '\\$&')}”`}: .*Nothing was imported`));
  });

  test('completes what the text lacks, and goes before what it says', async () => {
    const { report, chapters } = await draftOfFile(`---\ntitle: Draft\n---\n${PAGES}`, 'a.md', read(MANIFEST));
    expect(report).toMatchObject({ title: 'Harbours of the Amber Coast', publisher: 'Coast Office', date: '2022-03', licence: 'CC BY 4.0' });
    expect(chapters.map((chapter) => [chapter.id, chapter.number, chapter.authors])).toEqual([['ch1', 1, ['Ada Larsen']], ['holm', null, ['Bo Berg']]]);
  });

  test('gives the pages of a text their printed labels', async () => {
    const text = 'one page says this.\n\fthe next page says that.\n\fand the third page ends it.\n';
    const { passages } = await draftOfFile(text, 'a.txt', { pages: [{ page: 1, label: 'iv' }, { page: 3, label: '1' }] });
    expect(passages.map((passage) => passage.pages.from)).toEqual(['iv', 'v', '1']);
  });

  test('that lies beside a report is read with it, from the disk or from what was picked', async () => {
    const at = testService();
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'a.md'), PAGES);
    fs.writeFileSync(path.join(folder, 'a.attache.yaml'), MANIFEST);
    const { file } = at.service.shelf.putPath(path.join(folder, 'a.md'));
    expect((await at.client('library.import', { job: 'a', file })).report.title).toBe('Harbours of the Amber Coast');
    at.service.shelf.putBytes('b.attache.json', new TextEncoder().encode('{"title":"Other harbours"}'));
    expect((await importText(at, `${PAGES}\nMore.\n`, 'b.md')).report.title).toBe('Other harbours');
    await expect(importText(at, MANIFEST, 'c.attache.yaml')).rejects.toMatchObject({ code: 'manifest-invalid', message: expect.stringContaining('is a manifest') });
  });

  test('is left out where a folder is imported: its reports come in the order of their names', () => {
    const folder = temporaryFolder();
    for (const name of ['10.txt', '2.docx', 'a.attache.yaml', 'b.epub', 'c.odt', 'note.rtf', '.hidden.txt']) fs.writeFileSync(path.join(folder, name), 'x');
    expect(filesToImport(folder).map((file) => path.basename(file))).toEqual(['2.docx', '10.txt', 'b.epub', 'c.odt']);
    expect(() => filesToImport(temporaryFolder())).toThrow(/holds no report/);
  });

  test('with the folders below it, but not what is hidden, open in Word, part of a saved page or a link back', () => {
    const folder = temporaryFolder();
    for (const inner of ['2023/annex', '.git', 'page_files']) fs.mkdirSync(path.join(folder, inner), { recursive: true });
    for (const name of ['top.txt', '~$top.docx', '2023/b.pdf', '2023/annex/a.md', '.git/c.txt', 'page_files/frame.html']) fs.writeFileSync(path.join(folder, name), 'x');
    fs.symlinkSync(folder, path.join(folder, '2023', 'back'));
    expect(filesToImport(folder).map((file) => path.relative(folder, file))).toEqual(['top.txt', path.join('2023', 'b.pdf'), path.join('2023', 'annex', 'a.md')]);
  });
});
