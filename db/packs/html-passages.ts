import { escapeHtml } from './escape.ts';
import { figureHtml, pagesAttribute } from './html-picture.ts';
import { callHtml, textHtml } from './html-text.ts';
import type { LaidGroup, LaidNote, LaidPassage, LaidPassages, Run } from './laid-out.ts';
import { tableOfPassage, wordsOf } from './runs.ts';

/** Passages of a report: heading, source, then each group's text. The notes are set by `notesHtml`. */
export function passagesHtml(item: LaidPassages, called: Set<number>): string {
  const heading = item.title === '' ? '' : `<h${item.level} id="${item.id}-h" dir="auto">${escapeHtml(item.title)}</h${item.level}>\n`;
  const empty = item.groups.length === 0 ? '<p class="said">No passage of the report stands under this heading.</p>\n' : '';
  return heading + sourceHtml(item.source) + empty + item.groups.map((group, at) => groupHtml(group, `${item.id}-${at + 1}`, item, called)).join('');
}

function groupHtml(group: LaidGroup, id: string, { level, landscape: isWide }: LaidPassages, called: Set<number>): string {
  const heading = group.heading === null ? '' : `<h${level + 1} id="${id}" dir="auto">${escapeHtml(group.heading)}</h${level + 1}>\n`;
  const parts: string[] = [];
  for (const [at, passage] of group.passages.entries()) {
    const inList = passage.kind === 'list-item';
    if (inList && group.passages[at - 1]?.kind !== 'list-item') parts.push('<ul class="quoted">\n');
    parts.push(tableHtml(passage, isWide, called) ?? passageHtml(passage, runsHtml(passage.runs, called)));
    if (inList && group.passages[at + 1]?.kind !== 'list-item') parts.push('</ul>\n');
  }
  return `<div class="group">\n${heading}${sourceHtml(group.source)}${parts.join('')}</div>\n`;
}

function sourceHtml(source: string | null): string {
  return source === null ? '' : `<p class="source" dir="auto">${escapeHtml(source)}</p>\n`;
}

/** A passage with its picture stands below it as it did in the report. */
function passageHtml(passage: LaidPassage, inner: string): string {
  const from = ` dir="auto"${pagesAttribute(passage)}`;
  const { kind, picture } = passage;
  if (picture) return figureHtml(picture, wordsOf(passage.runs), inner, from);
  switch (kind) {
    case 'list-item':
      return `<li${from}>${inner}</li>\n`;
    case 'quotation':
      return `<blockquote${from}><p>${inner}</p></blockquote>\n`;
    case 'pull-quote':
      return `<blockquote class="pull"${from}><p>${inner}</p></blockquote>\n`;
    case 'caption':
      return `<p class="caption"${from}>${inner}</p>\n`;
    case 'table':
      return `<div class="as-set${/\S {2,}\S/.test(inner) ? ' spaced' : ''}"${from}>${inner}</div>\n`;
    case 'figure':
      return `<p class="figure"${from}><span class="what">Figure in the report</span> ${inner}</p>\n`;
    case 'paragraph':
      return `<p class="quoted"${from}>${inner}</p>\n`;
  }
}

/** For how many letters side by side a page has room, beside the gaps of a table's columns; and in large print. */
const LETTERS = { upright: { most: 64, large: 40 }, wide: { most: 108, large: 66 } };

/** A table whose cells are told apart; null for anything else. */
function tableHtml(passage: LaidPassage, isWide: boolean, called: Set<number>): string | null {
  const table = tableOfPassage(passage);
  if (!table) return null;
  const { heads, figures } = table;
  const asked = table.room.reduce((sum, letters) => sum + letters, 0);
  const { most, large } = isWide ? LETTERS.wide : LETTERS.upright;
  const room = table.room.map((letters) => (asked <= most ? letters : Math.max(1, Math.floor((letters * most) / asked))));
  const rows = table.rows.map((cells, row) => {
    const name = row < heads ? 'th' : 'td';
    return `<tr>${cells.map(({ column, columns, runs }) => {
      const scope = row >= heads ? '' : columns > 1 ? ' scope="colgroup"' : ' scope="col"';
      const place = columns > 1 ? ` colspan="${columns}"` : ` class="room-${room[column]}${figures[column] ? ' right' : ''}"`;
      return `<${name}${scope}${place} dir="auto">${runsHtml(runs, called)}</${name}>`;
    }).join('')}</tr>`;
  });
  const head = heads > 0 ? `<thead>${rows.splice(0, heads).join('')}</thead>` : '';
  return `<table class="cells${asked > large ? ' full' : ''}"${pagesAttribute(passage)}>${head}<tbody>${rows.join('\n')}</tbody></table>\n`;
}

function runsHtml(runs: readonly Run[], called: Set<number>): string {
  return runs.map((run, at) => {
    if ('text' in run) return escapeHtml(run.text);
    const before = runs[at - 1];
    return `${before && 'call' in before ? '<sup class="comma">,</sup>' : ''}${callHtml(run.call, called)}`;
  }).join('');
}

/** The notes of one item, after its text: number, words, and what the note is called in the report. */
export function notesHtml(notes: readonly LaidNote[], called: Set<number>): string {
  if (notes.length === 0) return '';
  const rows = notes.map((note) => {
    const origin = note.origin === null ? '' : ` <span class="origin">[${escapeHtml(note.origin)}]</span>`;
    const words = typeof note.content === 'string' ? `<p dir="auto">${escapeHtml(note.content)}${origin}</p>` : textHtml(note.content, called);
    return `<li id="note-${note.number}"><a class="number" href="#call-${note.number}" role="doc-backlink" aria-label="Back to the call of note ${note.number}">${note.number}</a>${words}</li>`;
  });
  return `<section class="notes" role="doc-endnotes" aria-label="Notes">\n<ol>\n${rows.join('\n')}\n</ol>\n</section>\n`;
}
