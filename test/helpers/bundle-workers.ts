import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundlePrograms, program } from '../../build/program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder where the importing process, its thread and the searching thread lie, bundled as the app ships them. */
    workers: string;
  }
}

const root = path.resolve(import.meta.dirname, '..', '..');
/** Three folders below the project's, as deep as db/import/pdf is: that is how its sources find pdf.js's tables. */
const cache = path.join(root, 'node_modules', '.cache');

/** Bundles what every test service starts: from its sources, each start would read two hundred files twice. */
export default async function bundleWorkers(project: TestProject): Promise<() => void> {
  fs.mkdirSync(cache, { recursive: true });
  const outDir = fs.mkdtempSync(path.join(cache, 'attache-workers-'));
  await bundlePrograms({
    processes: program('db/service/import-process.ts', 'import-process', { outDir }),
    worker: program('db/service/import-worker.ts', 'import-worker', { outDir, inParts: true }),
    search: program('db/service/search-worker.ts', 'search-worker', { outDir, inParts: true }),
  });
  project.provide('workers', outDir);
  return () => fs.rmSync(outDir, { recursive: true, force: true });
}
