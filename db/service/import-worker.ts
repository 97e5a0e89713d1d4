import { parentPort } from 'node:worker_threads';
import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { openLibrary } from '../store/library.ts';
import { importReport } from './import-report.ts';
import type { FileToImport } from './importer.ts';
import { lookIntoSource, type Look, type Looked } from './look-into-source.ts';
import { remakeReports, type Remaking } from './remake-report.ts';

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
/** An order, over the library in a folder. */
export type WorkOrder = { [T in keyof Orders]: { task: T; folder: string } & Orders[T] }[keyof Orders];
/** What is told of an order; 'out-of-memory' comes from the thread that watches this one, which has ended. */
export type WorkNews =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; answer: Answers[keyof Answers] }
  | { type: 'failed'; error: WireError; detail: string | null }
  | { type: 'out-of-memory' };

const say = (news: WorkNews): void => parentPort!.postMessage(news);
const tell = (progress: Progress): void => say({ type: 'progress', progress });

async function work(order: WorkOrder): Promise<WorkNews> {
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

parentPort!.on('message', (order: WorkOrder) => {
  work(order).then(say, (error: unknown) => {
    say({ type: 'failed', error: toWireError(error), detail: error instanceof AttacheError ? null : String(error instanceof Error ? error.stack : error) });
  });
});
