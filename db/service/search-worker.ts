import { parentPort } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { createSearch, type Search, type SearchQuestion } from '../search/search.ts';
import { openLibrary } from '../store/library.ts';
import { openLibraryToRead, type LibraryReader } from '../store/library-reader.ts';

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

/** Opens the library, and answers. The thread starts ahead of this, while the library is still being made ready elsewhere. */
function start({ folder }: SearchOrder): void {
  const library = opened(folder);
  const search = createSearch(library);
  let resting: NodeJS.Timeout | undefined;
  const prepare = (): void => {
    if (!library.reading(() => search.prepare())) resting = setTimeout(prepare, BETWEEN_MS);
  };
  port.on('message', (request: SearchRequest) => {
    clearTimeout(resting);
    try {
      say({ type: 'done', id: request.id, value: library.reading(() => answer(search, request)) });
    } catch (error) {
      say({ type: 'failed', id: request.id, error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
    }
    resting = setTimeout(prepare, BETWEEN_MS);
  });
  prepare();
  say({ type: 'ready' });
}

/** An index that is missing, or was made by another version, is made anew here, where nobody's typing waits for it. */
function opened(folder: string): LibraryReader {
  const library = openLibraryToRead(folder);
  if (library.indexIsForeign()) openLibrary(folder, {}, (progress) => say({ type: 'progress', progress })).close();
  return library;
}

port.once('message', start);
