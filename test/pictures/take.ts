/**
 * npm run pictures [FOLDER] — takes README's pictures from the built app: a new user, the briefing that comes along and
 * nothing else. In Electron's window where there is one, else in the browser. They go to docs/pictures, or to FOLDER.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { newUser, READERS } from '../e2e/readers.ts';

const SIZE = { width: 1360, height: 860 };
/** Calls, fonts and the pages of the preview have their time to settle; nothing is measured here. */
const SETTLE_MS = 2500;
/** The longest that a busy machine may take for a step. */
const SLOW_MS = 120_000;

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', '..', 'docs', 'pictures'));

/** What is done before each picture, in this order. */
const STORY: Record<string, (page: Page) => Promise<void>> = {
  first: async (page) => {
    await page.getByRole('heading', { name: 'Essentials', level: 1 }).waitFor();
  },
  read: async (page) => {
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: /^Thailand/ }).click();
    await page.getByRole('heading', { name: 'Thailand', level: 1 }).waitFor();
    await page.getByRole('list', { name: 'Languages of this chapter' }).waitFor();
  },
  search: async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('coast gaurd');
    await hits(page).getByText(/Coast/i).first().waitFor();
    await hits(page).nth(1).click();
  },
  compare: async (page) => {
    await go(page, 'Compare');
    await page.getByRole('table').waitFor();
  },
  pack: async (page) => {
    await go(page, 'Search');
    for (const at of [0, 1, 2]) {
      await hits(page).nth(at).click();
      await page.keyboard.press('a');
      await page.getByText(/^Added/).first().waitFor();
    }
    await go(page, 'Packs');
    await page.getByRole('main').getByRole('link', { name: 'Briefing pack' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Visit to Hanoi');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.getByText(/^Added/).waitFor({ state: 'hidden' });
  },
};

const go = (page: Page, place: string): Promise<void> => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
const hits = (page: Page) => page.getByRole('list', { name: 'Passages found' }).getByRole('article');

const kind = READERS.find(({ missing }) => missing === null);
if (!kind) throw new Error(`There is nothing to show the app in: ${READERS.map(({ name, missing }) => `${name}, ${missing}`).join('; ')}.`);
const user = newUser();
const reader = await kind.open(user);
try {
  const { page } = reader;
  page.setDefaultTimeout(SLOW_MS);
  await page.setViewportSize(SIZE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, act] of Object.entries(STORY)) {
    await act(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    console.log(`${name}.png, ${kind.name}`);
  }
} finally {
  await reader.close();
  user.leave();
}
