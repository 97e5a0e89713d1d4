/** What measuring may be off, in pixels. */
const SLACK = 1;

/**
 * Does anything on a set page stand where it does not belong? The text in the notes or the foot, the notes above the
 * text's top, a table beyond the margin, the marking or the running line in the text.
 */
export function isSpilt(page: HTMLElement): boolean {
  const body = page.querySelector<HTMLElement>('.page-body')!;
  const box = body.getBoundingClientRect();
  const foot = page.querySelector('.page-notes')?.getBoundingClientRect();
  const last = body.lastElementChild?.getBoundingClientRect().bottom ?? box.top;
  if (last > (foot?.top ?? box.bottom) + SLACK || (foot && foot.top < box.top - SLACK)) return true;
  return isTooWide(page, body, box) || standsIn(page, '.page-head', box) || standsIn(page, '.page-foot', box);
}

/** A remark stands in the margin, and is to end on the paper; anything else ends where the text does. */
function isTooWide(page: HTMLElement, body: HTMLElement, box: DOMRect): boolean {
  const edge = page.getBoundingClientRect().right;
  return [...body.querySelectorAll<HTMLElement>('p, li, h1, h2, h3, h4, h5, h6, table, pre, img, .as-set')].some((block) => {
    const { left, right } = block.getBoundingClientRect();
    if (block.closest('.remark')) return right > edge + SLACK;
    return left < box.left - SLACK || right > box.right + SLACK || block.scrollWidth > block.clientWidth + Math.max(SLACK, 2);
  });
}

/** Reaches the head or the foot of a page into its text? */
function standsIn(page: HTMLElement, name: string, box: DOMRect): boolean {
  const furniture = page.querySelector(name)?.getBoundingClientRect();
  return furniture !== undefined && furniture.bottom > box.top + SLACK && furniture.top < box.bottom - SLACK;
}
