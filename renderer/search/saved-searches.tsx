import { searchRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go } from '../parts/link.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import type { Result } from '../../db/contract/methods.ts';
import styles from './filters.module.css';

type SavedSearch = Result<'desk.searches'>['searches'][number];

/** Searches that were kept, to be run again. */
export function SavedSearches() {
  const { client, changes, notices } = useServices();
  const { value } = useCall('desk.searches', {}, useStore(changes.desk));
  if (!value || value.searches.length === 0) return null;
  const restore = ({ name, query, choice }: SavedSearch): void => {
    client('desk.saveSearch', { name, query, choice }).catch(notices.failed);
  };
  const remove = (search: SavedSearch): void => {
    client('desk.removeSearch', { id: search.id })
      .then(() => notices.done(`Removed the search “${search.name}”.`, { label: 'Undo', run: () => restore(search) }), notices.failed);
  };
  return (
    <PaneGroup title="Saved searches">
      <ul>
        {value.searches.map((search) => (
          <li key={search.id} className={styles['saved']}>
            <Go to={searchRoute({ query: search.query, choice: search.choice })}>{search.name}</Go>
            <Button look="quiet" icon aria-label={`Remove the search “${search.name}”`} onPress={() => remove(search)}><Icon name="close" size={12} /></Button>
          </li>
        ))}
      </ul>
    </PaneGroup>
  );
}
