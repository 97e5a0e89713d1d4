import { AttacheError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import type { Answers, Orders, WorkNews, WorkOrder } from './work-orders.ts';
import type { StartWork, WorkProcess } from './work-process.ts';

/** How one order is watched. */
export interface Watch {
  tell: (progress: Progress) => void;
  /** What is said where the order takes more memory than it may. */
  tooMuchMemory: AttacheError;
}

/** An order at work. */
export interface Run<T> {
  done: Promise<T>;
  /** Ends the process at once, for this reason; `done` rejects with it when the process is gone. */
  end(reason: AttacheError): void;
}

/** How long a process without an order is kept: the next file of a folder needs no new one, in milliseconds. */
const KEPT = 20_000;

/** What V8 writes last where the memory that it may take is full. */
const OUT_OF_MEMORY = /heap out of memory/;

interface Kept {
  process: WorkProcess;
  job: { hear(news: WorkNews): void; lost(said: string): void } | null;
}

/**
 * Gives orders to processes of their own. Threads would do the work as well, but one that is ended from outside can take
 * the whole program down with it (V8's table of compiled pages, zlib), and a process cannot.
 * @param start the host's way to start one
 * @param folder the library's folder
 * @param log hears of bugs inside a process
 * @param megabytes what the thread that works may take of memory of its own
 */
export function createProcesses(start: StartWork, folder: string, log: (error: unknown) => void, megabytes: number) {
  let idle: Kept | null = null;
  let closed = false;
  const atWork = new Set<Kept>();
  let tired: NodeJS.Timeout | undefined;

  const take = (): Kept => {
    clearTimeout(tired);
    const kept = idle ?? startOne();
    idle = null;
    kept.process.hold(true);
    atWork.add(kept);
    return kept;
  };
  const startOne = (): Kept => {
    const kept: Kept = { process: start(megabytes), job: null };
    kept.process.listen({
      news: (news) => kept.job?.hear(news),
      ended(said) {
        if (idle === kept) idle = null;
        atWork.delete(kept);
        kept.job?.lost(said);
      },
    });
    return kept;
  };
  const putBack = (kept: Kept): void => {
    kept.job = null;
    atWork.delete(kept);
    if (idle || closed) return kept.process.kill();
    idle = kept;
    kept.process.hold(false);
    tired = setTimeout(endIdle, KEPT).unref();
  };
  const endIdle = (): void => {
    clearTimeout(tired);
    idle?.process.kill();
    idle = null;
  };

  return {
    run<T extends keyof Orders>(task: T, order: Orders[T], { tell, tooMuchMemory }: Watch): Run<Answers[T]> {
      const kept = take();
      const { promise, resolve, reject } = Promise.withResolvers<Answers[T]>();
      let reason: AttacheError | null = null;
      kept.job = {
        hear(news) {
          if (news.type === 'progress') tell(news.progress);
          else if (news.type === 'out-of-memory') reason ??= tooMuchMemory;
          else {
            putBack(kept);
            if (news.type === 'done') resolve(news.answer as Answers[T]);
            else {
              if (news.detail !== null) log(news.detail);
              reject(new AttacheError(news.error.code, news.error.message));
            }
          }
        },
        lost(said) {
          // V8 asks the thread to end where it can, and ends the process where it cannot.
          if (OUT_OF_MEMORY.test(said)) reason ??= tooMuchMemory;
          if (closed) reason ??= new AttacheError('cancelled', 'Attaché was closed before this was done. Nothing was changed.');
          if (!reason) log(`the import process ${said}`);
          reject(reason ?? new Error('the import process ended before it answered'));
        },
      };
      kept.process.send({ ...order, task, folder } as WorkOrder);
      return {
        done: promise,
        end(why) {
          reason ??= why;
          kept.process.kill();
        },
      };
    },
    /** Ends all processes: what is to be done before must be waited for. */
    close(): void {
      closed = true;
      endIdle();
      for (const { process } of atWork) process.kill();
    },
  };
}
