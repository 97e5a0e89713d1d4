import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { searchRoute, type Route } from './router.ts';
import { useCommand, useServices } from './services.ts';
import styles from './search-field.module.css';

/** Answers come while typing; this pause lets one keystroke pass before the next one asks. */
const PAUSE_MS = 60;

const queryOf = (route: Route): string => (route.place === 'search' || route.place === 'compare' ? route.query : '');
const INVITATION: Record<Route['place'], string> = {
  library: 'Search the library', read: 'Search the library', search: 'Search the library', compare: 'Narrow every cell: “vaccine”, “railway” …', packs: 'Find passages to add', review: 'Search the library',
};

/** The one search field. In Compare it narrows the cells; anywhere else it leads to Search. */
export function SearchField() {
  const { router, commands } = useServices();
  const { route, visit } = useStore(router.location);
  const outside = queryOf(route);
  const [text, setText] = useState(outside);
  const sent = useRef(outside);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const ownVisit = useRef(visit);

  // Whoever travels leaves behind what was typed; only the journey that the typing began keeps it.
  const arrive = useEffectEvent((journey: number) => {
    if (journey === ownVisit.current) return;
    clearTimeout(timer.current);
    sent.current = outside;
    setText(outside);
  });
  useEffect(() => arrive(visit), [visit]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });

  const send = (query: string): void => {
    clearTimeout(timer.current);
    if (query === sent.current) return;
    sent.current = query;
    const here = router.location.get().route;
    if (here.place === 'compare') router.rewrite({ ...here, query });
    else if (here.place === 'search') router.rewrite({ ...here, query, selected: null });
    else router.go(searchRoute({ query }));
    ownVisit.current = router.location.get().visit;
  };
  const type = (query: string): void => {
    setText(query);
    clearTimeout(timer.current);
    timer.current = setTimeout(send, PAUSE_MS, query);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') input.current?.blur();
      else type('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      if (text !== '' || route.place === 'search') send(text);
      commands.run('next');
    }
  };
  const label = route.place === 'compare' ? 'Narrow the comparison' : 'Search the library';
  return (
    <search className={styles['field']}>
      <Icon name="search" />
      <input
        ref={input} type="search" className={styles['input']} value={text} placeholder={INVITATION[route.place]} aria-label={label} aria-keyshortcuts="/ Control+K"
        autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="search" maxLength={20_000}
        onChange={(event) => type(event.target.value)} onKeyDown={onKeyDown}
      />
      {text === '' ? <kbd aria-hidden="true">/</kbd> : (
        <button
          type="button" className={styles['clear']} aria-label="Clear the search"
          onClick={() => {
            setText('');
            send('');
            input.current?.focus();
          }}
        >
          <Icon name="close" size={13} />
        </button>
      )}
    </search>
  );
}
