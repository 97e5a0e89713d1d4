/** Starts an importing process that never ends, says its number, and is killed by whoever started this. */
import path from 'node:path';
import { forkWork } from '../../db/service/fork-work.ts';

const process_ = forkWork(path.resolve(import.meta.dirname, '../../db/service/import-process.ts'), path.join(import.meta.dirname, 'misbehaving-worker.ts'))(64);
process_.listen({ news: (news) => news.type === 'progress' && process.stdout.write(`${news.progress.done}\n`), ended: () => {} });
process_.send({ task: 'look', report: 'loop' } as never);
