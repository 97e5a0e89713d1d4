import { parentPort, workerData } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { createSearch, type SearchQuestion } from '../search/search.ts';
import { openLibrary } from '../store/library.ts';
import { openLibraryToRead } from '../store/library-reader.ts';

/** What the thread is given, what it is asked, and what it says. */
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

const { folder } = workerData as SearchOrder;
const port = parentPort!;
const say = (news: SearchNews): void => port.postMessage(news);

// An index that is missing, or was made by another version, is made anew here, where nobody's typing waits for it.
openLibrary(folder, {}, (progress) => say({ type: 'progress', progress })).close();
const library = openLibraryToRead(folder);
const search = createSearch(library);

function answer({ task, stop }: SearchRequest): unknown {
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

let resting: NodeJS.Timeout | undefined;
function prepare(): void {
  if (!library.reading(() => search.prepare())) resting = setTimeout(prepare, BETWEEN_MS);
}

port.on('message', (request: SearchRequest) => {
  clearTimeout(resting);
  try {
    say({ type: 'done', id: request.id, value: library.reading(() => answer(request)) });
  } catch (error) {
    say({ type: 'failed', id: request.id, error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
  }
  resting = setTimeout(prepare, BETWEEN_MS);
});
prepare();
say({ type: 'ready' });
