import { useMemo, useState } from 'react';
import { DropIndicator, GridList, useDragAndDrop, type Key } from 'react-aria-components';
import { useCommand, useServices } from '../app/services.ts';
import { Go } from '../parts/link.tsx';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { AddItem } from './add-item.tsx';
import { ItemRow } from './item-row.tsx';
import { shownWords } from './item-words.ts';
import { insertRows, moveRows, removeRow, stepRow } from './rows.ts';
import { SaveState } from './save-state.tsx';
import { rowOf, type PackSession } from './session.ts';
import type { PackItem } from '../../db/model/pack.ts';
import type { PackEntry } from './use-preview.ts';
import styles from './items-rail.module.css';

/** The items of a pack in their order: moved by hand or by keys, edited where they stand, taken out with a way back. */
export function ItemsRail({ session, entries }: { session: PackSession; entries: ReadonlyMap<string, PackEntry> | null }) {
  const { notices } = useServices();
  const { rows, head } = useStore(session.store);
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);

  const { dragAndDropHooks } = useDragAndDrop<(typeof rows)[number]>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(key) })),
    onReorder: ({ keys, target }) => session.editRows((all) => moveRows(all, [...keys].map(String), String(target.key), target.dropPosition === 'after')),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['drop']!} />,
  });
  const titleOf = (key: Key): string => {
    const row = rows.find((one) => one.key === key);
    return row ? shownWords(row.item, entries?.get(row.key)).title : '';
  };
  const remove = (key: string): void => {
    const at = rows.findIndex((row) => row.key === key);
    const row = rows[at];
    if (!row) return;
    const { title } = shownWords(row.item, entries?.get(key));
    session.editRows((all) => removeRow(all, key));
    setSelected(rows[at + 1]?.key ?? rows[at - 1]?.key ?? null);
    notices.done(`Took out “${title}”.`, { label: 'Undo', run: () => session.editRows((all) => insertRows(all, [row], rows[at - 1]?.key ?? null, at === 0)) });
  };
  const add = (item: PackItem): void => {
    const row = rowOf(item);
    session.editRows((all) => insertRows(all, [row], selected, false));
    setSelected(row.key);
    if (item.kind === 'heading' || item.kind === 'text') setEditing(row.key);
  };
  useCommand('remove-item', selected === null || editing !== null ? null : () => remove(selected));
  const dependencies = useMemo(() => [entries, editing, rows.length], [entries, editing, rows.length]);
  return (
    <>
      <p className={styles['up']}><Go to={{ place: 'packs', pack: null }}><Icon name="left" size={13} />All packs</Go></p>
      <h2 className={styles['title']}>{head.title}</h2>
      <SaveState session={session} />
      <GridList
        aria-label="Items of the pack" className={styles['list']!} items={rows.map((row) => ({ ...row, id: row.key }))} dependencies={dependencies}
        selectionMode="single" selectionBehavior="replace" selectedKeys={selected === null ? [] : [selected]} disallowTypeAhead keyboardNavigationBehavior="tab"
        onSelectionChange={(keys) => setSelected(keys === 'all' ? null : String([...keys][0] ?? '') || null)}
        onAction={(key) => setEditing(String(key))} dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={styles['empty']}>Nothing in it yet. Add a heading or your own text here; passages come from Search and Read with <kbd>a</kbd>.</p>}
      >
        {({ key, item }) => (
          <ItemRow
            row={{ key, item }} entry={entries?.get(key) ?? null} editing={editing === key} first={rows[0]?.key === key} last={rows.at(-1)?.key === key}
            onEdit={() => setEditing(key)} onDone={() => setEditing(null)} onRemove={() => remove(key)}
            onStep={(by) => session.editRows((all) => stepRow(all, key, by))}
            onChange={(changed) => session.editRows((all) => all.map((row) => (row.key === key ? { key, item: changed } : row)), true)}
          />
        )}
      </GridList>
      <AddItem onAdd={add} />
    </>
  );
}
