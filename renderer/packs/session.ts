import type { Client } from '../../db/contract/client.ts';
import type { Pack, PackItem, SavedPack } from '../../db/model/pack.ts';
import { asError } from '../host/host.ts';
import { createStore, type Store } from '../parts/store.ts';
import { createHistory } from './history.ts';

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
  canUndo: boolean;
  canRedo: boolean;
  /** Keys of headings whose group is folded, in this window only. */
  folded: ReadonlySet<string>;
}

/** What undo and redo put back. */
type Content = Pick<PackState, 'head' | 'rows'>;

export type PackSession = ReturnType<typeof createPackSession>;

/** Typing is written down once the hand rests this long, and this often while it does not; everything else at once. */
const REST_MS = 500;
const OFTEN_MS = 3000;
let made = 0;

/** A row for an item that has none yet. */
export function rowOf(item: PackItem): Row {
  made += 1;
  return { key: `item-${made}`, item };
}

function stateOf({ id, pack, revision }: SavedPack): PackState {
  const { items, ...head } = pack;
  const rows = items.map(rowOf);
  return { id, head, rows, revision, savedRows: rows, save: 'saved', problem: null, canUndo: false, canRedo: false, folded: new Set() };
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
  const history = createHistory<Content>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when something is typed that is not written. */
  let since: number | null = null;
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    since = null;
    while (['waiting', 'failed'].includes(store.get().save)) {
      const now = store.get();
      store.set({ ...now, save: 'saving', problem: null });
      try {
        const { revision } = await client('packs.save', { id: now.id, revision: now.revision, pack: packOf(now) });
        store.set((after) => ({ ...after, revision, savedRows: now.rows, save: after.save === 'saving' ? 'saved' : after.save }));
      } catch (thrown) {
        const { code, message } = asError(thrown);
        store.set((after) => ({ ...after, save: code === 'changed-elsewhere' ? 'conflict' : 'failed', problem: message }));
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
  const put = (content: Content, rest: boolean): void => {
    const next: PackState = { ...store.get(), ...content, canUndo: history.canUndo(), canRedo: history.canRedo() };
    if (next.save === 'conflict') return store.set(next);
    store.set({ ...next, save: 'waiting' });
    clearTimeout(timer);
    since ??= Date.now();
    if (rest && Date.now() - since < OFTEN_MS) timer = setTimeout(() => void flush(), REST_MS);
    else void flush();
  };
  const contentOf = ({ head, rows }: PackState): Content => ({ head, rows });
  const changed = (change: Partial<Content>, typing: string | null): void => {
    const before = contentOf(store.get());
    history.remember(before, typing);
    put({ ...before, ...change }, typing !== null);
  };
  const step = (from: (now: Content) => Content | null): boolean => {
    const content = from(contentOf(store.get()));
    if (content) put(content, false);
    return content !== null;
  };
  /** What another window wrote is not this window's to take back. */
  const take = (saved: SavedPack): void => {
    history.clear();
    store.set(stateOf(saved));
  };
  return {
    store,
    /** @param typed whether more may follow at once, as when it is typed; what was chosen is written at once */
    editHead: (head: Partial<PackHead>, typed = false): void => changed({ head: { ...store.get().head, ...head } }, typed ? `head ${Object.keys(head).join()}` : null),
    /** @param typing the field that is typed into, where more may follow */
    editRows: (edit: (rows: readonly Row[]) => readonly Row[], typing: string | null = null): void => changed({ rows: edit(store.get().rows) }, typing),
    /** Takes the last step back. @returns whether there was any */
    undo: (): boolean => step(history.undo),
    redo: (): boolean => step(history.redo),
    /** Folds the group under a heading, or opens it. */
    fold: (key: string, folded: boolean): void => store.set((now) => {
      const next = new Set(now.folded);
      if (folded) next.add(key);
      else next.delete(key);
      return { ...now, folded: next };
    }),
    /** Writes what is not yet written. */
    flush: (): Promise<void> => (store.get().save === 'waiting' || store.get().save === 'failed' || writing ? flush() : Promise.resolve()),
    /** The pack as it stands in this window, written or not. */
    pack: (): Pack => packOf(store.get()),
    /** Takes the version on the disk; what was not written is given up. */
    async reload(): Promise<void> {
      take(await client('packs.get', { id: opened.id }));
    },
    /** Takes a newer version from elsewhere, unless something is being written here. */
    async refresh(): Promise<void> {
      if (store.get().save !== 'saved') return;
      const saved = await client('packs.get', { id: opened.id });
      if (store.get().save === 'saved' && saved.revision > store.get().revision) take(saved);
    },
  };
}
