import { toString } from 'mdast-util-to-string';
import { pageList, pageWords } from '../model/cite.ts';
import { tokenize } from '../model/fold.ts';
import type { ResolvedItem, ResolvedPack } from '../model/pack.ts';
import { oneLine, shorten } from './escape.ts';
import type { LaidItem, LaidPack } from './laid-out.ts';
import { isEmptyHeading } from './lay-out.ts';
import { counted, sourceKey } from './words.ts';

/** What one item is on paper, for the list beside the preview. */
export interface PackEntry {
  title: string;
  detail: string;
  passages: number;
  notes: number;
  /** A sentence where the item cannot be shown, else null. */
  problem: string | null;
}

/** One entry for each item, in order. */
export function entriesOf(resolved: ResolvedPack, laid: LaidPack): PackEntry[] {
  return resolved.items.map((item, at) => entryOf(item, laid.items[at]!));
}

function entryOf(item: ResolvedItem, laid: LaidItem): PackEntry {
  const entry = (title: string, detail: string, passages = 0, problem: string | null = null): PackEntry => ({ title: shorten(title, 120), detail, passages, notes: laid.notes.length, problem });
  const notes = laid.notes.length === 0 ? '' : counted(laid.notes.length, 'note');
  switch (item.kind) {
    case 'heading':
      return isEmptyHeading(item) ? entry('Empty heading', 'heading', 0, 'A heading without words is not printed.') : entry(item.text, 'heading');
    case 'text':
      return entry(textTitle(laid), ['your text', counted(tokenize(item.markdown).length, 'word'), notes].filter(Boolean).join(', '));
    case 'passages': {
      const passages = item.groups.flatMap((group) => group.passages);
      return entry(item.title || (item.groups[0]?.heading ?? 'Passages'), [placeOf(item), counted(passages.length, 'passage'), notes].filter(Boolean).join(' · '), passages.length, item.said ?? null);
    }
    case 'points':
      return entry(item.title || 'Talking points', counted(item.points.filter(({ text }) => text.trim() !== '').length, 'point'));
    case 'figures':
      return entry(item.title || 'Figures', `table, ${counted(item.rows.length, 'figure')}`);
    case 'picture':
      return entry(item.caption || 'Picture', ['picture', item.from.source.chapterTitle, pageWords(item.from.pages)].filter(Boolean).join(', '), 1);
    case 'divider':
      return entry('Divider', 'line');
    case 'table':
      return entry(item.table.title, 'table');
    case 'pageBreak':
      return entry('Page break', 'new page');
    case 'missing':
      return entry('Nothing to show', 'the pack says so in this place', 0, item.problem);
  }
}

/** "Vietnam, pp. 53–55", or "3 chapters". */
function placeOf(item: Extract<ResolvedItem, { kind: 'passages' }>): string {
  const chapters = new Set(item.groups.map((group) => sourceKey(group.source)));
  if (chapters.size > 1) return counted(chapters.size, 'chapter');
  const source = item.groups[0]?.source;
  const pages = pageList(item.groups.flatMap((group) => group.passages.map((p) => p.pages)));
  return [source ? source.chapterTitle || source.reportTitle : '', pages ?? ''].filter(Boolean).join(', ');
}

/** Own text goes by its first heading, else by its first words. */
function textTitle(laid: LaidItem): string {
  const blocks = laid.kind === 'text' ? laid.blocks : [];
  const first = blocks.find((block) => block.type === 'heading') ?? blocks[0];
  return oneLine(first ? toString(first) : '') || 'Your text';
}
