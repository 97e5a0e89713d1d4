import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import { counted, makeReport } from './fixture-library.ts';
import { takeDropped } from '../../renderer/app/dropped-files.ts';
import { address, button, expectAccessible, heading, link, open, PHONE, settled } from './open.tsx';

type Entry = { name: string; isFile: boolean; isDirectory: boolean };
const file = (name: string) => ({ name, isFile: true, isDirectory: false, file: (found: (file: File) => void) => found(new File(['words'], name)) });
/** A folder that tells its entries one at a time, as a browser tells them a hundred at a time. */
const folder = (name: string, entries: Entry[]) => ({
  name, isFile: false, isDirectory: true,
  createReader: () => {
    const rest = [...entries];
    return { readEntries: (found: (entries: Entry[]) => void) => found(rest.splice(0, 1)) };
  },
});
const item = (entry: Entry) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => new File(['words'], entry.name) });

describe('Library', () => {
  test('shows each report with its counts and what it is about, and leads to its passages', async () => {
    await open('#/library');
    await expect.element(heading('Partners at sea and ashore: Japan in Southeast Asia', 2)).toBeVisible();
    await expect.element(page.getByText('39 passages', { exact: true })).toBeVisible();
    await link(/^Vietnam/).click();
    await expect.poll(address).toContain('#/search?country=vietnam&report=partners-at-sea');
  });

  test('says where a report came from, and where it speaks of none of the facets', async () => {
    await open('#/library', { reports: [makeReport({ title: 'Ropes and knots', sourceName: 'plain.txt', facets: counted(() => 0) })] });
    await expect.element(page.getByText(/imported .* from plain\.txt$/)).toBeVisible();
    await expect.element(page.getByText('None of its passages speak of these countries, domains or limitations.')).toBeVisible();
  });

  test('of many reports, one is found by its title, publisher or file, and all are put in order', async () => {
    const reports = Array.from({ length: 9 }, (_, at) => makeReport({ id: `r${at}`, title: `Report ${at + 1}`, date: `20${10 + at}` }));
    reports.push(makeReport({ id: 'energy', title: 'Năng lượng on the coast', publisher: 'Harbour Institute', sourceName: 'energy-final.pdf', date: '2005' }));
    await open('#/library', { reports });
    const titles = (): string[] => page.getByRole('heading', { level: 2 }).elements().map((title) => title.textContent!);
    await expect.element(page.getByText('10 reports', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Control>}f{/Control}');
    for (const words of ['nang luong', 'HARBOUR inst', 'energy']) {
      await page.getByRole('searchbox', { name: 'Find a report' }).fill(words);
      await expect.poll(titles).toEqual(['Năng lượng on the coast']);
      await expect.element(page.getByText('1 of 10 reports')).toBeVisible();
    }
    await userEvent.keyboard('{Escape}');
    await button(/^Latest import first/).click();
    await page.getByRole('option', { name: 'By title' }).click();
    await expect.poll(() => titles().slice(0, 2)).toEqual(['Năng lượng on the coast', 'Report 1']);
    await button(/^By title/).click();
    await page.getByRole('option', { name: 'Latest date first' }).click();
    await expect.poll(() => titles().slice(0, 2)).toEqual(['Report 9', 'Report 8']);
    await page.getByRole('searchbox', { name: 'Find a report' }).fill('radar');
    await expectAccessible();
    await link('Search for it in what they say').click();
    await expect.poll(address).toContain('#/search?q=radar');
  });

  test('an empty library says what to do first', async () => {
    await open('#/library', { reports: [] });
    await expect.element(heading('The library is empty', 2)).toBeVisible();
    await expect.element(page.getByText('No reports yet')).toBeVisible();
    await expectAccessible();
  });

  test('imports several files at once: progress for each, one refused in a sentence, one read', async () => {
    const host = await open('#/library');
    host.willPick([{ name: 'lectures.md', text: 'slow' }, { name: 'photo.jpg', text: 'bad' }]);
    await button('Import reports').click();
    await expect.element(page.getByRole('progressbar', { name: 'Import of lectures.md' })).toBeVisible();
    await expect.element(page.getByText('1 of 4')).toBeVisible();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/“photo.jpg” is no text that Attaché can read/);
    await expect.element(page.getByText('Imported: 3 chapters, 39 passages, 30 notes, 2 warnings.')).toBeVisible();
    await expect.element(heading('The report in lectures.md')).toBeVisible();
    await link('Read it').click();
    await expect.poll(address).toContain('report=lectures-md');
  });

  test('an import can be cancelled, and the library stays as it was', async () => {
    const host = await open('#/library');
    host.willPick([{ name: 'lectures.md', text: 'slow' }]);
    await button('Import reports').click();
    await button('Cancel').click();
    await expect.element(page.getByText('The import was cancelled. The library is as it was.')).toBeVisible();
    expect(host.state.reports).toHaveLength(1);
  });

  test('a locked file asks for its password, refuses a wrong one, and opens with the right one', async () => {
    const host = await open('#/library');
    host.willPick([{ name: 'sealed.pdf', text: 'locked' }]);
    await button('Import reports').click();
    await expect.element(page.getByText(/locked with a password/)).toBeVisible();
    const password = page.getByLabelText('Password');
    await userEvent.fill(password, 'guess');
    await button('Open it').click();
    await expect.element(page.getByText(/This password does not open “sealed.pdf”/)).toBeVisible();
    await userEvent.fill(password, 'open');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('The report in sealed.pdf')).toBeVisible();
  });

  test('a file that is already there is not imported twice', async () => {
    const host = await open('#/library');
    host.willPick([{ name: 'partners.txt', text: 'ok' }]);
    await button('Import reports').click();
    await expect.element(page.getByText('Already in the library, so it was not imported twice.')).toBeVisible();
  });

  test('takes files that are dropped anywhere, in every place', async () => {
    await open('#/compare');
    await expect.element(heading(/side by side/)).toBeVisible();
    const files = new DataTransfer();
    files.items.add(new File(['words'], 'dropped.txt', { type: 'text/plain' }));
    globalThis.dispatchEvent(new DragEvent('dragenter', { dataTransfer: files, bubbles: true }));
    await expect.element(page.getByText('Drop reports, or a folder of them, to import them')).toBeVisible();
    globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    await expect.element(heading('The report in dropped.txt')).toBeVisible();
    expect(address()).toBe('#/library');
  });

  test('of a folder that is dropped, takes the reports in it and below it; a folder without any says so', async () => {
    await open('#/library');
    const { files, problems } = await takeDropped({ items: [
      item(folder('Visit', [file('notes.md'), file('~$notes.docx'), file('photo.jpg'), folder('Older', [file('memo.txt')]), folder('page_files', [file('frame.html')])])),
      item(folder('Pictures', [file('a.jpg')])), item(file('loose.xyz')),
    ] } as unknown as DataTransfer);
    expect(files.map(({ name }) => name)).toEqual(['notes.md', 'memo.txt', 'loose.xyz']);
    expect(problems).toEqual([{ name: 'Pictures', problem: expect.stringMatching(/The folder “Pictures” holds no report/) }]);
  });

  test('a queue tells how far it is as a whole, can be cancelled as a whole, and cleared', async () => {
    const host = await open('#/library');
    host.willPick([{ name: 'bad.jpg', text: 'bad' }, { name: 'first.md', text: 'ok' }]);
    await button('Import reports').click();
    await expect.element(page.getByText('1 imported, 1 not imported')).toBeVisible();
    const { release } = host.hold('library.import');
    host.willPick([{ name: 'second.md', text: 'ok' }, { name: 'third.md', text: 'ok' }, { name: 'fourth.md', text: 'ok' }]);
    await button('Import reports').click();
    await expect.element(page.getByText('0 of 3 files done')).toBeVisible();
    await expect.element(page.getByRole('progressbar', { name: 'All imports' })).toBeVisible();
    await expectAccessible();
    await button('Cancel all').click();
    release();
    await expect.element(page.getByText('1 imported, 3 cancelled, 1 not imported')).toBeVisible();
    expect(host.state.reports).toHaveLength(2);
    // The two that waited were never asked for.
    expect(host.calls.filter(({ name }) => name === 'library.import')).toHaveLength(3);
    await button('Clear the list').click();
    expect(page.getByRole('region', { name: 'Imports' }).query()).toBeNull();
  });

  test('a manifest is handed over right before its report, and is no pack although its name ends as one', async () => {
    const host = await open('#/library');
    const files = new DataTransfer();
    for (const name of ['b.txt', 'a.attache.json', 'a.txt']) files.items.add(new File(['words'], name));
    globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    await expect.element(heading('The report in a.txt')).toBeVisible();
    expect([...host.state.files.values()].map((text) => text.split('\n')[0])).toEqual(['b.txt', 'a.attache.json', 'a.txt']);
    expect(host.calls.map(({ name }) => name)).not.toContain('packs.open');
  });

  test('asks before a report is removed; the safe answer has the focus', async () => {
    const host = await open('#/library');
    await button(/^More for/).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    await expect.element(page.getByRole('alertdialog', { name: 'Remove this report?' })).toBeVisible();
    await expect.element(button('Keep it')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(host.state.reports).toHaveLength(1);
    await button(/^More for/).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    await button('Remove').click();
    await expect.element(heading('The library is empty')).toBeVisible();
    expect(host.state.reports).toHaveLength(0);
  });

  test('a briefing that ships with the app is hidden, and brought back at once or later', async () => {
    await open('#/library', { reports: [makeReport({ builtIn: true })] });
    await button(/^More for/).click();
    await expect.element(page.getByRole('menuitem', { name: 'Export as JSON' })).toBeVisible();
    expect(page.getByRole('menuitem', { name: 'Remove…' }).query()).toBeNull();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await expect.element(page.getByText(/A briefing that comes with Attaché is hidden/)).toBeVisible();
    await expectAccessible();
    await button('Bring it back').click();
    await expect.element(button(/^More for/)).toBeVisible();
    await button(/^More for/).click();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await button('Undo').click();
    await expect.element(button(/^More for/)).toBeVisible();
  });

  test('exports a report, shows its warnings, checks the library', async () => {
    const host = await open('#/library');
    await button(/^More for/).click();
    await page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
    await expect.element(page.getByText('Saved “partners-at-sea.markdown”.')).toBeVisible();
    expect(host.saved).toEqual(['partners-at-sea.markdown']);
    await button(/2 warnings from the import/).click();
    await expect.element(page.getByText(/Note 10 of chapter 1 is called by no passage/)).toBeVisible();
    await button('Check').click();
    await expect.element(page.getByText(/All is well/)).toBeVisible();
  });

  test('an error is the library’s own sentence, and can be tried again', async () => {
    const host = await open('#/library', { before: ({ fail }) => fail('library.list', new AttacheError('library-damaged', 'A page of the library is damaged. Your packs are safe. Import the report again.')) });
    await expect.element(page.getByRole('alert')).toMatchTextContent(/A page of the library is damaged/);
    host.fail('library.list', null);
    await button('Try again').click();
    await expect.element(heading(/Partners at sea/)).toBeVisible();
  });

  test('a slow library says so only after a while, and nothing jumps', async () => {
    let release = (): void => {};
    await open('#/library', { before: (host) => {
      ({ release } = host.hold('library.list'));
    } });
    const waiting = page.getByText('Reading the library');
    await expect.element(waiting).toBeInTheDocument();
    const [late] = waiting.element().getAnimations();
    expect(late?.effect?.getComputedTiming().delay).toBe(150);
    release();
    await expect.element(heading(/Partners at sea/)).toBeVisible();
  });

  test('is accessible in both themes, and on a telephone’s width nothing is cut off', async () => {
    await open('#/library', { size: PHONE });
    await expect.element(heading(/Partners at sea/)).toBeVisible();
    await settled();
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(PHONE[0]);
    const main = document.querySelector('main')!;
    expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
    await expectAccessible();
  });
});
