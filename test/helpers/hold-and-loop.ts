/** Does what must not be cut off, says when it begins and when it is done, and then goes on for ever. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkOrder } from '../../db/service/import-worker.ts';
import { FLAGS, HOLD } from '../../db/service/worker-flags.ts';

const flags = new Int32Array((workerData as WorkOrder).flags);
const say = (done: number): void => parentPort!.postMessage({ type: 'progress', progress: { phase: 'saving', done, total: 2 } });
Atomics.store(flags, FLAGS.hold, HOLD.held);
say(1);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
say(2);
Atomics.store(flags, FLAGS.hold, HOLD.free);
for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
