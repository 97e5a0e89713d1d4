import { Worker } from 'node:worker_threads';
import type { WorkNews, WorkOrder } from './work-orders.ts';

/** The line to the program that started this process. */
export interface Line {
  say(news: WorkNews): void;
  hear(on: (order: WorkOrder) => void): void;
}

/**
 * What an importing process does: it hands its orders to a thread, whose memory alone can be bounded the same way in
 * Node and in Electron, and passes on what the thread says. Its own thread stays free, so that it hears at once when it is alone.
 * @param argv the worker's file, and the megabytes that the thread may take
 */
export function supervise({ say, hear }: Line, [workerFile, megabytes]: readonly string[]): void {
  const worker = new Worker(workerFile!, { resourceLimits: { maxOldGenerationSizeMb: Number(megabytes) } });
  worker.on('message', say);
  worker.on('error', (error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') say({ type: 'out-of-memory' });
    else console.error(error);
  });
  // Without its thread this process is of no use; who started it hears of its end.
  worker.on('exit', (code) => process.exit(code));
  hear((order) => worker.postMessage(order));
}
