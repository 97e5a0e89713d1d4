import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOURS } from '../fixtures/harbours.ts';
import { newUser, READERS, type Reader } from './readers.ts';

const SOON = { timeout: 15_000 };
const canReadPdf = spawnSync('pdftotext', ['-v']).status === 0;

// One story from the first start to the paper, told twice: each step goes on from where the last one ended.
describe.each(READERS)('from the first start to a printed pack, $name', ({ missing, open }) => {
  describe.skipIf(missing !== null)('step by step', () => {
    const user = newUser();
    let reader: Reader;
    const page = () => reader.page;
    const button = (name: string | RegExp) => page().getByRole('button', { name });
    const go = (name: string) => page().getByRole('navigation', { name: 'Places' }).getByRole('link', { name }).click();
    const errors: string[] = [];

    beforeAll(async () => {
      reader = await open(user);
      page().setDefaultTimeout(10_000);
      page().on('pageerror', (error) => errors.push(error.message));
      page().on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    });
    afterAll(async () => {
      await reader?.close();
      user.leave();
    });

    it('opens the built-in briefing first, so that the screen is never empty', async () => {
      await expect.poll(() => page().getByRole('heading', { name: 'Essentials', level: 1 }).isVisible(), SOON).toBe(true);
      await go('Library');
      await expect.poll(() => page().getByRole('heading', { name: 'Japan in Southeast Asia', exact: false }).isVisible(), SOON).toBe(true);
      await page().getByText(/Come with Attaché/).first().waitFor();
    });

    it('imports a report from a file', async () => {
      const file = path.join(user.home, 'harbours.txt');
      fs.writeFileSync(file, HARBOURS);
      await reader.giveFiles([file], () => button('Import reports').first().click());
      await expect.poll(() => page().getByText(/^Imported: \d+ chapters/).isVisible(), SOON).toBe(true);
    });

    it('says that the same file is already there', async () => {
      await reader.giveFiles([path.join(user.home, 'harbours.txt')], () => button('Import reports').first().click());
      await expect.poll(() => page().getByText(/Already in the library/).isVisible(), SOON).toBe(true);
    });

    it('finds a passage by words, also misspelt ones, and says why', async () => {
      await page().keyboard.press('/');
      await page().keyboard.type('norland coast gaurd');
      await expect.poll(() => page().getByRole('list', { name: 'Passages found' }).getByText(/of Ember sails vessels/).first().isVisible(), SOON).toBe(true);
      await expect.poll(() => page().getByText(/gaurd/).first().isVisible(), SOON).toBe(true);
    });

    it('opens the passage in its place, with its footnote', async () => {
      await page().getByRole('button', { name: 'Read it in place' }).click();
      await button('Note 2').first().click();
      await expect.poll(() => page().getByRole('dialog').getByText(/Annual Report 2019/).isVisible(), SOON).toBe(true);
      await page().keyboard.press('Escape');
    });

    it('goes back to where one came from, and forward again', async () => {
      // In a history of its own: one tab holds fifty entries, and the component tests share one.
      await page().goBack();
      await expect.poll(() => page().getByRole('list', { name: 'Passages found' }).isVisible(), SOON).toBe(true);
      await page().goForward();
      await expect.poll(() => page().getByRole('article').isVisible(), SOON).toBe(true);
    });

    it('narrows by facets: the counts are over all hits, and a choice leaves its own facet open', async () => {
      await page().keyboard.press('/');
      await page().keyboard.press('ControlOrMeta+a');
      await page().keyboard.type('japan');
      const country = page().getByRole('group', { name: 'Country' });
      const counts = async () => (await country.innerText()).match(/\d+/g)!.map(Number);
      await expect.poll(() => country.getByRole('checkbox', { name: /^Vietnam [1-9]/ }).isVisible(), SOON).toBe(true);
      const before = await counts();
      await country.getByRole('checkbox', { name: /^Vietnam/ }).check();
      await expect.poll(() => country.getByRole('checkbox', { name: /^Vietnam/, checked: true }).isVisible(), SOON).toBe(true);
      await expect.poll(() => page().getByRole('heading', { level: 1, name: new RegExp(`^${before[4]} passages?`) }).isVisible(), SOON).toBe(true);
      expect(await counts()).toEqual(before);
    });

    it('puts the passage into a pack, by one key', async () => {
      await page().getByRole('list', { name: 'Passages found' }).getByRole('article').first().click();
      await page().keyboard.press('a');
      await expect.poll(() => page().getByText(/^Added/).first().isVisible(), SOON).toBe(true);
    });

    it('compares countries and limitations, each cell leading to its passages', async () => {
      await go('Compare');
      await expect.poll(() => page().getByRole('table').isVisible(), SOON).toBe(true);
      await page().getByRole('table').getByRole('link').first().click();
      await expect.poll(() => page().getByRole('list', { name: 'Passages found' }).isVisible(), SOON).toBe(true);
    });

    it('marks the pack, previews it, and saves it as a PDF that carries its sources', async () => {
      await go('Packs');
      await page().getByRole('link', { name: 'Briefing pack' }).click();
      await expect.poll(() => page().getByRole('grid', { name: 'Items of the pack' }).isVisible(), SOON).toBe(true);
      await page().getByLabel('Title', { exact: true }).fill('Visit to Port Ember');
      await expect.poll(() => page().getByText('Saved', { exact: true }).isVisible(), SOON).toBe(true);
      await expect.poll(() => page().frameLocator('iframe:not([aria-hidden])').getByText('Visit to Port Ember').first().isVisible(), SOON).toBe(true);
      const paper = page().frames().at(-1)!;
      await expect.poll(() => paper.evaluate(() => document.querySelectorAll('.page').length), SOON).toBeGreaterThan(1);
      expect(await paper.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await paper.locator('a[href^="#"]').first().click();
      await expect.poll(() => paper.evaluate(() => document.documentElement.scrollTop)).toBeGreaterThan(0);
      const file = await reader.takeFile(() => button('Save PDF').click());
      expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
      if (canReadPdf) expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).toMatch(/Visit to Port Ember[\s\S]*Vietnam[\s\S]*Japan in Southeast Asia/);
    });

    it('keeps everything for the next time', async () => {
      await reader.close();
      reader = await open(user);
      await go('Packs');
      await expect.poll(() => page().getByText('Visit to Port Ember').first().isVisible(), SOON).toBe(true);
    });

    it('meets no error on the way', () => {
      expect(errors).toEqual([]);
    });
  });
});
