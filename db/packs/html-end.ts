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
 * The index of names, a paragraph for each letter. It stands on a sheet of its own, which is set when all other pages
 * are: then its page numbers are known (renderer/paper/index-pages.ts).
 */
export function indexHtml({ names }: LaidPack): string {
  if (names.length === 0) return '';
  const letters = new Map<string, string[]>();
  for (const name of names) {
    const letter = name.normalize('NFD')[0]!.toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), name]);
  }
  const paragraphs = [...letters].map(([letter, entries]) => (
    `<p class="letter"><b class="first">${escapeHtml(letter)}</b> ${entries.map((name) => `<span class="entry" data-name="${escapeHtml(name)}"><b>${escapeHtml(name)}</b></span>`).join(' ')}</p>`));
  return section('names', 'Names', `<p class="source">Where names and acronyms stand in this pack. The index is made from the words alone.</p>\n${paragraphs.join('\n')}\n`);
}
