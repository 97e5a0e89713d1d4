import type { MouseEvent } from 'react';
import { classes } from '../parts/classes.ts';
import { useSelected } from '../parts/store.ts';
import { MarkingBadge } from './marking-badge.tsx';
import { formatRoute, PLACES, type Place } from './router.ts';
import { SearchField } from './search-field.tsx';
import { useServices } from './services.ts';
import { ViewMenu } from './view-menu.tsx';
import styles from './top-bar.module.css';

const NAMES: Record<Place, string> = { library: 'Library', read: 'Read', search: 'Search', compare: 'Compare', packs: 'Packs' };

/** An ordinary press travels; anything with a modifier is left to the browser. */
function plainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

export function TopBar() {
  return (
    <header className={styles['bar']}>
      <a className={styles['skip']} href="#main" onClick={skip}>Skip to the text</a>
      <span className={styles['brand']}>Attaché</span>
      <nav className={styles['tabs']} aria-label="Places">
        {PLACES.map((place) => <Tab key={place} place={place} />)}
      </nav>
      <SearchField />
      <div className={styles['end']}>
        <MarkingBadge />
        <ViewMenu />
      </div>
    </header>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

function Tab({ place }: { place: Place }) {
  const { router } = useServices();
  const here = useSelected(router.location, ({ route }) => route.place === place);
  return (
    <a
      href={formatRoute(router.last(place))} className={classes(styles['tab'], here && styles['here'])} aria-current={here ? 'page' : undefined}
      onClick={(event) => {
        if (!plainPress(event)) return;
        event.preventDefault();
        if (!here) router.go(router.last(place));
      }}
    >
      {NAMES[place]}
    </a>
  );
}
