import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOURS } from '../fixtures/harbours.ts';
import { newUser, READERS, type Reader } from './readers.ts';

const SOON = { timeout: 60_000 };

describe.each(READERS)('a folder of reports, $name', ({ missing, open }) => {
  describe.skipIf(missing !== null)('dropped or chosen', () => {
    const user = newUser();
    const folder = path.join(user.home, 'Visit to Ember');
    let reader: Reader;
    const page = () => reader.page;
    const imported = (name: string) => page().getByRole('region', { name: 'Imports' }).getByText(name, { exact: true });

    beforeAll(async () => {
      fs.mkdirSync(path.join(folder, 'Older'), { recursive: true });
      fs.mkdirSync(path.join(user.home, 'Pictures'));
      fs.writeFileSync(path.join(folder, 'harbours.txt'), HARBOURS);
      fs.writeFileSync(path.join(folder, 'photo.jpg'), 'no picture');
      fs.writeFileSync(path.join(folder, 'Older', 'memo.md'), '# Pilots\n\nNorland pays for two pilots in winter.\n');
      fs.writeFileSync(path.join(folder, 'Older', 'memo.attache.yaml'), 'title: The pilots of Ember\n');
      reader = await open(user);
      page().setDefaultTimeout(10_000);
    });
    afterAll(async () => {
      await reader?.close();
      user.leave();
    });

    it('is taken with the folders below it when it is dropped, its manifests with their reports', async () => {
      // A first start opens the briefing that comes along.
      await page().getByRole('link', { name: 'Library', exact: true }).click();
      await page().getByRole('heading', { name: 'Library' }).waitFor();
      await drop([folder]);
      await expect.poll(() => page().getByText('2 imported').isVisible(), SOON).toBe(true);
      expect(await imported('memo.md').isVisible()).toBe(true);
      expect(await imported('photo.jpg').count()).toBe(0);
      // The list of reports is asked for anew once an import is done.
      await page().getByRole('heading', { name: 'The pilots of Ember' }).waitFor();
    });

    it('says so where there is no report in it', async () => {
      await drop([path.join(user.home, 'Pictures')]);
      await expect.poll(() => page().getByText(/The folder “Pictures” holds no report/).isVisible(), SOON).toBe(true);
    });

    it('is chosen in the system’s dialog', async () => {
      await page().getByRole('button', { name: 'Clear the list' }).click();
      await reader.giveFiles([folder], () => page().getByRole('button', { name: 'Import a folder' }).click());
      await expect.poll(() => page().getByText('2 already there').isVisible(), SOON).toBe(true);
    });

    /** As the system drops them: by their paths, which the page never sees. A hand waits until the window says that it takes them, and sees that it took them. */
    async function drop(files: string[]): Promise<void> {
      const devtools = await page().context().newCDPSession(page());
      const data = { items: [], files, dragOperationsMask: 1 };
      const send = (type: 'dragEnter' | 'dragOver' | 'drop') => devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      const veil = page().getByText('Drop reports, or a folder of them, to import them');
      await expect.poll(async () => {
        await send('dragEnter');
        await send('dragOver');
        return veil.isVisible();
      }, SOON).toBe(true);
      await send('drop');
      await expect.poll(() => veil.isVisible(), SOON).toBe(false);
      await devtools.detach();
    }
  });
});
