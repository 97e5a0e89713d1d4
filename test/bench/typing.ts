/**
 * How long the main thread is held up while somebody types misspelt words right after the library was opened, with
 * every call going through the contract as the window's calls do.
 *   node typing.mjs FOLDER thread|here THREAD (bundled by bundle-thread.ts; THREAD is the file of the search's thread)
 * `here` runs the search in the main thread, to compare.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { createDispatch, type Handlers } from '../../db/contract/dispatch.ts';
import { libraryHandlers } from '../../db/service/handlers-library.ts';
import { createImporter } from '../../db/service/importer.ts';
import { searchHere } from '../../db/service/searching.ts';
import { searchInThread, startSearchThread } from '../../db/service/search-thread.ts';
import type { Rooms } from '../../db/service/rooms.ts';
import { createPrintJobs } from '../../db/service/printing.ts';
import { createShelf } from '../../db/service/shelf.ts';
import { openDesk } from '../../db/store/desk.ts';
import { openLibrary } from '../../db/store/library.ts';
import { workFromSource } from '../helpers/work.ts';

/**
 * What was measured: the longest time in which the main thread did nothing else, the longest that it worked itself in
 * one such time (the rest of it, the system had given the processor to others), and what became of the questions.
 */
export interface Typed {
  longestMs: number;
  workedMs: number;
  answered: number;
  superseded: number;
}

const WORDS = ['govermnent tje', 'maritme securty', 'pabanikanig rubon', 'dodtugor damodutar', 'jaljaton luturk'];
/** A fast typist's pace. */
const BETWEEN_MS = 60;
const [folder, where, thread] = process.argv.slice(2) as [string, 'thread' | 'here', string];

const library = openLibrary(folder);
const desk = openDesk(folder);
const search = where === 'thread' ? searchInThread(startSearchThread(thread), folder, { log: console.error, progress: () => {}, settled: () => {} }) : searchHere(library);
const rooms: Rooms = { library, desk, search, shelf: createShelf(), importer: createImporter({ start: workFromSource, folder, library, log: console.error }), indexed: Promise.resolve(), printer: null, prints: createPrintJobs(), fontCss: () => '', emit: () => {} };
const dispatch = createDispatch(libraryHandlers(rooms) as Handlers, console.error);
await rest(20);
const result: Typed = { longestMs: 0, workedMs: 0, answered: 0, superseded: 0 };
const watching = watch(result);
const asked: Promise<unknown>[] = [];
for (const words of WORDS) {
  for (let end = 1; end <= words.length; end++) {
    const query = words.slice(0, end);
    asked.push(dispatch('search.suggest', { text: query }), dispatch('search.run', { query, asker: 'bench' }).then((reply) => {
      result[reply.ok ? 'answered' : 'superseded'] += 1;
    }));
    await rest(BETWEEN_MS);
  }
}
await Promise.all(asked);
await rest(20);
clearInterval(watching);
await search.close();
library.close();
desk.close();
console.log(JSON.stringify(result));

/** Looks every millisecond how long the last look is ago, and how much of that time this thread had the processor. */
function watch(into: Typed): NodeJS.Timeout {
  let at = performance.now();
  let used = process.threadCpuUsage();
  return setInterval(() => {
    const now = performance.now();
    const { user, system } = process.threadCpuUsage(used);
    into.longestMs = Math.max(into.longestMs, now - at);
    into.workedMs = Math.max(into.workedMs, (user + system) / 1000);
    at = now;
    used = process.threadCpuUsage();
  }, 1);
}
