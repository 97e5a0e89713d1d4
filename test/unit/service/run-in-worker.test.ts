import path from 'node:path';
import { expect, test } from 'vitest';
import { AttacheError } from '../../../db/model/errors.ts';
import { runInWorker } from '../../../db/service/run-in-worker.ts';

test('a thread that does what must not be cut off is ended only when that is done', { timeout: 60_000 }, async () => {
  const heard: number[] = [];
  const reason = new AttacheError('cancelled', 'It was ended.');
  const run = runInWorker(path.resolve(import.meta.dirname, '..', '..', 'helpers', 'hold-and-loop.ts'), '', 'look', { report: '', passage: '' } as never, {
    tell: ({ done }) => {
      heard.push(done);
      if (done === 1) run.end(reason);
    },
    log: () => {}, megabytes: 256, tooMuchMemory: reason,
  });
  await expect(run.done).rejects.toBe(reason);
  expect(heard).toEqual([1, 2]);
});
