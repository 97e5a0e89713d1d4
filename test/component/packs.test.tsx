import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { insertRows, moveRows, stepRow } from '../../renderer/packs/rows.ts';
import { savedPack } from './fake-desk.ts';
import type { FakeHost } from './fake-host.ts';
import { address, button, expectAccessible, heading, keys, link, open, PHONE, settled, SMALL } from './open.tsx';

const report = 'partners-at-sea';
const ITEMS: PackItem[] = [
  { kind: 'heading', text: 'Talking points' }, { kind: 'text', markdown: 'Ask for the date.' },
  { kind: 'passage', report, passage: 'vietnam-4' }, { kind: 'passage', report, passage: 'thailand-6' },
];
const withPack = () => ({ packs: [savedPack({ items: ITEMS })], settings: { activePack: 'pack-1' } });
const rows = () => page.getByRole('grid', { name: 'Items of the pack' }).getByRole('row');
const saved = (host: FakeHost) => host.state.packs[0]!.pack;
const frame = () => document.querySelector<HTMLIFrameElement>('iframe:not([aria-hidden])');

describe('Packs', () => {
  test('lists packs; one can be made, duplicated, removed and brought back', async () => {
    const host = await open('#/packs', withPack());
    await expect.element(link('Hanoi visit')).toBeVisible();
    await button('More for “Hanoi visit”').click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect.element(link('Hanoi visit (copy)')).toBeVisible();
    await button('More for “Hanoi visit”').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect.element(page.getByText('Removed “Hanoi visit”.')).toBeVisible();
    await expect.poll(() => host.state.packs.map(({ pack }) => pack.title)).toEqual(['Hanoi visit (copy)']);
    await button('Undo').click();
    await expect.element(link('Hanoi visit')).toBeVisible();
    await button('New pack').click();
    await button(/^Empty pack/).click();
    await expect.poll(address).toMatch(/#\/packs\?pack=pack-/);
    await expect.element(page.getByText(/Nothing in it yet/)).toBeVisible();
  });

  test('opens a pack file, and refuses what is none in its own sentence', async () => {
    const host = await open('#/packs');
    host.willPick([{ name: 'letter.txt', text: '' }]);
    await button('Open pack file').click();
    await expect.element(page.getByText(/This pack file is cut off or is no JSON/)).toBeVisible();
    host.willPick([{ name: 'visit.attache.json', text: '{}' }]);
    await button('Open pack file').click();
    await expect.element(heading('A pack from elsewhere', 2)).toBeVisible();
  });

  test('shows the items as they are on paper, and the paper itself in a frame where nothing can run', async () => {
    await open('#/packs?pack=pack-1', { ...withPack(), packs: [savedPack({ items: [...ITEMS, { kind: 'passage', report, passage: 'gone' }] })] });
    await expect.element(rows().nth(2)).toMatchTextContent(/At sea.*Vietnam, p\. 53/);
    await expect.element(rows().nth(4)).toMatchTextContent(/This passage is not in the library/);
    await expect.poll(() => frame()?.contentDocument?.querySelector('h1')?.textContent).toBe('Hanoi visit');
    expect(frame()?.getAttribute('sandbox')).toBe('allow-same-origin');
    expect(frame()?.title).toBe('Preview of “Hanoi visit”');
  });

  test('what is typed is written first, and only then called saved', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
    const held = host.hold('packs.save');
    await userEvent.fill(page.getByRole('textbox', { name: 'Prepared for' }), 'The minister');
    await expect.element(page.getByText('Not saved yet')).toBeVisible();
    await expect.element(page.getByText('Saving')).toBeVisible();
    expect(saved(host).preparedFor).toBe('Ambassador');
    held.release();
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(saved(host).preparedFor).toBe('The minister');
  });

  test('a heading and own text are added and edited where they stand', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await button('Heading').click();
    await userEvent.keyboard('Background{Enter}');
    await expect.poll(() => saved(host).items.at(-1)).toEqual({ kind: 'heading', text: 'Background' });
    await button('Own text').click();
    await userEvent.keyboard('Two *points*: jk.');
    await button('Done').click();
    await expect.poll(() => saved(host).items.at(-1)).toEqual({ kind: 'text', markdown: 'Two *points*: jk.' });
    await button('More for “Talking points”').click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: 'Heading' }), 'Points to make');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => saved(host).items[0]).toEqual({ kind: 'heading', text: 'Points to make' });
    await expect.poll(() => frame()?.contentDocument?.body.textContent).toContain('Points to make');
  });

  test('items are moved by the menu, by keys on the handle, and by hand', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    const order = () => saved(host).items.map((item) => ('passage' in item ? item.passage : item.kind));
    await button('More for “Talking points”').click();
    await page.getByRole('menuitem', { name: 'Move down' }).click();
    await expect.poll(order).toEqual(['text', 'heading', 'vietnam-4', 'thailand-6']);
    const handle = button('Move “Talking points”');
    (handle.element() as HTMLElement).focus();
    await keys('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label') ?? '').toMatch(/Insert/);
    await keys('{ArrowDown}{Enter}');
    await expect.poll(order).not.toEqual(['text', 'heading', 'vietnam-4', 'thailand-6']);
    const [first] = [...order()];
    await rows().last().dropTo(rows().first(), { sourcePosition: { x: 200, y: 20 }, targetPosition: { x: 60, y: 4 } });
    await expect.poll(() => order()[0]).not.toBe(first);
  });

  test('an item is taken out by Delete or the menu, and comes back to its place', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await rows().nth(1).click({ position: { x: 200, y: 10 } });
    await keys('{Delete}');
    await expect.poll(() => saved(host).items).toEqual([ITEMS[0], ITEMS[2], ITEMS[3]]);
    await expect.element(page.getByText('Took out “Ask for the date.”.')).toBeVisible();
    await button('Undo').click();
    await expect.poll(() => saved(host).items).toEqual(ITEMS);
  });

  test('a chapter, a page break and the comparison can be put in behind the selected item', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await rows().first().click({ position: { x: 200, y: 10 } });
    await button('More').last().click();
    await page.getByRole('menuitem', { name: 'A whole chapter…' }).click();
    await button(/^3 Thailand/).click();
    await expect.poll(() => saved(host).items[1]).toEqual({ kind: 'chapter', report, chapter: 'thailand' });
    await button('More').last().click();
    await page.getByRole('menuitem', { name: 'A page break' }).click();
    await expect.poll(() => saved(host).items[2]).toEqual({ kind: 'pageBreak' });
    await button('More').last().click();
    await page.getByRole('menuitem', { name: 'Countries side by side' }).click();
    await expect.poll(() => saved(host).items[3]).toEqual({ kind: 'compare', report });
  });

  test('what stands on paper is set: marking from suggestions or free, paper, notes, copies', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await page.getByRole('button', { name: /Usual answers/ }).click();
    await page.getByRole('option', { name: 'EMBARGOED' }).click();
    await button(/A4.*Paper/).click();
    await page.getByRole('option', { name: 'Letter' }).click();
    await button(/Notes/).click();
    await page.getByRole('option', { name: 'At the end of each item' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: 'Copies for, one name a line' }), 'Ambassador\nFile');
    await userEvent.fill(page.getByRole('textbox', { name: 'Title' }), 'Hanoi, December');
    await expect.poll(() => saved(host)).toMatchObject({ marking: 'EMBARGOED', paper: 'Letter', notes: 'end', copies: ['Ambassador', 'File'], title: 'Hanoi, December' });
  });

  test('a change made elsewhere is never overwritten, and said so', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await expect.element(heading('Hanoi visit', 2)).toBeVisible();
    Object.assign(host.state.packs[0]!, { revision: 7, pack: { ...saved(host), title: 'Changed elsewhere' } });
    await userEvent.fill(page.getByRole('textbox', { name: 'Place' }), 'Huế');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/changed in another window. Nothing was overwritten/);
    await button('Open the newer version, without my changes').click();
    await expect.element(heading('Changed elsewhere', 2)).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Place' }), 'Huế');
    await expect.poll(() => saved(host).place).toBe('Huế');
  });

  test('a disk that is full says so, and the words are kept until they can be written', async () => {
    const host = await open('#/packs?pack=pack-1', { ...withPack(), before: ({ fail }) => fail('packs.save', new AttacheError('disk-full', 'The disk is full. Nothing was lost. Make room and try again.')) });
    await userEvent.fill(page.getByRole('textbox', { name: 'Place' }), 'Huế');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/The disk is full/);
    await expect.element(page.getByRole('textbox', { name: 'Place' })).toHaveValue('Huế');
    host.fail('packs.save', null);
    await button('Try again').click();
    await expect.poll(() => saved(host).place).toBe('Huế');
  });

  test('saves and prints what is on the screen, told by pages', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await userEvent.fill(page.getByRole('textbox', { name: 'Place' }), 'Huế');
    await button('Save PDF').click();
    await expect.element(page.getByText(/Saved “hanoi-visit\.pdf”, 3 pages/)).toBeVisible();
    const names = host.calls.map(({ name }) => name);
    expect(names.lastIndexOf('packs.save')).toBeLessThan(names.lastIndexOf('packs.export'));
    await button('Files').click();
    await page.getByRole('menuitem', { name: 'Save as pack file' }).click();
    await expect.poll(() => host.saved).toEqual(['hanoi-visit.pdf', 'hanoi-visit.attache.json']);
    host.emit({ type: 'command', command: 'pack:print' });
    await expect.poll(() => host.printed).toEqual(['pack-1']);
  });

  test('a PDF that takes long shows its pages and can be left; one that cannot be made says why', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    const held = host.hold('packs.export');
    await button('Save PDF').click();
    await expect.element(page.getByRole('progressbar', { name: 'Making the file' })).toBeVisible();
    const { job } = host.calls.find(({ name }) => name === 'packs.export')!.params as { job: string };
    host.emit({ type: 'progress', job, phase: 'checking', done: 2, total: 3, pages: 21 });
    await expect.element(page.getByText('Checking every note and number, 21 pages')).toBeVisible();
    await button('Cancel').click();
    await expect.element(page.getByText('Cancelled. Nothing was saved.')).toBeVisible();
    held.release();
    host.fail('packs.export', new AttacheError('no-printer', 'A PDF needs Chrome, Edge or Chromium; none was found. The pack is safe.'));
    await button('Save PDF').click();
    await expect.element(page.getByText(/none was found/)).toBeVisible();
    expect(host.saved).toEqual([]);
  });

  test('every copy is a file of its own, with its number; each goes to the printer by itself', async () => {
    const host = await open('#/packs?pack=pack-1', { ...withPack(), packs: [savedPack({ items: ITEMS, copies: ['Ambassador', 'File'] })] });
    await button('Save 2 PDFs').click();
    await expect.element(page.getByText(/Saved 2 copies, one file each/)).toBeVisible();
    expect(host.calls.filter(({ name }) => name === 'packs.export').map(({ params }) => (params as { copy: number }).copy)).toEqual([1, 2]);
    host.emit({ type: 'command', command: 'pack:print' });
    await expect.poll(() => host.printed).toEqual(['pack-1 copy 1', 'pack-1 copy 2']);
  });

  test('markings come from the vocabulary that is chosen, or from words of one’s own', async () => {
    const host = await open('#/packs?pack=pack-1', withPack());
    await button(/Vocabulary/).click();
    await page.getByRole('option', { name: 'Traffic Light Protocol' }).click();
    await page.getByRole('button', { name: /Usual answers/ }).click();
    await page.getByRole('option', { name: 'TLP:AMBER', exact: true }).click();
    await expect.poll(() => saved(host)).toMatchObject({ vocabulary: 'tlp', marking: 'TLP:AMBER' });
    await button(/Vocabulary/).click();
    await page.getByRole('option', { name: 'My own words' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: 'My words, the lowest first, one a line' }), 'Kitchen\nCellar');
    await page.getByText('Large print, 16 points').click();
    await page.getByText('Index of names').click();
    await expect.poll(() => saved(host)).toMatchObject({ vocabulary: 'own', ownMarkings: ['Kitchen', 'Cellar'], largePrint: true, names: true });
    await expectAccessible();
  });

  test('a pack that shows its own copy offers what the reports say now', async () => {
    const host = await open('#/packs?pack=pack-1', { ...withPack(), renewable: true });
    await button('Take what the reports say now').click();
    await expect.poll(() => host.calls.map(({ name }) => name)).toContain('packs.renew');
  });

  test('a pack that is gone leads back to all packs', async () => {
    await open('#/packs?pack=gone');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/not there any more/);
    await button('All packs').click();
    await expect.element(heading('No packs yet')).toBeVisible();
    await expectAccessible();
    await button('Brief me').click();
    await expect.element(page.getByRole('dialog', { name: 'Brief me' })).toBeVisible();
  });

  test.each([['1360', undefined], ['1024', SMALL], ['360', PHONE]] as const)('is accessible in both themes, %s wide', async (_name, size) => {
    await open('#/packs?pack=pack-1', { ...withPack(), ...(size ? { size } : {}) });
    await expect.poll(() => frame()?.contentDocument?.body.textContent).toContain('Hanoi visit');
    if (size === PHONE) {
      await button('Items').click();
      await expect.element(rows().nth(2)).toMatchTextContent(/At sea/);
    }
    await settled();
    await expectAccessible();
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual((size ?? [1360])[0]);
  });
});

describe('The order of a pack', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ key, item: { kind: 'pageBreak' as const } })) as [never, never, never];
  const keysOf = (all: readonly { key: string }[]): string => all.map(({ key }) => key).join('');
  test('moves, steps and insertions keep every item once', () => {
    expect(keysOf(moveRows([a, b, c], ['a'], 'c', true))).toBe('bca');
    expect(keysOf(moveRows([a, b, c], ['c', 'b'], 'a', false))).toBe('bca');
    expect(keysOf(moveRows([a, b, c], ['a'], 'a', true))).toBe('abc');
    expect(keysOf(stepRow([a, b, c], 'a', -1))).toBe('abc');
    expect(keysOf(stepRow([a, b, c], 'b', -1))).toBe('bac');
    expect(keysOf(insertRows([a, c], [b], 'a', false))).toBe('abc');
    expect(keysOf(insertRows([b, c], [a], null, true))).toBe('abc');
    expect(keysOf(insertRows([a, b], [c], 'gone', false))).toBe('abc');
  });
});
