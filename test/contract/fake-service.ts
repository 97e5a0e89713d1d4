import { createDispatch, type Handlers } from '../../db/contract/dispatch.ts';
import { AttacheError } from '../../db/model/errors.ts';
import { createShelf } from '../../db/service/shelf.ts';
import { createEventHub } from '../../electron/host/events.ts';

/** A small library in memory, behind the real dispatcher: enough to try what lies between it and a screen. */
export function fakeService() {
  const shelf = createShelf();
  const logged: unknown[] = [];
  const handlers: Partial<Handlers> = {
    'app.about': () => ({ version: '9.9.9', host: 'test', libraryName: 'Büro – 1', refusedRequests: 0, canMakePdf: false, canPrint: true }),
    'read.chapter': () => {
      throw new AttacheError('not-found', 'This chapter is not in the library (any more).');
    },
    'library.list': () => {
      throw new TypeError('secret path /home/someone');
    },
    'desk.position': ({ report }) => ({ passage: report }),
    'library.export': ({ format }) => ({ file: shelf.putBytes('río & “übersee”.md', new TextEncoder().encode(`as ${format}`)).file, name: 'x.md' }),
    'packs.preview': ({ id }) => {
      if (id !== 'pack 1') throw new AttacheError('not-found', 'There is no such pack (any more).');
      return { html: '<!doctype html><html lang="en"><title>Visit</title><p>Prepared.</p></html>', entries: [], notices: [], renewable: false };
    },
    'facets.list': () => ({ taxonomies: 'nonsense' }) as never,
  };
  const events = createEventHub();
  return { service: { dispatch: createDispatch(handlers as Handlers, (error) => logged.push(error)), shelf }, events, logged };
}
