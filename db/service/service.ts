import fs from 'node:fs';
import path from 'node:path';
import { INDEX_JOB, type HostEvent } from '../contract/bridge.ts';
import { createDispatch, type Dispatch, type Handlers } from '../contract/dispatch.ts';
import type { Progress } from '../model/source.ts';
import { openDesk, type Desk } from '../store/desk.ts';
import { openLibrary, type Library } from '../store/library.ts';
import { holdLibrary } from '../store/lock.ts';
import { explained, inSentence, isSqliteError } from '../store/open.ts';
import { importBuiltIns } from './built-in.ts';
import { composeHandlers } from './handlers-compose.ts';
import { deskHandlers } from './handlers-desk.ts';
import { libraryHandlers } from './handlers-library.ts';
import { packHandlers } from './handlers-packs.ts';
import { catchUp, reviewHandlers } from './handlers-review.ts';
import { createImporter } from './importer.ts';
import { createPrintJobs, type PdfPrinter } from './printing.ts';
import type { Rooms } from './rooms.ts';
import { searchHere, type Searching } from './searching.ts';
import { endThread, searchInThread, type StartedThread } from './search-thread.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { StartWork } from './work-process.ts';

export interface ServiceOptions {
  /** The library's folder; made where it is missing. */
  folder: string;
  /** True for a window or a page: the folder is held, and a second host is turned away. */
  exclusive: boolean;
  host: 'window' | 'browser' | 'terminal' | 'test';
  version: string;
  /** How this host starts a process that imports. */
  startImport: StartWork;
  /** The search's thread, as `startSearchThread` started it; without one the search runs in the caller's thread, as a terminal's one question may. It is ended with the service. */
  searchThread?: StartedThread | null;
  printer: PdfPrinter | null;
  canPrint: boolean;
  /** `@font-face` rules for printed documents, with the fonts inside. */
  fontCss: () => string;
  /** How many requests to anything but the app itself were refused since the start. */
  refusedRequests: () => number;
  emit: (event: HostEvent) => void;
  log: (error: unknown) => void;
}

export interface Service {
  dispatch: Dispatch;
  shelf: Shelf;
  rooms: Rooms;
  /** Ends what runs and closes the files. */
  close(): Promise<void>;
}

/**
 * Opens a library folder and puts the contract's handlers over it. The only place that knows all of db/.
 * @throws AttacheError where the folder cannot be used; the search's thread is ended then
 */
export function openService(options: ServiceOptions): Service {
  const { folder, searchThread: ahead = null } = options;
  const opened: { close(): void }[] = [];
  const close = (): void => {
    for (const file of opened.toReversed()) file.close();
  };
  const open = <T extends { close(): void }>(file: T): T => {
    opened.push(file);
    return file;
  };
  try {
    explained(folder, () => fs.mkdirSync(folder, { recursive: true }));
    if (options.exclusive) open(explained(folder, () => holdLibrary(folder)));
    const library = open(openLibrary(folder, { indexLater: ahead !== null }));
    const desk = open(openDesk(folder));
    const foreign = library.indexIsForeign();
    if (!foreign) importBuiltIns(library, desk);
    const service = serviceOver(options, library, desk, { ahead, close });
    if (foreign) void service.rooms.indexed.then(() => bringBuiltIns(service.rooms)).catch(options.log);
    if (options.exclusive) void service.rooms.indexed.then(() => applyWaiting(service.rooms)).catch(options.log);
    return service;
  } catch (error) {
    ahead?.thread.on('error', options.log);
    if (ahead) void endThread(ahead.thread);
    close();
    throw isSqliteError(error) ? inSentence(folder, error) : error;
  }
}

/** @param given the search's thread, started ahead, and what closes the files */
function serviceOver(options: ServiceOptions, library: Library, desk: Desk, { ahead, close }: { ahead: StartedThread | null; close: () => void }): Service {
  const { folder, log, emit } = options;
  const { search, indexed } = openSearch(options, library, ahead);
  const rooms: Rooms = {
    library, desk, search, indexed, shelf: createShelf(), importer: createImporter({ start: options.startImport, folder, library, log }),
    printer: options.printer, prints: createPrintJobs(), fontCss: options.fontCss, emit,
  };
  const dispatch = createDispatch(explainedCalls(folder, {
    ...libraryHandlers(rooms),
    ...deskHandlers(rooms),
    ...packHandlers(rooms),
    ...composeHandlers(rooms),
    ...reviewHandlers(rooms),
    'app.about': () => ({
      version: options.version, host: options.host, libraryName: path.basename(path.resolve(folder)), refusedRequests: options.refusedRequests(),
      canMakePdf: options.printer !== null, canPrint: options.canPrint,
    }),
  }), log);
  return {
    dispatch, shelf: rooms.shelf, rooms,
    async close() {
      rooms.prints.close();
      await rooms.importer.close();
      await rooms.search.close();
      close();
    },
  };
}

/** Where SQLite fails in the middle of a call, as over a damaged file, that is said in a sentence too. */
function explainedCalls(folder: string, handlers: Handlers): Handlers {
  const explainedCall = (handle: (params: never) => unknown) => async (params: never) => {
    try {
      return await handle(params);
    } catch (error) {
      throw isSqliteError(error) ? inSentence(folder, error) : error;
    }
  };
  return Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, explainedCall(handle)])) as unknown as Handlers;
}

/** The search, in a thread of its own where the host brought one, and when the index is ready to be written to. */
function openSearch({ folder, emit, log }: ServiceOptions, library: Library, ahead: StartedThread | null): { search: Searching; indexed: Promise<void> } {
  if (!ahead) return { search: searchHere(library), indexed: Promise.resolve() };
  const { promise, resolve } = Promise.withResolvers<void>();
  const progress = (news: Progress): void => emit({ type: 'progress', job: INDEX_JOB, ...news });
  return { search: searchInThread(ahead, folder, { log, progress, settled: resolve }), indexed: promise };
}

/** The briefings wait where the index had to be made anew first. */
function bringBuiltIns({ library, desk, emit }: Rooms): void {
  importBuiltIns(library, desk);
  emit({ type: 'changed', what: 'library' });
}

/** Corrections that were written when Attaché was ended, and are in no report yet. */
async function applyWaiting(rooms: Rooms): Promise<void> {
  if (await catchUp(rooms)) rooms.emit({ type: 'changed', what: 'library' });
}
