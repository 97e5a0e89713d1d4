import { escapeHtml } from './escape.ts';
import type { LaidPack } from './laid-out.ts';

/** What stands behind the items: acronyms, sources. */
export function endHtml({ acronyms, sources }: LaidPack): string {
  const list = acronyms.map(({ short, long }) => `<li dir="auto"><b>${escapeHtml(short)}</b> ${escapeHtml(long)}</li>`);
  return (list.length === 0 ? '' : section('acronyms', 'Acronyms', `<ul>\n${list.join('\n')}\n</ul>\n`))
    + (sources.length === 0 ? '' : section('sources', 'Sources', `<ul>\n${sources.map((source) => `<li dir="auto">${escapeHtml(source)}.</li>`).join('\n')}\n</ul>\n`));
}

function section(id: string, title: string, inner: string): string {
  return `<section class="item ${id}" id="${id}" data-running="${title}">\n<h2>${title}</h2>\n${inner}</section>\n`;
}

/**
 * The index of names, an entry a line below the letter that it begins with. It stands on a sheet of its own, which is
 * set in two columns when all other pages are: then its page numbers are known (renderer/paper/index-pages.ts).
 */
export function indexHtml({ names }: LaidPack): string {
  if (names.length === 0) return '';
  const letters = Map.groupBy(names, (name) => name.normalize('NFD')[0]!.toUpperCase());
  const lines = [...letters].flatMap(([letter, entries]) => [
    `<p class="letter">${escapeHtml(letter)}</p>`, ...entries.map((name) => `<p class="entry" dir="auto" data-name="${escapeHtml(name)}"><b>${escapeHtml(name)}</b></p>`),
  ]);
  return section('names', 'Names', `<p class="source">Where names and acronyms stand in this pack. The index is made from the words alone.</p>\n<div class="index">\n${lines.join('\n')}\n</div>\n`);
}
