import { FACETS, openChoice, type FacetChoice } from '../../db/model/facet.ts';
import { createStore, type Store } from '../parts/store.ts';

export const PLACES = ['library', 'read', 'search', 'compare', 'packs'] as const;
export type Place = (typeof PLACES)[number];
/** What can be on the screen: the places of the top bar, and the review of a report, which is reached from within them. */
const ROOMS = [...PLACES, 'review'] as const;
export type RoomName = (typeof ROOMS)[number];
export type Where = 'all' | 'text' | 'footnotes';

export interface SearchRoute {
  place: 'search';
  query: string;
  choice: FacetChoice;
  report: string | null;
  where: Where;
  /** The hit that is selected, as "report/passage". */
  selected: string | null;
}
export interface ReadRoute {
  place: 'read';
  report: string | null;
  chapter: string | null;
  section: string | null;
  passage: string | null;
  /** The passage was looked for, so it is lit up. */
  lit: boolean;
  /** The number of the footnote in which the words stand that were looked for. */
  note: string | null;
}
export interface ReviewRoute {
  place: 'review';
  report: string | null;
  chapter: string | null;
  passage: string | null;
  /** The key of the doubt that is looked at. */
  doubt: string | null;
}
export type Route =
  | { place: 'library' }
  | ReadRoute
  | ReviewRoute
  | SearchRoute
  /** `apart`: each limitation has a column of its own. */
  | { place: 'compare'; query: string; report: string | null; apart: boolean }
  | { place: 'packs'; pack: string | null };

/** A place as it is when nothing is known about it. */
export function openRoute(place: RoomName): Route {
  switch (place) {
    case 'library': return { place };
    case 'read': return { place, report: null, chapter: null, section: null, passage: null, lit: false, note: null };
    case 'search': return { place, query: '', choice: openChoice(), report: null, where: 'all', selected: null };
    case 'compare': return { place, query: '', report: null, apart: false };
    case 'packs': return { place, pack: null };
    case 'review': return { place, report: null, chapter: null, passage: null, doubt: null };
  }
}

/** A route to a passage, chapter or section of a report. */
export function readRoute(at: Partial<Omit<ReadRoute, 'place'>>): ReadRoute {
  return { ...(openRoute('read') as ReadRoute), ...at };
}

export function reviewRoute(at: Partial<Omit<ReviewRoute, 'place'>>): ReviewRoute {
  return { ...(openRoute('review') as ReviewRoute), ...at };
}

export function searchRoute(at: Partial<Omit<SearchRoute, 'place'>>): SearchRoute {
  return { ...(openRoute('search') as SearchRoute), ...at };
}

/** Reads what stands behind the `#` of the address; whatever is not understood is left open. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const place = ROOMS.find((name) => name === path) ?? 'library';
  const words = new URLSearchParams(query);
  const one = (name: string): string | null => words.get(name) || null;
  switch (place) {
    case 'library': return { place };
    case 'read': return { place, report: one('report'), chapter: one('chapter'), section: one('section'), passage: one('passage'), lit: words.has('lit'), note: one('note') };
    case 'search': {
      const where = words.get('where');
      return {
        place, query: words.get('q') ?? '', report: one('report'), selected: one('at'),
        choice: Object.fromEntries(FACETS.map((facet) => [facet, words.getAll(facet)])) as FacetChoice,
        where: where === 'text' || where === 'footnotes' ? where : 'all',
      };
    }
    case 'compare': return { place, query: words.get('q') ?? '', report: one('report'), apart: words.has('apart') };
    case 'packs': return { place, pack: one('pack') };
    case 'review': return { place, report: one('report'), chapter: one('chapter'), passage: one('passage'), doubt: one('doubt') };
  }
}

/** The address of a route: "#/search?q=coast+guard&country=vietnam". */
export function formatRoute(route: Route): string {
  const words = new URLSearchParams();
  const put = (name: string, value: string | null): void => {
    if (value) words.append(name, value);
  };
  switch (route.place) {
    case 'library': break;
    case 'read':
      for (const name of ['report', 'chapter', 'section', 'passage', 'note'] as const) put(name, route[name]);
      if (route.lit) put('lit', '1');
      break;
    case 'search':
      put('q', route.query);
      for (const facet of FACETS) for (const value of route.choice[facet]) put(facet, value);
      put('report', route.report);
      if (route.where !== 'all') put('where', route.where);
      put('at', route.selected);
      break;
    case 'compare':
      put('q', route.query);
      put('report', route.report);
      if (route.apart) put('apart', '1');
      break;
    case 'packs':
      put('pack', route.pack);
      break;
    case 'review':
      for (const name of ['report', 'chapter', 'passage', 'doubt'] as const) put(name, route[name]);
  }
  const text = words.toString();
  return `#/${route.place}${text ? `?${text}` : ''}`;
}

/** Where the reader is; `visit` counts true journeys, so that a quiet rewriting of the address moves nothing. */
export interface Location {
  route: Route;
  visit: number;
}

export type Router = ReturnType<typeof createRouter>;

/**
 * A router over the History API: the address carries the place and its state, Back and Forward work.
 * @param view the window whose address is used
 */
export function createRouter(view: Window) {
  const location: Store<Location> = createStore({ route: parseRoute(view.location.hash), visit: 0 });
  const lasts = new Map<RoomName, Route>();
  let depth = 0;

  const settle = (route: Route, travelled: boolean): void => {
    lasts.set(route.place, route);
    location.set((now) => ({ route, visit: now.visit + (travelled ? 1 : 0) }));
  };
  const stateDepth = (state: unknown): number => (typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0);
  const onPop = (event: PopStateEvent): void => {
    depth = stateDepth(event.state);
    settle(parseRoute(view.location.hash), true);
  };
  lasts.set(location.get().route.place, location.get().route);
  depth = stateDepth(view.history.state);
  view.addEventListener('popstate', onPop);

  return {
    location,
    /** Goes there; Back returns here. */
    go(route: Route): void {
      depth += 1;
      view.history.pushState({ depth }, '', formatRoute(route));
      settle(route, true);
    },
    /** Rewrites the address of where the reader is: what is typed, what is selected, how far was read. */
    rewrite(route: Route): void {
      // Rewriting an entry while the browser is on its way back can call the journey off, so that nothing is rewritten in vain.
      if (formatRoute(route) !== view.location.hash) view.history.replaceState({ depth }, '', formatRoute(route));
      settle(route, false);
    },
    /** @returns whether there was anywhere to go back to */
    back(): boolean {
      if (depth === 0) return false;
      view.history.back();
      return true;
    },
    /** The place as it was left. */
    last: (place: RoomName): Route => lasts.get(place) ?? openRoute(place),
    stop: (): void => view.removeEventListener('popstate', onPop),
  };
}
