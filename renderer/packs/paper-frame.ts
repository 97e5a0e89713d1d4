/** What stands left and right of a page on the screen, in pixels. */
const TABLE_EDGE = 24;

/** How large a page is shown: as wide as its frame at most, or a share of its size on paper. */
export type Zoom = 'fit' | number;

/** Set pages in a frame. */
export interface PaperView {
  pages: number;
  /** The page that is read: the one at the middle of the frame. */
  page: () => number;
  goTo: (page: number) => void;
  zoom: (zoom: Zoom) => void;
  /** The share of its size on paper at which a page is shown. */
  scale: () => number;
}

/**
 * Makes set pages usable in a frame where nothing can run: they fit its width or are zoomed, and links lead to their place.
 * @param frame holds a document of the app's own whose pages are set
 * @param zoom to begin with
 * @param onScroll is told when another page may be read, or the scale has changed
 */
export function furnishFrame(frame: HTMLIFrameElement, zoom: Zoom, onScroll: () => void): PaperView | null {
  const { contentDocument: paper, contentWindow: view } = frame;
  if (!paper || !view) return null;
  const pages = [...paper.querySelectorAll<HTMLElement>('.page')];
  const widest = Math.max(0, ...pages.map((page) => page.offsetWidth));
  let wanted = zoom;
  let scale = 1;
  const fit = (): void => {
    // A frame that is not laid out yet has no width to fit.
    const most = widest === 0 || frame.clientWidth === 0 ? 1 : Math.min(1, frame.clientWidth / (widest + TABLE_EDGE));
    scale = wanted === 'fit' ? most : wanted;
    paper.documentElement.style.zoom = String(scale);
    paper.body.style.minWidth = scale > most ? `${widest + TABLE_EDGE}px` : '';
    onScroll();
  };
  fit();
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', onScroll);
  paper.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a[href^="#"]');
    if (!link) return;
    // The frame has no address, so that the browser would look for the place in the app's own page.
    event.preventDefault();
    paper.getElementById(decodeURIComponent(link.getAttribute('href')!.slice(1)))?.scrollIntoView();
  });
  return {
    pages: pages.length,
    page: () => Math.max(0, pages.findLastIndex((page) => page.getBoundingClientRect().top < view.innerHeight / 2)) + 1,
    goTo: (page) => pages[Math.min(Math.max(page, 1), pages.length) - 1]?.scrollIntoView(),
    zoom: (next) => {
      wanted = next;
      fit();
    },
    scale: () => scale,
  };
}

/** What is seen above an item that is brought onto the screen, in pixels. */
const ABOVE = 16;

/** Brings an item of the pack onto the screen. Only the frame scrolls: what stands around it stays. @param place holds the frame @param at the item's place in the pack */
export function revealItem(place: Element | null, at: number): void {
  const view = place?.querySelector<HTMLIFrameElement>('iframe:not([aria-hidden])')?.contentWindow;
  const item = view?.document.getElementById(`item-${at + 1}`);
  if (view && item) view.scrollTo({ top: view.scrollY + item.getBoundingClientRect().top - ABOVE });
}
