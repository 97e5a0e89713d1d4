/** A place in the text: before this character of this node. */
export interface Cut {
  node: Text;
  offset: number;
}

/** Rectangles of one line may lie a little apart: raised numbers, other alphabets. */
const SAME = 1.5;

/**
 * Where the lines of a block of text end, as heights: from its content's top to its border's bottom.
 * @returns one height for each line, none for a block without text
 */
export function lineEnds(block: Element): number[] {
  const view = block.ownerDocument.defaultView!;
  const style = view.getComputedStyle(block);
  const box = block.getBoundingClientRect();
  const px = (value: string): number => Number.parseFloat(value) || 0;
  const top = box.top + px(style.paddingTop) + px(style.borderTopWidth);
  const high = box.bottom - px(style.paddingBottom) - px(style.borderBottomWidth) - top;
  const step = px(style.lineHeight);
  const count = Math.round(high / step);
  if (count < 1) return [];
  if (Math.abs(count * step - high) <= SAME) return Array.from({ length: count }, (_, at) => (at === count - 1 ? box.bottom : top + (at + 1) * step));
  return unevenEnds(block, box.bottom);
}

/** The same for a block whose lines are not of one height: each ends half way to the next one. */
function unevenEnds(block: Element, bottom: number): number[] {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0).sort((a, b) => a.top - b.top);
  const lines: { top: number; bottom: number }[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    const middle = (rect.top + rect.bottom) / 2;
    if (last && middle < last.bottom - SAME) last.bottom = Math.max(last.bottom, Math.min(rect.bottom, last.bottom + SAME));
    else lines.push({ top: rect.top, bottom: rect.bottom });
  }
  return lines.map((line, at) => (at === lines.length - 1 ? bottom : (line.bottom + lines[at + 1]!.top) / 2));
}

/** Finds the first character of a block that stands below a height; null where all of it stands above. */
export function cutBelow(block: Element, height: number): Cut | null {
  const texts = textsOf(block);
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length;
  }
  const range = block.ownerDocument.createRange();
  const placeOf = (at: number): Cut => {
    let index = starts.length - 1;
    while (starts[index]! > at) index -= 1;
    return { node: texts[index]!, offset: at - starts[index]! };
  };
  /** White space that the line's end has swallowed has no place of its own: the next character that has one tells. */
  const isBelow = (at: number): boolean => {
    for (let next = at; next < length; next += 1) {
      const { node, offset } = placeOf(next);
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const rect = [...range.getClientRects()].at(-1);
      if (rect && rect.width > 0) return (rect.top + rect.bottom) / 2 > height;
    }
    return true;
  };
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) high = middle;
    else low = middle + 1;
  }
  return low === length ? null : whole(placeOf(low));
}

function textsOf(block: Element): Text[] {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if ((walker.currentNode as Text).length > 0) texts.push(walker.currentNode as Text);
  return texts;
}

/** A cut never splits a character of two UTF-16 units. */
function whole({ node, offset }: Cut): Cut {
  const unit = node.data.charCodeAt(offset);
  return { node, offset: unit >= 0xdc00 && unit <= 0xdfff && offset > 0 ? offset - 1 : offset };
}
