import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { searchRoute, type Route } from './router.ts';
import { useCommand, useServices } from './services.ts';
import { SuggestionList, suggestionId } from './suggestion-list.tsx';
import { useSuggestions, type Suggestion } from './use-suggestions.ts';
import styles from './search-field.module.css';

/** Answers come while typing; this pause lets one keystroke pass before the next one asks. */
const PAUSE_MS = 60;
/** No suggestion is pointed at. */
const NONE = -1;

const queryOf = (route: Route): string => (route.place === 'search' || route.place === 'compare' ? route.query : '');
const INVITATION: Record<Route['place'], string> = {
  library: 'Search the library', read: 'Search the library', search: 'Search the library', compare: 'Narrow every cell: “vaccine”, “railway” …', packs: 'Find passages to add', review: 'Search the library',
};

/** The one search field, with what the query may become below it. In Compare it narrows the cells; anywhere else it leads to Search. */
export function SearchField() {
  const { router, commands } = useServices();
  const { route, visit } = useStore(router.location);
  const outside = queryOf(route);
  const [text, setText] = useState(outside);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(NONE);
  const sent = useRef(outside);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const ownVisit = useRef(visit);
  const listId = useId();
  const { suggestions, forget } = useSuggestions(text, open);
  const shown = open && suggestions.length > 0;
  const chosen = shown ? (suggestions[active] ?? null) : null;

  const close = (): void => {
    setOpen(false);
    setActive(NONE);
  };
  // Whoever travels leaves behind what was typed; only the journey that the typing began keeps it.
  const arrive = useEffectEvent((journey: number) => {
    if (journey === ownVisit.current) return;
    clearTimeout(timer.current);
    sent.current = outside;
    setText(outside);
    close();
  });
  useEffect(() => arrive(visit), [visit]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
    if (text === '') setOpen(true);
  });
  useCommand('forget-searches', () => forget(null));

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
    setOpen(true);
    setActive(NONE);
    clearTimeout(timer.current);
    timer.current = setTimeout(send, PAUSE_MS, query);
  };
  const take = ({ query }: Suggestion): void => {
    setText(query);
    send(query);
    close();
  };
  const goToHits = (): void => {
    if (text !== '' || route.place === 'search') send(text);
    close();
    commands.run('next');
  };
  const escape = (): void => {
    if (shown) close();
    else if (text === '') input.current?.blur();
    else {
      type('');
      close();
    }
  };
  /** @returns whether the key meant something here */
  const press = ({ key, altKey, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'Escape') escape();
    else if (key === 'ArrowDown' && altKey && !open) setOpen(true);
    else if (key === 'ArrowDown' && shown && active < suggestions.length - 1) setActive(active + 1);
    else if (key === 'ArrowUp' && shown) setActive(active === NONE ? suggestions.length - 1 : active - 1);
    else if (key === 'Delete' && shiftKey && chosen?.kind === 'search') forget(chosen.query);
    else if (key === 'Enter' && chosen) take(chosen);
    else if (key === 'Enter' || key === 'ArrowDown') goToHits();
    else return false;
    return true;
  };
  const label = route.place === 'compare' ? 'Narrow the comparison' : 'Search the library';
  return (
    <search className={styles['field']} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}>
      <Icon name="search" />
      <input
        ref={input} type="search" className={styles['input']} value={text} placeholder={INVITATION[route.place]} aria-label={label} aria-keyshortcuts="/ Control+K"
        autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="search" maxLength={20_000}
        role="combobox" aria-autocomplete="list" aria-haspopup="listbox" aria-expanded={shown}
        aria-controls={shown ? listId : undefined} aria-activedescendant={chosen ? suggestionId(listId, active) : undefined}
        onChange={(event) => type(event.target.value)} onClick={() => text === '' && setOpen(true)}
        onKeyDown={(event) => !event.nativeEvent.isComposing && press(event) && event.preventDefault()}
      />
      {text === '' ? <kbd aria-hidden="true">/</kbd> : (
        <button
          type="button" className={styles['clear']} aria-label="Clear the search"
          onClick={() => {
            setText('');
            send('');
            close();
            input.current?.focus();
          }}
        >
          <Icon name="close" size={13} />
        </button>
      )}
      {shown && <SuggestionList id={listId} suggestions={suggestions} active={active} onTake={take} onForget={forget} />}
    </search>
  );
}
