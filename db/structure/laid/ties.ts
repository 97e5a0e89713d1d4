import { isTerminated } from '../block.ts';
import type { LaidBlock } from './blocks.ts';
import type { Setting } from './page.ts';

/** A last line that leaves more of its column white was ended by hand. */
const SHORT = 0.12;

/**
 * Says of the paragraphs at the ends of columns and pages whether they go on in the next one: where paragraphs begin
 * with an indent, the first line of the next column tells; else a last line that does not fill its column.
 * @param pages for each page its columns, each with its blocks
 */
export function tieParagraphs(pages: readonly LaidBlock[][][], setting: Setting): void {
  let last: LaidBlock | null = null;
  for (const blocks of pages.flat()) {
    const read = blocks.filter((block) => block.kind === 'body' || block.kind === 'item' || block.kind === 'heading');
    const first = read[0];
    if (first && last && last.kind !== 'heading' && first.kind === 'body') tie(last, first, setting);
    last = read.at(-1) ?? last;
  }
}

/** True where the next word would still have stood on the last line; where it would not, the line is no shorter than it had to be. */
function wouldFit(next: string, { rows }: LaidBlock): boolean {
  const end = rows.at(-1)!;
  const letter = (end.right - end.left) / Math.max(1, end.text.length);
  const word = /^\S+/.exec(next)?.[0].length ?? 1;
  return end.right + (word + 1) * letter < Math.max(...rows.map((row) => row.right));
}

function tie(before: LaidBlock, after: LaidBlock, setting: Setting): void {
  const end = before.rows.at(-1)!;
  if (before.ends === true || after.begins === true) {
    before.ends = true;
    return;
  }
  const open = !isTerminated(end.text);
  const isShort = end.right < before.right - SHORT * (before.right - before.left) && before.rows.length > 1 && wouldFit(after.rows[0]!.text, before);
  if (Math.abs(before.size - after.size) > 0.06 * before.size || (isShort && !open)) before.ends = true;
  else if (open && !/^[\p{Lu}“"]/u.test(after.rows[0]!.text)) before.ends = false;
  else if (open) before.ends = isShort;
  else if (setting.indents && before.kind === 'body') before.ends = false;
}
