import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { newUser, runApp, startApp, withoutElectron, type User } from './electron-app.ts';

const boxes = path.resolve(import.meta.dirname, '..', 'fixtures', 'close-error-boxes.cjs');

describe.skipIf(withoutElectron)('starting the app', () => {
  const users: User[] = [];
  const user = () => {
    const made = newUser();
    users.push(made);
    return made;
  };
  afterEach(() => users.splice(0).forEach((made) => made.leave()));
  const libraryName = async (page: Awaited<ReturnType<typeof startApp>>['page']) =>
    ((await page.evaluate(() => window.attache.call('app.about', {}))) as { value: { libraryName: string } }).value.libraryName;

  it('opens the folder that --library names, and makes it', async () => {
    const one = user();
    const folder = path.join(one.home, 'Akten – 2026');
    const { app, page } = await startApp(one, ['--library', folder]);
    expect(await libraryName(page)).toBe('Akten – 2026');
    await app.close();
    expect(fs.readdirSync(folder)).toEqual(expect.arrayContaining(['library.sqlite', 'desk.sqlite']));
  });

  it('opens the user’s own library when none is named, where the terminal looks for it too', async () => {
    const one = user();
    const { app } = await startApp(one, []);
    await app.close();
    expect(fs.existsSync(path.join(one.settings, 'Attache', 'library', 'library.sqlite'))).toBe(true);
  });

  it('brings the first window forward when it is started again, and opens no second', async () => {
    const one = user();
    const { app } = await startApp(one);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide());
    const again = await runApp(one, ['--library', one.library]);
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('Attaché is already open with this library; its window was brought to the front.')]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true]);
    await app.close();
  });

  it('opens another library beside the first', async () => {
    const one = user();
    const first = await startApp(one);
    const second = await startApp(one, ['--library', path.join(one.home, 'second')]);
    expect(await Promise.all([libraryName(first.page), libraryName(second.page)])).toEqual(['library', 'second']);
    await second.app.close();
    await first.app.close();
  });

  it('opens where it was closed', async () => {
    const one = user();
    const place = { x: 40, y: 60, width: 900, height: 720 };
    const first = await startApp(one);
    await first.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]!.setBounds(place), place);
    await first.app.evaluate(({ BrowserWindow }) => new Promise<void>((resolve) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      if (window.getBounds().width === 900) resolve();
      else window.once('resize', () => resolve());
    }));
    await first.app.close();
    const second = await startApp(one);
    expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())).toMatchObject({ width: 900, height: 720 });
    await second.app.close();
  });

  it.each([
    ['a newer Attaché made the library', 'This library was made by a newer Attaché', (folder: string) => {
      const db = new Database(path.join(folder, 'library.sqlite'));
      db.pragma('user_version = 999');
      db.close();
    }],
    ['a file of the library is damaged', 'is damaged', (folder: string) => fs.writeFileSync(path.join(folder, 'library.sqlite'), 'this is no database at all, only words '.repeat(100))],
    ['the folder is a file', 'cannot be used as a library folder', (folder: string) => {
      fs.rmdirSync(folder);
      fs.writeFileSync(folder, '');
    }],
  ])('says in a box and on stderr that %s, and ends with 1', async (_why, sentence, spoil) => {
    const one = user();
    fs.mkdirSync(one.library);
    spoil(one.library);
    const { code, out, err } = await runApp(one, ['--library', one.library], { before: boxes });
    expect(out).toContain('[Attaché could not open]');
    expect(out).toContain(sentence);
    expect(err).toContain(sentence);
    expect(code).toBe(1);
  });

  it('turns away a window whose library is held by a page in the browser', async () => {
    const one = user();
    fs.mkdirSync(one.library);
    const held = new Database(path.join(one.library, 'open.lock'));
    held.exec('BEGIN EXCLUSIVE');
    const { code, out } = await runApp(one, ['--library', one.library], { before: boxes });
    held.close();
    expect([code, out]).toEqual([1, expect.stringContaining('is already open in another Attaché')]);
  });
});

describe.skipIf(withoutElectron)('the terminal’s commands in the app', () => {
  it('answer on stdout and open no window', async () => {
    const one = newUser();
    const { code, out } = await runApp(one, ['reports', '--json', '--library', one.library]);
    expect([code, Array.isArray((JSON.parse(out) as { reports?: unknown }).reports ?? JSON.parse(out))]).toEqual([0, true]);
    one.leave();
  });

  it('end with 2 where they are not understood', async () => {
    const one = newUser();
    const { code, err } = await runApp(one, ['export', '--frmt', 'json', '--library', one.library]);
    expect([code, err]).toEqual([2, expect.stringContaining('attache')]);
    one.leave();
  });

  it('make a PDF with the app’s own window as the printer', async () => {
    const one = newUser();
    const spec = path.join(one.home, 'pack.json');
    fs.writeFileSync(spec, JSON.stringify({ attachePack: 1, title: 'Harbour', items: [{ kind: 'text', markdown: 'Three boats.' }] }));
    const file = path.join(one.home, 'pack.pdf');
    const { code, err } = await runApp(one, ['pack', spec, '--out', file, '--library', one.library]);
    expect(err.split('\n').filter((line) => line.includes('“'))).toEqual([]);
    expect([code, fs.readFileSync(file, 'latin1').slice(0, 5)]).toEqual([0, '%PDF-']);
    one.leave();
  });
});
