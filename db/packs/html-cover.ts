import { toString } from 'mdast-util-to-string';
import { escapeHtml, shorten } from './escape.ts';
import type { LaidItem, LaidPack } from './laid-out.ts';
import { dateWords } from './words.ts';

/** The cover: what the pack is, for whom, from whom, when and where, and its marking in the body, where a screen reader finds it. */
export function coverHtml({ pack, marking, copy }: LaidPack): string {
  const facts: [string, string][] = [
    ['For', pack.preparedFor], ['From', pack.preparedBy], ['Date', pack.date && dateWords(pack.date, pack.language)], ['Place', pack.place],
    ['Copy', copy === null ? '' : `${copy.number} of ${copy.of}${copy.name === '' ? '' : ` · ${copy.name}`}`],
  ];
  const rows = facts.filter(([, value]) => value !== '').map(([name, value]) => `<div><dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`);
  if (marking !== '') rows.push(`<div><dt>Marking</dt><dd><bdi>${escapeHtml(marking)}</bdi> <span class="by">(applied by the user)</span></dd></div>`);
  return `<header class="cover">\n<h1 dir="auto"${pack.title.length > 90 ? ' class="long"' : ''}>${escapeHtml(pack.title)}</h1>\n`
    + (pack.subtitle === '' ? '' : `<p class="subtitle" dir="auto">${escapeHtml(pack.subtitle)}</p>\n`)
    + (rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>\n`) + '</header>\n';
}

/**
 * What a reader looks for in the contents: every item under a heading of its own, the headings within it, and the
 * sources. None where one line would be all. The page numbers are filled in when the pages are made (renderer/paper/furniture.ts).
 */
export function contentsHtml(laid: LaidPack): string {
  const lines = laid.items.flatMap((item) => {
    const title = contentsTitle(item);
    return title === null ? [] : [lineOf(item.id, title, item.level - 1)];
  });
  const within = laid.items.flatMap((item) => (item.kind === 'passages' ? item.groups.filter((group) => group.heading !== null) : []));
  if (lines.length < 2 && within.length < 2) return '';
  const full = lines.length + within.length > LONGEST ? lines : laid.items.flatMap(linesOf);
  if (laid.acronyms.length > 0) full.push(lineOf('acronyms', 'Acronyms', 1));
  if (laid.sources.length > 0) full.push(lineOf('sources', 'Sources', 1));
  if (laid.names.length > 0) full.push(lineOf('names', 'Names', 1));
  return `<nav class="contents${full.length > BESIDE_COVER ? ' opens' : ''}" aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n${full.map((line, at) => lineHtml(line, staysWithNext(full, at))).join('\n')}\n</ol>\n</nav>\n`;
}

/** Longer contents leave out the headings within items. */
const LONGEST = 120;
/** Longer contents begin a page of their own. */
const BESIDE_COVER = 14;

function linesOf(item: LaidItem): Line[] {
  const title = contentsTitle(item);
  if (title === null) return [];
  const within = item.kind === 'passages' ? item.groups.flatMap(({ heading }, at) => (heading === null ? [] : [lineOf(`${item.id}-${at + 1}`, heading, item.level)])) : [];
  return [lineOf(item.id, title, item.level - 1), ...within];
}

interface Line { id: string; title: string; rank: number }

const lineOf = (id: string, title: string, rank: number): Line => ({ id, title, rank: Math.min(3, rank) });

/** A line goes to the next page with what it heads; neither the first nor the last stands alone on a page. */
const staysWithNext = (lines: readonly Line[], at: number): boolean => at === 0 || at === lines.length - 2 || (lines[at + 1]?.rank ?? 0) > lines[at]!.rank;

function lineHtml({ id, title, rank }: Line, keep: boolean): string {
  return `<li class="rank-${rank}${keep ? ' keep' : ''}"><a href="#${id}"><span class="name" dir="auto">${escapeHtml(shorten(title, 140))}</span><span class="dots" aria-hidden="true"></span>`
    + `<span class="at" data-page-of="${id}"></span></a></li>`;
}

/** What an item is called in the contents and at the head of its pages, null where it has no name. */
export function contentsTitle(item: LaidItem): string | null {
  switch (item.kind) {
    case 'heading':
      return item.text;
    case 'passages':
      return item.title === '' ? null : item.title;
    case 'table':
      return item.table.title;
    case 'text':
      return item.blocks[0]?.type === 'heading' ? toString(item.blocks[0]) : null;
    case 'picture':
    case 'missing':
    case 'pageBreak':
      return null;
  }
}
