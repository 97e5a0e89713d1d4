import { Worker } from 'node:worker_threads';
import { AttacheError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import type { Answers, Orders, WorkNews, WorkOrder } from './import-worker.ts';
import { FLAGS, HOLD } from './worker-flags.ts';

/** How a worker is watched. */
export interface Watch {
  tell: (progress: Progress) => void;
  /** Hears of a bug inside the worker. */
  log: (error: unknown) => void;
  /** What the thread may take of memory of its own, and what is said where it takes more. */
  megabytes: number;
  tooMuchMemory: AttacheError;
}

/** A worker at work. */
export interface Run<T> {
  done: Promise<T>;
  /** Asks the worker to stop by itself; one that does not is ended, for this reason. */
  stop(reason: AttacheError): void;
  /** Ends the worker. */
  end(reason: AttacheError): void;
}

/** How long a cancelled import may take to stop by itself before its thread is ended, in milliseconds. */
const GRACE = 2000;

/** How long to wait where a thread must not be ended just now, in milliseconds. */
const AGAIN = 5;

/**
 * Starts a worker thread with one order; SQLite rolls back whatever it leaves undone.
 * @param workerFile the bundled db/service/import-worker.ts
 * @param folder the library's folder
 */
export function runInWorker<T extends keyof Orders>(workerFile: string | URL, folder: string, task: T, order: Orders[T], { tell, log, megabytes, tooMuchMemory }: Watch): Run<Answers[T]> {
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(workerFile, { workerData: { ...order, task, folder, flags: flags.buffer } as WorkOrder, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  const { promise, resolve, reject } = Promise.withResolvers<Answers[T]>();
  let grace: NodeJS.Timeout | undefined;
  // A thread that is ended reports its end as any other does; the reason is kept for then.
  let reason: AttacheError | null = null;
  const end = (error: AttacheError): void => {
    reason ??= error;
    if (Atomics.compareExchange(flags, FLAGS.hold, HOLD.free, HOLD.ended) === HOLD.held) setTimeout(end, AGAIN, error);
    else void worker.terminate();
  };
  worker.on('message', (news: WorkNews) => {
    if (news.type === 'progress') tell(news.progress);
    else if (news.type === 'done') resolve(news.answer as Answers[T]);
    else {
      if (news.detail !== null) log(news.detail);
      reject(new AttacheError(news.error.code, news.error.message));
    }
  });
  worker.on('error', (error) => {
    log(error);
    reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory : error);
  });
  worker.on('exit', (code) => reject(reason ?? new Error(`the import thread ended with ${code}`)));
  return {
    done: promise.finally(() => clearTimeout(grace)),
    stop(error) {
      Atomics.store(flags, FLAGS.stop, 1);
      grace ??= setTimeout(() => end(error), GRACE);
    },
    end,
  };
}
