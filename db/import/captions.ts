import type { SourceBlock } from '../model/source.ts';

/**
 * Gives pictures that stand by themselves the caption right below them, or else the one right above: the caption then
 * carries the picture, and the picture's own stand-in goes.
 */
export function placeCaptions(blocks: readonly SourceBlock[]): SourceBlock[] {
  const placed: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const below = blocks[at + 1];
    const above = placed.at(-1);
    const isPicture = block.kind === 'figure' && block.picture !== null;
    if (isPicture && below?.kind === 'caption' && below.picture === null) {
      placed.push({ ...below, picture: block.picture });
      at += 1;
    } else if (isPicture && above?.kind === 'caption' && above.picture === null) {
      placed[placed.length - 1] = { ...above, picture: block.picture };
    } else placed.push(block);
  }
  while (placed.at(-1)?.kind === 'heading') placed.pop();
  return placed;
}
