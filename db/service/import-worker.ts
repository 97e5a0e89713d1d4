import { parentPort, workerData } from 'node:worker_threads';
import { keepWholeBy } from '../model/deflate.ts';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { openLibrary } from '../store/library.ts';
import { importReport } from './import-report.ts';
import type { FileToImport } from './importer.ts';
import { lookIntoSource, type Look, type Looked } from './look-into-source.ts';
import { remakeReports, type Remaking } from './remake-report.ts';
import { FLAGS, HOLD } from './worker-flags.ts';

/** What the worker is given to do, task by task. */
export interface Orders {
  import: FileToImport;
  remake: Remaking;
  look: Look;
}
/** What it answers. */
export interface Answers {
  import: { report: string; already: boolean };
  remake: null;
  look: Looked;
}
/** An order; `flags` are what both threads see (run-in-worker.ts). */
export type WorkOrder = { [T in keyof Orders]: { task: T; folder: string; flags: SharedArrayBuffer } & Orders[T] }[keyof Orders];
export type WorkNews =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; answer: Answers[keyof Answers] }
  | { type: 'failed'; error: WireError; detail: string | null };

const order = workerData as WorkOrder;
const say = (news: WorkNews): void => parentPort!.postMessage(news);
const flags = new Int32Array(order.flags);

keepWholeBy((work) => {
  // A thread that is about to be ended waits for its end here.
  if (Atomics.compareExchange(flags, FLAGS.hold, HOLD.free, HOLD.held) === HOLD.ended) Atomics.wait(flags, FLAGS.hold, HOLD.ended);
  try {
    return work();
  } finally {
    Atomics.store(flags, FLAGS.hold, HOLD.free);
  }
});

function tell(progress: Progress): void {
  if (Atomics.load(flags, FLAGS.stop) !== 0) throw new AttacheError('cancelled', 'The import was cancelled. The library is as it was.');
  say({ type: 'progress', progress });
}

async function work(): Promise<WorkNews> {
  const library = openLibrary(order.folder);
  try {
    switch (order.task) {
      case 'import':
        return { type: 'done', answer: await importReport(library, order, tell) };
      case 'look':
        return { type: 'done', answer: await lookIntoSource(library, order) };
      case 'remake':
        remakeReports(library, order);
        return { type: 'done', answer: null };
    }
  } finally {
    library.close();
  }
}

work().then(say, (error: unknown) => {
  say({ type: 'failed', error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
});
