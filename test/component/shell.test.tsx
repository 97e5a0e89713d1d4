import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { INDEX_JOB } from '../../db/contract/bridge.ts';
import { AttacheError } from '../../db/model/errors.ts';
import { formatRoute, parseRoute, readRoute, searchRoute } from '../../renderer/app/router.ts';
import type { ImportJob } from '../../renderer/library/imports.ts';
import { queueProgress, timeLeft } from '../../renderer/library/time-left.ts';
import { exactQuery } from '../../renderer/search/exact-query.ts';
import { agoWords, dateWords } from '../../renderer/parts/words.ts';
import { savedPack } from './fake-desk.ts';
import { makeReport } from './fixture-library.ts';
import { address, axeFindings, button, expectAccessible, heading, keys, link, open, PHONE, settled } from './open.tsx';

const theme = () => document.documentElement.dataset['theme'];

describe('The window', () => {
  test('a first start opens the briefing that comes along, and keeps in mind that it was read', async () => {
    const host = await open('#', { reports: [makeReport({ builtIn: true })] });
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
    await expect.poll(() => host.state.positions.size, { timeout: 4000 }).toBe(1);
  });

  test('a later start opens the library', async () => {
    await open('#', { reports: [makeReport({ builtIn: true })], before: ({ state }) => state.positions.set('partners-at-sea', 'region-2') });
    await expect.element(heading('Library', 1)).toBeVisible();
  });

  test.each([
    ['a report of one’s own is there', '#', [makeReport({ builtIn: true }), makeReport({ id: 'own' })]],
    ['an address asks for something', '#/library', [makeReport({ builtIn: true })]],
    ['nothing is there at all', '#', []],
  ])('where %s, no briefing opens by itself', async (_when, at, reports) => {
    await open(at, { reports });
    await expect.element(heading('Library', 1)).toBeVisible();
  });

  test('every place is a key, a tab and a menu item away; each keeps its state', async () => {
    const host = await open('#/search?q=metro');
    await expect.element(heading('1 passage', 1)).toBeVisible();
    await keys('gc');
    await expect.element(heading(/side by side/, 1)).toBeVisible();
    await keys('gp');
    await expect.element(heading('Packs', 1)).toBeVisible();
    await keys('gr');
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
    await keys('gl');
    await expect.element(heading('Library', 1)).toBeVisible();
    await link('Search').click();
    await expect.poll(address).toBe('#/search?q=metro');
    await expect.poll(() => document.title).toBe('“metro” – Search – Attaché');
    host.emit({ type: 'command', command: 'place:compare' });
    await expect.element(heading(/side by side/, 1)).toBeVisible();
    expect(document.title).toBe('Compare – Attaché');
    await keys('{Escape}');
    await expect.element(heading('1 passage', 1)).toBeVisible();
  });

  test('the host’s menu is told what the place answers, whenever that changes', async () => {
    const host = await open('#/library');
    await expect.poll(() => host.offered()).toEqual(expect.arrayContaining(['find', 'help', 'import', 'check']));
    expect(host.offered()).not.toContain('pack:pdf');
    await keys('gc');
    await expect.poll(() => host.offered().includes('check')).toBe(false);
  });

  test('F6 goes around the window, whatever parts the text has', async () => {
    await open('#/read?report=partners-at-sea');
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
    const seen: string[] = [];
    document.getElementById('main')!.focus();
    for (let n = 0; n < 3; n++) {
      await keys('{F6}');
      seen.push(document.activeElement!.closest('header, aside, main')!.localName);
    }
    expect(seen).toEqual(['header', 'aside', 'main']);
  });

  test('the search field is a key away everywhere, and keeps letters to itself', async () => {
    await open('#/library');
    await expect.element(heading('Library', 1)).toBeVisible();
    await keys('/');
    const field = page.getByRole('combobox', { name: 'Search the library' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('gpa?');
    await expect.element(field).toHaveValue('gpa?');
    await expect.poll(address).toBe('#/search?q=gpa?');
    await keys('{Escape}');
    await expect.element(field).toHaveValue('');
    await keys('{Escape}');
    await expect.element(field).not.toHaveFocus();
    await keys('{Control>}k{/Control}');
    await expect.element(field).toHaveFocus();
    await button('Clear the search').query();
  });

  test('letters can be switched off as commands; keys with Ctrl stay', async () => {
    const host = await open('#/library');
    await button(/^View/).click();
    await page.getByRole('switch', { name: 'Letters alone are commands' }).click({ force: true });
    await expect.poll(() => host.state.settings).toMatchObject({ singleKeys: false });
    await keys('{Escape}');
    await keys('gp?');
    expect(address()).toBe('#/library');
    await keys('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox', { name: 'Search the library' })).toHaveFocus();
  });

  test('lists all keys, from the same table as everything else', async () => {
    await open('#/library');
    await expect.element(heading('Library', 1)).toBeVisible();
    await keys('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await expect.element(help).toMatchTextContent(/Search the library\/Ctrl K/);
    await settled();
    await expectAccessible();
    await keys('{Escape}');
    await expect.element(help).not.toBeInTheDocument();
  });

  test('the palette finds what can be done here, and does it', async () => {
    await open('#/library');
    await expect.element(heading('Library', 1)).toBeVisible();
    await keys('{Control>}p{/Control}');
    await expect.element(page.getByRole('searchbox', { name: 'Find a command' })).toHaveFocus();
    expect(page.getByRole('menuitem', { name: /Next chapter/ }).query()).toBeNull();
    await settled();
    expect(await axeFindings()).toEqual([]);
    await userEvent.keyboard('compa{ArrowDown}{Enter}');
    await expect.element(heading(/side by side/, 1)).toBeVisible();
  });

  test('theme and text size are kept and shown at once', async () => {
    const host = await open('#/library', { settings: { theme: 'dark' } });
    await expect.poll(theme).toBe('dark');
    await keys('d');
    await expect.poll(theme).toBe('light');
    await expect.poll(() => host.state.settings).toMatchObject({ theme: 'light' });
    await keys('++');
    await expect.poll(() => document.documentElement.style.fontSize).toBe('125%');
    host.emit({ type: 'command', command: 'text-reset' });
    await expect.poll(() => host.state.settings).toMatchObject({ textSize: 100 });
    await button(/^View/).click();
    await page.getByText('As the system', { exact: true }).click();
    await expect.poll(() => host.state.settings).toMatchObject({ theme: 'system' });
    await settled();
    await expectAccessible();
  });

  test('a setting that cannot be kept goes back, and says why', async () => {
    await open('#/library', { settings: { theme: 'light' }, before: ({ fail }) => fail('desk.set', new AttacheError('disk-full', 'The disk is full. Nothing was lost.')) });
    await expect.poll(theme).toBe('light');
    await keys('d');
    await expect.element(page.getByText('The disk is full. Nothing was lost.')).toBeVisible();
    await expect.poll(theme).toBe('light');
  });

  test('large text makes the room smaller: panes become drawers, nothing is cut off', async () => {
    await open('#/search', { settings: { textSize: 200 } });
    await expect.element(button('Filters')).toBeVisible();
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(1360);
    await settled();
    expect(await axeFindings()).toEqual([]);
  });

  test('the marking is the user’s own, shown on top and given to new packs', async () => {
    const host = await open('#/library');
    await button(/^No marking/).click();
    await expect.element(page.getByText(/You apply it; Attaché never classifies/)).toBeVisible();
    await userEvent.fill(page.getByRole('combobox', { name: /Marking \(user-applied\)/ }), 'INTERNAL');
    await button('Apply').click();
    await expect.element(button(/Marking, applied by you: INTERNAL/)).toBeVisible();
    await keys('n');
    await button(/^Empty pack/).click();
    await expect.poll(() => host.state.packs[0]?.pack.marking).toBe('INTERNAL');
  });

  test('the foot says that nothing leaves the machine, and counts what was refused', async () => {
    const host = await open('#/library');
    await expect.element(page.getByText('Offline: 0 requests since start')).toBeVisible();
    host.state.refused = 2;
    host.emit({ type: 'changed', what: 'library' });
    await expect.element(page.getByText('Offline: 2 requests refused since start')).toBeVisible();
  });

  test('the foot says how far a search index is that is made anew', async () => {
    const host = await open('#/library');
    host.emit({ type: 'progress', job: INDEX_JOB, phase: 'indexing', done: 3, total: 8 });
    await expect.element(page.getByText(/search index anew from the text: 37 %/)).toBeVisible();
    host.emit({ type: 'progress', job: INDEX_JOB, phase: 'indexing', done: 8, total: 8 });
    await expect.element(page.getByText(/search index anew/)).not.toBeInTheDocument();
  });

  test('a search that waits for the index says so', async () => {
    const host = await open('#/library');
    const held = host.hold('search.run');
    host.emit({ type: 'progress', job: INDEX_JOB, phase: 'indexing', done: 3, total: 8 });
    location.hash = '#/search?q=radar';
    await expect.element(page.getByText('Searching, as soon as the search index is made anew (37 %). Reading works meanwhile.')).toBeVisible();
    held.release();
    await expect.element(page.getByText(/^Searching/)).not.toBeInTheDocument();
  });

  test('a change in another window is seen here', async () => {
    const host = await open('#/packs', { packs: [savedPack({})] });
    await expect.element(link('Hanoi visit')).toBeVisible();
    host.state.packs.push(savedPack({ title: 'From elsewhere' }, 'pack-9'));
    host.emit({ type: 'changed', what: 'desk' });
    await expect.element(link('From elsewhere')).toBeVisible();
  });

  test('a library that cannot be opened says so, and can be tried again', async () => {
    const host = await open('#/library', { before: ({ fail }) => fail('desk.settings', new AttacheError('library-in-use', 'Another Attaché holds this library. Close it and try again.')) });
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Another Attaché holds this library/);
    expect(await axeFindings()).toEqual([]);
    host.fail('desk.settings', null);
    await button('Try again').click();
    await expect.element(heading('Library', 1)).toBeVisible();
  });

  test('events and answers that are not understood are dropped or refused, never shown', async () => {
    const host = await open('#/library');
    await expect.element(heading('Library', 1)).toBeVisible();
    host.emit({ type: 'command', command: 'constructor' as never });
    host.emit({ type: 'unknown' } as never);
    host.bridge.pickFiles = async () => 'no list';
    await button('Import reports').click();
    await expect.element(page.getByText(/gave an answer that this window does not understand/)).toBeVisible();
  });

  test('skips to the text; the tabs and the field fit a telephone', async () => {
    await open('#/library', { size: PHONE });
    await expect.element(heading('Library', 1)).toBeVisible();
    await keys('{Tab}');
    await expect.element(link('Skip to the text')).toHaveFocus();
    await keys('{Enter}');
    await expect.element(page.getByRole('main')).toHaveFocus();
    const tabs = page.getByRole('navigation', { name: 'Places' }).element();
    expect(tabs.scrollWidth).toBeLessThanOrEqual(tabs.clientWidth);
  });
});

describe('Addresses', () => {
  test('say the whole state, and are read back as they were', () => {
    const routes = [
      { place: 'library' as const }, readRoute({ report: 'a b', chapter: 'c&d', passage: 'p-1', lit: true }), { place: 'compare' as const, query: 'rail way', report: 'r', apart: true },
      searchRoute({ query: 'đà nẵng "a b" #1', choice: { country: ['vietnam', 'thailand'], domain: [], limitation: ['implementation'] }, where: 'footnotes', report: 'x', selected: 'x/p' }),
      { place: 'packs' as const, pack: 'p' },
    ];
    for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  test('what is not understood leads to the library', () => {
    for (const hash of ['', '#', '#/nowhere?q=1', '#token=abc', '#/__proto__', '#/%E0%A4']) expect(parseRoute(hash)).toEqual({ place: 'library' });
    expect(parseRoute('#/search?where=everywhere')).toMatchObject({ where: 'all', query: '' });
  });
});

describe('Words', () => {
  test('the exact spelling is quoted word by word, and quoted words stay', () => {
    expect(exactQuery('coast gard vesels', [{ from: 'gard' }, { from: 'vesels' }])).toBe('coast "gard" "vesels"');
    expect(exactQuery('"coast gard" Gard', [{ from: 'gard' }])).toBe('"coast gard" "Gard"');
    expect(exactQuery('"vesels', [{ from: 'vesels' }])).toBe('"vesels"');
    expect(exactQuery('"coast guard" "gard and', [{ from: 'gard' }])).toBe('"coast guard" "gard" and');
    expect(exactQuery('coast', [{ from: 'guard' }])).toBeNull();
  });

  test('dates are told as far as they are known', () => {
    expect([dateWords('2022'), dateWords('2022-03'), dateWords('2022-03-31'), dateWords('spring')]).toEqual(['2022', 'March 2022', '31 March 2022', 'spring']);
    const now = Date.parse('2026-12-03T12:00:00Z');
    expect(['2026-12-03T11:59:50Z', '2026-12-03T11:48:00Z', '2026-12-03T09:00:00Z', '2026-12-02T09:00:00Z', '2026-11-20T09:00:00Z'].map((at) => agoWords(at, now)))
      .toEqual(['just now', '12 minutes ago', '3 hours ago', 'yesterday', 'on 20 November 2026']);
  });

  test('time left is told only where it means something', () => {
    const job: ImportJob = { id: 'a', batch: 1, size: 1_000_000, file: 'f', name: 'n', state: 'running', phase: 'facets', done: 25, total: 100, since: 1000, heard: 6000, report: null, problem: null };
    expect(timeLeft(job)).toBe('about 15 s left');
    expect(timeLeft({ ...job, heard: 61_000 })).toBe('about 3 min left');
    expect([timeLeft({ ...job, done: 1 }), timeLeft({ ...job, total: 0 }), timeLeft({ ...job, heard: 1500 }), timeLeft({ ...job, state: 'stopping' })]).toEqual([null, null, null, null]);
  });

  test('of a queue it is told how far it is by the size of its files, whatever came of them', () => {
    const job = (id: string, values: Partial<ImportJob>): ImportJob => ({ id, batch: 2, size: 1_000_000, file: 'f', name: id, state: 'waiting', phase: null, done: 0, total: 0, since: 0, heard: 0, report: null, problem: null, ...values });
    const jobs = [job('old', { batch: 1, state: 'done' }), job('a', { state: 'failed', heard: 10_000 }), job('b', { state: 'running', phase: 'indexing', done: 0, total: 10, heard: 60_000 }), job('c', { size: 2_000_000 })];
    expect(queueProgress(jobs)).toEqual({ files: 1, of: 3, part: 0.4625, left: 'about 2 min left' });
    expect(queueProgress(jobs.map((one) => ({ ...one, state: 'done' as const })))).toBeNull();
  });
});
