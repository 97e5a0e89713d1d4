/** Stands in for the worker that imports, and does what its order names: answers, goes on for ever, takes all memory, throws, or ends the process. */
import { parentPort } from 'node:worker_threads';
import type { WorkNews } from '../../db/service/work-orders.ts';

const say = (news: WorkNews): void => parentPort!.postMessage(news);
const DEEDS: Record<string, () => void> = {
  answer: () => say({ type: 'done', answer: { report: String(process.pid), already: false } }),
  loop() {
    say({ type: 'progress', progress: { phase: 'saving', done: process.pid, total: process.pid } });
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  },
  memory() {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => `${n} of ${kept.length}`));
  },
  throw() {
    throw new Error('a bug of the worker');
  },
  end: () => process.abort(),
};
parentPort!.on('message', ({ report }: { report: string }) => DEEDS[report]!());
