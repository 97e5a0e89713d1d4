import { Paragraph, Table, type ParagraphChild } from 'docx';
import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { callRun, headingOf, isRightToLeft, lineRuns, styled, textRun, type DocxWork, type RunLook } from './docx-parts.ts';
import { BULLETS, DEEPEST_LIST } from './docx-styles.ts';
import { tableOf } from './docx-tables.ts';

/** Where a block of own text stands: its style, how deep in lists, and the list item that it begins. */
interface Place {
  style: string;
  depth: number;
  numbering?: { reference: string; level: number };
}

export interface OrderedList { reference: string; start: number }

interface Setting {
  work: DocxWork;
  /** The width of the page's text. */
  width: number;
  /** Takes the ordered lists that are met, whose numbering the document declares. */
  lists: OrderedList[];
  /** How the columns of its tables share the width; none where all have the same. */
  columns: readonly number[];
}

/** The user's own words as Word's paragraphs. Only the kinds of nodes that `readOwnText` leaves are known here. */
export function textBlocks(nodes: readonly RootContent[], setting: Setting, style = 'BodyText'): (Paragraph | Table)[] {
  return nodes.flatMap((node) => blockOf(node, { style, depth: 0 }, setting));
}

function blockOf(node: RootContent, place: Place, setting: Setting): (Paragraph | Table)[] {
  const { work } = setting;
  const words = toString(node);
  const more = place.numbering ? { numbering: { ...place.numbering } } : place.depth > 0 ? { indent: { left: 400 * place.depth } } : {};
  switch (node.type) {
    case 'heading':
      return [headingOf(node.depth, words, inlines(node.children, work, words))];
    case 'blockquote':
      return node.children.flatMap((child) => blockOf(child, { ...place, style: 'Quote' }, setting));
    case 'list':
      return listBlocks(node, place, setting);
    case 'table':
      return [tableOf(node.children.map((row, at) => row.children.map((cell) => ({ words: toString(cell), children: inlines(cell.children, work, toString(cell), at === 0) }))), setting.width, { align: node.align ?? [], shares: setting.columns })];
    case 'code':
      return [styled('AsSet', '', lineRuns(node.value), more)];
    case 'thematicBreak':
      return [styled('BodyText', '', [textRun('* * *')], { alignment: 'center' })];
    case 'paragraph':
      return [styled(place.style, words, inlines(node.children, work, words), more)];
    default:
      return [styled(place.style, words, undefined, more)];
  }
}

function listBlocks(list: List, place: Place, setting: Setting): (Paragraph | Table)[] {
  let { reference } = BULLETS;
  if (list.ordered) {
    reference = `numbers-${(setting.work.lists += 1)}`;
    setting.lists.push({ reference, start: Math.max(0, list.start ?? 1) });
  }
  const level = list.ordered ? 0 : Math.min(DEEPEST_LIST, place.depth);
  return list.children.flatMap((item) => {
    const tick = typeof item.checked === 'boolean' ? `${item.checked ? '☑' : '☐'} ` : '';
    const [first, ...rest] = item.children;
    const begins = { ...place, depth: place.depth + 1, numbering: { reference, level } };
    const head = first?.type === 'paragraph'
      ? [styled(place.style === 'BodyText' ? 'ListBullet' : place.style, toString(first), [...(tick === '' ? [] : [textRun(tick)]), ...inlines(first.children, setting.work, toString(first))], { numbering: begins.numbering })]
      : [styled('ListBullet', '', [textRun(tick)], { numbering: begins.numbering }), ...(first ? blockOf(first, { style: place.style, depth: place.depth + 1 }, setting) : [])];
    return [...head, ...rest.flatMap((child) => blockOf(child, { style: place.style, depth: place.depth + 1 }, setting))];
  });
}

function inlines(nodes: readonly PhrasingContent[], work: DocxWork, words: string, bold = false): ParagraphChild[] {
  const look: RunLook = { ...(bold ? { bold } : {}), ...(isRightToLeft(words) ? { rightToLeft: true } : {}) };
  return nodes.flatMap((node) => inline(node, look, work));
}

/** A link is its text with the address behind it, as on paper. */
function inline(node: Nodes, look: RunLook, work: DocxWork): ParagraphChild[] {
  const within = (changes: RunLook = {}) => ('children' in node ? node.children.flatMap((child) => inline(child, { ...look, ...changes }, work)) : []);
  switch (node.type) {
    case 'text':
      return [textRun(node.value, look)];
    case 'inlineCode':
      return [textRun(node.value, { ...look, font: 'Courier New' })];
    case 'emphasis':
      return within({ italics: true });
    case 'strong':
      return within({ bold: true });
    case 'delete':
      return within({ strike: true });
    case 'break':
      return lineRuns('\n', look).slice(1);
    case 'link':
      return ['', 'mailto:', 'http://'].some((scheme) => scheme + toString(node) === node.url) ? within() : [...within(), textRun(` (${node.url})`, look)];
    case 'footnoteReference':
      return [callRun(Number(node.identifier), work)];
    default:
      return within();
  }
}
