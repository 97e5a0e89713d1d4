import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { LaidItem } from './laid-out.ts';
import { wordsOf } from './runs.ts';

/** Paragraphs by themselves: the end of one and the beginning of the next make no name. */
function paragraphsOf(node: RootContent): string[] {
  if (node.type === 'heading') return [];
  if (node.type === 'paragraph' || node.type === 'tableCell' || !('children' in node)) return [toString(node)];
  return (node.children as RootContent[]).flatMap(paragraphsOf);
}

/** The text of an item in the order of reading, without its notes and headings. */
export function textsOf(item: LaidItem): string[] {
  // Where a figure stands is the title of a chapter, in every row.
  if (item.kind === 'text' && item.form === 'figures') return item.blocks.flatMap((block) => (block.type === 'table' ? block.children.flatMap((row) => row.children.slice(0, -1).map((cell) => toString(cell))) : paragraphsOf(block)));
  if (item.kind === 'text') return item.blocks.flatMap(paragraphsOf);
  if (item.kind !== 'passages') return [];
  return item.groups.flatMap((group) => group.passages.map(({ runs }) => wordsOf(runs)));
}
