import { afterLabel, isCaptionLabel } from '../../model/captions.ts';
import type { LaidBlock } from './blocks.ts';

/** A title has no more rows, and stands no further below its label, as a share of its size. */
const ROWS = 5;
const APART = 2;

/**
 * Joins "Table 1", alone on its line, with the title on the lines below it, as APA style sets captions: "Table 1. Title".
 * A table or figure stands next to them, or the title is slanted.
 * @param pages for each page its columns, each with its blocks
 */
export function joinCaptions(pages: LaidBlock[][][]): void {
  for (const columns of pages) for (const blocks of columns) for (let at = 0; at < blocks.length; at++) {
    const label = blocks[at]!;
    if (label.kind !== 'body' || !isCaptionLabel(label.rows[0]?.text ?? '')) continue;
    const inBlock = label.rows.length > 1;
    const title = inBlock ? { ...label, rows: label.rows.slice(1) } : blocks[at + 1];
    if (!title || !isTitle(title, label) || !(blocks[at - 1]?.stack || blocks[at + (inBlock ? 1 : 2)]?.stack || title.rows.every((row) => row.italic))) continue;
    const first = label.rows[0]!;
    blocks.splice(at, inBlock ? 1 : 2, {
      ...title, kind: 'caption', above: label.above, rows: [{ ...first, text: `${first.text}${afterLabel(first.text).trimEnd()}` }, ...title.rows],
    });
  }
}

function isTitle(title: LaidBlock, label: LaidBlock): boolean {
  const [first] = title.rows;
  return title.kind === 'body' && first !== undefined && title.rows.length <= ROWS && first.top - label.rows[0]!.bottom < label.size * APART && /\p{L}/u.test(first.text);
}
