import { afterLabel, isCaptionLabel, isLabelledCaption } from '../model/captions.ts';
import type { SourceBlock, SourcePassage } from '../model/source.ts';

/** A caption has no more letters. */
const LETTERS = 400;

/**
 * Finds the captions that a document sets as mere paragraphs next to a table or picture: "Table 1: Title", and as APA
 * style sets them, "Table 1" on a line and the title on the next one, which become "Table 1. Title".
 */
export function findCaptions(blocks: readonly SourceBlock[]): SourceBlock[] {
  const out: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const next = blocks[at + 1];
    if (isLine(block) && isCaptionLabel(block.text) && next && isLine(next) && (isShown(out.at(-1)) || isShown(blocks[at + 2]))) {
      out.push(joined(block, next));
      at += 1;
    } else if (isLine(block) && isLabelledCaption(block.text) && (isShown(out.at(-1)) || isShown(next))) out.push({ ...block, kind: 'caption' });
    else out.push(block);
  }
  return out;
}

function isLine(block: SourceBlock): block is SourcePassage {
  return (block.kind === 'paragraph' || block.kind === 'caption') && block.picture === null && block.text.length <= LETTERS;
}

function isShown(block: SourceBlock | undefined): boolean {
  return block !== undefined && (block.kind === 'table' || block.kind === 'figure' || (block.kind === 'caption' && block.picture !== null));
}

function joined(label: SourcePassage, title: SourcePassage): SourcePassage {
  const start = `${label.text}${afterLabel(label.text)}`;
  return {
    ...title, kind: 'caption', text: start + title.text, line: label.line, pages: { from: label.pages.from, to: title.pages.to },
    notes: [...label.notes, ...title.notes.map(({ key, offset }) => ({ key, offset: offset + start.length }))],
  };
}

/**
 * Gives pictures that stand by themselves the caption right below them, or else the one right above: the caption then
 * carries the picture, and the picture's own stand-in goes.
 */
export function placeCaptions(found: readonly SourceBlock[]): SourceBlock[] {
  const blocks = findCaptions(found);
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
