import { useState } from 'react';
import { Button as AriaButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { Result } from '../../db/contract/methods.ts';
import { searchRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Line } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go } from '../parts/link.tsx';
import { Actions } from '../parts/menu.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { quoted } from '../parts/words.ts';
import { INTO_PACK, moved, packItemOf } from './kept-search.ts';
import styles from './saved-searches.module.css';

type SavedSearch = Result<'desk.searches'>['searches'][number];

const routeOf = ({ query, choice, report, where }: SavedSearch) => searchRoute({ query, choice, report, where });

/** Searches that were kept: to be run again, renamed, put in order by hand or by keys, and taken into a pack. */
export function SavedSearches() {
  const { client, changes, notices, packs, router } = useServices();
  const { value } = useCall('desk.searches', {}, useStore(changes.desk));
  const [renaming, setRenaming] = useState<SavedSearch | null>(null);
  const searches = value?.searches ?? [];
  const ids = searches.map(({ id }) => id);
  const order = (next: readonly string[]): Promise<unknown> => client('desk.orderSearches', { ids: [...next] }).catch(notices.failed);
  const { dragAndDropHooks } = useDragAndDrop<SavedSearch>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': searches.find(({ id }) => id === key)?.name ?? '' })),
    onReorder: ({ keys, target }) => void order([...keys].reduce<string[]>((all, key) => moved(all, String(key), String(target.key), target.dropPosition === 'after'), ids)),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['drop']!} />,
  });
  if (searches.length === 0) return null;

  const restore = async ({ id, name, query, choice, report, where }: SavedSearch): Promise<void> => {
    const again = await client('desk.saveSearch', { name, query, choice, report, where });
    await client('desk.orderSearches', { ids: ids.map((other) => (other === id ? again.id : other)) });
  };
  const remove = (search: SavedSearch): void => {
    client('desk.removeSearch', { id: search.id })
      .then(() => notices.done(`Removed the search ${quoted(search.name)}.`, { label: 'Undo', run: () => void restore(search).catch(notices.failed) }), notices.failed);
  };
  const act = (search: SavedSearch, action: string): void => {
    const at = ids.indexOf(search.id);
    if (action === 'rename') setRenaming(search);
    else if (action === 'pack') void packs.add(packItemOf(search));
    else if (action === 'remove') remove(search);
    else void order(moved(ids, search.id, ids[action === 'up' ? at - 1 : at + 1] ?? '', action === 'down'));
  };
  return (
    <PaneGroup title="Saved searches">
      <GridList
        aria-label="Saved searches" items={searches} className={styles['list']!} dragAndDropHooks={dragAndDropHooks} disallowTypeAhead keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const search = searches.find(({ id }) => id === key);
          if (search) router.go(routeOf(search));
        }}
      >
        {(search) => (
          <GridListItem id={search.id} textValue={search.name} className={styles['saved']!}>
            <AriaButton slot="drag" className={styles['grip']!} aria-label={`Move ${quoted(search.name)}`}><Icon name="grip" size={13} /></AriaButton>
            <Go to={routeOf(search)}>{search.name}</Go>
            <Actions
              label={`The search ${quoted(search.name)}`} onAction={(action) => act(search, action)}
              items={[
                { id: 'rename', label: 'Rename…', icon: 'note' },
                { id: 'pack', label: `Add its best passages to the pack, ${INTO_PACK} at most`, icon: 'plus' },
                { id: 'up', label: 'Move up', icon: 'up', disabled: search.id === ids[0] }, { id: 'down', label: 'Move down', icon: 'down', disabled: search.id === ids.at(-1) },
                { id: 'remove', label: 'Remove', icon: 'trash', apart: true, danger: true },
              ]}
            >
              <Button look="quiet" icon aria-label={`More for ${quoted(search.name)}`}><Icon name="more" size={14} /></Button>
            </Actions>
          </GridListItem>
        )}
      </GridList>
      <Window title="Rename this search" open={renaming !== null} onClose={() => setRenaming(null)}>
        {renaming && <RenameForm search={renaming} onClose={() => setRenaming(null)} />}
      </Window>
    </PaneGroup>
  );
}

function RenameForm({ search, onClose }: { search: SavedSearch; onClose: () => void }) {
  const { client, notices } = useServices();
  const [name, setName] = useState(search.name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        client('desk.renameSearch', { id: search.id, name: name.trim() }).then(() => notices.done(`Renamed to ${quoted(name.trim())}.`), notices.failed);
      }}
    >
      <Line label="Name" value={name} onChange={setName} maxLength={200} focused />
      <Answers>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" type="submit" isDisabled={name.trim() === ''}>Rename</Button>
      </Answers>
    </form>
  );
}
