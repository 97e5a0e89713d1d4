import type { PassageKind } from '../model/report.ts';
import { escapeHtml } from './escape.ts';
import { callHtml, textHtml } from './html-text.ts';
import type { LaidGroup, LaidNote, LaidPassages, Run } from './laid-out.ts';

/** Passages of a report: heading, source, then each group's text. The notes are set by `notesHtml`. */
export function passagesHtml(item: LaidPassages, called: Set<number>): string {
  const heading = `<h${item.level} id="${item.id}-h" dir="auto">${escapeHtml(item.title)}</h${item.level}>\n`;
  const empty = item.groups.length === 0 ? '<p class="said">No passage of the report stands under this heading.</p>\n' : '';
  return heading + sourceHtml(item.source) + empty + item.groups.map((group) => groupHtml(group, item.level + 1, called)).join('');
}

function groupHtml(group: LaidGroup, level: number, called: Set<number>): string {
  const heading = group.heading === null ? '' : `<h${level} dir="auto">${escapeHtml(group.heading)}</h${level}>\n`;
  const parts: string[] = [];
  for (const [at, passage] of group.passages.entries()) {
    const inList = passage.kind === 'list-item';
    if (inList && group.passages[at - 1]?.kind !== 'list-item') parts.push('<ul class="quoted">\n');
    parts.push(passageHtml(passage.kind, runsHtml(passage.runs, called)));
    if (inList && group.passages[at + 1]?.kind !== 'list-item') parts.push('</ul>\n');
  }
  return `<div class="group">\n${heading}${sourceHtml(group.source)}${parts.join('')}</div>\n`;
}

function sourceHtml(source: string | null): string {
  return source === null ? '' : `<p class="source" dir="auto">${escapeHtml(source)}</p>\n`;
}

function passageHtml(kind: PassageKind, inner: string): string {
  switch (kind) {
    case 'list-item':
      return `<li dir="auto">${inner}</li>\n`;
    case 'pull-quote':
      return `<blockquote class="pull" dir="auto"><p>${inner}</p></blockquote>\n`;
    case 'caption':
      return `<p class="caption" dir="auto">${inner}</p>\n`;
    case 'table':
      return `<div class="as-set${/\S {2,}\S/.test(inner) ? ' spaced' : ''}" dir="auto">${inner}</div>\n`;
    case 'figure':
      return `<p class="figure" dir="auto"><span class="what">Figure in the report</span> ${inner}</p>\n`;
    case 'paragraph':
      return `<p class="quoted" dir="auto">${inner}</p>\n`;
  }
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
