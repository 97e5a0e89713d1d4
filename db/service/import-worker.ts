import { parentPort, workerData } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { openLibrary } from '../store/library.ts';
import { importReport } from './import-report.ts';
import type { FileToImport } from './importer.ts';
import { remakeReports, type Remaking } from './remake-report.ts';

/** What the worker is given, and what it says. */
export type WorkOrder = { folder: string; /** One shared byte: not 0 once the user has cancelled. */ stop: SharedArrayBuffer } & (
  | ({ task: 'import' } & FileToImport)
  | ({ task: 'remake' } & Remaking)
);
export type Imported = { report: string; already: boolean };
export type WorkNews =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; result: Imported | null }
  | { type: 'failed'; error: WireError; detail: string | null };

const order = workerData as WorkOrder;
const say = (news: WorkNews): void => parentPort!.postMessage(news);
const stop = new Uint8Array(order.stop);

function tell(progress: Progress): void {
  if (Atomics.load(stop, 0) !== 0) throw new AttacheError('cancelled', 'The import was cancelled. The library is as it was.');
  say({ type: 'progress', progress });
}

async function work(): Promise<WorkNews> {
  const library = openLibrary(order.folder);
  try {
    if (order.task === 'import') return { type: 'done', result: await importReport(library, order, tell) };
    remakeReports(library, order);
    return { type: 'done', result: null };
  } finally {
    library.close();
  }
}

work().then(say, (error: unknown) => {
  say({ type: 'failed', error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
});
