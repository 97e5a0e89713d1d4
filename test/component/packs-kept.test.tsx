import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { savedPack } from './fake-desk.ts';
import type { FakeHost } from './fake-host.ts';
import { address, button, expectAccessible, heading, link, open } from './open.tsx';

const ITEMS: PackItem[] = [{ kind: 'heading', text: 'Talking points' }, { kind: 'text', markdown: 'Ask for the date.' }];
const withPack = () => ({ packs: [savedPack({ items: ITEMS })], settings: { activePack: 'pack-1' } });
const saved = (host: FakeHost, at = 0) => host.state.packs[at]!.pack;
const field = (name: string | RegExp) => page.getByRole('textbox', { name });

describe('What is typed into a pack is kept', () => {
  test('where another window was quicker: it is said what would be lost, and it can become a pack of its own', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await expect.element(heading('Hanoi visit', 2)).toBeVisible();
    Object.assign(host.state.packs[0]!, { revision: 7, pack: { ...saved(host), title: 'Changed elsewhere' } });
    await userEvent.fill(field('Place'), 'Huế');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/only in this window\. Opening the newer version gives it up/);
    await expectAccessible();
    await button('Keep mine as a copy').click();
    await expect.element(heading('Hanoi visit (copy)', 2)).toBeVisible();
    expect(address()).toBe('#/packs?pack=pack-2');
    expect(host.calls.find(({ name }) => name === 'packs.create')?.params).toMatchObject({ like: 'pack-1', pack: { place: 'Huế' } });
    expect(saved(host)).toMatchObject({ title: 'Changed elsewhere', place: 'Hanoi' });
    expect(saved(host, 1)).toMatchObject({ title: 'Hanoi visit (copy)', place: 'Huế', items: ITEMS });
  });

  test('what cannot be written is said on every screen, keeps the window open, and is written as soon as it can be', async () => {
    const host = await open('#/packs?pack=pack-1', { ...withPack(), before: ({ fail }) => fail('packs.save', new AttacheError('disk-full', 'The disk is full. Nothing was lost.')) });
    const leaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const messages = page.getByRole('region', { name: 'Messages' });
    await expect.element(heading('Hanoi visit', 2)).toBeVisible();
    expect(leaving()).toBe(false);
    await userEvent.fill(field('Place'), 'Huế');
    await expect.element(messages).toMatchTextContent(/“Hanoi visit” is not saved\. The disk is full/);
    await link('Library').click();
    await expect.element(heading('Library', 1)).toBeVisible();
    await expect.element(messages).toMatchTextContent(/is not saved/);
    await expectAccessible();
    expect(leaving()).toBe(true);
    await userEvent.keyboard('u');
    await expect.element(messages).toMatchTextContent(/is not saved/);
    host.fail('packs.save', null);
    await button('Save it now').click();
    await expect.poll(() => saved(host).place).toBe('Huế');
    await expect.element(messages).not.toMatchTextContent(/is not saved/);
    expect(leaving()).toBe(false);
  });

  test('an empty line among the names is nobody’s copy, and may stand while the next name is typed', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await field(/^Copies for/).click();
    await userEvent.keyboard('Ambassador{Enter}   {Enter}');
    await expect.poll(() => saved(host).copies).toEqual(['Ambassador']);
    await expect.element(field(/^Copies for/)).toHaveValue('Ambassador\n   \n');
    await expect.element(button('Save PDF')).toBeVisible();
    await userEvent.keyboard('File{Enter}');
    await expect.poll(() => saved(host).copies).toEqual(['Ambassador', 'File']);
    await expect.element(button('Save 2 PDFs')).toBeVisible();
  });

  test('a day of a year with five digits is never written', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    const day = page.getByLabelText('Date');
    await expect.element(day).toHaveAttribute('max', '9999-12-31');
    const input = day.element() as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, '12026-12-03');
    expect(input.value).toBe('12026-12-03');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => {
      setTimeout(resolve, 800);
    });
    expect(host.calls.map(({ name }) => name)).not.toContain('packs.save');
    await userEvent.fill(day, '2026-12-24');
    await expect.poll(() => saved(host).date).toBe('2026-12-24');
  });
});
