/** What stands left and right of a page on the screen, in pixels. */
const TABLE_EDGE = 24;
/** What is seen above a place that is brought onto the screen, in pixels. */
const ABOVE = 16;

/** How large a page is shown: as wide as its frame at most, or a share of its size on paper. */
export type Zoom = 'fit' | number;

/** Set pages in a frame. */
export interface PaperView {
  pages: number;
  /** The page that is read: the one at the middle of the frame. */
  page: () => number;
  /** Where the upper edge of that page stands in the frame, in pixels. */
  edge: () => number;
  /** Brings a page's upper edge to the frame's, or to another height. */
  goTo: (page: number, edge?: number) => void;
  zoom: (zoom: Zoom) => void;
  /** The share of its size on paper at which a page is shown. */
  scale: () => number;
  /** Lets go of the frame, which may get another version of the pack. */
  leave: () => void;
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
    // As it is, without zoom: the frame less the bar by which it is scrolled.
    paper.documentElement.style.zoom = '';
    const room = paper.documentElement.clientWidth;
    // A frame that is not laid out yet has no width to fit.
    const most = widest === 0 || room === 0 ? 1 : Math.min(1, room / (widest + TABLE_EDGE));
    scale = wanted === 'fit' ? most : wanted;
    paper.documentElement.style.zoom = String(scale);
    paper.body.style.minWidth = scale > most ? `${widest + TABLE_EDGE}px` : '';
    onScroll();
  };
  fit();
  const held = new AbortController();
  const { signal } = held;
  view.addEventListener('resize', fit, { signal });
  view.addEventListener('scroll', onScroll, { signal });
  paper.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a[href^="#"]');
    if (!link) return;
    // The frame has no address, so that the browser would look for the place in the app's own page.
    event.preventDefault();
    const place = paper.getElementById(decodeURIComponent(link.getAttribute('href')!.slice(1)));
    if (place) bringToTop(view, place, ABOVE);
  }, { signal });
  // What is typed over the paper is meant for the app: in the frame nothing listens, and no key would work after a click there. Enter is the links' own.
  paper.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') return;
    const { key, code, ctrlKey, altKey, shiftKey, metaKey, repeat } = event;
    const passedOn = new KeyboardEvent('keydown', { key, code, ctrlKey, altKey, shiftKey, metaKey, repeat, bubbles: true, cancelable: true });
    if (!frame.dispatchEvent(passedOn)) event.preventDefault();
  }, { signal });
  const page = (): number => Math.max(0, pages.findLastIndex((one) => one.getBoundingClientRect().top < view.innerHeight / 2)) + 1;
  return {
    pages: pages.length,
    page,
    edge: () => pages[page() - 1]?.getBoundingClientRect().top ?? 0,
    goTo: (wanted, edge = 0) => {
      const found = pages[Math.min(Math.max(wanted, 1), pages.length) - 1];
      if (found) bringToTop(view, found, edge);
    },
    zoom: (next) => {
      wanted = next;
      fit();
    },
    scale: () => scale,
    leave: () => held.abort(),
  };
}

/** Scrolls the frame alone: `scrollIntoView` would move whatever stands around it too. */
function bringToTop(view: Window, place: Element, above: number): void {
  view.scrollTo({ top: view.scrollY + place.getBoundingClientRect().top - above });
}

/** Brings an item of the pack onto the screen. Only the frame scrolls: what stands around it stays. @param place holds the frame @param at the item's place in the pack */
export function revealItem(place: Element | null, at: number): void {
  const view = place?.querySelector<HTMLIFrameElement>('iframe:not([aria-hidden])')?.contentWindow;
  const item = view?.document.getElementById(`item-${at + 1}`);
  if (view && item) bringToTop(view, item, ABOVE);
}

/** The page on which each item of a set pack begins, by the item's place in the pack; what is not on paper by itself has none. */
export function pagesOfItems(paper: Document): ReadonlyMap<number, number> {
  const items = [...paper.querySelectorAll<HTMLElement>('.page [id^="item-"]')];
  return new Map(items.flatMap((item) => {
    const [at, page] = [Number(/^item-(\d+)$/.exec(item.id)?.[1]), Number(item.closest<HTMLElement>('.page')?.dataset['page'])];
    return Number.isInteger(at) && page > 0 ? [[at - 1, page] as const] : [];
  }));
}
