import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeReport } from './fixture-library.ts';
import { expectAccessible, open } from './open.tsx';

describe('Read', () => {
  test('sets a table in rows and cells, with the calls of its notes; its text stays word for word for what is selected', async () => {
    const text = 'Port | 1998 | 1999\nEmber and its skerries | 40 | 41\nno data';
    const report = makeReport({}, [{
      id: 'ports', number: 1, title: 'Ports', authors: [], sections: [{ id: 'dues', title: 'Dues', level: 1 }],
      passages: [{ section: 'dues', kind: 'table', page: '3', text: text.replace('40', '40[^1]'), tags: [] }, { section: 'dues', page: '3', text: 'The dues rose.', tags: [] }], notes: { 1: 'Guild, 1998.' },
    }]);
    await open('#/read?report=partners-at-sea&chapter=ports', { reports: [report] });
    const table = page.getByRole('table');
    await expect.element(table).toBeVisible();
    const rows = [...table.element().querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));
    expect(rows).toEqual([['Port', '1998', '1999'], ['Ember and its skerries', expect.stringMatching(/^40\s*1$/), '41'], ['no data']]);
    await expect.element(table.getByRole('button', { name: 'Note 1' })).toBeVisible();
    const copy = table.element().cloneNode(true) as HTMLElement;
    copy.querySelectorAll('sup').forEach((sup) => sup.remove());
    expect(copy.textContent).toBe(text);
    await expectAccessible();
  });
});
