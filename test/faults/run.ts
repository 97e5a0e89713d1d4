/** node test/faults/run.ts [KILLS] — kills importing processes at random moments, 200 by default, and says what `check` found. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { killWriters } from './kill.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-faults-'));
const { kills, reports, findings } = await killWriters(folder, Number(process.argv[2] ?? 200));
console.log(`${kills} kills; reports after each: ${Math.min(...reports)} to ${Math.max(...reports)}; findings: ${findings.length}`);
for (const finding of findings) console.log(finding);
rmSync(folder, { recursive: true, force: true });
process.exitCode = findings.length === 0 ? 0 : 1;
