import { useCallback, useEffect, useLayoutEffect, useMemo } from 'react';
import { Compare } from '../compare/compare-screen.tsx';
import { Library } from '../library/library-screen.tsx';
import { Packs } from '../packs/packs-screen.tsx';
import { Read } from '../read/read-screen.tsx';
import { Review } from '../review/review-screen.tsx';
import { Search } from '../search/search-screen.tsx';
import { RoomContext, useMeasuredRoom } from '../parts/use-room.ts';
import { useSelected, useStore } from '../parts/store.ts';
import { DropZone } from './drop-zone.tsx';
import { Help } from './help.tsx';
import { tellAnswered } from './menu-commands.ts';
import { NoticeBar } from './notice-bar.tsx';
import { Palette } from './palette.tsx';
import { goToRegion } from './regions.ts';
import { PLACES, reviewRoute, type RoomName } from './router.ts';
import { SearchHelp } from './search-help.tsx';
import { useCommand, useServices } from './services.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { BriefWindow } from '../packs/brief-window.tsx';
import { NewPackWindow } from '../packs/new-pack-window.tsx';
import { useOpenPackFile } from '../packs/use-open-pack-file.ts';
import { wearSettings } from './settings.ts';
import { useArrival } from './use-arrival.ts';
import { useHostEvents } from './use-host-events.ts';
import styles from './shell.module.css';

const SCREENS = { library: Library, read: Read, search: Search, compare: Compare, packs: Packs, review: Review };
const TITLES: Record<RoomName, string> = { library: 'Library', read: 'Read', search: 'Search', compare: 'Compare', packs: 'Packs', review: 'Review' };

/** The window: bar, place, foot, and what lies over all of them. */
export function Shell() {
  const services = useServices();
  const { textSize } = useStore(services.settings.store);
  const room = useMeasuredRoom(textSize);
  const place = useSelected(services.router.location, ({ route }) => route.place);
  const openPackFile = useOpenPackFile();
  useLayoutEffect(() => wearSettings(services.settings.store, window), [services]);
  useEffect(() => listenForShortcuts(window, services.commands, () => services.settings.store.get().singleKeys), [services]);
  useEffect(() => {
    services.tookMs.set(null);
    services.whereabouts.set('');
    const name = (): void => {
      document.title = [services.showing.get(), TITLES[place], 'Attaché'].filter(Boolean).join(' – ');
    };
    name();
    return services.showing.subscribe(name);
  }, [place, services]);
  useHostEvents();
  useEffect(() => tellAnswered(services.host, services.commands), [services]);
  useArrival();
  useGlobalCommands();
  const onPackFile = useCallback((file: File) => void openPackFile(file), [openPackFile]);
  const Screen = SCREENS[place];
  const screen = useMemo(() => <Screen />, [Screen]);
  return (
    <RoomContext value={room}>
      <div className={styles['shell']}>
        <TopBar />
        <div className={styles['place']}>{screen}</div>
        <StatusBar />
        <NoticeBar />
        <Palette />
        <Help />
        <SearchHelp />
        <NewPackWindow />
        <BriefWindow />
        <DropZone onPackFile={onPackFile} />
      </div>
    </RoomContext>
  );
}

/** The commands that work in every place. */
function useGlobalCommands(): void {
  const { router, settings, notices, commands, host, imports } = useServices();
  const openPackFile = useOpenPackFile();
  useEffect(() => {
    const go = PLACES.map((place) => commands.register(`place:${place}`, () => router.go(router.last(place))));
    return () => go.forEach((stop) => stop());
  }, [commands, router]);
  useCommand('review', () => {
    const { route } = router.location.get();
    const report = 'report' in route ? route.report : null;
    router.go(report === null ? router.last('review') : reviewRoute({ report }));
  });
  useCommand('part:next', () => goToRegion(1));
  useCommand('part:previous', () => goToRegion(-1));
  useCommand('back', () => void router.back());
  const canUndo = useSelected(notices.shown, (notice) => notice?.kind === 'done' && notice.action !== null);
  useCommand('undo', canUndo ? () => void notices.undo() : null);
  useCommand('theme', () => void settings.change({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }));
  useCommand('text-larger', () => void settings.resizeText(1));
  useCommand('text-smaller', () => void settings.resizeText(-1));
  useCommand('text-reset', () => void settings.resizeText(0));
  const importPicked = (kind: 'report' | 'folder') => {
    host.pickFiles(kind).then((files) => {
      if (files.length === 0) return undefined;
      if (router.location.get().route.place !== 'library') router.go({ place: 'library' });
      return imports.take(files);
    }).catch(notices.failed);
  };
  useCommand('import', () => importPicked('report'));
  useCommand('import-folder', () => importPicked('folder'));
  useCommand('pack:open', () => void openPackFile());
}
