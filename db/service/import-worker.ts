import { parentPort, workerData } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { openLibrary } from '../store/library.ts';
import { importReport } from './import-report.ts';

/** What the worker is given, and what it says. */
export interface ImportOrder {
  folder: string;
  name: string;
  bytes: Uint8Array;
  manifest: { name: string; bytes: Uint8Array } | null;
  password: string | null;
  /** One shared byte: not 0 once the user has cancelled. */
  stop: SharedArrayBuffer;
}
export type ImportNews =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; report: string; already: boolean }
  | { type: 'failed'; error: WireError; detail: string | null };

const order = workerData as ImportOrder;
const say = (news: ImportNews): void => parentPort!.postMessage(news);
const stop = new Uint8Array(order.stop);

async function work(): Promise<ImportNews> {
  const library = openLibrary(order.folder);
  try {
    return { type: 'done', ...(await importReport(library, order, (progress) => {
      if (Atomics.load(stop, 0) !== 0) throw new AttacheError('cancelled', 'The import was cancelled. The library is as it was.');
      say({ type: 'progress', progress });
    })) };
  } finally {
    library.close();
  }
}

work().then(say, (error: unknown) => {
  say({ type: 'failed', error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
});
