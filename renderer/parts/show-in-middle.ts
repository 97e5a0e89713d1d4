/** Brings a passage into the middle of the text that scrolls; of one that is taller than that, the beginning. */
export function showInMiddle(element: HTMLElement): void {
  const room = element.closest('main')?.clientHeight ?? window.innerHeight;
  element.scrollIntoView({ block: element.offsetHeight > room ? 'start' : 'center' });
}
