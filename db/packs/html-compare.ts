import { compareParts, COUNT_WORDS, type Grid, type Listing } from './compare-parts.ts';
import { escapeHtml } from './escape.ts';
import type { LaidTable } from './laid-out.ts';
import { counted } from './words.ts';

/** The comparison of countries: a table for the domains, and one for what holds back. Their heads repeat on every page. */
export function compareHtml(item: LaidTable): string {
  const parts = compareParts(item.table);
  const heading = `<h${item.level} id="${item.id}-h" dir="auto">${escapeHtml(item.table.title)}</h${item.level}>\n`;
  return `${heading}<p class="source">${COUNT_WORDS}</p>\n${parts.map((part) => (part.kind === 'grid' ? gridHtml(part) : listingHtml(part))).join('')}`;
}

/** A facet's colour is never alone: the word stands beside its dot. */
function labelHtml(column: Grid['columns'][number]): string {
  const colour = column.facet === 'limitation' ? 'limitation' : /^(?:security|economy|soft-power)$/.test(column.value) ? column.value : 'other';
  return `<span class="dot ${colour}" aria-hidden="true">●</span> ${escapeHtml(column.label)}`;
}

function gridHtml({ columns, rows }: Grid): string {
  const head = columns.map((column) => `<th scope="col">${labelHtml(column)}</th>`).join('');
  const body = rows.map(({ label, cells }) => {
    const written = cells.map(({ count, text }) => (count === 0 ? '<td class="none">no passage</td>'
      : `<td><span class="of">${counted(count, 'passage')}</span>${text === null ? '' : ` <span class="words" dir="auto">${escapeHtml(text)}</span>`}</td>`));
    return `<tr><th scope="row" dir="auto">${escapeHtml(label)}</th>${written.join('')}</tr>`;
  });
  return `<table class="compare"><thead><tr><td></td>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>\n`;
}

function listingHtml({ heading, rows }: Listing): string {
  const bodies = rows.map(({ label, lines, without }) => {
    const written = lines.map(({ column, cell }) => `<tr><th scope="row">${labelHtml(column)}</th><td class="count">${cell.count}</td>`
      + `<td class="words" dir="auto">${escapeHtml(cell.text ?? '')}</td></tr>`);
    const none = without.length === 0 ? '' : `\n<tr><td class="none" colspan="3">No passage: ${escapeHtml(without.join(', '))}.</td></tr>`;
    return `<tbody>\n<tr class="row-head"><th scope="rowgroup" colspan="3" dir="auto">${escapeHtml(label)}</th></tr>\n${written.join('\n')}${none}\n</tbody>`;
  });
  const head = `<th scope="col">${heading}</th><th scope="col" class="count">Passages</th><th scope="col">In the report’s words</th>`;
  return `<table class="compare listing"><thead><tr>${head}</tr></thead>\n${bodies.join('\n')}</table>\n`;
}
