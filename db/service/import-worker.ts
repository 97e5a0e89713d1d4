import { parentPort } from 'node:worker_threads';
import { AttacheError, toWireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import { openLibrary } from '../store/library.ts';
import { importReport } from './import-report.ts';
import { lookIntoSource } from './look-into-source.ts';
import { remakeReports } from './remake-report.ts';
import type { WorkNews, WorkOrder } from './work-orders.ts';

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
      case 'check':
        return { type: 'done', answer: library.problems() };
      case 'export':
        return { type: 'done', answer: (await import('./write-export.ts')).writeExport(library, order) };
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
