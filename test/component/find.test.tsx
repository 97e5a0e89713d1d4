import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { address, button, expectAccessible, heading, keys, link, open, PHONE, SMALL } from './open.tsx';

const field = () => page.getByRole('combobox', { name: 'Search the library' });
const options = () => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const passage = () => page.getByRole('complementary', { name: 'Passage' });

const SUGGESTIONS = [
  { kind: 'name' as const, text: 'Ninh Thuận', detail: null, query: 'Ninh Thuận' },
  { kind: 'acronym' as const, text: 'NIDS', detail: 'national institute for defence studies', query: 'NIDS' },
];

describe('Suggestions', () => {
  const before = (host: Awaited<ReturnType<typeof open>>) => Object.assign(host.state, { earlier: ['ninety loans', 'metro'], suggestions: SUGGESTIONS });

  test('come while typing, and are chosen from the keyboard; the focus stays in the field', async () => {
    await open('#/search', { before });
    await keys('/');
    await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.fill(field(), 'ni');
    await expect.element(options()).toHaveLength(3);
    await expect.element(options().nth(2)).toMatchTextContent(/NIDS.*national institute for defence studies.*Acronym/);
    await keys('{ArrowDown}{ArrowDown}');
    await expect.element(options().nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect.element(field()).toHaveAttribute('aria-activedescendant', options().nth(1).element().id);
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('ni');
    await keys('{Enter}');
    await expect.element(field()).toHaveValue('Ninh Thuận');
    await expect.element(options()).toHaveLength(0);
    await expect.poll(address).toBe('#/search?q=Ninh+Thuận');
  });

  test('Escape closes them first and leaves what was typed; Enter without a choice goes to the passages', async () => {
    await open('#/search', { before });
    await userEvent.fill(field(), 'ni');
    await expect.element(options()).toHaveLength(3);
    await keys('{Escape}');
    await expect.element(options()).toHaveLength(0);
    await expect.element(field()).toHaveValue('ni');
    await userEvent.fill(field(), 'patrol');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    await keys('{Enter}');
    await expect.poll(address).toContain('at=partners-at-sea/');
  });

  test('a search that led to a passage is suggested again; it can be forgotten, and so can all', async () => {
    const host = await open('#/search?q=metro');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    expect(host.state.earlier).toEqual([]);
    await keys('j');
    await expect.poll(() => host.state.earlier).toEqual(['metro']);
    host.state.earlier.push('frigates', 'loans');
    await userEvent.fill(field(), '');
    await expect.element(options()).toHaveLength(3);
    await keys('{ArrowDown}{Shift>}{Delete}{/Shift}');
    await expect.poll(() => host.state.earlier).toEqual(['frigates', 'loans']);
    await expect.element(options()).toHaveLength(2);
    await button('Forget all earlier searches').click();
    await expect.poll(() => host.state.earlier).toEqual([]);
    await expect.element(options()).toHaveLength(0);
  });

  test.each([['wide', undefined], ['360 wide', PHONE]])('%s: the open list is accessible and lies within the window', async (_name, size) => {
    await open('#/search?q=vessels', { before, ...(size && { size }) });
    await expect.element(heading('2 passages', 1)).toBeVisible();
    await userEvent.fill(field(), 'ni');
    await expect.element(options()).toHaveLength(3);
    await keys('{ArrowDown}');
    await expectAccessible();
    const { left, right } = page.getByRole('listbox', { name: 'Suggestions' }).element().getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(innerWidth);
  });
});

describe('The card of the query language', () => {
  test('opens from everywhere by a key, and is accessible', async () => {
    await open('#/library');
    await expect.element(heading('Library', 1)).toBeVisible();
    await keys('{Control>}/{/Control}');
    const card = page.getByRole('dialog', { name: 'How to search' });
    for (const typed of ['"coast guard"', 'radar -China', 'loan NEAR/5 port', 'country:vietnam', 'in:footnotes']) await expect.element(card.getByText(typed, { exact: true })).toBeVisible();
    await expectAccessible();
  });
});

describe('Saved searches', () => {
  const saved = (name: string) => ({ id: `id-${name}`, name, query: name.toLowerCase(), choice: { country: [], domain: [], limitation: [] }, report: null, where: 'all' as const, createdAt: '2026-01-01T00:00:00.000Z' });
  const before = (host: Awaited<ReturnType<typeof open>>) => Object.assign(host.state, { searches: ['Loans', 'Metro', 'Vessels'].map(saved) });
  const names = (host: Awaited<ReturnType<typeof open>>) => host.state.searches.map(({ name }) => name);
  const choose = async (name: string, action: string) => {
    await button(`More for “${name}”`).click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  test('are renamed, and put in order', async () => {
    const host = await open('#/search', { before });
    await choose('Metro', 'Rename…');
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Metro lines');
    await button('Rename').click();
    await expect.element(link('Metro lines')).toBeVisible();
    await choose('Vessels', 'Move up');
    await expect.poll(() => names(host)).toEqual(['Loans', 'Vessels', 'Metro lines']);
  });

  test('are moved by keyboard alone', async () => {
    const host = await open('#/search', { before });
    await expect.element(link('Loans')).toBeVisible();
    await button('Move “Loans”').element().focus();
    await keys('{Enter}');
    await keys('{ArrowDown}{ArrowDown}');
    await keys('{Enter}');
    await expect.poll(() => names(host)).not.toEqual(['Loans', 'Metro', 'Vessels']);
    expect(names(host).toSorted()).toEqual(['Loans', 'Metro', 'Vessels']);
  });

  test('keep their report and where the words stand; a removed one comes back to its place', async () => {
    const host = await open('#/search?q=JETRO&report=partners-at-sea&where=footnotes', { before });
    await button('This search').click();
    await page.getByRole('menuitem', { name: 'Save search…' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Surveys');
    await button('Save').click();
    await expect.poll(() => host.state.searches.at(-1)).toMatchObject({ name: 'Surveys', report: 'partners-at-sea', where: 'footnotes' });
    await userEvent.fill(field(), 'other');
    await link('Surveys').click();
    await expect.poll(address).toBe('#/search?q=JETRO&report=partners-at-sea&where=footnotes');
    await choose('Metro', 'Remove');
    await expect.poll(() => names(host)).toEqual(['Loans', 'Vessels', 'Surveys']);
    await button('Undo').click();
    await expect.poll(() => names(host)).toEqual(['Loans', 'Metro', 'Vessels', 'Surveys']);
  });

  test('go into a pack', async () => {
    const host = await open('#/search', { before });
    await choose('Metro', 'Add its best passages to the pack, 20 at most');
    await expect.poll(() => host.state.packs[0]?.pack.items).toEqual([{ kind: 'search', query: 'metro', country: [], domain: [], limitation: [], limit: 20 }]);
  });
});

describe('The passage beside the list', () => {
  test('a hit in a footnote shows its note lit with the words marked, here and where it is read', async () => {
    await open('#/search?q=JETRO&where=footnotes');
    await expect.element(passage().getByRole('list', { name: 'The note in which the words stand' }).getByText('JETRO', { exact: true })).toBeVisible();
    expect([...document.querySelectorAll('aside[aria-label="Passage"] mark')].map((mark) => mark.textContent)).toEqual(['JETRO']);
    await keys('{Enter}');
    await expect.poll(address).toContain('note=8');
    await expect.poll(() => document.querySelector('aside[aria-label="Notes"] li[data-n="8"]')?.className).toMatch(/lit/);
  });

  test('leads to more like it', async () => {
    const host = await open('#/search?q=metro');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    expect(host.calls.some(({ name }) => name === 'search.similar')).toBe(false);
    await keys('m');
    const more = passage().getByRole('list', { name: 'Passages like this one' });
    await expect.element(more.getByRole('link')).toHaveLength(6);
    await expectAccessible();
    await more.getByRole('link').first().click();
    await expect.poll(address).toMatch(/^#\/read\?report=partners-at-sea&chapter=vietnam&passage=/);
  });

  test('leads to more like it in a small window too, where the passage waits in a drawer', async () => {
    await open('#/search?q=metro', { size: SMALL });
    await expect.element(heading('1 passage', 1)).toBeVisible();
    await keys('m');
    const drawer = page.getByRole('dialog', { name: 'Passage' });
    await expect.element(drawer.getByRole('list', { name: 'Passages like this one' }).getByRole('link')).toHaveLength(6);
    await userEvent.keyboard('{Escape}');
    await expect.element(drawer).not.toBeInTheDocument();
    await keys('m');
    await expect.element(drawer).toBeVisible();
  });

  test('snippets are asked for as they come on the screen', async () => {
    const host = await open('#/search');
    await expect.element(heading('39 passages in the library', 1)).toBeVisible();
    const limits = host.calls.flatMap(({ name, params }) => (name === 'search.run' ? [(params as { limit: number }).limit] : []));
    expect(limits[0]).toBeLessThanOrEqual(14);
  });
});
