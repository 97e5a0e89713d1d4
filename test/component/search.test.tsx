import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import { savedPack } from './fake-desk.ts';
import { makeReport } from './fixture-library.ts';
import { address, button, expectAccessible, heading, keys, link, open, PHONE, SMALL } from './open.tsx';

const field = () => page.getByRole('combobox', { name: 'Search the library' });
const facet = (name: RegExp) => page.getByRole('checkbox', { name });
const hits = () => page.getByRole('list', { name: 'Passages found' }).getByRole('article');
const passage = () => page.getByRole('complementary', { name: 'Passage' });

describe('Search', () => {
  test('answers while typing, from any place, and the address carries the words', async () => {
    await open('#/library');
    await userEvent.fill(field(), 'patrol vessels');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    await expect.element(field()).toHaveFocus();
    expect(address()).toBe('#/search?q=patrol+vessels');
    await expect.element(page.getByText('patrol', { exact: true }).first()).toBeVisible();
    expect([...document.querySelectorAll('main mark')].map((mark) => mark.textContent)).toEqual(['patrol', 'vessels']);
  });

  test('only the last of many questions is shown, however late an older answer comes', async () => {
    const host = await open('#/search?q=metro');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    const held = host.hold('search.run');
    await userEvent.fill(field(), 'nuclear');
    await expect.poll(address).toBe('#/search?q=nuclear');
    await expect.element(page.getByText(/The first metro line/).first()).toBeVisible();
    const asked = host.calls.length;
    await userEvent.fill(field(), 'restaurants');
    await expect.poll(() => host.calls.length).toBeGreaterThan(asked);
    held.release();
    await expect.element(hits()).toMatchTextContent(/More than five thousand/);
    await expect.element(hits()).toHaveLength(1);
  });

  test('one of hundreds of reports is found by typing, and only those in sight are drawn', async () => {
    const reports = Array.from({ length: 300 }, (_, at) => makeReport({ id: `r${at}`, title: `Report ${at + 1}` }, [], `r${at}-`));
    reports.push(makeReport({ id: 'energy', title: 'Năng lượng on the coast' }, [], 'e-'));
    await open('#/search', { reports });
    await button(/All reports/).click();
    await expect.element(page.getByRole('option', { name: 'All reports' })).toBeVisible();
    expect(page.getByRole('option').elements().length).toBeLessThan(60);
    await expectAccessible();
    await userEvent.keyboard('nang l');
    await expect.poll(() => page.getByRole('option').elements().map((option) => option.textContent)).toEqual(['Năng lượng on the coast']);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(address).toContain('report=energy');
    await expect.element(button(/Năng lượng on the coast/)).toBeVisible();
  });

  test('narrows by several values of several facets, and reads as a sentence', async () => {
    await open('#/search');
    await facet(/^Vietnam/).click();
    await facet(/^Thailand/).click();
    await facet(/^Security/).click();
    await expect.element(heading('10 passages on security in Vietnam or Thailand', 1)).toBeVisible();
    expect(address()).toBe('#/search?country=vietnam&country=thailand&domain=security');
    await expect.element(facet(/^Pressure from China/)).not.toBeDisabled();
    history.back();
    await expect.element(heading(/in Vietnam or Thailand/, 1)).toBeVisible();
    await expect.element(facet(/^Security/)).not.toBeChecked();
  });

  test('a value without hits dims, cannot be chosen, and stays in its place', async () => {
    await open('#/search');
    await expect.element(heading('39 passages in the library', 1)).toBeVisible();
    const names = () => page.getByRole('group', { name: 'Country' }).getByRole('checkbox').elements().map((box) => box.parentElement?.textContent?.replace(/\d.*/, ''));
    const before = names();
    await userEvent.fill(field(), 'patrol');
    await expect.element(facet(/^Thailand/)).toBeDisabled();
    expect(names()).toEqual(before);
    await expect.element(facet(/^Vietnam 1/)).toBeEnabled();
  });

  test('says why a passage was found, and offers the way back to the exact spelling', async () => {
    await open('#/search?q=vesels');
    await expect.element(page.getByText(/No passage has “vesels”. Showing passages for “vessels”/)).toBeVisible();
    await expect.element(page.getByText('vesels → vessels').first()).toBeVisible();
    await button('Search for "vesels" as typed').click();
    await expect.element(field()).toHaveValue('"vesels"');
    await expect.element(heading('Nothing matches all of this')).toBeVisible();
  });

  test('searches only the footnotes, and shows which one', async () => {
    await open('#/search?q=JETRO');
    await expect.element(heading('2 passages', 1)).toBeVisible();
    await facet(/^Footnotes/).click();
    await expect.element(heading('2 passages with the words in a footnote', 1)).toBeVisible();
    await expect.element(hits().first()).toMatchTextContent(/Note 8: /);
  });

  test('the selected passage stands whole beside the list, with its notes and why it has its tags', async () => {
    await open('#/search?q=hotline%20or%20patrol');
    await userEvent.fill(field(), 'ninh');
    await expect.element(passage()).toMatchTextContent(/A nuclear plant in Ninh Thuận/);
    await expect.element(passage().getByRole('list', { name: 'Notes' })).toMatchTextContent(/Resolution 31/);
    await passage().getByText('Why these tags').click();
    await expect.element(passage().getByText(/from the chapter/)).toBeVisible();
  });

  test('by keyboard alone: down through the hits, add, copy, open, and back to the same hit', async () => {
    const host = await open('#/search?country=thailand', { packs: [savedPack({ title: 'Bangkok' })], settings: { activePack: 'pack-1' } });
    await expect.element(heading('10 passages in Thailand', 1)).toBeVisible();
    await keys('jjj');
    await expect.poll(address).toContain('at=partners-at-sea/thailand-3');
    await keys('k{ArrowDown}');
    await expect.element(hits().nth(2)).toHaveAttribute('aria-current', 'true');
    await keys('a');
    await expect.element(page.getByText('Added to “Bangkok”.')).toBeVisible();
    expect(host.state.packs[0]?.pack.items).toEqual([{ kind: 'passage', report: 'partners-at-sea', passage: 'thailand-3' }]);
    await keys('a');
    await expect.element(page.getByText('Already in “Bangkok”.')).toBeVisible();
    await keys('{Enter}');
    await expect.element(heading('Thailand', 1)).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toMatch(/fast train to Chiang Mai/);
    await keys('{Escape}');
    await expect.element(heading('10 passages in Thailand', 1)).toBeVisible();
    await expect.poll(address).toContain('thailand-3');
  });

  test('adding can be undone; without a pack the first passage makes one', async () => {
    const host = await open('#/search?q=metro');
    await expect.element(page.getByText('No pack yet. Adding the first passage makes one.')).toBeVisible();
    await passage().getByRole('button', { name: 'Add to pack' }).click();
    await expect.element(passage().getByRole('link', { name: 'Briefing pack' })).toBeVisible();
    expect(host.state.packs[0]?.pack.items).toHaveLength(1);
    await button('Undo').click();
    await expect.poll(() => host.state.packs[0]?.pack.items.length).toBe(0);
  });

  test('copies a passage with its citation', async () => {
    await open('#/search?q=metro');
    await expect.element(passage()).toMatchTextContent(/The first metro line/);
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
    await keys('c');
    await expect.element(page.getByText('Copied with its citation.')).toBeVisible();
    expect(copied[0]).toMatch(/^“The first metro line .* staff\.” \(Lê Thu Hà, “Vietnam”, in: Partners at sea .*, p\. 55\)$/);
  });

  test('a search can be saved, run again, removed, and brought back', async () => {
    const host = await open('#/search?q=loan&country=vietnam');
    await button('This search').click();
    await page.getByRole('menuitem', { name: 'Save search…' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Loans to Hanoi');
    await button('Save').click();
    await expect.element(link('Loans to Hanoi')).toBeVisible();
    await userEvent.fill(field(), 'other');
    await link('Loans to Hanoi').click();
    await expect.poll(address).toBe('#/search?q=loan&country=vietnam');
    await button('More for “Loans to Hanoi”').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect.poll(() => host.state.searches).toHaveLength(0);
    await button('Undo').click();
    await expect.poll(() => host.state.searches.map(({ name }) => name)).toEqual(['Loans to Hanoi']);
  });

  test('the window for a search’s name has the focus in it, with the name selected; Back closes it', async () => {
    const host = await open('#/search?q=metro');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    await facet(/^Vietnam/).click();
    await button('This search').click();
    await page.getByRole('menuitem', { name: 'Save search…' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await expect.element(name).toHaveFocus();
    await userEvent.keyboard('Trains');
    await expect.element(name).toHaveValue('Trains');
    history.back();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await keys('s');
    await expect.element(name).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Saved “Passage: ‘metro’”.')).toBeVisible();
    await button('More for “Passage: ‘metro’”').click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await expect.element(name).toHaveFocus();
    await userEvent.keyboard('Trains{Enter}');
    await expect.poll(() => host.state.searches.map((search) => [search.name, search.choice.country])).toEqual([['Trains', []]]);
  });

  test('a whole search goes into the pack with its filters', async () => {
    const host = await open('#/search?q=loan&country=vietnam');
    await button('This search').click();
    await page.getByRole('menuitem', { name: /^Add its 1 passage to/ }).click();
    await expect.element(page.getByText('Added to “Briefing pack”: 1 passage.')).toBeVisible();
    await expect.poll(() => host.state.packs[0]?.pack.items).toEqual([{ kind: 'search', query: 'loan', country: ['vietnam'], domain: [], limitation: [], limit: 20 }]);
  });

  test('hundreds of hits: only those near the screen are in the page, and the list goes on to the end', async () => {
    const many = Array.from({ length: 5 }, (_, at) => makeReport({ id: `copy-${at}`, title: `Copy ${at}` }, undefined, `c${at}-`));
    await open('#/search', { reports: many });
    await expect.element(heading('195 passages in the library', 1)).toBeVisible();
    expect(hits().elements().length).toBeLessThan(40);
    const list = page.getByRole('list', { name: 'Passages found' }).element();
    const scroller = list.parentElement!.parentElement!;
    await expect.poll(() => {
      scroller.scrollTop = scroller.scrollHeight;
      return list.querySelector('[aria-posinset="195"]');
    }, { timeout: 10_000 }).not.toBeNull();
    expect(hits().elements().length).toBeLessThan(40);
  });

  test('text that looks like markup stays text', async () => {
    const title = document.title;
    await open('#/search?q=onerror');
    await expect.element(hits()).toMatchTextContent(/<img src=x onerror="document\.title='run'">/);
    expect(document.querySelector('main img, main script, aside img, aside script')).toBeNull();
    await userEvent.fill(field(), '<img src=x onerror=alert(1)>');
    await expect.element(page.getByText('“<img src=x onerror=alert(1)>”')).toBeVisible();
    expect(document.title).not.toBe('run');
    expect(title).not.toBe('run');
  });

  test('an error keeps the filters, and can be tried again', async () => {
    const host = await open('#/search?country=vietnam', { before: ({ fail }) => fail('search.run', new AttacheError('library-damaged', 'The index is damaged. Your packs are safe. Check the library.')) });
    await expect.element(page.getByRole('alert')).toMatchTextContent(/The index is damaged/);
    host.fail('search.run', null);
    await button('Try again').click();
    await expect.element(heading('15 passages in Vietnam', 1)).toBeVisible();
  });

  test('says the count aloud once typing rests', async () => {
    await open('#/search?q=metro');
    await expect.poll(() => [...document.querySelectorAll('output.aloud')].map((node) => node.textContent)).toContain('1 passage');
  });

  test.each([['1024 wide', SMALL], ['360 wide', PHONE]])('%s: panes become drawers, nothing is cut off', async (_name, size) => {
    await open('#/search?q=vessels', { size });
    await expect.element(heading('2 passages', 1)).toBeVisible();
    await button('Passage').click();
    const drawer = page.getByRole('dialog', { name: 'Passage' });
    await expect.element(drawer).toMatchTextContent(/Six used patrol vessels/);
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.element(drawer).not.toBeInTheDocument();
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    const list = page.getByRole('list', { name: 'Passages found' }).element();
    expect(list.parentElement!.parentElement!.scrollWidth).toBeLessThanOrEqual(list.parentElement!.parentElement!.clientWidth);
  });

  test('600 wide: the filters stay open while several are chosen', async () => {
    await open('#/search', { size: [600, 740] });
    await button('Filters').click();
    const drawer = page.getByRole('dialog', { name: 'Filters' });
    await drawer.getByRole('checkbox', { name: /^Vietnam/ }).click();
    await drawer.getByRole('checkbox', { name: /^Security/ }).click();
    await expect.poll(address).toBe('#/search?country=vietnam&domain=security');
    await expect.element(drawer).toBeVisible();
    await button('Close: filters').click();
    await expect.element(drawer).not.toBeInTheDocument();
  });

  test('is accessible in both themes', async () => {
    await open('#/search?q=vessels&country=vietnam', { packs: [savedPack({ items: [{ kind: 'passage', report: 'partners-at-sea', passage: 'vietnam-4' }] })], settings: { activePack: 'pack-1', marking: 'RESTRICTED' } });
    await expect.element(heading('2 passages in Vietnam', 1)).toBeVisible();
    await expect.element(passage()).toMatchTextContent(/Exchange of notes/);
    await expectAccessible();
  });
});
