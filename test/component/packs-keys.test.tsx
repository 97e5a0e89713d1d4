import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PackItem } from '../../db/model/pack.ts';
import { savedPack } from './fake-desk.ts';
import type { FakeHost } from './fake-host.ts';
import { button, heading, keys, open } from './open.tsx';

const ITEMS: PackItem[] = [{ kind: 'heading', text: 'Talking points' }, { kind: 'text', markdown: 'Ask for the date.' }, { kind: 'divider' }];
const withPack = () => ({ packs: [savedPack({ items: ITEMS })], settings: { activePack: 'pack-1' } });
const rows = () => page.getByRole('grid', { name: 'Items of the pack' }).getByRole('row');
const items = (host: FakeHost) => host.state.packs[0]!.pack.items;
/** What has the focus: its role or element, and its first words. */
const focused = (): string => {
  const { activeElement: element } = document;
  return `${element?.getAttribute('role') ?? element?.localName ?? ''} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 20) ?? ''}`;
};
const press = async (name: string): Promise<void> => {
  (button(name).element() as HTMLElement).focus();
  await keys('{Enter}');
};

describe('A pack by keyboard', () => {
  test('u takes back what Delete took out, while the focus is in the list', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await rows().nth(1).click({ position: { x: 200, y: 10 } });
    await keys('{Delete}');
    await expect.poll(() => items(host)).toEqual([ITEMS[0], ITEMS[2]]);
    await expect.poll(focused).toMatch(/^row/);
    await keys('u');
    await expect.poll(() => items(host)).toEqual(ITEMS);
  });

  test('a new heading has the focus, also after something was removed and brought back', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await rows().nth(1).click({ position: { x: 200, y: 10 } });
    await keys('{Delete}');
    await expect.poll(() => items(host)).toHaveLength(2);
    await keys('{Control>}z{/Control}');
    await expect.poll(() => items(host)).toEqual(ITEMS);
    await press('Heading');
    await expect.poll(focused).toMatch(/^input/);
    await keys('jam{Enter}');
    await expect.poll(() => items(host).find((item) => item.kind === 'heading' && item.text === 'jam')).toBeTruthy();
  });

  test('a finished heading or text gives the focus to its row', async () => {
    await open('#/packs?pack=pack-1', withPack());
    await expect.element(heading('Hanoi visit', 2)).toBeVisible();
    await press('Heading');
    await keys('Background{Enter}');
    await expect.poll(focused).toBe('row Background');
    await press('Own text');
    await expect.poll(focused).toMatch(/^textarea/);
    await keys('Two points.{Escape}');
    await expect.poll(focused).toBe('row Two points.');
  });

  test('the focus stays where a pack or a report was removed: on the next one, or on the heading', async () => {
    await open('#/packs', { packs: [savedPack({ title: 'One' }, 'pack-1'), savedPack({ title: 'Two' }, 'pack-2')], settings: { activePack: 'pack-1' } });
    await expect.element(button('More for “One”')).toBeVisible();
    await press('More for “One”');
    await keys('{ArrowUp}{Enter}');
    await expect.poll(focused).toBe('a Two');
    await press('More for “Two”');
    await keys('{ArrowUp}{Enter}');
    await expect.poll(focused).toBe('h1 Packs');
  });

  test('the focus stays in the library where its only report was removed', async () => {
    await open('#/library');
    await expect.element(button(/^More for “Partners at sea/)).toBeVisible();
    (button(/^More for “Partners at sea/).element() as HTMLElement).focus();
    await keys('{Enter}');
    await keys('{ArrowUp}{Enter}');
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await press('Remove');
    await expect.poll(focused).toBe('h1 Library');
  });

  test('what is done with one item knows what was typed into another', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await rows().nth(1).dblClick();
    await page.getByRole('textbox', { name: 'Own text, in Markdown' }).fill('Ask for the place.');
    await keys('{Escape}');
    await press('Fold “Talking points”, 2 items');
    await expect.poll(() => rows().elements().length).toBe(1);
    await rows().first().click();
    await keys('{Delete}');
    await expect.poll(() => items(host)).toEqual([]);
    await button('Undo').first().click();
    await expect.poll(() => items(host)[1]).toEqual({ kind: 'text', markdown: 'Ask for the place.' });
    await press('More for “Talking points”');
    await page.getByRole('menuitem', { name: 'Take out' }).click();
    await expect.poll(() => items(host)).toEqual([]);
    await button('Undo').first().click();
    await expect.poll(() => items(host)[1]).toEqual({ kind: 'text', markdown: 'Ask for the place.' });
  });

  test('the focus stays on a button that is switched off while it works, or has nothing more to do', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await expect.element(rows().first()).toBeVisible();
    const held = host.hold('packs.export');
    await press('Save PDF');
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    expect(focused()).toBe('button Save PDF');
    await expect.element(button('Save PDF')).toBeDisabled();
    await keys('{Enter}');
    held.release();
    await expect.element(page.getByText(/^Saved “/)).toBeVisible();
    expect(focused()).toBe('button Save PDF');
    expect(host.calls.filter(({ name }) => name === 'packs.export')).toHaveLength(1);
    await rows().first().click();
    await keys('{Delete}');
    await expect.poll(() => items(host).length).toBe(2);
    await press('Undo the last change');
    await expect.poll(() => items(host).length).toBe(3);
    expect(focused()).toBe('button Undo the last change');
  });

  test('whoever arrives by a key, or by a click, has the focus in the screen’s main part, where keys scroll', async () => {
    await open('#/library', withPack());
    await expect.element(heading('Library', 1)).toBeVisible();
    await expect.poll(() => document.activeElement?.id).toBe('main');
    await keys('gr');
    await expect.element(page.getByRole('article')).toBeVisible();
    await expect.poll(() => document.activeElement?.id).toBe('main');
    expect(getComputedStyle(document.activeElement!).outlineStyle).toBe('none');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await expect.poll(() => document.activeElement?.id).toBe('main');
    await keys('gp');
    await expect.element(heading('Packs', 1)).toBeVisible();
    await keys('n');
    await button(/^Empty pack/).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.id).toBe('main');
    // As Tab brings it there, so that it is seen.
    (page.getByRole('link', { name: 'Library', exact: true }).element() as HTMLElement).focus({ focusVisible: true });
    await keys('{Enter}');
    await expect.element(heading('Library', 1)).toBeVisible();
    expect(focused()).toBe('a Library');
  });

  test('the foot of the window says nothing about a pack that was left', async () => {
    await open('#/packs?pack=pack-1', withPack());
    const foot = page.getByText('Preview, PDF and paper share one layout');
    await expect.element(foot).toBeVisible();
    await page.getByRole('link', { name: 'All packs' }).click();
    await expect.element(heading('Packs', 1)).toBeVisible();
    await expect.element(foot).not.toBeInTheDocument();
  });

  test('F6 goes from part to part of the window, and comes back to where the focus was; a dialog keeps it', async () => {
    await open('#/packs?pack=pack-1', withPack());
    await expect.element(heading('Hanoi visit', 2)).toBeVisible();
    document.getElementById('main')!.focus();
    await keys('{F6}');
    await expect.poll(focused).toMatch(/^button Save PDF/);
    (page.getByLabelText('Place', { exact: true }).element() as HTMLElement).focus();
    await keys('{F6}');
    await expect.poll(focused).toBe('a Library');
    await keys('{F6}');
    await expect.poll(focused).toMatch(/^a .*All packs/);
    await keys('{F6}');
    await expect.poll(() => document.activeElement?.id).toBe('main');
    await keys('{F6}');
    await expect.element(page.getByLabelText('Place', { exact: true })).toHaveFocus();
    await keys('{Shift>}{F6}{/Shift}');
    await expect.poll(() => document.activeElement?.id).toBe('main');
    await keys('?');
    await expect.element(heading('Keys', 2)).toBeVisible();
    await keys('{F6}');
    expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull();
  });
});
