import { parentPort } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { createSearch, type Search, type SearchQuestion } from '../search/search.ts';
import { openLibraryToRead } from '../store/library-reader.ts';

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
  | { type: 'done'; id: number; value: unknown }
  | { type: 'failed'; id: number; error: WireError; detail: string | null };

/** Between two questions the search gets ready for misspelt words, a little at a time. */
const BETWEEN_MS = 5;

const port = parentPort!;
const say = (news: SearchNews): void => port.postMessage(news);

function answer(search: Search, { task, stop }: SearchRequest): unknown {
  const flag = stop && new Uint8Array(stop);
  const goOn = (): void => {
    if (flag && Atomics.load(flag, 0) !== 0) throw new AttacheError('cancelled', 'A newer search took the place of this one.');
  };
  goOn();
  switch (task.kind) {
    case 'run': return search.run(task.question, goOn);
    case 'suggest': return search.suggest(task.typed, task.earlier, task.limit);
    case 'similar': return search.similar(task.pk, task.limit);
    case 'cross': return search.cross(task.query, task.report);
  }
}

/** What was asked before the library could be read, or while its index is made anew. */
const early: SearchRequest[] = [];
let hear = (request: SearchRequest): void => void early.push(request);

/** Opens the library, and answers. The thread starts ahead of this, while the library is still being made ready elsewhere. */
async function start({ folder }: SearchOrder): Promise<void> {
  const library = openLibraryToRead(folder);
  if (library.indexIsForeign()) await remakeIndex(folder);
  const search = createSearch(library);
  let resting: NodeJS.Timeout | undefined;
  const prepare = (): void => {
    if (!library.reading(() => search.prepare())) resting = setTimeout(prepare, BETWEEN_MS);
  };
  hear = (request) => {
    clearTimeout(resting);
    try {
      say({ type: 'done', id: request.id, value: library.reading(() => answer(search, request)) });
    } catch (error) {
      say({ type: 'failed', id: request.id, error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
    }
    resting = setTimeout(prepare, BETWEEN_MS);
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

port.once('message', (order: SearchOrder) => {
  port.on('message', (request: SearchRequest) => hear(request));
  void start(order);
});
