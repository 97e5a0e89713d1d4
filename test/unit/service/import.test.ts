import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readTextFile } from '../../../db/import/read-text-file.ts';
import { makeReport, saveMade } from '../../../db/service/keep-report.ts';
import { openLibrary, type Library } from '../../../db/store/library.ts';
import { HARBOURS } from '../../fixtures/harbours.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { importText, testService } from '../../helpers/services.ts';

const reportsOf = async ({ client }: ReturnType<typeof testService>) => (await client('library.list', {})).reports.filter((report) => !report.builtIn).map((report) => report.id);

describe('importing a report', () => {
  test('puts it into the library, tells how far it is, and says that the library changed', async () => {
    const at = testService();
    const { report, already } = await importText(at, HARBOURS, 'harbours.txt', 'job-1');
    expect(already).toBe(false);
    expect(report).toMatchObject({ id: 'harbours', counts: { chapters: 3, footnotes: 8 } });
    const phases = at.events.flatMap((event) => (event.type === 'progress' && event.job === 'job-1' ? [event.phase] : []));
    expect([...new Set(phases)]).toEqual(['reading', 'structure', 'facets', 'saving', 'indexing']);
    expect(at.events.at(-1)).toEqual({ type: 'changed', what: 'library' });
    expect((await at.client('search.run', { query: 'herring' })).hits[0]?.report).toBe('harbours');
  });

  test('knows a file again by what is in it, whatever its name', async () => {
    const at = testService();
    await importText(at, HARBOURS, 'harbours.txt');
    const again = await importText(at, HARBOURS, 'copy of harbours.txt');
    expect(again).toMatchObject({ already: true, report: { id: 'harbours' } });
    expect(await reportsOf(at)).toEqual(['harbours']);
  });

  test('tells the language of a text that does not say it; what a file says is kept', async () => {
    const at = testService();
    const text = 'Der Hafen von Ember hat zwei Kais und ein Zollhaus. Norland bezahlt im Winter zwei Lotsen, und der Rat hat die Gebühren im letzten Jahr erhöht. Niemand will zwischen beiden wählen.\n';
    expect((await importText(at, `# Häfen\n\n${text}`, 'haefen.md')).report).toMatchObject({ language: 'de' });
    expect((await importText(at, `---\nlanguage: nl\n---\n# Lotsen\n\n${text}`, 'lotsen.md')).report).toMatchObject({ language: 'nl' });
  });

  test('keeps two editions of the same title apart', async () => {
    const at = testService();
    await importText(at, HARBOURS, 'harbours.txt');
    const newer = await importText(at, `${HARBOURS}\n\nThe second edition has one more sentence than the first.`, 'harbours.txt');
    expect(newer.already).toBe(false);
    expect(await reportsOf(at)).toHaveLength(2);
  });

  test('two processes that read the same file at once, or two of one title, do not fall over one another', () => {
    const folder = temporaryFolder();
    const [here, there] = [openLibrary(folder), openLibrary(folder)];
    onTestFinished(() => [here, there].forEach((library) => library.close()));
    const made = (text: string, sha256: string) => {
      const bytes = new TextEncoder().encode(text);
      const source = readTextFile(bytes, 'harbours.txt');
      return (library: Library) => saveMade(library, makeReport(source, { name: 'harbours.txt', bytes, sha256, builtIn: false }, () => {}), sha256, { format: source.format, bytes }, () => {});
    };
    const first = made(HARBOURS, 'aaaaaaaaaaaa');
    expect([first(here), first(there)]).toEqual([{ report: 'harbours', already: false }, { report: 'harbours', already: true }]);
    expect(made(`${HARBOURS}\n\nThe second edition has one more sentence.`, 'bbbbbbbbbbbb')(there)).toEqual({ report: 'harbours-bbbbbbbb', already: false });
    expect(here.problems()).toEqual([]);
  });

  test('can be cancelled, and leaves nothing behind', async () => {
    const at = testService();
    const long = Array.from({ length: 20_000 }, (_, n) => `Paragraph ${n} speaks of harbours, pilots and the herring trade of the coast.\n`).join('\n');
    const atOnce = importText(at, long, 'long.txt', 'job-2');
    await at.client('library.cancel', { job: 'job-2' });
    await expect(atOnce).rejects.toMatchObject({ code: 'cancelled' });
    const onTheWay = importText(at, long, 'long.txt', 'job-3');
    await vi.waitFor(() => expect(at.events.some((event) => event.type === 'progress' && event.job === 'job-3')).toBe(true), { timeout: 10_000, interval: 5 });
    await at.client('library.cancel', { job: 'job-3' });
    await expect(onTheWay).rejects.toMatchObject({ code: 'cancelled' });
    expect(await reportsOf(at)).toEqual([]);
    expect((await at.client('library.check', {})).findings).toEqual([]);
    await importText(at, HARBOURS, 'harbours.txt');
    expect(await reportsOf(at)).toEqual(['harbours']);
  });

  test('killed in the middle of saving, the library is as it was', async () => {
    const folder = temporaryFolder();
    const at = testService({ folder });
    await importText(at, HARBOURS, 'harbours.txt');
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '..', '..', 'helpers', 'import-and-hang.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await reportsOf(at)).toEqual(['harbours']);
    expect((await at.client('library.check', {})).findings).toEqual([]);
    await importText(at, '# Skerry\n\nAnother island.\n', 'skerry.md');
    expect(await reportsOf(at)).toHaveLength(2);
  });
});

