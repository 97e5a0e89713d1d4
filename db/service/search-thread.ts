import { Worker } from 'node:worker_threads';
import { AttacheError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import type { SearchAnswer, SearchHit } from '../search/search.ts';
import { createReceiver } from './passages-across.ts';
import type { SearchNews, SearchOrder, SearchRequest, SearchTask } from './search-worker.ts';
import type { Searching } from './searching.ts';

/** What comes back of a task, beside hits. */
interface Answered { value: unknown; hits: SearchHit[] }
/** How long a thread may take to end by itself, in milliseconds. */
const PATIENCE = 2000;

interface Waiting { resolve: (answered: Answered) => void; reject: (error: unknown) => void }
interface Underway { id: number; stop: SharedArrayBuffer }

const superseded = (): AttacheError => new AttacheError('cancelled', 'A newer search took the place of this one.');

/** A search thread that was started, and waits to be told which library it reads. */
export interface StartedThread {
  workerFile: string | URL;
  thread: Worker;
}

/**
 * Starts the search's thread ahead: starting it takes longer than all that comes after, and the library can be opened meanwhile.
 * @param workerFile the bundled db/service/search-worker.ts
 */
export function startSearchThread(workerFile: string | URL): StartedThread {
  const thread = new Worker(workerFile);
  thread.unref();
  return { workerFile, thread };
}

/**
 * The search in a thread of its own, which reads the library itself; here messages pass and nothing else.
 * @param ahead as `startSearchThread` started it
 * @param folder the library's folder; another connection keeps it open
 * @param on `log` is told of bugs; `progress` hears how far an index is that is made anew first; `settled` is told once when that is over
 */
export function searchInThread({ workerFile, thread: first }: StartedThread, folder: string, on: { log: (error: unknown) => void; progress: (progress: Progress) => void; settled: () => void }): Searching {
  const waiting = new Map<number, Waiting>();
  const underway = new Map<string, Underway>();
  let last = 0;
  let worker: Worker | null = null;
  let closed = false;
  let receive = createReceiver();

  /** While nothing is asked, the thread keeps no program from ending. */
  const settle = (id: number): void => {
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
  };
  const hear = (news: SearchNews): void => {
    if (news.type === 'progress') on.progress(news.progress);
    else if (news.type === 'ready') on.settled();
    else {
      const one = waiting.get(news.id);
      settle(news.id);
      if (news.type === 'done') {
        const hits = receive(news.across);
        one?.resolve({ value: news.value, hits });
      }
      else {
        if (news.detail !== null) on.log(news.detail);
        one?.reject(new AttacheError(news.error.code, news.error.message));
      }
    }
  };
  /** A thread that ended takes what it was asked with it; the next question starts another one. */
  const lost = (error: unknown): void => {
    worker = null;
    receive = createReceiver();
    if (!closed) on.log(error);
    on.settled();
    for (const one of waiting.values()) one.reject(closed ? superseded() : error);
    waiting.clear();
  };
  const listening = (thread: Worker): Worker => {
    thread.on('message', hear);
    thread.on('error', lost);
    thread.on('exit', (code) => worker === thread && lost(new Error(`the search thread ended with ${code}`)));
    thread.postMessage({ folder } satisfies SearchOrder);
    return (worker = thread);
  };
  const ask = (task: SearchTask, stop: SharedArrayBuffer | null): { id: number; answer: Promise<Answered> } => {
    const id = ++last;
    const answer = new Promise<Answered>((resolve, reject) => waiting.set(id, { resolve, reject }));
    const thread = worker ?? listening(startSearchThread(workerFile).thread);
    thread.ref();
    thread.postMessage({ id, task, stop } satisfies SearchRequest);
    return { id, answer };
  };
  const supersede = ({ id, stop }: Underway): void => {
    Atomics.store(new Uint8Array(stop), 0, 1);
    waiting.get(id)?.reject(superseded());
    settle(id);
  };
  const asked = async <T>(task: SearchTask): Promise<T> => (await ask(task, null).answer).value as T;
  const whole = ({ value, hits }: Answered): SearchAnswer => ({ ...(value as Omit<SearchAnswer, 'hits'>), hits });

  listening(first);
  return {
    async run(question, asker) {
      if (asker === null) return whole(await ask({ kind: 'run', question }, null).answer);
      const older = underway.get(asker);
      if (older) supersede(older);
      const stop = new SharedArrayBuffer(1);
      const { id, answer } = ask({ kind: 'run', question }, stop);
      underway.set(asker, { id, stop });
      try {
        return whole(await answer);
      } finally {
        if (underway.get(asker)?.id === id) underway.delete(asker);
      }
    },
    suggest: (typed, earlier, limit) => asked({ kind: 'suggest', typed, earlier, limit }),
    similar: async (pk, limit) => (await ask({ kind: 'similar', pk, limit }, null).answer).hits,
    cross: (query, report) => asked({ kind: 'cross', query, report }),
    async close() {
      closed = true;
      if (worker) await endThread(worker);
    },
  };
}

/** Asks the thread to end, and ends it where it is busy for too long with something else. */
export async function endThread(thread: Worker): Promise<void> {
  const gone = new Promise((resolve) => thread.once('exit', resolve));
  const tired = setTimeout(() => void thread.terminate(), PATIENCE);
  thread.postMessage(null);
  await gone;
  clearTimeout(tired);
}
