/** Between a box that lies over the text and what is shown below it, in pixels. */
const GAP_PX = 16;

/**
 * Brings a passage into the middle of the text that scrolls; of one that is taller than that, the beginning.
 * @param over a box that stays at the upper edge and would cover it
 */
export function showInMiddle(element: HTMLElement, over: HTMLElement | null = null): void {
  const main = element.closest('main');
  const covered = over ? over.offsetHeight + GAP_PX : 0;
  // At the upper edge of some places a line lies over the text.
  const line = main ? Number.parseFloat(getComputedStyle(main).scrollPaddingTop) || 0 : 0;
  element.style.scrollMarginTop = over ? `${covered}px` : '';
  element.scrollIntoView({ block: element.offsetHeight > (main?.clientHeight ?? window.innerHeight) - line - covered ? 'start' : 'center' });
}
