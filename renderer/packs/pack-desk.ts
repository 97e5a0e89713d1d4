import type { Client } from '../../db/contract/client.ts';
import type { Pack, PackItem, SavedPack } from '../../db/model/pack.ts';
import type { Notices } from '../app/notices.ts';
import type { Router } from '../app/router.ts';
import type { SettingsDesk } from '../app/settings.ts';
import { asError } from '../host/host.ts';
import { count } from '../parts/words.ts';
import { createPackSession, rowOf, type PackSession, type Row } from './session.ts';
import { isUnsaved, sayUnsaved } from './unsaved.ts';

export type PackDesk = ReturnType<typeof createPackDesk>;

/** Today as a day of the calendar on the wall, not of Greenwich. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A pack that begins: nothing on its cover but a title, the marking and today. */
export function emptyPack(title: string, marking: string, items: readonly PackItem[] = []): Pack {
  return {
    title, subtitle: '', marking, preparedFor: '', preparedBy: '', date: today(), place: '', copies: [], language: 'en', paper: 'A4', notes: 'foot', items: [...items],
  };
}

const same = (a: PackItem, b: PackItem): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Whatever shows a report stands in a pack once; headings, own words and breaks may be repeated. */
const mayRepeat = (item: PackItem): boolean => !('report' in item || item.kind === 'search');

/** The packs that are open in this window, and the one to which passages are added. */
export function createPackDesk(client: Client, settings: SettingsDesk, notices: Notices, router: Pick<Router, 'go'>) {
  const sessions = new Map<string, Promise<PackSession>>();
  /** Those that are open by now. */
  const opened = new Map<string, PackSession>();
  const begin = (saved: SavedPack): PackSession => {
    const session = createPackSession(client, saved);
    opened.set(saved.id, session);
    sayUnsaved(session, notices, (pack) => router.go({ place: 'packs', pack }));
    return session;
  };

  const open = (id: string): Promise<PackSession> => {
    let session = sessions.get(id);
    if (!session) {
      session = client('packs.get', { id }).then(begin);
      session.catch(() => sessions.delete(id));
      sessions.set(id, session);
    }
    return session;
  };
  /** From which words the last pack took its markings: an office has one vocabulary, whatever the pack. */
  const lastVocabulary = async (): Promise<Pick<Pack, 'vocabulary' | 'ownMarkings'>> => {
    const { activePack } = settings.store.get();
    if (activePack === null) return {};
    try {
      const { vocabulary, ownMarkings } = (await open(activePack)).store.get().head;
      return { ...(vocabulary ? { vocabulary } : {}), ...(ownMarkings ? { ownMarkings } : {}) };
    } catch {
      return {};
    }
  };
  const create = async (pack: Pack, like: string | null = null): Promise<string> => {
    const saved = await client('packs.create', { pack: like === null ? { ...(await lastVocabulary()), ...pack } : pack, like });
    sessions.set(saved.id, Promise.resolve(begin(saved)));
    await settings.change({ activePack: saved.id });
    return saved.id;
  };
  const active = async (): Promise<PackSession> => {
    const { activePack, marking } = settings.store.get();
    try {
      if (activePack !== null) return await open(activePack);
    } catch (error) {
      if (asError(error).code !== 'not-found') throw error;
    }
    return open(await create(emptyPack('Briefing pack', marking)));
  };
  /**
   * Adds and writes. Where another window was quicker, adding disturbs nothing that it wrote, so it is done again on its
   * version; but not where that would throw away something else.
   * @param alone whether nothing else is unsaved
   */
  const append = async (session: PackSession, fresh: readonly Row[], alone: boolean): Promise<void> => {
    const put = (): void => session.editRows((all) => [...all, ...fresh]);
    put();
    const mine = session.store.get();
    await session.flush();
    const now = session.store.get();
    if (now.save !== 'conflict' || !alone || now.rows !== mine.rows || now.head !== mine.head) return;
    await session.reload();
    put();
    await session.flush();
  };
  const withdraw = (session: PackSession, rows: readonly Row[]): void => {
    const keys = new Set(rows.map((row) => row.key));
    session.editRows((all) => all.filter((row) => !keys.has(row.key)));
  };

  /** @param what how much it is, where that is not plain */
  const put = async (items: readonly PackItem[], what: string): Promise<void> => {
    try {
      const session = await active();
      // What was typed before is written first, so that it is never mixed up with what is added.
      await session.flush();
      const { rows, head, save: before } = session.store.get();
      if (before === 'conflict') return notices.problem(`Nothing was added. “${head.title}” was changed in another window, and what you changed here is not saved. Open the pack and choose a version first.`);
      const fresh = items.filter((item) => mayRepeat(item) || !rows.some((row) => same(row.item, item))).map(rowOf);
      if (fresh.length === 0) return notices.done(`Already in “${head.title}”.`);
      await append(session, fresh, before === 'saved');
      const { save, problem } = session.store.get();
      if (save !== 'saved' && problem !== null) return notices.problem(problem);
      notices.done(`Added to “${head.title}”${what === '' ? '' : `: ${what}`}.`, { label: 'Undo', run: () => withdraw(session, fresh) });
    } catch (error) {
      notices.failed(error);
    }
  };

  return {
    open,
    /** @param like the pack that it is a duplicate of */
    create,
    /** Adds to the active pack, making one where there is none; says what was done, and offers to take it back. */
    add: (...items: PackItem[]): Promise<void> => put(items, items.length > 1 ? count(items.length, 'item') : ''),
    /** Adds what a search finds. @param found how many passages that is now; the item shows so many as it may */
    addFound: (item: Extract<PackItem, { kind: 'search' }>, found: number): Promise<void> =>
      put([item], found > item.limit ? `the best ${item.limit} of ${count(found, 'passage')}` : count(found, 'passage')),
    /**
     * Keeps what stands in this window as a pack of its own, where another window has written a newer version.
     * @returns the new pack's id
     */
    async keepAsCopy(session: PackSession): Promise<string> {
      const mine = session.pack();
      const copy = await create({ ...mine, title: `${mine.title} (copy)` }, session.store.get().id);
      await session.reload();
      return copy;
    },
    /** Takes a pack away; it stays on the disk, and the notice brings it back. */
    async remove(id: string, title: string, restored: () => void): Promise<void> {
      try {
        await (await sessions.get(id))?.flush();
        await client('packs.remove', { id });
        sessions.delete(id);
        opened.delete(id);
        const restore = async (): Promise<void> => {
          await client('packs.restore', { id });
          restored();
        };
        notices.done(`Removed “${title}”.`, { label: 'Undo', run: () => void restore().catch(notices.failed) });
      } catch (error) {
        notices.failed(error);
      }
    },
    /** Looks whether open packs were changed in another window. */
    async refresh(): Promise<void> {
      const open = await Promise.allSettled(sessions.values());
      await Promise.allSettled(open.map((session) => (session.status === 'fulfilled' ? session.value.refresh() : null)));
    },
    /** Whether something could not be written, and would be lost with the window. */
    unsaved: (): boolean => [...opened.values()].some(isUnsaved),
    /** Writes everything that is not yet written, as the window closes. */
    async flush(): Promise<void> {
      const open = await Promise.allSettled(sessions.values());
      await Promise.allSettled(open.map((session) => (session.status === 'fulfilled' ? session.value.flush() : null)));
    },
  };
}
