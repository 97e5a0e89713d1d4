import type { Handlers } from '../contract/dispatch.ts';
import { METHODS } from '../contract/methods.ts';
import type { Rooms } from './rooms.ts';

type DeskHandlers = Pick<Handlers, Extract<keyof Handlers, `desk.${string}`>>;

/** The calls around what the user makes besides packs: places, searches, settings. */
export function deskHandlers({ library, desk, emit }: Rooms): DeskHandlers {
  const changed = <T>(value: T): T => {
    emit({ type: 'changed', what: 'desk' });
    return value;
  };
  const settings = () => METHODS['desk.settings'].result.parse(desk.settings());

  return {
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
