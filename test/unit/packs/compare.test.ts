import { describe, expect, test } from 'vitest';
import { compareParts } from '../../../db/packs/compare-parts.ts';
import { composeHtml } from '../../../db/packs/compose.ts';
import { compareTable, resolved } from './sample.ts';

describe('the comparison on an upright page', () => {
  test('sets the domains side by side and turns the limitations into lines', () => {
    expect(compareParts(compareTable()).map((part) => part.kind)).toEqual(['grid', 'listing']);
    const few = { ...compareTable(), columns: compareTable().columns.slice(0, 7) };
    expect(compareParts(few).map((part) => part.kind)).toEqual(['grid', 'grid']);
    expect(compareParts({ title: 'T', columns: [], rows: [] })).toEqual([]);
  });

  test('loses no count', () => {
    const table = compareTable();
    const total = table.rows.flatMap((row) => row.cells).reduce((sum, cell) => sum + cell.count, 0);
    const parts = compareParts(table);
    const kept = parts.flatMap((part) => (part.kind === 'grid' ? part.rows.flatMap((row) => row.cells) : part.rows.flatMap((row) => row.lines.map((line) => line.cell))));
    expect(kept.reduce((sum, cell) => sum + cell.count, 0)).toBe(total);
    for (const part of parts) if (part.kind === 'listing') for (const row of part.rows) expect(row.lines.length + row.without.length).toBe(9);
  });

  test('has a head that repeats, a word beside every dot, and says where there is nothing', () => {
    const { html } = composeHtml(resolved([{ kind: 'table', table: compareTable() }]), '');
    expect(html.match(/<thead>/g)).toHaveLength(2);
    expect(html).toContain('<th scope="col"><span class="dot security" aria-hidden="true">●</span> Security</th>');
    expect(html).toContain('<td class="none">no passage</td>');
    expect(html).toMatch(/No passage: [^<]+\.<\/td>/);
  });

  test('is set though cells are missing', () => {
    const { html } = composeHtml(resolved([{ kind: 'table', table: { ...compareTable(), rows: [{ label: 'Laos', cells: [] }] } }]), '');
    expect(html).toContain('Laos');
    expect(html.match(/no passage<\/td>/g)).toHaveLength(3);
  });
});
