/**
 * Imports thousands of broken and harmful files: `node test/fuzz/run.ts --seed 1 --inputs 5000`. It runs what
 * imports from its source; `--built` takes the built program, which starts faster. `--part 2/4` does the second of
 * four parts of the run, so that several processes can share it.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { forkImports } from '../../electron/host/fork-imports.ts';
import { workFromSource } from '../helpers/work.ts';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, inputs: { type: 'string', default: '5000' }, built: { type: 'boolean', default: false }, part: { type: 'string', default: '1/1' } } });
const [number, of] = values.part.split('/').map(Number) as [number, number];
const root = path.resolve(import.meta.dirname, '..', '..');
const start = values.built ? forkImports(path.join(root, 'dist')) : workFromSource;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-fuzz-'));
const began = performance.now();
try {
  const result = await fuzz({ folder, start, seed: Number(values.seed), inputs: Number(values.inputs), part: { number: number - 1, of }, tell: (tried) => tried % 100 === 0 && console.error(`${tried} tried`) });
  console.log(JSON.stringify({ seed: Number(values.seed), built: values.built, part: values.part, minutes: Math.round((performance.now() - began) / 6000) / 10, ...result }, null, 1));
  process.exitCode = result.crashed.length + result.problems.length === 0 && result.imported > 0 ? 0 : 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
