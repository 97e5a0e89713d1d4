import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import { makeReport } from './fixture-library.ts';
import { THAILAND } from './fixture-text.ts';
import { address, button, expectAccessible, heading, keys, link, open, PHONE } from './open.tsx';

const field = () => page.getByRole('combobox', { name: 'Narrow the comparison' });
const cells = (country: string) => page.getByRole('row', { name: new RegExp(`^${country}`) }).getByRole('cell');

describe('Compare', () => {
  test('puts countries side by side: counts, lead sentences, what holds Japan back', async () => {
    await open('#/compare');
    await expect.element(heading('Four countries and the region side by side', 1)).toBeVisible();
    expect(page.getByRole('columnheader').elements().map((head) => head.textContent)).toEqual(['Country', 'Security', 'Economy', 'Soft power', 'What holds Japan back']);
    await expect.element(cells('Thailand').first()).toMatchTextContent(/Thailand, Security: 3 passagesA centre for cyber security in Bangkok/);
    await expect.element(cells('Cambodia').first()).toHaveTextContent('none');
    await expect.element(cells('Thailand').last()).toMatchTextContent(/Slow decisions\+2 more4 passages/);
  });

  test('a cell opens its passages, Back returns', async () => {
    await open('#/compare');
    await link(/^Vietnam, Soft power: 2 passages/).click();
    await expect.poll(address).toBe('#/search?country=vietnam&domain=soft-power');
    await expect.element(heading('2 passages on soft power in Vietnam', 1)).toBeVisible();
    history.back();
    await link(/^Thailand, what holds Japan back/).click();
    await expect.element(heading(/^4 passages in Thailand that name/, 1)).toBeVisible();
  });

  test('the passages of a cell that has the focus are added to the pack', async () => {
    const host = await open('#/compare');
    (link(/^Vietnam, Soft power: 2 passages/).element() as HTMLElement).focus();
    await keys('a');
    await expect.element(page.getByText('Added to “Briefing pack”: 2 passages.')).toBeVisible();
    await expect.poll(() => host.state.packs[0]?.pack.items).toEqual([{ kind: 'search', query: '', country: ['vietnam'], domain: ['soft-power'], limitation: [], limit: 10, title: 'Vietnam: Soft power' }]);
    await keys('a');
    await expect.element(page.getByText('Already in “Briefing pack”.')).toBeVisible();
  });

  test('it is said how many of a cell’s passages are added', async () => {
    const many = Array.from({ length: 6 }, (_, at) => makeReport({ id: `copy-${at}`, title: `Copy ${at}` }, undefined, `c${at}-`));
    await open('#/compare', { reports: many });
    (link(/^Vietnam, Soft power: 12 passages/).element() as HTMLElement).focus();
    await keys('a');
    await expect.element(page.getByText('Added to “Briefing pack”: the best 10 of 12 passages.')).toBeVisible();
  });

  test('a pointer that lies over another cell, or leaves it, takes nothing from the one that has the focus', async () => {
    const host = await open('#/compare');
    const [focused, pointed] = [link(/^Vietnam, Soft power: 2 passages/), link(/^Vietnam, Security/)];
    (focused.element() as HTMLElement).focus();
    await pointed.hover();
    await keys('a');
    await expect.poll(() => host.state.packs[0]?.pack.items.map((item) => (item.kind === 'search' ? item.title : item.kind))).toEqual(['Vietnam: Soft power']);
    (focused.element() as HTMLElement).blur();
    await keys('a');
    await expect.poll(() => host.state.packs[0]?.pack.items.map((item) => (item.kind === 'search' ? item.title : item.kind))).toEqual(['Vietnam: Soft power', 'Vietnam: Security']);
  });

  test('the search field narrows every cell and stays here', async () => {
    await open('#/compare');
    await userEvent.fill(field(), 'loan');
    await expect.poll(address).toBe('#/compare?q=loan');
    await expect.element(page.getByText('2 passages match “loan”')).toBeVisible();
    await expect.element(cells('Vietnam').first()).toMatchTextContent(/Vietnam, Security: 1 passage/);
    await expect.element(page.getByRole('row', { name: /^Indonesia/ })).toBeVisible();
    await link(/^Vietnam, Security/).click();
    await expect.poll(address).toContain('q=loan');
  });

  test('each limitation can have its own column', async () => {
    await open('#/compare');
    await button('Each limitation apart').click();
    await expect.element(page.getByRole('columnheader', { name: 'Pressure from China' })).toBeInTheDocument();
    expect(page.getByRole('columnheader').elements()).toHaveLength(13);
    await expect.element(button('Limitations together')).toHaveAttribute('aria-expanded', 'true');
    expect(address()).toBe('#/compare?apart=1');
  });

  test('the address brings the columns of limitations back', async () => {
    await open('#/compare?apart=1');
    await expect.element(page.getByRole('columnheader', { name: 'Pressure from China' })).toBeInTheDocument();
  });

  test('prints on one sheet, and leaves no pack behind', async () => {
    const host = await open('#/compare', { settings: { marking: 'RESTRICTED' } });
    await button('On paper').click();
    await page.getByRole('menuitem', { name: 'Print on one sheet' }).click();
    await expect.poll(() => host.printed).toHaveLength(1);
    await expect.poll(() => host.state.removedPacks[0]?.pack).toMatchObject({ marking: 'RESTRICTED', items: [{ kind: 'compare', report: 'partners-at-sea' }] });
    expect(host.state.packs).toHaveLength(0);
  });

  test('where nothing can print, the sheet opens as a pack', async () => {
    const host = await open('#/compare', { canPrint: false });
    await button('On paper').click();
    await page.getByRole('menuitem', { name: 'Print on one sheet' }).click();
    await expect.poll(address).toBe('#/packs?pack=pack-1');
    expect(host.state.packs[0]?.pack.items).toEqual([{ kind: 'compare', report: 'partners-at-sea' }]);
  });

  test('of several reports one is chosen, for the table and for paper', async () => {
    const host = await open('#/compare', { reports: [makeReport(), makeReport({ id: 'second', title: 'The second report' }, [THAILAND], 's-')] });
    await button(/Report$/).click();
    await page.getByRole('option', { name: 'The second report' }).click();
    await expect.poll(address).toBe('#/compare?report=second');
    await expect.element(heading('One country and the region side by side', 1)).toBeVisible();
    await button('On paper').click();
    await page.getByRole('menuitem', { name: 'Add to pack' }).click();
    await expect.poll(() => host.state.packs[0]?.pack.items).toEqual([{ kind: 'compare', report: 'second' }]);
  });

  test('an empty library and a failure say what to do', async () => {
    const host = await open('#/compare', { reports: [], before: ({ fail }) => fail('compare.table', new AttacheError('internal', 'The table could not be counted. Try again.')) });
    await expect.element(page.getByRole('alert')).toMatchTextContent(/could not be counted/);
    host.fail('compare.table', null);
    await button('Try again').click();
    await expect.element(heading('Nothing to compare yet')).toBeVisible();
    await expectAccessible();
  });

  test('is accessible in both themes, and on a telephone only the table itself scrolls sideways', async () => {
    await open('#/compare');
    await expect.element(heading(/side by side/, 1)).toBeVisible();
    await expectAccessible();
    await page.viewport(...PHONE);
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(PHONE[0]);
    const region = page.getByRole('region', { name: 'Comparison' }).element();
    await expect.poll(() => region.scrollWidth > region.clientWidth).toBe(true);
    await expectAccessible();
  });
});
