import { toString } from 'mdast-util-to-string';
import { escapeHtml, shorten } from './escape.ts';
import type { LaidItem, LaidPack } from './laid-out.ts';
import { dateWords } from './words.ts';

/** The cover: what the pack is, for whom, from whom, when and where, and its marking in the body, where a screen reader finds it. */
export function coverHtml({ pack }: LaidPack): string {
  const facts: [string, string][] = [
    ['For', pack.preparedFor], ['From', pack.preparedBy], ['Date', pack.date && dateWords(pack.date, pack.language)], ['Place', pack.place],
  ];
  const rows = facts.filter(([, value]) => value !== '').map(([name, value]) => `<div><dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`);
  if (pack.marking.trim() !== '') rows.push(`<div><dt>Marking</dt><dd><bdi>${escapeHtml(pack.marking)}</bdi> <span class="by">(applied by the user)</span></dd></div>`);
  return `<header class="cover">\n<h1 dir="auto"${pack.title.length > 90 ? ' class="long"' : ''}>${escapeHtml(pack.title)}</h1>\n`
    + (pack.subtitle === '' ? '' : `<p class="subtitle" dir="auto">${escapeHtml(pack.subtitle)}</p>\n`)
    + (rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>\n`) + '</header>\n';
}

/** What a reader looks for in the contents: every item under a heading of its own, and the sources. None where one line would be all. */
export function contentsHtml(laid: LaidPack): string {
  const lines = laid.items.flatMap((item) => {
    const title = contentsTitle(item);
    return title === null ? [] : [`<li${item.level > 2 ? ' class="below"' : ''}><a href="#${item.id}" dir="auto">${escapeHtml(shorten(title, 140))}</a></li>`];
  });
  if (lines.length < 2) return '';
  if (laid.sources.length > 0) lines.push('<li><a href="#sources">Sources</a></li>');
  return `<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n${lines.join('\n')}\n</ol>\n</nav>\n`;
}

function contentsTitle(item: LaidItem): string | null {
  switch (item.kind) {
    case 'heading':
      return item.text;
    case 'passages':
      return item.title;
    case 'table':
      return item.table.title;
    case 'text':
      return item.blocks[0]?.type === 'heading' ? toString(item.blocks[0]) : null;
    case 'missing':
    case 'pageBreak':
      return null;
  }
}
