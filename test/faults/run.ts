/**
 * node test/faults/run.ts [KILLS] — kills importing programs at random moments, 200 by default, then as many importing
 * processes of a program that goes on (as `npm run build` made them), and says what `check` found.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { forkImports } from '../../electron/host/fork-imports.ts';
import { endImports } from './end-imports.ts';
import { killWriters, type Killed } from './kill.ts';

const times = Number(process.argv[2] ?? 200);

async function run(what: string, kill: (folder: string) => Promise<Killed>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-faults-'));
  const { kills, reports, findings } = await kill(folder);
  console.log(`${what}: ${kills} kills in ${times} tries; reports after each: ${Math.min(...reports)} to ${Math.max(...reports)}; findings: ${findings.length}`);
  for (const finding of findings) console.log(finding);
  rmSync(folder, { recursive: true, force: true });
  if (findings.length > 0) process.exitCode = 1;
}

await run('programs', (folder) => killWriters(folder, times));
await run('importing processes', (folder) => endImports(folder, forkImports(path.resolve(import.meta.dirname, '../../dist')), times));
