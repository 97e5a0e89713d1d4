import path from 'node:path';
import { forkWork } from '../../db/service/fork-work.ts';
import type { StartWork } from '../../db/service/work-process.ts';

/** Starts importing processes where the program runs in Node. @param dist the folder of the built program */
export const forkImports = (dist: string): StartWork => forkWork(path.join(dist, 'import-process.cjs'), path.join(dist, 'import-worker.cjs'));
