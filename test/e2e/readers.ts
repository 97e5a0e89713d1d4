import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../build/setup/find-chromium.mjs';
import { newUser, startApp, withoutElectron, type User } from './electron-app.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** One reader, open on the screen, in the app's window or in a browser; a person does the same in both. */
export interface Reader {
  page: Page;
  /** Does what asks for files, and hands these over. */
  giveFiles(files: string[], act: () => Promise<void>): Promise<void>;
  /** Does what saves a file. @returns the file that was written */
  takeFile(act: () => Promise<void>): Promise<string>;
  close(): Promise<void>;
}

export interface ReaderKind {
  name: string;
  /** Why it cannot be opened here; null where it can. */
  missing: string | null;
  open(user: User): Promise<Reader>;
}

const browser = findChromium();

export const READERS: readonly ReaderKind[] = [
  { name: 'in the window', missing: withoutElectron, open: openInWindow },
  { name: 'in the browser', missing: browser === null ? 'no Chromium was found' : null, open: openInBrowser },
];

async function openInWindow(user: User): Promise<Reader> {
  const { app, page } = await startApp(user);
  const saved = path.join(user.home, 'saved-by-dialog');
  return {
    page,
    async giveFiles(files, act) {
      await app.evaluate(({ dialog }, files) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: files });
      }, files);
      await act();
    },
    async takeFile(act) {
      await app.evaluate(({ dialog }, saved) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: saved });
      }, saved);
      fs.rmSync(saved, { force: true });
      await act();
      await page.getByText(/^Saved “/).first().waitFor({ timeout: 60_000 });
      return saved;
    },
    close: () => app.close(),
  };
}

async function openInBrowser(user: User): Promise<Reader> {
  const host = spawn(process.execPath, [path.join(root, 'dist', 'cli.cjs'), 'serve', '--library', user.library], { cwd: root, env: { ...user.env, ATTACHE_CHROMIUM: browser ?? '' } });
  const ended = new Promise((resolve) => host.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    host.stdout.on('data', hear);
    host.stderr.on('data', hear);
    host.once('close', (code) => reject(new Error(`the host ended with ${code}: ${said}`)));
  });
  const program = await chromium.launch({
    executablePath: browser!, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await program.newPage({ viewport: { width: 1360, height: 860 } });
  await page.goto(address);
  return {
    page,
    async giveFiles(files, act) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
      await chooser.setFiles(files);
    },
    async takeFile(act) {
      const saved = path.join(user.home, 'saved-by-browser');
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
      await download.saveAs(saved);
      return saved;
    },
    async close() {
      await program.close();
      host.kill('SIGTERM');
      await ended;
    },
  };
}

export { newUser, type User };
