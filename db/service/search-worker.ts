import { parentPort } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { createSearch, type Search, type SearchQuestion } from '../search/search.ts';
import { openLibraryToRead } from '../store/library-reader.ts';
import type { ReadRow } from '../store/passage-reader.ts';
import { createSender, type Crossing } from './passages-across.ts';

/** What the thread is given first, what it is asked then, and what it says. */
export interface SearchOrder {
  folder: string;
}
export type SearchTask =
  | { kind: 'run'; question: SearchQuestion }
  | { kind: 'suggest'; typed: string; earlier: readonly string[]; limit: number }
  | { kind: 'similar'; pk: number; limit: number }
  | { kind: 'cross'; query: string; report: string | null };
export interface SearchRequest {
  id: number;
  task: SearchTask;
  /** One shared byte: not 0 once the answer is no longer wanted. */
  stop: SharedArrayBuffer | null;
}
export type SearchNews =
  | { type: 'progress'; progress: Progress }
  | { type: 'ready' }
  | { type: 'done'; id: number; value: unknown; across: Crossing }
  | { type: 'failed'; id: number; error: WireError; detail: string | null };

/** Between two questions the search gets ready for what comes, a little at a time: so long it works, and so long it listens; longer behind a question, which is seldom the last. */
const WORK_MS = 4;
const BETWEEN_MS = 1;
const BEHIND_MS = 8;

const port = parentPort!;
const send = createSender();
const say = (news: SearchNews): void => port.postMessage(news);

/** @returns the answer as it crosses, its hits without their passages */
function answer(search: Search<ReadRow>, { task, stop }: SearchRequest): { value: unknown; across: Crossing } {
  const flag = stop && new Uint8Array(stop);
  const goOn = (): void => {
    if (flag && Atomics.load(flag, 0) !== 0) throw new AttacheError('cancelled', 'A newer search took the place of this one.');
  };
  goOn();
  switch (task.kind) {
    case 'run': {
      const { hits, ...rest } = search.run(task.question, goOn);
      return { value: rest, across: send(hits) };
    }
    case 'suggest': return { value: search.suggest(task.typed, task.earlier, task.limit), across: send([]) };
    case 'similar': return { value: {}, across: send(search.similar(task.pk, task.limit)) };
    case 'cross': return { value: search.cross(task.query, task.report), across: send([]) };
  }
}

/** What was asked before the library could be read, or while its index is made anew. */
const early: SearchRequest[] = [];
let hear = (request: SearchRequest): void => void early.push(request);
/** Lets the thread come to its end by itself: one that is ended from outside can take the program with it. */
let end = (): void => port.close();

/** Opens the library, and answers. The thread starts ahead of this, while the library is still being made ready elsewhere. */
async function start({ folder }: SearchOrder): Promise<void> {
  const library = openLibraryToRead(folder);
  if (library.indexIsForeign()) await remakeIndex(folder);
  const search = createSearch(library);
  let resting: NodeJS.Timeout | undefined;
  const prepare = (): void => {
    const until = performance.now() + WORK_MS;
    let ready = false;
    while (!ready && performance.now() < until) ready = library.reading(() => search.prepare());
    if (!ready) resting = setTimeout(prepare, BETWEEN_MS);
  };
  hear = (request) => {
    clearTimeout(resting);
    try {
      say({ type: 'done', id: request.id, ...library.reading(() => answer(search, request)) });
    } catch (error) {
      say({ type: 'failed', id: request.id, error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
    }
    resting = setTimeout(prepare, BEHIND_MS);
  };
  end = () => {
    clearTimeout(resting);
    library.close();
    port.close();
  };
  for (const request of early.splice(0)) hear(request);
  resting = setTimeout(prepare, BETWEEN_MS);
  say({ type: 'ready' });
}

/** An index that is missing, or was made by another version, is made anew here, where nobody's typing waits for it. What writes is loaded for that alone. */
async function remakeIndex(folder: string): Promise<void> {
  const { openLibrary } = await import('../store/library.ts');
  openLibrary(folder, {}, (progress) => say({ type: 'progress', progress })).close();
}

port.once('message', (order: SearchOrder | null) => {
  if (order === null) return end();
  port.on('message', (request: SearchRequest | null) => (request === null ? end() : hear(request)));
  void start(order);
});
