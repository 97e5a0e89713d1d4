/** What stands left and right of a page on the screen, in pixels. */
const TABLE_EDGE = 24;

/**
 * Makes set pages usable in a frame where nothing can run: they fit its width, and links lead to their place.
 * @param frame holds a document of the app's own whose pages are set
 */
export function furnishFrame(frame: HTMLIFrameElement): void {
  const { contentDocument: paper, contentWindow: view } = frame;
  if (!paper || !view) return;
  const widest = Math.max(0, ...[...paper.querySelectorAll<HTMLElement>('.page')].map((page) => page.offsetWidth));
  const fit = (): void => {
    // A frame that is not laid out yet has no width to fit.
    const scale = widest === 0 || frame.clientWidth === 0 ? 1 : Math.min(1, frame.clientWidth / (widest + TABLE_EDGE));
    paper.documentElement.style.zoom = String(scale);
  };
  fit();
  view.addEventListener('resize', fit);
  paper.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a[href^="#"]');
    if (!link) return;
    // The frame has no address, so that the browser would look for the place in the app's own page.
    event.preventDefault();
    paper.getElementById(decodeURIComponent(link.getAttribute('href')!.slice(1)))?.scrollIntoView();
  });
}
