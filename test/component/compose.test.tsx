import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PackItem } from '../../db/model/pack.ts';
import { savedPack } from './fake-desk.ts';
import type { FakeHost } from './fake-host.ts';
import { address, button, expectAccessible, heading, keys, open, PHONE, settled } from './open.tsx';

const report = 'partners-at-sea';
const ITEMS: PackItem[] = [
  { kind: 'heading', text: 'Security' }, { kind: 'passage', report, passage: 'vietnam-4' }, { kind: 'text', markdown: 'Ask for the date.' },
  { kind: 'heading', text: 'Economy' }, { kind: 'passage', report, passage: 'thailand-6' },
];
const withPack = (items: PackItem[] = ITEMS) => ({ packs: [savedPack({ items })], settings: { activePack: 'pack-1' } });
const rows = () => page.getByRole('grid', { name: 'Items of the pack' }).getByRole('row');
const saved = (host: FakeHost) => host.state.packs[0]!.pack;
const choose = async (name: string, action: string): Promise<void> => {
  await button(`More for “${name}”`).click();
  await page.getByRole('menuitem', { name: action }).click();
};
const openPack = (items?: PackItem[]) => open('#/packs?pack=pack-1', withPack(items));

describe('Composing a pack', () => {
  test('every change can be undone and made again, by button and by key', async () => {
    const host = await openPack();
    await choose('Security', 'Take out');
    await choose('Economy', 'Make it a sub-heading');
    await expect.poll(() => saved(host).items.length).toBe(4);
    await button('Undo the last change').click();
    await expect.poll(() => saved(host).items.find((item) => item.kind === 'heading')).toEqual({ kind: 'heading', text: 'Economy' });
    await keys('{Control>}z{/Control}');
    await expect.poll(() => saved(host).items).toEqual(ITEMS);
    await expect.element(button('Undo the last change')).toBeDisabled();
    await keys('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(() => saved(host).items.length).toBe(4);
    await button('Make it again').click();
    await expect.poll(() => saved(host).items.find((item) => item.kind === 'heading')).toEqual({ kind: 'heading', text: 'Economy', level: 2 });
    await expect.element(button('Make it again')).toBeDisabled();
  });

  test('what stands under a heading is folded, and moves with it', async () => {
    const host = await openPack();
    await button('Fold “Security”, 2 items').click();
    await expect.poll(() => rows().elements().length).toBe(3);
    await choose('Security', 'Move down');
    await expect.poll(() => saved(host).items.map((item) => ('text' in item ? item.text : item.kind))).toEqual(['Economy', 'passage', 'Security', 'passage', 'text']);
    await button('Unfold “Security”, 2 items').click();
    await rows().first().click({ position: { x: 200, y: 10 } });
    await keys('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(() => saved(host).items.map((item) => ('text' in item ? item.text : item.kind)).slice(0, 2)).toEqual(['passage', 'Economy']);
  });

  test('a passage is trimmed to sentences, and whole again', async () => {
    const host = await openPack([{ kind: 'passage', report, passage: 'vietnam-5' }]);
    const { text } = host.state.reports[0]!.passages.find(({ id }) => id === 'vietnam-5')!;
    await choose('At sea', 'Trim to sentences…');
    const boxes = page.getByRole('dialog').getByRole('checkbox');
    await expect.poll(() => boxes.elements().length).toBe(2);
    await boxes.first().click();
    await expect.element(page.getByText('1 sentence left out.')).toBeVisible();
    await settled();
    await expectAccessible();
    await button('Trim').click();
    const second = text.slice(text.indexOf('No call'));
    await expect.poll(() => saved(host).items).toEqual([{ kind: 'passage', report, passage: 'vietnam-5', keep: [second] }]);
    await expect.element(rows().first()).toMatchTextContent(/trimmed/);
    await choose('At sea', 'Trim to sentences…');
    await expect.element(boxes.first()).not.toBeChecked();
    await button('All of it').click();
    await button('Trim').click();
    await expect.poll(() => saved(host).items).toEqual([{ kind: 'passage', report, passage: 'vietnam-5' }]);
  });

  test('a remark stands in the margin, and a title is the user’s own', async () => {
    const host = await openPack();
    await choose('At sea', 'Remark in the margin…');
    await userEvent.fill(page.getByRole('textbox', { name: 'Remark' }), 'Check this.');
    await button('Keep it').click();
    await expect.poll(() => saved(host).items[1]).toEqual({ ...ITEMS[1], remark: 'Check this.' });
    await choose('At sea', 'Change its title…');
    await userEvent.fill(page.getByRole('textbox', { name: 'Title' }).last(), 'Boats');
    await button('Keep it').click();
    await expect.poll(() => saved(host).items[1]).toEqual({ ...ITEMS[1], remark: 'Check this.', title: 'Boats' });
  });

  test('a part is marked, has its notes at its end, and lies on its side', async () => {
    const host = await openPack();
    await choose('At sea', 'Marking and place on paper…');
    await userEvent.fill(page.getByRole('combobox', { name: 'Marking of this part (user-applied)' }), 'SECRET');
    await page.getByText('On pages that lie on their side').click();
    await button('Keep it').click();
    await expect.poll(() => saved(host).items[1]).toEqual({ ...ITEMS[1], marking: 'SECRET', landscape: true });
  });

  test('talking points and figures are made from passages and edited in their windows', async () => {
    const host = await openPack();
    await choose('At sea', 'Make a talking point of it');
    await expect.poll(() => saved(host).items[1]?.kind).toBe('points');
    await choose('Talking points', 'Edit');
    await button('A point').click();
    await userEvent.keyboard('Say it.');
    await settled();
    await expectAccessible();
    await button('Done').click();
    await expect.poll(() => (saved(host).items[1] as { points: { text: string; source?: unknown }[] }).points).toEqual([{ text: expect.any(String), source: { report, passage: 'vietnam-4' } }, { text: 'Say it.' }]);
    await choose('At sea', 'Put its figures into a table');
    await expect.poll(() => saved(host).items[3]?.kind).toBe('figures');
    await choose('Figures', 'Edit');
    await userEvent.fill(page.getByRole('textbox', { name: 'Figure, row 1' }), '13');
    await settled();
    await expectAccessible();
    await button('Done').click();
    await expect.poll(() => saved(host).items[3]).toMatchObject({ rows: [{ value: '13', source: { report, passage: 'vietnam-4' } }] });
  });

  test('a passage takes in its neighbour, and is taken apart again', async () => {
    const host = await openPack();
    await choose('At sea', 'Take in the passage after it');
    await expect.poll(() => saved(host).items[1]).toEqual({ kind: 'range', report, from: 'vietnam-4', to: 'vietnam-5' });
    await rows().nth(1).getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Take it apart into passages' }).click();
    await expect.poll(() => saved(host).items.slice(1, 3)).toEqual([ITEMS[1], { kind: 'passage', report, passage: 'vietnam-5' }]);
  });

  test('a picture of the report and a divider are put in', async () => {
    const host = await openPack();
    await button('More', ).last().click();
    await page.getByRole('menuitem', { name: 'A picture from a report…' }).click();
    await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
    await expect.poll(() => saved(host).items.at(-1)).toMatchObject({ kind: 'picture', report });
    await button('More').last().click();
    await page.getByRole('menuitem', { name: 'A divider' }).click();
    await expect.poll(() => saved(host).items.at(-1)).toEqual({ kind: 'divider' });
  });

  test('words are found inside the pack', async () => {
    await openPack();
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search inside the pack' }), 'date');
    await expect.element(page.getByText('In 1 item.')).toBeVisible();
    await expect.poll(() => rows().elements().length).toBe(1);
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search inside the pack' }), 'nowhere');
    await expect.element(page.getByText('Not in this pack.')).toBeVisible();
  });
});

describe('A new pack', () => {
  test('takes its markings from the words from which the last one took them', async () => {
    const host = await open('#/packs', { packs: [savedPack({ vocabulary: 'own', ownMarkings: ['Kitchen', 'Cellar'] })], settings: { activePack: 'pack-1' } });
    await button('New pack').click();
    await button(/^Empty pack/).click();
    await expect.poll(() => host.state.packs.map(({ pack }) => [pack.vocabulary, pack.ownMarkings])).toEqual([['own', ['Kitchen', 'Cellar']], ['own', ['Kitchen', 'Cellar']]]);
  });

  test('begins as a template, whose hints are not printed', async () => {
    const host = await open('#/packs');
    await button('New pack').first().click();
    await settled();
    await expectAccessible();
    await button(/^Press line/).click();
    await expect.poll(() => host.state.packs[0]?.pack.title).toBe('Press line');
    expect(saved(host).items.some((item) => 'hint' in item && item.hint)).toBe(true);
    await expect.poll(address).toMatch(/pack=pack-/);
  });

  test('Brief me drafts it from a country and its domains, and says where nothing is known', async () => {
    const host = await open('#/packs');
    await keys('b');
    await expect.element(heading('Brief me', 2)).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toBe('Cambodia');
    await settled();
    await expectAccessible();
    await button('Draft the pack').click();
    await expect.element(page.getByText(/No passage here is about Cambodia/)).toBeVisible();
    await button(/Country/).click();
    await page.getByRole('option', { name: 'Vietnam' }).click();
    await page.getByRole('checkbox', { name: 'Economy' }).click();
    await button('Draft the pack').click();
    await expect.poll(() => host.state.packs[0]?.pack).toMatchObject({ title: 'vietnam: a briefing', subtitle: 'security,soft-power,all', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    await expect.element(heading('vietnam: a briefing', 2)).toBeVisible();
  });
});

describe('From the text into the pack', () => {
  const select = (from: string, to: string): void => {
    const wordsOf = (id: string): Text => {
      const walker = document.createTreeWalker(document.querySelector(`[data-passage="${id}"] p`)!, NodeFilter.SHOW_TEXT);
      return walker.nextNode() as Text;
    };
    const range = document.createRange();
    range.setStart(wordsOf(from), 3);
    range.setEnd(wordsOf(to), 12);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  };

  test('a selection adds a trimmed passage, over several passages a range', async () => {
    const host = await open(`#/read?report=${report}&chapter=vietnam`, { packs: [savedPack({ items: [] })], settings: { activePack: 'pack-1' } });
    await expect.poll(() => document.querySelector('[data-passage="vietnam-5"] p')).not.toBeNull();
    select('vietnam-5', 'vietnam-5');
    await keys('a');
    await expect.poll(() => saved(host).items.at(-1)).toEqual({ kind: 'passage', report, passage: 'vietnam-5', keep: ['Japanese destroyers have called at Cam Ranh since April 2016, and submarines since 2018.'] });
    select('vietnam-4', 'vietnam-5');
    await keys('a');
    await expect.poll(() => saved(host).items.at(-1)).toMatchObject({ kind: 'range', report, from: 'vietnam-4', to: 'vietnam-5', trims: [{ passage: 'vietnam-5' }] });
  });

  test('several passages are chosen by keys', async () => {
    const host = await open(`#/read?report=${report}&chapter=vietnam`, { packs: [savedPack({ items: [] })], settings: { activePack: 'pack-1' } });
    await expect.poll(() => document.querySelector('[data-passage="vietnam-5"] p')).not.toBeNull();
    await keys('jjJJa');
    await expect.poll(() => saved(host).items).toEqual([{ kind: 'range', report, from: 'vietnam-2', to: 'vietnam-4' }]);
  });
});

test('on a phone the windows of composing fit', async () => {
  await open('#/packs?pack=pack-1', { ...withPack([{ kind: 'figures', title: 'Figures', rows: [{ value: '12', year: '2019', what: 'Boats' }] }]), size: PHONE });
  await button('Items').click();
  await choose('Figures', 'Edit');
  await settled();
  await expectAccessible();
  await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(PHONE[0]);
});
