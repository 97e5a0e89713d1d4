import path from 'node:path';
import { forkWork } from '../../db/service/fork-work.ts';

const service = path.resolve(import.meta.dirname, '..', '..', 'db', 'service');

/** Starts an importing process from the source. */
export const workFromSource = forkWork(path.join(service, 'import-process.ts'), path.join(service, 'import-worker.ts'));
