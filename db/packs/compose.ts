import type { ResolvedPack } from '../model/pack.ts';
import { entriesOf, type PackEntry } from './entries.ts';
import { escapeHtml, shorten } from './escape.ts';
import { compareHtml } from './html-compare.ts';
import { endHtml, indexHtml } from './html-end.ts';
import { contentsHtml, contentsTitle, coverHtml } from './html-cover.ts';
import { notesHtml, passagesHtml } from './html-passages.ts';
import { pictureHtml } from './html-picture.ts';
import { textHtml } from './html-text.ts';
import type { LaidItem, LaidPack } from './laid-out.ts';
import { layOut } from './lay-out.ts';
import { markdownOf } from './markdown.ts';
import { noticesOf } from './notices.ts';
import { sourcelessNotices } from './unknown-ids.ts';
import { copyWords } from './finish.ts';
import { loosePageCss, pageCss, runningTitle } from './page-style.ts';
import { lookOf } from './print-look.ts';
import { LOOSE_CSS, TEXT_CSS } from './text-style.ts';

export type { PackEntry } from './entries.ts';
export interface ComposedPack {
  /** One whole HTML document: what is previewed, printed and made into a PDF. */
  html: string;
  /** One for each item of the pack, in order. */
  entries: PackEntry[];
  /** Sentences for the user about what was done otherwise than asked. */
  notices: string[];
}

/** Nothing in a pack may run or fetch, wherever the document is opened; its pictures are inside. */
const CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";
const CSP_WITH_PICTURES = `${CSP}; img-src data:`;

/**
 * Sets a pack as one printable HTML document. All of its text is escaped; nothing in it runs. The same pack and the
 * same fonts give the same document.
 * @param resolved the pack with everything looked up
 * @param fontCss @font-face rules, with the fonts inside
 * @param copy which of the pack's copies, from 1: its number and name stand on the cover and behind the text of every page
 */
export function composeHtml(resolved: ResolvedPack, fontCss: string, copy: number | null = null): ComposedPack {
  const laid = layOut(resolved, copy);
  return { html: documentHtml(laid, fontCss), entries: entriesOf(resolved, laid), notices: [...noticesOf(laid), ...sourcelessNotices(resolved)] };
}

/** The same pack as Markdown (GFM) with `[^n]` footnotes. */
export function composeMarkdown(resolved: ResolvedPack): string {
  return markdownOf(layOut(resolved));
}

/** The fonts have a style of their own, so that a preview that is renewed keeps them (renderer/packs/renew-paper.ts). The meta elements tell the placer (renderer/paper/furniture.ts) and a printer without margin boxes what belongs into the margins (electron/host/browser-printer.ts). */
function documentHtml(laid: LaidPack, fontCss: string): string {
  const { pack, marking } = laid;
  const copy = laid.copy === null ? '' : copyWords(laid.copy);
  const body = sheetsHtml(laid).join('');
  return `<!doctype html>
<html lang="${escapeHtml(pack.language)}" data-notes="${pack.notes}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${body.includes('<img ') ? CSP_WITH_PICTURES : CSP}">
<meta name="viewport" content="width=device-width">
<meta name="marking" content="${escapeHtml(marking)}">
<meta name="copy" content="${escapeHtml(copy)}">
<meta name="running-title" content="${escapeHtml(runningTitle(pack))}">
<title>${escapeHtml(pack.title)}</title>
<style>
${fontCss}
</style>
<style>
${lookOf(TEXT_CSS, pack)}
</style>
<style data-for="loose">
${LOOSE_CSS}
${loosePageCss(pack, marking)}
</style>
<style data-for="pages" media="not all">
${pageCss(pack, marking)}
</style>
</head>
<body>
${body}</body>
</html>
`;
}

/** The cover's sheet, then one for every stretch between page breaks. On paper a sheet begins a page and takes as many as it needs. */
function sheetsHtml(laid: LaidPack): string[] {
  const called = new Set<number>();
  const sheets: string[][] = [[]];
  for (const item of laid.items) {
    if (item.kind === 'pageBreak') sheets.push([]);
    else sheets.at(-1)!.push(itemHtml(item, called));
  }
  sheets.at(-1)!.push(endHtml(laid));
  const empty = laid.items.length === 0 ? '<p class="said">This pack has no items yet.</p>\n' : '';
  const filled = sheets.map((sheet) => sheet.join('')).filter((inner) => inner !== '');
  const index = indexHtml(laid);
  return [...[coverHtml(laid) + empty + contentsHtml(laid), ...filled].map((inner) => sheetHtml(inner, laid.marking)), ...(index === '' ? [] : [sheetHtml(index, laid.marking, 'after')])];
}

/** On screen each sheet shows the marking as its pages will; on paper the pages' margins do. */
function sheetHtml(inner: string, marking: string, more = ''): string {
  const mark = (place: string) => `<div class="on-screen ${place}" aria-hidden="true">${escapeHtml(marking)}</div>\n`;
  return `<div class="${['sheet', more].filter(Boolean).join(' ')}">\n${mark('head')}${inner}${mark('foot')}</div>\n`;
}

function itemHtml(item: Exclude<LaidItem, { kind: 'pageBreak' }>, called: Set<number>): string {
  const running = contentsTitle(item);
  const head = running === null ? '' : ` data-running="${escapeHtml(shorten(running, 70))}"`;
  const kind = item.kind === 'text' && item.form !== 'text' ? `text ${item.form}` : item.kind;
  const remark = item.remark === null ? '' : `<aside class="remark keep whole" aria-label="Remark"><p dir="auto">${escapeHtml(item.remark)}</p></aside>\n`;
  const inner = remark + innerHtml(item, called) + notesHtml(item.notes, called);
  return inner === '' ? '' : `<section class="item ${kind}${item.landscape ? ' wide' : ''}" id="${item.id}"${item.notesAt === null ? '' : ` data-notes="${item.notesAt}"`}${head}>\n${inner}</section>\n`;
}

function innerHtml(item: Exclude<LaidItem, { kind: 'pageBreak' }>, called: Set<number>): string {
  switch (item.kind) {
    case 'heading':
      return `<h${item.level} dir="auto"${item.text.length > 160 ? ' class="long"' : ''}>${escapeHtml(item.text)}</h${item.level}>\n`;
    case 'text':
      return textHtml(item.blocks, called);
    case 'passages':
      return passagesHtml(item, called);
    case 'picture':
      return pictureHtml(item);
    case 'table':
      return compareHtml(item);
    case 'missing':
      return `<p class="said" dir="auto">Nothing can be shown here. ${escapeHtml(item.problem)}</p>\n`;
  }
}
