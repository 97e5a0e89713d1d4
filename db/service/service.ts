import fs from 'node:fs';
import path from 'node:path';
import type { HostEvent } from '../contract/bridge.ts';
import { createDispatch, type Dispatch } from '../contract/dispatch.ts';
import { createSearch, type Search } from '../search/search.ts';
import { openDesk, type Desk } from '../store/desk.ts';
import { openLibrary, type Library } from '../store/library.ts';
import { holdLibrary } from '../store/lock.ts';
import { explained } from '../store/open.ts';
import { importBuiltIns } from './built-in.ts';
import { deskHandlers } from './handlers-desk.ts';
import { libraryHandlers } from './handlers-library.ts';
import { createImporter } from './importer.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** A PDF, and sentences for the user where it is not as it was asked for. */
export interface PrintedPdf {
  bytes: Uint8Array;
  pages: number | null;
  notices: string[];
}

/** Makes a PDF of a prepared document, and checks it. Given by the host: Electron's own window, or an installed browser. */
export type PdfPrinter = (document: { html: string; paper: 'A4' | 'Letter'; title: string }) => Promise<PrintedPdf>;

export interface ServiceOptions {
  /** The library's folder; made where it is missing. */
  folder: string;
  /** True for a window or a page: the folder is held, and a second host is turned away. */
  exclusive: boolean;
  host: 'window' | 'browser' | 'terminal' | 'test';
  version: string;
  /** The bundled import worker. */
  workerFile: string | URL;
  printer: PdfPrinter | null;
  canPrint: boolean;
  /** `@font-face` rules for printed documents, with the fonts inside. */
  fontCss: () => string;
  /** How many requests to anything but the app itself were refused since the start. */
  refusedRequests: () => number;
  emit: (event: HostEvent) => void;
  log: (error: unknown) => void;
}

/** What the handlers work with. */
export interface Rooms {
  library: Library;
  desk: Desk;
  search: Search;
  shelf: Shelf;
  importer: ReturnType<typeof createImporter>;
  printer: PdfPrinter | null;
  fontCss: () => string;
  emit: (event: HostEvent) => void;
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
 * @throws AttacheError where the folder cannot be used
 */
export function openService(options: ServiceOptions): Service {
  const { folder } = options;
  explained(folder, () => fs.mkdirSync(folder, { recursive: true }));
  const hold = options.exclusive ? explained(folder, () => holdLibrary(folder)) : null;
  const opened: { close(): void }[] = [];
  const close = (): void => {
    for (const file of opened) file.close();
    hold?.release();
  };
  const open = <T extends { close(): void }>(file: T): T => {
    opened.push(file);
    return file;
  };
  try {
    const library = open(openLibrary(folder));
    const desk = open(openDesk(folder));
    importBuiltIns(library, desk);
    return serviceOver(options, library, desk, close);
  } catch (error) {
    close();
    throw error;
  }
}

function serviceOver(options: ServiceOptions, library: Library, desk: Desk, close: () => void): Service {
  const { folder, log, emit } = options;
  const rooms: Rooms = {
    library, desk, search: createSearch(library), shelf: createShelf(), importer: createImporter(options.workerFile, folder, log),
    printer: options.printer, fontCss: options.fontCss, emit,
  };
  const ready = options.host === 'window' || options.host === 'browser' ? prepareSearch(rooms.search) : { stop: () => {} };
  const dispatch = createDispatch({
    ...libraryHandlers(rooms),
    ...deskHandlers(rooms),
    'app.about': () => ({
      version: options.version, host: options.host, libraryName: path.basename(path.resolve(folder)), refusedRequests: options.refusedRequests(),
      canMakePdf: options.printer !== null, canPrint: options.canPrint,
    }),
  }, log);
  return {
    dispatch, shelf: rooms.shelf, rooms,
    async close() {
      ready.stop();
      await rooms.importer.idle();
      close();
    },
  };
}

/** A screen comes first; then the search gets ready in spare moments, so that the first misspelt word is not waited for. */
const AFTER_MS = 400;
const BETWEEN_MS = 15;

function prepareSearch(search: Search): { stop(): void } {
  let timer: NodeJS.Timeout;
  const step = (): void => {
    if (!search.prepare()) timer = setTimeout(step, BETWEEN_MS).unref();
  };
  timer = setTimeout(step, AFTER_MS).unref();
  return {
    stop: () => clearTimeout(timer),
  };
}
