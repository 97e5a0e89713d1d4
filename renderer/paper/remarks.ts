/** What stands between two remarks, in pixels. */
const GAP = 6;

/** A remark in the margin: where its item stands, how high it is. */
export interface RemarkBox {
  top: number;
  height: number;
}

/**
 * Places remarks in a margin so that none lies on another or runs off its page: each beside its item, or as near below
 * or above as the others leave room.
 * @param boxes in the order of their items
 * @param end where the margin ends
 * @returns the upper edge of each
 */
export function settle(boxes: readonly RemarkBox[], end: number): number[] {
  const tops: number[] = [];
  let free = -Infinity;
  for (const { top, height } of boxes) {
    tops.push(Math.max(top, free));
    free = tops.at(-1)! + height + GAP;
  }
  let limit = end;
  for (let at = boxes.length - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at]!, limit - boxes[at]!.height);
    limit = tops[at]! - GAP;
  }
  return tops;
}

/** Settles the remarks of pages that are built. */
export function settleRemarks(pages: Iterable<{ body: HTMLElement }>): void {
  for (const { body } of pages) {
    const remarks = [...body.querySelectorAll<HTMLElement>('.remark > p')];
    if (remarks.length === 0) continue;
    const boxes = remarks.map((remark) => remark.getBoundingClientRect());
    // Beside the first line of its item, not beside the white above it.
    const lines = remarks.map((remark, at) => remark.parentElement!.nextElementSibling?.getBoundingClientRect().top ?? boxes[at]!.top);
    const tops = settle(boxes.map(({ height }, at) => ({ top: lines[at]!, height })), body.getBoundingClientRect().bottom);
    for (const [at, remark] of remarks.entries()) remark.style.top = `${tops[at]! - boxes[at]!.top}px`;
  }
}
