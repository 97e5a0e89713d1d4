import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { doubtAbout } from './fake-review.ts';
import { makeReport } from './fixture-library.ts';
import { expectAccessible, open, PHONE } from './open.tsx';

const TEXT = 'Port | 1998 | 1999\nEmber and its skerries | 40 | 41\nno data';

const withTable = (text: string) => ({ reports: [makeReport({}, [{
  id: 'ports', number: 1, title: 'Ports', authors: [], sections: [{ id: 'dues', title: 'Dues', level: 1 }],
  passages: [{ section: 'dues', kind: 'table', page: '3', text, tags: [] }, { section: 'dues', page: '3', text: 'The dues rose.', tags: [] }], notes: { 1: 'Guild, 1998.' },
}])] });

const cellsOf = (table: Element): string[][] => [...table.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));

describe('a report’s table', () => {
  test('is set in rows and cells, with the calls of its notes; its text stays word for word for what is selected', async () => {
    await open('#/read?report=partners-at-sea&chapter=ports', withTable(TEXT.replace('40', '40[^1]')));
    const table = page.getByRole('table');
    await expect.element(table).toBeVisible();
    expect(cellsOf(table.element())).toEqual([['Port', '1998', '1999'], ['Ember and its skerries', expect.stringMatching(/^40\s*1$/), '41'], ['no data']]);
    await expect.element(table.getByRole('columnheader', { name: '1999' })).toBeVisible();
    await expect.element(table.getByRole('button', { name: 'Note 1' })).toBeVisible();
    const copy = table.element().cloneNode(true) as HTMLElement;
    copy.querySelectorAll('sup').forEach((sup) => sup.remove());
    expect(copy.textContent).toBe(TEXT);
    await expectAccessible();
  });

  test('whose names stand over several names has them over their columns', async () => {
    await open('#/read?report=partners-at-sea&chapter=ports', withTable('Port | Dues | | Loans\n| 1998 | 1999 | 1998\nEmber | 40 | 41 | 3'));
    const table = page.getByRole('table');
    await expect.element(table).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.colSpan)).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(cellsOf(table.element())).toEqual([['Port', 'Dues', 'Loans'], ['', '1998', '1999', '1998'], ['Ember', '40', '41', '3']]);
    expect(table.element().textContent).toBe('Port | Dues | | Loans\n| 1998 | 1999 | 1998\nEmber | 40 | 41 | 3');
  });

  test('shows a name in its first row that has nothing below it', async () => {
    await open('#/read?report=partners-at-sea&chapter=ports', withTable('Port | | Loans | Notes\n| Dues | of 1998\nEmber | 40 | 41 | 3'));
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(cellsOf(page.getByRole('table').element())[0]).toEqual(['Port', '', 'Loans', 'Notes']);
  });

  test('keeps its words whole in a narrow window: it moves in its frame instead', async () => {
    const years = Array.from({ length: 12 }, (_, at) => String(2010 + at)).join(' | ');
    await open('#/read?report=partners-at-sea&chapter=ports', { ...withTable(`Port | ${years}\nEmber | ${years.replaceAll('20', '77')}`), size: PHONE });
    const table = page.getByRole('table');
    await expect.element(table).toBeVisible();
    const heights = [...table.element().querySelectorAll('td')].map((cell) => cell.getBoundingClientRect().height);
    expect(new Set(heights).size).toBe(1);
    expect(heights[0]!).toBeLessThan(40);
    expect(table.element().parentElement!.scrollWidth).toBeGreaterThan(table.element().parentElement!.clientWidth);
    await expect.element(page.getByRole('region', { name: 'Table' })).toHaveAttribute('tabindex', '0');
    expect(document.scrollingElement!.scrollWidth).toBe(document.scrollingElement!.clientWidth);
    await expectAccessible();
  });

  test('is one beside the hits too, with the words that were looked for; copied, a tab stands between its cells', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
    await open('#/search?q=skerries', withTable(TEXT));
    await expect.element(page.getByRole('list', { name: 'Passages found' })).toMatchTextContent(/Port \| 1998 \| 1999 · Ember and its skerries \| 40 \| 41 · no data/);
    const pane = page.getByRole('complementary', { name: 'Passage' });
    await expect.element(pane.getByRole('table')).toBeVisible();
    expect(cellsOf(pane.getByRole('table').element())[1]).toEqual(['Ember and its skerries', '40', '41']);
    expect([...pane.getByRole('table').element().querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['skerries']);
    await userEvent.click(pane.getByRole('button', { name: 'Copy with citation' }));
    await expect.poll(() => copied[0]).toMatch(/^Port\t1998\t1999\nEmber and its skerries\t40\t41\nno data\n\(.*Ports.*\)$/);
  });

  test('is one where it is reviewed', async () => {
    await open('#/review?report=partners-at-sea&chapter=ports&passage=ports-1', { ...withTable(TEXT), before: (host) => void host.state.review.doubts.push(doubtAbout('ports-2')) });
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(cellsOf(page.getByRole('table').element())).toEqual([['Port', '1998', '1999'], ['Ember and its skerries', '40', '41'], ['no data']]);
    await expectAccessible();
  });
});
