import { useDeferredValue, useRef } from 'react';
import { useCommand } from '../app/services.ts';
import { FindField } from '../parts/find-field.tsx';
import { useSelected } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { count } from '../parts/words.ts';
import type { PackSession } from './session.ts';
import styles from './items-rail.module.css';

/** What was found in one item. */
export interface ItemHit {
  count: number;
  snippet: readonly { text: string; hit: boolean }[];
}

/** The items in which the words stand, by key, as of the last saved version; null while nothing is looked for. */
export function useFind(session: PackSession, query: string): ReadonlyMap<string, ItemHit> | null {
  const id = useSelected(session.store, (state) => state.id);
  const revision = useSelected(session.store, (state) => state.revision);
  const rows = useSelected(session.store, (state) => state.savedRows);
  const asked = useDeferredValue(query.trim());
  const { value } = useCall('compose.find', asked === '' ? null : { id, query: asked }, revision);
  if (query.trim() === '' || !value) return null;
  return new Map(value.found.flatMap(({ item, ...hit }) => (rows[item] ? [[rows[item].key, hit] as const] : [])));
}

interface FindInPackProps {
  query: string;
  onChange: (query: string) => void;
  found: ReadonlyMap<string, ItemHit> | null;
  /** Enter leads to the first item that was found. */
  onEnter: () => void;
}

/** Looks for words in the pack: in its items' texts, notes and remarks. */
export function FindInPack({ query, onChange, found, onEnter }: FindInPackProps) {
  const input = useRef<HTMLInputElement>(null);
  useCommand('pack:find', () => input.current?.select());
  const said = found === null ? '' : found.size === 0 ? 'Not in this pack.' : `In ${count(found.size, 'item')}.`;
  return (
    <>
      <div className={styles['find']}><FindField label="Search inside the pack" value={query} onChange={onChange} onSubmit={onEnter} input={input} /></div>
      <output className={styles['findSaid']}>{said}</output>
    </>
  );
}
