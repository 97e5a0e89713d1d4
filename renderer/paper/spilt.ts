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
  return isTooWide(body) || standsIn(page, '.page-head', box) || standsIn(page, '.page-foot', box);
}

function isTooWide(body: HTMLElement): boolean {
  if (body.scrollWidth > body.clientWidth + SLACK) return true;
  return [...body.querySelectorAll<HTMLElement>('table, pre, .as-set, img')].some((wide) => {
    const { left, right } = wide.getBoundingClientRect();
    const box = body.getBoundingClientRect();
    return left < box.left - SLACK || right > box.right + SLACK || wide.scrollWidth > wide.clientWidth + SLACK;
  });
}

/** Reaches the head or the foot of a page into its text? */
function standsIn(page: HTMLElement, name: string, box: DOMRect): boolean {
  const furniture = page.querySelector(name)?.getBoundingClientRect();
  return furniture !== undefined && furniture.bottom > box.top + SLACK && furniture.top < box.bottom - SLACK;
}
