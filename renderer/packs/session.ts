import type { Client } from '../../db/contract/client.ts';
import type { Pack, PackItem, SavedPack } from '../../db/model/pack.ts';
import { asError } from '../host/host.ts';
import { createStore, type Store } from '../parts/store.ts';

/** An item with a name of its own, so that it keeps its identity while it is moved. */
export interface Row {
  key: string;
  item: PackItem;
}
export type PackHead = Omit<Pack, 'items'>;

export interface PackState {
  id: string;
  head: PackHead;
  rows: readonly Row[];
  /** The version that is on the disk, and its rows. */
  revision: number;
  savedRows: readonly Row[];
  save: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
  /** Why it is not saved. */
  problem: string | null;
}

export type PackSession = ReturnType<typeof createPackSession>;

/** Typing is written down once the hand rests this long; everything else at once. */
const REST_MS = 500;
let made = 0;

/** A row for an item that has none yet. */
export function rowOf(item: PackItem): Row {
  made += 1;
  return { key: `item-${made}`, item };
}

function stateOf({ id, pack, revision }: SavedPack): PackState {
  const { items, ...head } = pack;
  const rows = items.map(rowOf);
  return { id, head, rows, revision, savedRows: rows, save: 'saved', problem: null };
}

/** The pack as it is written; one whose title was emptied keeps a name. */
function packOf({ head, rows }: PackState): Pack {
  return { ...head, title: head.title.trim() || 'Untitled pack', items: rows.map((row) => row.item) };
}

/**
 * One open pack: what is changed here is written behind the user's back, one version after the other, and the state says
 * honestly how far that is. A pack that was changed elsewhere meanwhile is not overwritten.
 */
export function createPackSession(client: Client, opened: SavedPack) {
  const store: Store<PackState> = createStore(stateOf(opened));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    while (['waiting', 'failed'].includes(store.get().save)) {
      const now = store.get();
      store.set({ ...now, save: 'saving', problem: null });
      try {
        const { revision } = await client('packs.save', { id: now.id, revision: now.revision, pack: packOf(now) });
        store.set((after) => ({ ...after, revision, savedRows: now.rows, save: after.save === 'saving' ? 'saved' : after.save }));
      } catch (thrown) {
        const { code, message } = asError(thrown);
        store.set((after) => ({ ...after, save: code === 'bad-request' ? 'conflict' : 'failed', problem: message }));
        return;
      }
    }
  };
  const flush = (): Promise<void> => {
    writing ??= write().finally(() => {
      writing = null;
    });
    return writing;
  };
  const changed = (next: PackState, rest: boolean): void => {
    if (next.save === 'conflict') return store.set(next);
    store.set({ ...next, save: 'waiting' });
    clearTimeout(timer);
    if (rest) timer = setTimeout(() => void flush(), REST_MS);
    else void flush();
  };
  return {
    store,
    editHead: (head: Partial<PackHead>): void => changed({ ...store.get(), head: { ...store.get().head, ...head } }, true),
    /** @param rest the change comes from typing, and more may follow */
    editRows: (edit: (rows: readonly Row[]) => readonly Row[], rest = false): void => changed({ ...store.get(), rows: edit(store.get().rows) }, rest),
    /** Writes what is not yet written. */
    flush: (): Promise<void> => (store.get().save === 'waiting' || store.get().save === 'failed' || writing ? flush() : Promise.resolve()),
    /** Takes the version on the disk; what was not written is given up. */
    async reload(): Promise<void> {
      store.set(stateOf(await client('packs.get', { id: opened.id })));
    },
    /** Takes a newer version from elsewhere, unless something is being written here. */
    async refresh(): Promise<void> {
      if (store.get().save !== 'saved') return;
      const saved = await client('packs.get', { id: opened.id });
      if (store.get().save === 'saved' && saved.revision > store.get().revision) store.set(stateOf(saved));
    },
  };
}
