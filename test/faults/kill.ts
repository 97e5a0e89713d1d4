import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { openLibrary } from '../../db/store/library.ts';
import { randomFrom } from '../bench/generator.ts';

/** Within this time a writer imports and removes several reports. */
const WITHIN_MS = 900;

/** What was found after the kills. */
export interface Killed {
  kills: number;
  /** Reports that the library held after each kill. */
  reports: number[];
  /** What `check` found, kill by kill; empty where all is well. */
  findings: string[];
}

/**
 * Kills a process that imports and removes reports, at moments drawn by chance, and looks after each kill whether the
 * library still opens and index and text agree.
 * @param folder an empty folder for the library; it is used on and on, as a user's would be
 */
export async function killWriters(folder: string, kills: number, seed = 1): Promise<Killed> {
  const random = randomFrom(seed);
  const result: Killed = { kills, reports: [], findings: [] };
  for (let n = 0; n < kills; n++) {
    const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'writer.ts'), folder, String(seed * 10_000 + n)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await rest(random() * WITHIN_MS);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const library = openLibrary(folder, {}, () => result.findings.push(`${n}: the index had to be made anew`));
    result.findings.push(...library.problems().map((finding) => `${n}: ${finding}`));
    result.reports.push(library.listReports().length);
    // A small library keeps the kills close to the writing rather than to the checking.
    for (const { id } of library.listReports().slice(6)) library.removeReport(id);
    library.close();
  }
  return result;
}
