import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { savedPack } from './fake-desk.ts';
import { button, expectAccessible, keys, open, settled } from './open.tsx';

/** Three sheets, which are three pages; the first one leads to the last. */
const SHEETS = ['<p>Sheet 1 <a href="#end">to the end</a></p>', '<p>Sheet 2</p>', '<p id="end">The end</p>'].map((inner) => `<div class="sheet"><section class="item">${inner}</section></div>`).join('');
const PAPER = `<!doctype html><html lang="en" data-notes="end"><title>Three</title><style>.probe-tall,.probe-wide,.page{height:900px}.page{width:700px}.page-body{height:900px}</style><body>${SHEETS}</body></html>`;
const withPaper = () => ({ packs: [savedPack({ items: [{ kind: 'heading' as const, text: 'Talking points' }] })], settings: { activePack: 'pack-1' }, preview: PAPER });
const frame = () => document.querySelector<HTMLIFrameElement>('iframe:not([aria-hidden])');

describe('The paper of a pack', () => {
  test('the paper is gone through page by page, and zoomed', async () => {
    await open('#/packs?pack=pack-1', withPaper());
    const field = page.getByRole('textbox', { name: 'Page, of 3' });
    await expect.element(field).toHaveValue('1');
    await button('Page after').click();
    await expect.element(field).toHaveValue('2');
    await userEvent.fill(field, '3');
    await keys('{Enter}');
    await expect.element(field).toHaveValue('3');
    await expect.element(button('Page after')).toBeDisabled();
    await button('Larger').click();
    await expect.element(button(/Size \d+ %/)).toBeVisible();
    await expect.element(field).toHaveValue('3');
    await expectAccessible();
  });

  test('each item in the list says on which page it begins', async () => {
    const at = (n: number): string => PAPER.replace(`<section class="item"><p>Sheet ${n}`, `<section class="item" id="item-1"><p>Sheet ${n}`);
    const host = await open('#/packs?pack=pack-1', { ...withPaper(), preview: at(2) });
    const row = page.getByRole('row', { name: 'Talking points' });
    await expect.element(row).toMatchTextContent(/page 2/);
    host.state.preview = at(1).replace('The end', 'Another end');
    await button('Heading').click();
    await userEvent.keyboard('more{Enter}');
    await expect.element(row).toMatchTextContent(/page 1/);
    await expectAccessible();
  });

  test('a new item is shown on paper as soon as it stands there', async () => {
    const host = await open('#/packs?pack=pack-1', withPaper());
    await expect.element(page.getByRole('textbox', { name: 'Page, of 3' })).toHaveValue('1');
    host.state.preview = PAPER.replace('<section class="item"><p id="end">', '<section class="item" id="item-2"><p id="end">');
    await button('Heading').click();
    await userEvent.keyboard('more{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Page, of 3' })).toHaveValue('3');
  });

  test('keys work after a click on the paper', async () => {
    await open('#/packs?pack=pack-1', withPaper());
    await expect.element(page.getByRole('textbox', { name: 'Page, of 3' })).toBeVisible();
    const press = (key: string): boolean => frame()!.contentDocument!.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (const key of ['PageDown', 'Enter']) expect(press(key), key).toBe(true);
    expect(press('/')).toBe(false);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
  });

  test('going to a page scrolls the paper alone, never the window around it', async () => {
    await open('#/packs?pack=pack-1', withPaper());
    document.body.style.minHeight = '300vh';
    try {
      await button('Page after').click();
      await expect.poll(() => frame()!.contentWindow!.scrollY).toBeGreaterThan(100);
      frame()!.contentDocument!.querySelector<HTMLElement>('a[href="#end"]')!.click();
      await expect.element(page.getByRole('textbox', { name: 'Page, of 3' })).toHaveValue('3');
      expect(scrollY).toBe(0);
    } finally {
      document.body.style.minHeight = '';
    }
  });

  test('a changed pack stands where it was read, and its frames are used again', async () => {
    const host = await open('#/packs?pack=pack-1', withPaper());
    await button('Page after').click();
    frame()!.contentWindow!.scrollBy({ top: 150 });
    await settled();
    const [first, place] = [frame()!, frame()!.contentWindow!.scrollY];
    const paper = first.contentDocument;
    for (const words of ['second', 'third']) {
      host.state.preview = PAPER.replace('The end', `The ${words} end`);
      const before = frame();
      await button('Heading').click();
      await userEvent.keyboard(`${words}{Enter}`);
      await expect.poll(() => frame() !== before && frame()!.contentDocument!.body.textContent).toContain(`The ${words} end`);
    }
    expect(frame()).toBe(first);
    expect(first.contentDocument).toBe(paper);
    expect(first.contentWindow!.scrollY).toBe(place);
  });
});
