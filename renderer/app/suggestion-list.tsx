/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- ARIA's combobox: the focus and all keys stay in the field, which points at the option */
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { useServices } from './services.ts';
import type { Suggestion } from './use-suggestions.ts';
import styles from './suggestion-list.module.css';

const KINDS: Record<Suggestion['kind'], string> = { search: 'Earlier search', name: 'Name', acronym: 'Acronym', heading: 'Heading' };

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onTake: (suggestion: Suggestion) => void;
  /** One earlier search, or all of them (null). */
  onForget: (query: string | null) => void;
}

/** The id of one suggestion, for the field that points at it. */
export const suggestionId = (list: string, at: number): string => `${list}-${at}`;

/** What the query may become, below the field. The focus stays in the field; the keys for it are there. */
export function SuggestionList({ id, suggestions, active, onTake, onForget }: SuggestionListProps) {
  const { commands } = useServices();
  const earlier = suggestions.some(({ kind }) => kind === 'search');
  return (
    // A press in the list must not take the focus out of the field.
    <div className={styles['sheet']} onPointerDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label="Suggestions" className={styles['list']}>
        {suggestions.map((suggestion, at) => (
          <li
            key={`${suggestion.kind}/${suggestion.query}`} id={suggestionId(id, at)} role="option" aria-selected={at === active}
            className={classes(styles['option'], at === active && styles['active'])} onClick={() => onTake(suggestion)}
          >
            <span className={styles['words']}>
              <span className={styles['text']}>{suggestion.text}</span>
              {suggestion.detail !== null && <span className={styles['detail']}>{suggestion.detail}</span>}
            </span>
            <span className={styles['kind']}>{KINDS[suggestion.kind]}</span>
            {suggestion.kind === 'search' && (
              <span
                className={styles['forget']} title={`Forget “${suggestion.text}”`} aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  onForget(suggestion.query);
                }}
              >
                <Icon name="close" size={12} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <button type="button" className={styles['way']} onClick={() => commands.run('search-help')}>How to search</button>
        {earlier && (
          <>
            <span className={styles['hint']}><kbd>Shift</kbd> <kbd>Del</kbd> forgets one</span>
            <button type="button" className={styles['way']} onClick={() => onForget(null)}>Forget all earlier searches</button>
          </>
        )}
      </div>
    </div>
  );
}
