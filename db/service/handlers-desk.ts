import type { Handlers } from '../contract/dispatch.ts';
import { METHODS } from '../contract/methods.ts';
import { readPackFile } from '../contract/pack-file.ts';
import type { Pack } from '../model/pack.ts';
import { composeHtml } from '../packs/compose.ts';
import { STAGES, type Stage } from './printing.ts';
import { renderPack } from './render-pack.ts';
import { resolvePack } from './resolve-pack.ts';
import type { Rooms } from './service.ts';

type DeskHandlers = Pick<Handlers, Extract<keyof Handlers, `packs.${string}` | `desk.${string}`>>;

/** The calls around what the user makes: packs, places, searches, settings. */
export function deskHandlers({ library, desk, search, shelf, printer, prints, fontCss, emit }: Rooms): DeskHandlers {
  const compose = async (pack: Pack, copy: number | null) => composeHtml(await resolvePack(library, search, pack), fontCss(), copy);
  const changed = <T>(value: T): T => {
    emit({ type: 'changed', what: 'desk' });
    return value;
  };
  const settings = () => METHODS['desk.settings'].result.parse(desk.settings());

  return {
    'packs.list': () => ({
      packs: desk.listPacks().map(({ id, pack, updatedAt }) => ({ id, title: pack.title, items: pack.items.length, marking: pack.marking, updatedAt })),
    }),
    'packs.get': ({ id }) => desk.getPack(id),
    'packs.create': ({ pack }) => changed(desk.createPack(pack)),
    'packs.save': ({ id, revision, pack }) => changed(desk.savePack(id, revision, pack)),
    'packs.remove': ({ id }) => {
      desk.removePack(id);
      return changed({});
    },
    'packs.restore': ({ id }) => changed(desk.restorePack(id)),
    'packs.preview': ({ id, copy }) => compose(desk.getPack(id).pack, copy),
    'packs.export': ({ id, format, job, copy }) => prints.run(job, async (signal) => {
      const { pack } = desk.getPack(id);
      const tell = (stage: Stage) => emit({ type: 'progress', job, phase: stage, done: STAGES.indexOf(stage), total: STAGES.length });
      const made = await renderPack({ library, search, printer, fontCss }, pack, format, { copy, signal, tell });
      return { file: shelf.putBytes(made.name, made.bytes).file, name: made.name, pages: made.pages, notices: made.notices };
    }),
    'packs.open': async ({ file }) => {
      const { bytes } = await shelf.take(file);
      return changed(desk.createPack(readPackFile(new TextDecoder().decode(bytes))));
    },
    'desk.settings': settings,
    'desk.set': (values) => {
      desk.set(values);
      return settings();
    },
    'desk.position': ({ report }) => {
      const passage = desk.position(report);
      return { passage: passage && (library.review.presentId(report, passage) ?? passage) };
    },
    'desk.place': ({ report, passage }) => {
      desk.place(report, passage);
      return {};
    },
    'desk.searches': () => ({ searches: desk.listSearches() }),
    'desk.saveSearch': (search) => changed(desk.saveSearch(search)),
    'desk.renameSearch': ({ id, name }) => {
      desk.renameSearch(id, name);
      return changed(desk.listSearches().find((search) => search.id === id)!);
    },
    'desk.orderSearches': ({ ids }) => {
      desk.orderSearches(ids);
      return changed({ searches: desk.listSearches() });
    },
    'desk.noteSearch': ({ query }) => {
      desk.noteSearch(query);
      return {};
    },
    'desk.earlierSearches': () => ({ queries: desk.earlierSearches() }),
    'desk.forgetSearch': ({ query }) => {
      desk.forgetSearch(query);
      return {};
    },
    'desk.forgetSearches': () => {
      desk.forgetSearches();
      return {};
    },
    'desk.removeSearch': ({ id }) => {
      desk.removeSearch(id);
      return changed({});
    },
  };
}
