import type { BlockContent, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { PackPicture } from '../model/pack.ts';
import type { PassageKind } from '../model/report.ts';
import { compareParts, COUNT_WORDS, type Grid, type Listing } from './compare-parts.ts';
import { oneLine } from './escape.ts';
import type { LaidItem, LaidNote, LaidPack, LaidPassages, Run } from './laid-out.ts';
import { namesByItem, placeWords } from './names-by-item.ts';
import { tableOfPassage, wordsOf, type RunCell, type RunTable } from './runs.ts';
import { dateWords } from './words.ts';

/**
 * A laid-out pack as GFM: marking, title, items, `[^n]` notes after their item, sources. It is built as a tree and
 * written by the library, so that nothing in a text turns into markup.
 */
export function markdownOf(laid: LaidPack): string {
  const children = [...titleBlock(laid), ...laid.items.flatMap((item) => [...remarkBlock(item.remark), ...itemBlocks(item), ...item.notes.map(noteBlock)]), ...acronymBlocks(laid), ...sourceBlocks(laid.sources), ...nameBlocks(laid)];
  return toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-', emphasis: '_', fences: true });
}

const text = (value: string): PhrasingContent => ({ type: 'text', value: oneLine(value) });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
const heading = (depth: number, value: string): BlockContent => ({ type: 'heading', depth: Math.min(6, depth) as 1, children: [text(value)] });

function titleBlock({ pack, items, marking }: LaidPack): RootContent[] {
  const facts: [string, string][] = [['For', pack.preparedFor], ['From', pack.preparedBy], ['Date', pack.date && dateWords(pack.date, pack.language)], ['Place', pack.place]];
  const lines = facts.filter(([, value]) => value !== '');
  return [
    ...(marking === '' ? [] : [paragraph(strong(marking), { type: 'text', value: ' (marking applied by the user)' })]),
    heading(1, pack.title),
    ...(pack.subtitle === '' ? [] : [paragraph(text(pack.subtitle))]),
    ...(lines.length === 0 ? [] : [list(lines.map(([name, value]) => [paragraph({ type: 'text', value: `${name}: ${oneLine(value)}` })]))]),
    ...(items.length === 0 ? [paragraph(text('This pack has no items yet.'))] : []),
  ];
}

function list(items: BlockContent[][]): BlockContent {
  return { type: 'list', ordered: false, spread: false, children: items.map((children) => ({ type: 'listItem', spread: false, children })) };
}

/** What stands in the margin on paper. */
function remarkBlock(remark: string | null): RootContent[] {
  return remark === null ? [] : [{ type: 'blockquote', children: [paragraph(strong('Remark:'), { type: 'text', value: ` ${oneLine(remark)}` })] }];
}

function itemBlocks(item: LaidItem): RootContent[] {
  switch (item.kind) {
    case 'heading':
      return [heading(item.level, item.text)];
    case 'text':
      return item.blocks;
    case 'passages':
      return passageBlocks(item);
    case 'picture':
      return [paragraph(imageNode(item.picture, item.caption)), paragraph(text(item.caption)), ...sourceBlock(item.source)];
    case 'table':
      return [
        heading(item.level, item.table.title), paragraph(text(COUNT_WORDS)),
        ...compareParts(item.table).map((part) => (part.kind === 'grid' ? gridTable(part) : listingTable(part))),
      ];
    case 'pageBreak':
      return [{ type: 'thematicBreak' }];
    case 'missing':
      return [paragraph({ type: 'emphasis', children: [text(`Nothing can be shown here. ${item.problem}`)] })];
  }
}

function passageBlocks(item: LaidPassages): RootContent[] {
  const blocks: RootContent[] = [...(item.title === '' ? [] : [heading(item.level, item.title)]), ...sourceBlock(item.source)];
  for (const group of item.groups) {
    if (group.heading !== null) blocks.push(heading(item.level + 1, group.heading));
    blocks.push(...sourceBlock(group.source));
    let points: BlockContent[][] = [];
    for (const [at, { kind, runs, picture }] of group.passages.entries()) {
      if (kind === 'list-item') points.push([paragraph(...runs.map(runNode))]);
      else blocks.push(...(picture ? [paragraph(imageNode(picture, ''))] : []), ...passageBlock(picture ? 'paragraph' : kind, runs));
      if (points.length > 0 && group.passages[at + 1]?.kind !== 'list-item') {
        blocks.push(list(points));
        points = [];
      }
    }
  }
  return blocks;
}

/** A table that the report sets in lines keeps them; its calls follow, since none can stand inside. */
function passageBlock(kind: PassageKind, runs: Run[]): RootContent[] {
  const nodes = runs.map(runNode);
  const table = tableOfPassage({ kind, runs, picture: null });
  if (table) return [cellTable(table)];
  const set = wordsOf(runs);
  if (kind === 'table' && set.includes('\n')) {
    const calls = nodes.filter((node) => node.type === 'footnoteReference');
    return [{ type: 'code', value: set }, ...(calls.length === 0 ? [] : [paragraph(...calls)])];
  }
  if (kind === 'quotation' || kind === 'pull-quote') return [{ type: 'blockquote', children: [paragraph(...nodes)] }];
  return [kind === 'figure' ? paragraph(strong('Figure in the report'), { type: 'text', value: ' ' }, ...nodes) : paragraph(...nodes)];
}

/** GFM knows no table without a head: where none is known, the first row stands for it. */
function cellTable({ rows, figures }: RunTable): Table {
  const cell = (runs: Run[]): TableCell => ({ type: 'tableCell', children: runs.map(runNode) });
  const row = (cells: RunCell[]): TableRow => ({ type: 'tableRow', children: cells.flatMap(({ runs, columns }) => Array.from({ length: columns }, (_, at) => cell(at === 0 ? runs : []))) });
  return { type: 'table', align: figures.map((isRight) => (isRight ? 'right' : null)), children: rows.map(row) };
}

function imageNode({ mime, base64 }: PackPicture, alt: string): PhrasingContent {
  return { type: 'image', url: `data:${mime};base64,${base64}`, alt: oneLine(alt) };
}

function sourceBlock(source: string | null): RootContent[] {
  return source === null ? [] : [paragraph({ type: 'emphasis', children: [text(source)] })];
}

function runNode(run: Run): PhrasingContent {
  return 'call' in run ? { type: 'footnoteReference', identifier: String(run.call) } : { type: 'text', value: run.text.replace(/\s+/g, ' ') };
}

function noteBlock(note: LaidNote): RootContent {
  const origin = note.origin === null ? '' : ` [${note.origin}]`;
  const children = typeof note.content === 'string' ? [paragraph(...linked(note.content + origin))] : (note.content as BlockContent[]);
  return { type: 'footnoteDefinition', identifier: String(note.number), children };
}

/** Addresses are written as links, or their colons would be escaped and they could not be copied. */
function linked(value: string): PhrasingContent[] {
  return oneLine(value).split(/(https?:\/\/[^\s<>]*[\p{L}\p{N}/])/u).filter(Boolean).map((part) => (
    /^https?:\/\//.test(part) ? { type: 'link', url: part, children: [{ type: 'text', value: part }] } : { type: 'text', value: part }));
}

function acronymBlocks({ acronyms }: LaidPack): RootContent[] {
  return acronyms.length === 0 ? [] : [heading(2, 'Acronyms'), list(acronyms.map(({ short, long }) => [paragraph(strong(short), { type: 'text', value: ` ${oneLine(long)}` })]))];
}

function sourceBlocks(sources: string[]): RootContent[] {
  return sources.length === 0 ? [] : [heading(2, 'Sources'), list(sources.map((source) => [paragraph(text(`${source}.`))]))];
}

function nameBlocks(laid: LaidPack): RootContent[] {
  const names = namesByItem(laid);
  return names.length === 0 ? [] : [heading(2, 'Names'), list(names.map(({ name, places }) => [paragraph(strong(name), { type: 'text', value: `: ${oneLine(placeWords(places))}` })]))];
}

function gridTable({ columns, rows }: Grid): Table {
  const written = (cell: Grid['rows'][number]['cells'][number]) => (cell.count === 0 ? 'no passage' : `${cell.count}: ${cell.text ?? ''}`);
  return table(['', ...columns.map((column) => column.label)], rows.map(({ label, cells }) => [label, ...cells.map(written)]));
}

function listingTable({ heading: name, rows }: Listing): Table {
  return table(['', name, 'Passages', 'In the report’s words'], rows.flatMap(({ label, lines, without }) => [
    ...lines.map(({ column, cell }) => [label, column.label, String(cell.count), cell.text ?? '']),
    ...without.map((none) => [label, none, '0', '']),
  ]));
}

function table(head: string[], rows: string[][]): Table {
  const cell = (value: string): TableCell => ({ type: 'tableCell', children: value === '' ? [] : [text(value)] });
  return { type: 'table', children: [head, ...rows].map((row) => ({ type: 'tableRow', children: row.map(cell) })) };
}
