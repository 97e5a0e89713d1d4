/**
 * What a search engine takes to index the passages of a file, in a process of its own; prints one line of JSON:
 *   node test/bench/fill-process.ts ENGINE FILE
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importReport } from '../../db/service/import-report.ts';
import { openLibrary } from '../../db/store/library.ts';
import { ENGINES } from './engines/all.ts';
import { passagesOf } from './report.ts';

/** What filling an index took: by the clock, and the process's time on all processors. */
export interface Filled {
  ms: number;
  cpuMs: number;
  peakMb: number;
}

const [engineName, file] = process.argv.slice(2) as [string, string];
const engine = ENGINES.find(({ name }) => name === engineName)!;
const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));

try {
  const library = openLibrary(path.join(folder, 'library'));
  const bytes = readFileSync(file);
  await importReport(library, { name: path.basename(file), bytes, manifest: null, password: null }, () => {});
  const passages = passagesOf(library);
  library.close();
  const cpu = process.cpuUsage();
  const began = performance.now();
  await engine.build(passages, folder);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 } satisfies Filled));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
