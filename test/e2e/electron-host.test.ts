import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../db/contract/client.ts';
import type { Params } from '../../db/contract/methods.ts';
import { clientOf, newUser, startApp, withoutElectron } from './electron-app.ts';

const PACK: Params<'packs.create'>['pack'] = {
  title: 'Visit to the harbour', marking: 'TEST', items: [{ kind: 'heading', text: 'Arrival' }, { kind: 'text', markdown: 'Three **boats** wait.' }, { kind: 'pageBreak' }, { kind: 'heading', text: 'Talks' }],
};

describe.skipIf(withoutElectron)('the window', () => {
  const user = newUser();
  let app: ElectronApplication;
  let page: Page;
  let client: Client;

  beforeAll(async () => {
    ({ app, page } = await startApp(user));
    client = clientOf(page);
  });
  afterAll(async () => {
    await app.close();
    user.leave();
  });

  it('shows the app’s page, from the app’s own origin', async () => {
    await page.waitForSelector('#root > *');
    expect(page.url()).toMatch(/^https:\/\/attache\.invalid\//);
    expect(await page.title()).toContain('Attaché');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true]);
  });

  it('reaches the library, and only through the bridge', async () => {
    expect(await client('app.about', {})).toMatchObject({ host: 'window', libraryName: 'library', canMakePdf: true, canPrint: true });
    const seen = await page.evaluate(() => ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window));
    expect(seen).toEqual([]);
    expect(await page.evaluate(() => Object.keys(window.attache).sort())).toEqual(['call', 'kind', 'offerCommands', 'offerFile', 'onEvent', 'pickFiles', 'printPack', 'saveFile', 'saveFiles']);
  });

  it('runs its page in a sandbox, apart from the preload', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      return (webContents as typeof webContents & { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
    expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });

  it('lets nothing change the bridge from the page', async () => {
    const changed = await page.evaluate(() => {
      try {
        Object.assign(window.attache, { call: () => 'mine' });
      } catch {
        return false;
      }
      return String(window.attache.call) === '() => "mine"';
    });
    expect(changed).toBe(false);
  });

  it('loads no code but its own', async () => {
    const ran = await page.evaluate(() => new Promise((resolve) => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      // Later, because the test's own code is free of the page's policy while it runs.
      setTimeout(() => {
        try {
          resolve(['ran' in window, Function('return true')()]);
        } catch {
          resolve(['ran' in window, false]);
        }
      });
    }));
    expect(ran).toEqual([false, false]);
  });

  it('tells events to the page', async () => {
    const heard = page.evaluate(() => new Promise((resolve) => {
      const end = window.attache.onEvent((event) => {
        end();
        resolve(event);
      });
    }));
    await page.evaluate(() => undefined);
    const { id } = await client('packs.create', { pack: PACK });
    expect(await heard).toEqual({ type: 'changed', what: 'desk' });
    await client('packs.remove', { id });
  });

  it('passes a menu item on as a command', async () => {
    const heard = page.evaluate(() => new Promise((resolve) => window.attache.onEvent(resolve)));
    await page.evaluate(() => undefined);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('place:compare')!.click());
    expect(await heard).toEqual({ type: 'command', command: 'place:compare' });
  });

  it('greys in the menu what the page does not answer', async () => {
    const enabled = () => app.evaluate(({ Menu }) => ['find', 'review:next'].map((id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.enabled));
    await expect.poll(enabled).toEqual([true, false]);
  });

  it('imports what the file dialog gives, and never tells its path', async () => {
    const file = path.join(user.home, 'note.txt');
    fs.writeFileSync(file, 'A note\n\nThe ferry sails at noon.\n');
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    }, file);
    const picked = await page.evaluate(() => window.attache.pickFiles('report'));
    expect(picked).toEqual([{ file: expect.any(String) as string, name: 'note.txt', size: fs.statSync(file).size }]);
    expect(JSON.stringify(picked)).not.toContain(user.home);
  });

  it('makes a tagged PDF with an outline, and saves it whole where the dialog says', async () => {
    const { id } = await client('packs.create', { pack: PACK });
    const made = await client('packs.export', { id, format: 'pdf', job: 'pdf' });
    expect(made).toMatchObject({ name: 'visit-to-the-harbour.pdf' });
    const target = path.join(user.home, 'made.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    expect(await page.evaluate(({ file, name }) => window.attache.saveFile(file, name), made)).toBe('saved');
    const pdf = fs.readFileSync(target, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    expect(made.pages).toBeGreaterThanOrEqual(2);
    expect(fs.readdirSync(user.home).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says in one sentence why a file could not be saved', async () => {
    const { file, name } = await client('packs.export', { id: (await client('packs.create', { pack: PACK })).id, format: 'html', job: 'html' });
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path.join(user.home, 'gone', 'pack.html'));
    await expect(page.evaluate(([file, name]) => window.attache.saveFile(file!, name!), [file, name])).rejects.toThrow(/“pack\.html” was not saved: the folder is not there/);
  });

  it('sends a pack to the system’s print dialog as the paper that it is set for', async () => {
    const { id } = await client('packs.create', { pack: { ...PACK, paper: 'Letter' } });
    await app.evaluate(({ app }) => {
      app.once('web-contents-created', (_event, contents) => {
        contents.print = (options, done) => {
          Object.assign(globalThis, { asked: { ...options, from: contents.getURL() } });
          done?.(true, '');
        };
      });
    });
    expect(await page.evaluate((id) => window.attache.printPack(id, null), id)).toBe('sent');
    expect(await app.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toMatchObject({ silent: false, pageSize: 'Letter', printBackground: true });
  });

  it('says in a sentence that there is no printer, and keeps the pack and the window', async () => {
    const { id } = await client('packs.create', { pack: PACK });
    await app.evaluate(({ app }) => {
      app.once('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => done?.(false, 'failed');
        contents.getPrintersAsync = () => Promise.resolve([]);
      });
    });
    await expect(page.evaluate((id) => window.attache.printPack(id, null), id)).rejects.toThrow(/no printer is set up on this machine\. The pack is safe/);
    expect((await client('packs.get', { id })).pack).toMatchObject({ title: PACK.title, items: PACK.items });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('is light or dark as the user chose, outside the page too', async () => {
    const settings = await client('desk.settings', {});
    await client('desk.set', { ...settings, theme: 'dark' });
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await client('desk.set', { ...settings, theme: 'system' });
  });

  it('closes over a pack that cannot be written only when the user says so', async () => {
    const { id, revision } = await client('packs.create', { pack: PACK });
    await page.evaluate((id) => {
      location.hash = `#/packs?pack=${id}`;
    }, id);
    await page.getByRole('heading', { name: PACK.title, level: 2 }).waitFor();
    // Another window's version comes between two letters, so that this one's cannot be written.
    await page.getByLabel('Place', { exact: true }).fill('Port Ember');
    await client('packs.save', { id, revision, pack: { ...PACK, subtitle: 'From elsewhere' } });
    await page.getByText('Keep mine as a copy').waitFor();
    const asked = await app.evaluate(async ({ dialog, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const asked = new Promise<string>((resolve) => {
        dialog.showMessageBoxSync = (...given: unknown[]) => {
          resolve((given.at(-1) as { message: string }).message);
          return 0;
        };
      });
      window!.close();
      return asked;
    });
    expect(asked).toBe('A pack is not saved.');
    expect(await page.getByLabel('Place', { exact: true }).inputValue()).toBe('Port Ember');
    await page.getByText('Open the newer version, without my changes').click();
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('opens again after a crash of the page, with the library untouched', async () => {
    const kind = await app.evaluate(async ({ dialog, BrowserWindow }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      const back = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
      webContents.forcefullyCrashRenderer();
      await back;
      return webContents.executeJavaScript('window.attache.kind') as Promise<string>;
    });
    expect(kind).toBe('window');
  });
});
