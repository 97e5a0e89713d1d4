import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { DropIndicator, GridList, useDragAndDrop, type Key } from 'react-aria-components';
import { useCommand, useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Go } from '../parts/link.tsx';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { AddItem } from './add-item.tsx';
import { FindInPack, useFind } from './find-in-pack.tsx';
import { depthsOf, endOf, groupOf, movedKeys, seenRows } from './groups.ts';
import type { ItemAction } from './item-actions.ts';
import { isOwn, showsPassages } from './item-changes.ts';
import { ItemRow } from './item-row.tsx';
import { ItemWindows, type OpenWindow } from './item-windows.tsx';
import { shownWords } from './item-words.ts';
import { insertRows, moveRows, removeRow, stepRow } from './rows.ts';
import { SaveState } from './save-state.tsx';
import { rowOf, type PackSession, type Row } from './session.ts';
import { sourcesIn } from './sources.ts';
import { useItemActions } from './use-item-actions.ts';
import type { PackEntry } from './use-preview.ts';
import styles from './items-rail.module.css';

interface ItemsRailProps {
  session: PackSession;
  entries: ReadonlyMap<string, PackEntry> | null;
  /** The page on which each item begins, by its key. */
  pages: ReadonlyMap<string, number>;
  /** An item was chosen: the paper shows it. */
  onShow: (key: string) => void;
}

/** The rows as the list takes them, each made once, so that one that has not changed is known again. */
const asListed = new WeakMap<Row, Row & { id: string }>();
function listed(row: Row): Row & { id: string } {
  const made = asListed.get(row) ?? { ...row, id: row.key };
  asListed.set(row, made);
  return made;
}

/** Which rows stand where, and which of them head others: what a row shows beside its own words. */
const orderOf = (rows: readonly Row[]): string => rows.map(({ key, item }) => (item.kind === 'heading' ? `${key}/${item.level}` : key)).join();

