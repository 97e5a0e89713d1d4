import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { Client } from '../../db/contract/client.ts';
import type { CommandId } from '../../db/contract/commands.ts';
import type { Result } from '../../db/contract/methods.ts';
import type { Host } from '../host/host.ts';
import { createImports, type Imports } from '../library/imports.ts';
import { createPackDesk, type PackDesk } from '../packs/pack-desk.ts';
import { createStore, useStore, type Store } from '../parts/store.ts';
import { createCommands, type Commands } from './commands.ts';
import { createNotices, type Notices } from './notices.ts';
import { createRouter, readRoute, type Route, type Router } from './router.ts';
import { createSettings, type SettingsDesk } from './settings.ts';

export type About = Result<'app.about'>;

/** What every screen may use. It is made once, when the app is opened. */
export interface Services {
  host: Host;
  client: Client;
  router: Router;
  commands: Commands;
  notices: Notices;
  settings: SettingsDesk;
  packs: PackDesk;
  imports: Imports;
  about: Store<About>;
  /** Labels of the facets' values, for tags and sentences. */
  taxonomies: Result<'facets.list'>['taxonomies'];
  /** Grow with every change of the library or the desk, whoever made it. */
  changes: Record<'library' | 'desk', Store<number>>;
  /** How far a search index is that is made anew, in hundredths; null while none is. Searches wait for it, reading does not. */
  indexing: Store<number | null>;
  /** What the last search took, for the status bar. */
  tookMs: Store<number | null>;
  /** What is open on the screen, for the window's title; empty where the place says all. */
  showing: Store<string>;
  /** What the place on the screen says in the status bar. */
  whereabouts: Store<string>;
}

/**
 * The briefing that a first start opens: nothing of the reader's own is in the library, none of what came along was read
 * yet, and no address asks for anything else. Later starts open the library.
 * @returns its id, or null; what cannot be found out is no reason to keep the app shut
 */
async function unreadBriefing(client: Client, view: Window): Promise<string | null> {
  if (view.location.hash !== '') return null;
  try {
    const { reports } = await client('library.list', {});
    const [first] = reports;
    if (!first || reports.some(({ builtIn }) => !builtIn)) return null;
    const places = await Promise.all(reports.map(({ id }) => client('desk.position', { report: id })));
    return places.every(({ passage }) => passage === null) ? first.id : null;
  } catch {
    return null;
  }
}

/**
 * Opens the app over a host.
 * @throws AttacheError where the library cannot be reached
 */
export async function openServices(host: Host, view: Window): Promise<Services> {
  const { client } = host;
  const [about, settings, { taxonomies }, unread] = await Promise.all([client('app.about', {}), client('desk.settings', {}), client('facets.list', {}), unreadBriefing(client, view)]);
  const notices = createNotices();
  const desk = createSettings(client, settings, notices.failed);
  const router = createRouter(view);
  if (unread !== null) router.rewrite(readRoute({ report: unread }));
  return {
    host, client, notices, settings: desk, taxonomies, router, commands: createCommands(), packs: createPackDesk(client, desk, notices, router), imports: createImports(host),
    about: createStore(about), changes: { library: createStore(0), desk: createStore(0) }, tookMs: createStore<number | null>(null), indexing: createStore<number | null>(null), whereabouts: createStore(''), showing: createStore(''),
  };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('a screen stands outside the app');
  return services;
}

/** The route of a place while it is on the screen. */
export function useRoute<P extends Route['place']>(place: P): Extract<Route, { place: P }> {
  const { router } = useServices();
  const { route } = useStore(router.location);
  return (route.place === place ? route : router.last(place)) as Extract<Route, { place: P }>;
}

/** Answers a command for as long as the screen stands; null answers nothing. */
export function useCommand(id: CommandId, handler: (() => void) | null): void {
  const { commands } = useServices();
  const on = handler !== null;
  const run = useEffectEvent(() => handler?.());
  useEffect(() => (on ? commands.register(id, () => run()) : undefined), [commands, id, on]);
}

/** The label of a facet's value. */
export function useLabels(): (facet: string, value: string) => string {
  const { taxonomies } = useServices();
  return (facet, value) => taxonomies.find((t) => t.facet === facet)?.values.find((v) => v.value === value)?.label ?? value;
}