describe('files that cannot be imported', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['a binary file', Uint8Array.from({ length: 9000 }, (_, at) => (at * 7919) % 256), 'file-not-text'],
    ['65 MB of text', new Uint8Array(65 * 1024 * 1024).fill(97), 'file-too-large'],
  ])('%s is refused with a sentence, and the library stays as it was', async (_name, bytes, code) => {
    const at = testService();
    await expect(importText(at, bytes, 'file.txt')).rejects.toMatchObject({ code, message: expect.stringMatching(/“file\.txt” .*\. Nothing was imported\. .*\./) });
    expect(await reportsOf(at)).toEqual([]);
  });

  test.each([
    ['Latin-1', Buffer.from('H\xe4fen der K\xfcste\n\nDie Häfen werden gefördert.\n'.replaceAll('ä', '\xe4').replaceAll('ö', '\xf6'), 'latin1'), 'Häfen der Küste'],
    ['UTF-16', Buffer.from(`\ufeffHäfen der Küste\n\nDie Häfen werden gefördert.\n`, 'utf16le'), 'Häfen der Küste'],
  ])('%s text is read', async (_name, bytes, words) => {
    const at = testService();
    const { report } = await importText(at, bytes, 'coast.txt');
    const { chapters } = await at.client('library.contents', { report: report.id });
    const { passages } = await at.client('read.chapter', { report: report.id, chapter: chapters[0]!.id });
    expect([...passages.map((passage) => passage.text), ...chapters[0]!.sections.map((section) => section.title)].join(' ')).toContain(words);
  });

  test('a text without any heading is one chapter', async () => {
    const at = testService();
    const { report } = await importText(at, 'the first paragraph goes on a little.\n\nthe second one does as well.\n', 'notes.txt');
    expect(report.counts).toMatchObject({ chapters: 1, sections: 0, passages: 2 });
  });

  test('a file that vanishes before it is read is named', async () => {
    const at = testService();
    const file = path.join(temporaryFolder(), 'gone.txt');
    fs.writeFileSync(file, HARBOURS);
    const picked = at.service.shelf.putPath(file);
    fs.rmSync(file);
    await expect(at.client('library.import', { job: 'x', file: picked.file })).rejects.toMatchObject({ code: 'file-gone', message: expect.stringContaining('gone.txt') });
    expect(() => at.service.shelf.putPath(file)).toThrow(expect.objectContaining({ code: 'file-gone' }));
  });
});

describe('the built-in briefing', () => {
  test('is there from the first start, and stays away once it was removed', async () => {
    const folder = temporaryFolder();
    const first = testService({ folder });
    const [briefing] = (await first.client('library.list', {})).reports;
    expect(briefing).toMatchObject({ builtIn: true });
    expect(briefing!.facets.country.every((value) => value.count > 0)).toBe(true);
    for (const { id } of (await first.client('library.list', {})).reports) await first.client('library.remove', { report: id });
    expect((await testService({ folder }).client('library.list', {})).reports).toEqual([]);
  });

  test('comes back when it is asked for, and is found again', async () => {
    const folder = temporaryFolder();
    const first = testService({ folder });
    const before = (await first.client('library.list', {})).reports.map(({ id }) => id);
    expect(await first.client('library.hidden', {})).toEqual({ briefings: 0 });
    for (const id of before) await first.client('library.remove', { report: id });
    const later = testService({ folder });
    expect(await later.client('library.hidden', {})).toEqual({ briefings: before.length });
    expect((await later.client('search.run', { query: 'Fukuda' })).total).toBe(0);
    await later.client('library.bringBack', {});
    expect((await later.client('library.list', {})).reports.map(({ id }) => id).toSorted()).toEqual(before.toSorted());
    expect(await later.client('library.hidden', {})).toEqual({ briefings: 0 });
    expect((await later.client('search.run', { query: 'Fukuda' })).total).toBeGreaterThan(0);
  });
});