/** The items of a pack in their order: grouped, folded, moved by hand or by keys, edited, taken out with a way back. */
export function ItemsRail({ session, entries, pages, onShow }: ItemsRailProps) {
  const { notices } = useServices();
  const { rows, head, folded, canUndo, canRedo } = useStore(session.store);
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [open, setOpen] = useState<OpenWindow | null>(null);
  const [query, setQuery] = useState('');
  const found = useFind(session, query);
  const actions = useItemActions(session);

  const titleOf = (key: Key): string => {
    const row = rows.find((one) => one.key === key);
    return row ? shownWords(row.item, entries?.get(row.key)).title : '';
  };
  const { dragAndDropHooks } = useDragAndDrop<Row & { id: string }>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(key) })),
    onReorder: ({ keys, target }) => session.editRows((all) => {
      const behind = target.dropPosition === 'after';
      return moveRows(all, movedKeys(all, [...keys].map(String), folded), behind ? endOf(all, String(target.key), folded) : String(target.key), behind);
    }),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['drop']!} />,
  });
  const remove = (key: string): void => {
    const keys = movedKeys(rows, [key], folded);
    const at = rows.findIndex((row) => row.key === key);
    if (at < 0) return;
    const taken = rows.filter((row) => keys.includes(row.key));
    session.editRows((all) => keys.reduce<Row[]>(removeRow, [...all]));
    setSelected(rows[at + keys.length]?.key ?? rows[at - 1]?.key ?? null);
    notices.done(`Took out “${titleOf(key)}”${keys.length > 1 ? ' and what stands under it' : ''}.`, {
      label: 'Undo', run: () => session.editRows((all) => insertRows(all, taken, rows[at - 1]?.key ?? null, at === 0)),
    });
  };
  const edit = ({ key, item }: Row): void => {
    if (item.kind === 'heading' || item.kind === 'text') setEditing(key);
    else if (isOwn(item)) setOpen({ key, what: 'edit' });
    else if (showsPassages(item)) setOpen({ key, what: 'trim' });
  };
  const add = (item: PackItem): void => {
    const row = rowOf(item);
    session.editRows((all) => insertRows(all, [row], selected === null ? null : endOf(all, selected, folded), false));
    setSelected(row.key);
    onShow(row.key);
    if (isOwn(item)) edit(row);
  };
  const step = (key: string, by: 1 | -1): void => session.editRows((all) => stepRow(all, key, by, folded));
  const act = (row: Row, action: ItemAction): void => {
    const { key, item } = row;
    if (action === 'edit') edit(row);
    else if (action === 'remove') remove(key);
    else if (action === 'up' || action === 'down') step(key, action === 'up' ? -1 : 1);
    else if (action === 'duplicate') actions.behind(key, [item]);
    else if (action === 'before' || action === 'after') actions.widen(row, action === 'before');
    else if (action === 'rank' && item.kind === 'heading') actions.replace(key, { ...item, level: item.level === 2 ? 1 : 2 });
    else if (action === 'apart' || action === 'point' || action === 'figures') {
      if (showsPassages(item)) actions[action]({ key, item });
    } else if (action !== 'rank') setOpen({ key, what: action });
  };
  const busy = editing !== null || open !== null;
  useCommand('remove-item', selected === null || busy ? null : () => remove(selected));
  useCommand('item:up', selected === null || busy ? null : () => step(selected, -1));
  useCommand('item:down', selected === null || busy ? null : () => step(selected, 1));
  useCommand('pack:undo', () => {
    if (!session.undo()) notices.done('There is nothing to undo.');
  });
  useCommand('pack:redo', canRedo ? () => void session.redo() : null);
  // The list takes the arrows for itself, with Alt too; here they move the item.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || selected === null || busy || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    step(selected, event.key === 'ArrowUp' ? -1 : 1);
  };
  const select = (key: string | null): void => {
    setSelected(key);
    if (key !== null) onShow(key);
  };

  const depths = useMemo(() => new Map(depthsOf(rows).map((depth, at) => [rows[at]!.key, depth])), [rows]);
  const seen = found ? rows.filter(({ key }) => found.has(key)) : seenRows(rows, folded);
  const order = orderOf(rows);
  const dependencies = useMemo(() => [entries, pages, editing, order, folded, found], [entries, pages, editing, order, folded, found]);
  // A row that stays as it is is not made again with every letter typed into another; so it asks for what is meant now.
  const now = { act, done: () => setEditing(null) };
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  const opened = open && rows.find(({ key }) => key === open.key);
  return (
    <>
      <p className={styles['up']}><Go to={{ place: 'packs', pack: null }}><Icon name="left" size={13} />All packs</Go></p>
      <h2 className={styles['title']}>{head.title}</h2>
      <div className={styles['state']}>
        <SaveState session={session} />
        <div className={styles['steps']}>
          <Button look="quiet" icon aria-label="Undo the last change" isDisabled={!canUndo} onPress={() => void session.undo()}><Icon name="undo" /></Button>
          <Button look="quiet" icon aria-label="Make it again" isDisabled={!canRedo} onPress={() => void session.redo()}><Icon name="redo" /></Button>
        </div>
      </div>
      {rows.length > 0 && <FindInPack query={query} onChange={setQuery} found={found} onEnter={() => select(seen[0]?.key ?? null)} />}
      <div role="presentation" onKeyDownCapture={onKeyDown}>
        <GridList
          aria-label="Items of the pack" className={styles['list']!} items={seen.map(listed)} dependencies={dependencies}
          selectionMode="single" selectionBehavior="replace" selectedKeys={selected === null ? [] : [selected]} disallowTypeAhead keyboardNavigationBehavior="tab"
          onSelectionChange={(keys) => select(keys === 'all' ? null : String([...keys][0] ?? '') || null)}
          onAction={(key) => {
            const row = rows.find((one) => one.key === key);
            if (row) edit(row);
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => (found ? null : <p className={styles['empty']}>Nothing in it yet. Add a heading or your own text here; passages come from Search and Read with <kbd>a</kbd>.</p>)}
        >
          {({ key, item }) => (
            <ItemRow
              row={{ key, item }} entry={entries?.get(key) ?? null} page={pages.get(key) ?? null} editing={editing === key} first={seen[0]?.key === key} last={seen.at(-1)?.key === key}
              depth={depths.get(key) ?? 0} hit={found?.get(key) ?? null} group={found ? 0 : groupOf(rows, key).length} folded={folded.has(key)}
              onFold={() => session.fold(key, !folded.has(key))} onAct={(action) => latest.current.act({ key, item }, action)} onDone={() => latest.current.done()}
              onChange={(changed) => session.editRows((all) => all.map((row) => (row.key === key ? { key, item: changed } : row)), `item ${key}`)}
            />
          )}
        </GridList>
      </div>
      <AddItem onAdd={add} />
      {open && opened && (
        <ItemWindows
          row={opened} what={open.what} from={head} sources={sourcesIn(rows, entries)} onClose={() => setOpen(null)}
          onChange={(item, field) => session.editRows((all) => all.map((row) => (row.key === open.key ? { key: row.key, item } : row)), field === null ? null : `${field} of ${open.key}`)}
        />
      )}
    </>
  );
}
