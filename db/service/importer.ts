import { Worker } from 'node:worker_threads';
import { AttacheError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import type { ImportNews, ImportOrder } from './import-worker.ts';

/**
 * A file in memory, and the manifest that lies beside it; `password` opens it where it is encrypted, and goes no further
 * than the import's thread.
 */
export interface FileToImport {
  name: string;
  bytes: Uint8Array;
  manifest: { name: string; bytes: Uint8Array } | null;
  password: string | null;
}

/** What one import may take. */
export interface ImportLimits {
  seconds: number;
  /** Of the thread's own memory. */
  megabytes: number;
}

/** The longest report in hand takes seconds; what takes this long is built to never end. */
const LIMITS: ImportLimits = { seconds: 600, megabytes: 1024 };

/** How long a cancelled import may take to stop by itself before its thread is ended, in milliseconds. */
const GRACE = 2000;

/**
 * Runs imports in a worker thread, one at a time: SQLite has one writer anyway.
 * @param workerFile the bundled db/service/import-worker.ts
 * @param folder the library's folder
 * @param log where a bug inside the worker is told
 * @param limits an import that takes more is ended, and the library is as it was
 */
export function createImporter(workerFile: string | URL, folder: string, log: (error: unknown) => void, limits: ImportLimits = LIMITS) {
  const stops = new Map<string, () => void>();
  let queue: Promise<unknown> = Promise.resolve();

  function run(job: string, file: FileToImport, tell: (progress: Progress) => void): Promise<{ report: string; already: boolean }> {
    return new Promise((resolve, reject) => {
      const flag = new SharedArrayBuffer(1);
      const worker = new Worker(workerFile, { workerData: { folder, ...file, stop: flag } satisfies ImportOrder, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
      let grace: NodeJS.Timeout | undefined;
      const finish = (settle: () => void): void => {
        clearTimeout(grace);
        clearTimeout(overrun);
        stops.delete(job);
        settle();
      };
      // A thread that is ended reports its end as any other does; the reason is kept for then.
      let reason: AttacheError | null = null;
      const end = (error: AttacheError): void => {
        reason ??= error;
        void worker.terminate();
      };
      const overrun = setTimeout(() => end(tooLong(file.name, limits.seconds)), limits.seconds * 1000);
      const cancelled = new AttacheError('cancelled', 'The import was cancelled. The library is as it was.');
      stops.set(job, () => {
        Atomics.store(new Uint8Array(flag), 0, 1);
        grace ??= setTimeout(() => end(cancelled), GRACE);
      });
      worker.on('message', (news: ImportNews) => {
        if (news.type === 'progress') tell(news.progress);
        else if (news.type === 'done') finish(() => resolve({ report: news.report, already: news.already }));
        else {
          if (news.detail !== null) log(news.detail);
          finish(() => reject(new AttacheError(news.error.code, news.error.message)));
        }
      });
      worker.on('error', (error) => {
        log(error);
        const tooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        finish(() => reject(tooMuch ? new AttacheError('file-too-large', `“${file.name}” needs more memory than Attaché gives an import. The library is as it was. Split the file and try again.`) : error));
      });
      worker.on('exit', (code) => finish(() => reject(reason ?? new Error(`the import thread ended with ${code}`))));
    });
  }

  return {
    /**
     * Imports a file when its turn has come. It can be cancelled from this call on.
     * @param read fetches the file; called in its turn, so that only one lies in memory
     * @returns the report's id, and whether it was in the library already
     * @throws AttacheError
     */
    import(job: string, read: () => Promise<FileToImport>, tell: (progress: Progress) => void): Promise<{ report: string; already: boolean }> {
      let waiting = true;
      stops.set(job, () => {
        waiting = false;
      });
      const mine = queue.then(async () => {
        const file = waiting ? await read() : null;
        if (!waiting || !file) throw new AttacheError('cancelled', 'The import was cancelled before it began. The library is as it was.');
        return run(job, file, tell);
      });
      queue = mine.catch(() => stops.delete(job));
      return mine;
    },
    /** Stops an import that runs or waits; does nothing where there is none. */
    cancel(job: string): void {
      stops.get(job)?.();
    },
    /** Resolves when nothing is being imported. */
    idle: (): Promise<unknown> => queue,
  };
}

function tooLong(name: string, seconds: number): AttacheError {
  const time = seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
  return new AttacheError('file-too-large', `“${name}” was not read after ${time}, and the import was ended. The library is as it was. Split the file, or save it as plain text, and try again.`);
}
