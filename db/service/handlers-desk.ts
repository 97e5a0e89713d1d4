import type { Handlers } from '../contract/dispatch.ts';
import { METHODS } from '../contract/methods.ts';
import { readPackFile } from '../contract/pack-file.ts';
import { AttacheError } from '../model/errors.ts';
import { slug } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { composeHtml, composeMarkdown } from '../packs/compose.ts';
import { composeDocx } from '../packs/docx.ts';
import { resolvePack } from './resolve-pack.ts';
import type { Rooms } from './service.ts';

type DeskHandlers = Pick<Handlers, Extract<keyof Handlers, `packs.${string}` | `desk.${string}`>>;

/** A pack as a file that another Attaché opens. */
export function packFileText(pack: Pack): string {
  return `${JSON.stringify({ attachePack: 1, ...pack }, null, 2)}\n`;
}

/** The calls around what the user makes: packs, places, searches, settings. */
export function deskHandlers({ library, desk, search, shelf, printer, fontCss, emit }: Rooms): DeskHandlers {
  const compose = async (pack: Pack) => composeHtml(await resolvePack(library, search, pack), fontCss());
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
    'packs.preview': ({ id }) => compose(desk.getPack(id).pack),
    'packs.export': async ({ id, format, job }) => {
      const { pack } = desk.getPack(id);
      const made = await renderPack({ library, search, printer, fontCss }, pack, format, (done, total) => emit({ type: 'progress', job, phase: 'printing', done, total }));
      return { file: shelf.putBytes(made.name, made.bytes).file, name: made.name, pages: made.pages, notices: made.notices };
    },
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
    'desk.saveSearch': ({ name, query, choice }) => changed(desk.saveSearch(name, query, choice)),
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

const NOTES_AT_FOOT = 'In a Word file the notes stand at the feet of the pages; Word can turn them into endnotes.';

export interface RenderedPack {
  name: string;
  bytes: Uint8Array;
  /** Pages of a PDF, else null. */
  pages: number | null;
  notices: string[];
}

/**
 * Makes a file of a pack.
 * @param tell (done, total) while it is printed
 * @throws AttacheError 'no-printer' where a PDF is asked for and nothing here can make one
 */
export async function renderPack(
  rooms: Pick<Rooms, 'library' | 'search' | 'printer' | 'fontCss'>, pack: Pack, format: 'pdf' | 'docx' | 'html' | 'markdown' | 'pack', tell: (done: number, total: number) => void,
): Promise<RenderedPack> {
  const stem = slug(pack.title, 'pack');
  const text = (ending: string, content: string, notices: string[]): RenderedPack => ({ name: `${stem}.${ending}`, bytes: new TextEncoder().encode(content), pages: null, notices });
  if (format === 'pack') return text('attache.json', packFileText(pack), []);
  const resolved = await resolvePack(rooms.library, rooms.search, pack);
  const missing = resolved.items.flatMap((item) => (item.kind === 'missing' ? [item.problem] : []));
  if (format === 'markdown') return text('md', composeMarkdown(resolved), missing);
  if (format === 'docx') return { name: `${stem}.docx`, bytes: await composeDocx(resolved), pages: null, notices: [...missing, ...(pack.notes === 'end' ? [NOTES_AT_FOOT] : [])] };
  const composed = composeHtml(resolved, rooms.fontCss());
  if (format === 'html') return text('html', composed.html, composed.notices);
  if (!rooms.printer) {
    throw new AttacheError('no-printer', 'A PDF needs Attaché’s window, or Chrome, Edge or Chromium on this machine; none was found. The pack is safe: save it as HTML and print it from a browser, or open it in the window.');
  }
  tell(0, 1);
  const { bytes, pages, notices } = await rooms.printer({ html: composed.html, paper: pack.paper, title: pack.title });
  tell(1, 1);
  return { name: `${stem}.pdf`, bytes, pages, notices: [...composed.notices, ...notices] };
}
