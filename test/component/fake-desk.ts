import type { HostEvent } from '../../db/contract/bridge.ts';
import type { Handlers } from '../../db/contract/dispatch.ts';
import { METHODS } from '../../db/contract/methods.ts';
import { AttacheError } from '../../db/model/errors.ts';
import type { Pack, PackItem, SavedPack } from '../../db/model/pack.ts';
import type { FakeState } from './fake-state.ts';

type DeskHandlers = Pick<Handlers, Extract<keyof Handlers, `packs.${string}` | `desk.${string}`>>;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const TITLES: Record<PackItem['kind'], string> = {
  heading: 'Heading', text: 'Own text', passage: 'A passage', section: 'A section', chapter: 'A chapter', search: 'A search', compare: 'Countries side by side', pageBreak: 'Page break',
  points: 'Talking points', range: 'Passages', figures: 'Figures', picture: 'Picture', divider: 'Divider',
};

/** The desk's side of the fake: packs, places, searches and settings in memory. */
export function deskHandlers(state: FakeState, emit: (event: HostEvent) => void): DeskHandlers {
  const changed = <T>(value: T): T => {
    emit({ type: 'changed', what: 'desk' });
    return value;
  };
  const packOf = (id: string): SavedPack => {
    const found = state.packs.find((saved) => saved.id === id);
    if (!found) throw new AttacheError('not-found', 'This pack is not there any more. It may have been removed in another window.');
    return found;
  };
  const create = (pack: Pack): SavedPack => {
    const saved = savedPack(pack, `pack-${state.packs.length + state.removedPacks.length + 1}`);
    state.packs.push(saved);
    return changed(saved);
  };
  const titleOf = (item: PackItem): string => {
    if (item.kind !== 'passage') return TITLES[item.kind];
    const passage = state.reports.flatMap(({ passages }) => passages).find(({ id }) => id === item.passage);
    const sections = state.reports.flatMap(({ chapters }) => chapters).flatMap((chapter) => chapter.sections);
    return sections.find(({ id }) => id === passage?.section)?.title ?? 'Nothing to show';
  };
  const settings = () => METHODS['desk.settings'].result.parse(state.settings);
  return {
    'packs.list': () => ({ packs: state.packs.map(({ id, pack, updatedAt }) => ({ id, title: pack.title, items: pack.items.length, marking: pack.marking, updatedAt })) }),
    'packs.get': ({ id }) => packOf(id),
    'packs.create': ({ pack }) => create(pack as Pack),
    'packs.save': ({ id, revision, pack }) => {
      const saved = packOf(id);
      if (saved.revision !== revision) throw new AttacheError('changed-elsewhere', 'This pack was changed in another window. Nothing was overwritten; open it again to see the newer version.');
      Object.assign(saved, { pack: pack as Pack, revision: revision + 1, updatedAt: new Date().toISOString() });
      return changed({ ...saved });
    },
    'packs.remove': ({ id }) => {
      state.removedPacks.push(packOf(id));
      state.packs = state.packs.filter((saved) => saved.id !== id);
      return changed({});
    },
    'packs.renew': () => changed({}),
    'packs.restore': ({ id }) => {
      const saved = state.removedPacks.find((one) => one.id === id)!;
      state.packs.push(saved);
      return changed(saved);
    },
    'packs.preview': ({ id }) => {
      const { pack } = packOf(id);
      const missing = (item: PackItem): boolean => item.kind === 'passage' && !state.reports.some(({ passages }) => passages.some((one) => one.id === item.passage));
      const rows = pack.items.map((item) => `<h2>${escape(titleOf(item))}</h2><p>${escape('text' in item ? item.text : 'markdown' in item ? item.markdown : '')}</p>`).join('');
      return {
        html: state.preview ?? `<!doctype html><html lang="en"><title>${escape(pack.title)}</title><style>body{font:14px Georgia;margin:24px;display:grid;justify-items:center}main{background:#fff;padding:40px;max-width:600px;width:100%;min-height:760px}</style><body><main><p>${escape(pack.marking)}</p><h1>${escape(pack.title)}</h1>${rows}</main></body></html>`,
        entries: pack.items.map((item) => ({
          title: missing(item) ? 'Nothing to show' : titleOf(item), detail: item.kind === 'passage' ? 'Vietnam, p. 53 · 1 passage · 1 note' : TITLES[item.kind].toLowerCase(), passages: item.kind === 'passage' ? 1 : 0, notes: 0,
          problem: missing(item) ? 'This passage is not in the library (any more).' : null,
        })),
        notices: [], renewable: state.renewable,
      };
    },
    'packs.export': ({ id, format, job }) => {
      const { pack } = packOf(id);
      emit({ type: 'progress', job, phase: 'printing', done: 1, total: 3 });
      return { file: 'made', name: `${pack.title.toLowerCase().replace(/\W+/g, '-')}.${format === 'pack' ? 'attache.json' : format}`, pages: format === 'pdf' ? 3 : null, notices: [] };
    },
    'packs.open': ({ file }) => {
      const [name = ''] = (state.files.get(file) ?? '').split('\n');
      if (!name.endsWith('.attache.json')) throw new AttacheError('pack-invalid', 'This pack file is cut off or is no JSON. Nothing was changed. Ask for the file again.');
      return create({ ...emptyPack, title: 'A pack from elsewhere' });
    },
    'desk.settings': settings,
    'desk.set': (values) => {
      state.settings = values;
      return settings();
    },
    'desk.position': ({ report }) => ({ passage: state.positions.get(report) ?? null }),
    'desk.place': ({ report, passage }) => {
      state.positions.set(report, passage);
      return {};
    },
    'desk.searches': () => ({ searches: state.searches }),
    'desk.saveSearch': (search) => {
      const saved = { ...search, id: crypto.randomUUID(), createdAt: new Date().toISOString() };
      state.searches.push(saved);
      return changed(saved);
    },
    'desk.renameSearch': ({ id, name }) => {
      state.searches = state.searches.map((saved) => (saved.id === id ? { ...saved, name } : saved));
      return changed(state.searches.find((saved) => saved.id === id)!);
    },
    'desk.orderSearches': ({ ids }) => {
      state.searches = [...ids.flatMap((id) => state.searches.find((saved) => saved.id === id) ?? []), ...state.searches.filter((saved) => !ids.includes(saved.id))];
      return changed({ searches: state.searches });
    },
    'desk.noteSearch': ({ query }) => {
      state.earlier = [query, ...state.earlier.filter((one) => one !== query)];
      return {};
    },
    'desk.earlierSearches': () => ({ queries: state.earlier }),
    'desk.forgetSearch': ({ query }) => {
      state.earlier = state.earlier.filter((one) => one !== query);
      return {};
    },
    'desk.forgetSearches': () => {
      state.earlier = [];
      return {};
    },
    'desk.removeSearch': ({ id }) => {
      state.searches = state.searches.filter((saved) => saved.id !== id);
      return changed({});
    },
  };
}

export const emptyPack: Pack = {
  title: 'Hanoi visit', subtitle: '', marking: 'RESTRICTED', preparedFor: 'Ambassador', preparedBy: '', date: '2026-12-03', place: 'Hanoi', copies: [], language: 'en', paper: 'A4', notes: 'foot', items: [],
};

/** A pack as the desk keeps it. */
export function savedPack(pack: Partial<Pack>, id = 'pack-1'): SavedPack {
  const at = new Date(Date.now() - 40 * 60_000).toISOString();
  return { id, pack: { ...emptyPack, ...pack }, revision: 1, createdAt: at, updatedAt: at };
}
