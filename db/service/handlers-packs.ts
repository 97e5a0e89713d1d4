import type { Handlers } from '../contract/dispatch.ts';
import { readPackFile } from '../contract/pack-file.ts';
import { AttacheError } from '../model/errors.ts';
import { keptKey, keptKeys, type KeptCopies, type KeptCopy } from '../model/kept.ts';
import { markingOf } from '../model/marking.ts';
import type { Pack, SavedPack } from '../model/pack.ts';
import { composeHtml } from '../packs/compose.ts';
import { partMarking } from '../packs/finish.ts';
import { STAGES, type Stage } from './printing.ts';
import { renderPack } from './render-pack.ts';
import { resolvePack, type LookedUpPack } from './resolve-pack.ts';
import type { Rooms } from './rooms.ts';

type PackHandlers = Pick<Handlers, Extract<keyof Handlers, `packs.${string}`>>;

/** The calls around packs. */
export function packHandlers({ library, desk, search, shelf, printer, prints, fontCss, emit }: Rooms): PackHandlers {
  const changed = <T>(value: T): T => {
    emit({ type: 'changed', what: 'desk' });
    return value;
  };
  /** Keeps what the library holds of a pack; a copy that cannot be written now is made when the pack is shown next. */
  const keep = (id: string, { copies }: LookedUpPack, kept: KeptCopies): void => {
    const on = new Date().toISOString().slice(0, 10);
    const fresh = copies.filter(({ key, content }) => JSON.stringify(kept.get(key)?.content) !== JSON.stringify(content));
    try {
      desk.copies.keep(id, fresh.map((copy) => ({ ...copy, on })));
    } catch (error) {
      if (!(error instanceof AttacheError)) throw error;
    }
  };
  /** A pack of the desk with everything looked up. */
  const lookUp = async (id: string) => {
    const { pack } = desk.getPack(id);
    const kept = desk.copies.of(id);
    const resolved = await resolvePack(library, search, pack, kept);
    keep(id, resolved, kept);
    return { pack, kept, resolved };
  };
  /** Makes copies of what has none yet. The pack is on the disk by now. */
  const keepMissing = async (saved: SavedPack): Promise<SavedPack> => {
    const kept = desk.copies.keysOf(saved.id);
    const items = saved.pack.items.filter((item) => keptKeys(item).some((key) => !kept.has(key)));
    if (items.length > 0) keep(saved.id, await resolvePack(library, search, { ...saved.pack, items }), new Map());
    return changed(saved);
  };
  const highest = (pack: Pack): string => markingOf(pack, pack.items.map((_, at) => partMarking(pack, at))).marking;

  return {
    'packs.list': () => ({
      packs: desk.listPacks().map(({ id, pack, updatedAt }) => ({ id, title: pack.title, items: pack.items.length, marking: highest(pack), updatedAt })),
    }),
    'packs.get': ({ id }) => desk.getPack(id),
    'packs.create': ({ pack, like }) => {
      const saved = desk.createPack(pack);
      if (like !== null) desk.copies.keep(saved.id, [...desk.copies.of(like).values()]);
      return keepMissing(saved);
    },
    'packs.save': ({ id, revision, pack }) => keepMissing(desk.savePack(id, revision, pack)),
    'packs.remove': ({ id }) => {
      desk.removePack(id);
      return changed({});
    },
    'packs.restore': ({ id }) => changed(desk.restorePack(id)),
    'packs.renew': async ({ id }) => {
      const { resolved } = await lookUp(id);
      desk.copies.forget(id, resolved.items.flatMap((item, at) => ('kept' in item && item.kept?.because === 'changed' ? keptKey(resolved.pack.items[at]!) ?? [] : [])));
      return changed({});
    },
    'packs.preview': async ({ id, copy }) => {
      const { resolved } = await lookUp(id);
      return { ...composeHtml(resolved, fontCss(), copy), renewable: resolved.items.some((item) => 'kept' in item && item.kept?.because === 'changed') };
    },
    'packs.export': ({ id, format, job, copy }) => prints.run(job, async (signal) => {
      const { pack, kept, resolved } = await lookUp(id);
      if (signal.aborted) throw new AttacheError('cancelled', 'Cancelled. Nothing was made, and the pack is as it was.');
      const tell = (stage: Stage, pages?: number) => emit({ type: 'progress', job, phase: stage, done: STAGES.indexOf(stage), total: STAGES.length, ...(pages ? { pages } : {}) });
      const made = await renderPack({ printer, fontCss }, { pack, resolved, copies: fileCopies(pack, resolved, kept) }, format, { copy, signal, tell });
      return { file: shelf.putBytes(made.name, made.bytes).file, name: made.name, pages: made.pages, notices: made.notices };
    }),
    'packs.open': async ({ file }) => {
      const { bytes } = await shelf.take(file);
      const { pack, kept } = readPackFile(new TextDecoder().decode(bytes));
      const saved = desk.createPack(pack);
      desk.copies.keep(saved.id, kept);
      return keepMissing(saved);
    },
  };
}

/** The copies that a pack file brings along: what is printed now, of every item that shows something of a report. */
export function fileCopies(pack: Pack, { copies }: LookedUpPack, kept: KeptCopies): KeptCopy[] {
  const on = new Date().toISOString().slice(0, 10);
  const fresh = new Map(copies.map((copy) => [copy.key, { ...copy, on }]));
  const keys = new Set(pack.items.flatMap(keptKeys));
  return [...keys].flatMap((key) => {
    const copy = fresh.get(key) ?? kept.get(key);
    return copy ? [copy] : [];
  });
}
