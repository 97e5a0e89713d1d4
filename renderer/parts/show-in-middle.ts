/** Brings a passage into the middle of the text that scrolls; of one that is taller than that, the beginning. */
export function showInMiddle(element: HTMLElement): void {
  const main = element.closest('main');
  // At its upper edge a line lies over the text.
  const room = main ? main.clientHeight - (Number.parseFloat(getComputedStyle(main).scrollPaddingTop) || 0) : window.innerHeight;
  element.scrollIntoView({ block: element.offsetHeight > room ? 'start' : 'center' });
}
