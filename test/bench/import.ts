import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readTextFile } from '../../db/import/read-text-file.ts';
import { tagPassages } from '../../db/facets/tag.ts';
import { openLibrary } from '../../db/store/library.ts';
import { structureReport } from '../../db/structure/structure.ts';
import { HARBOURS } from '../fixtures/harbours.ts';
import { realReport } from '../helpers/shared.ts';
import { tableOf, writeSection } from './table.ts';

const MB = 1024 * 1024;
const STEPS = ['read', 'structure', 'facets', 'save'] as const;
type Times = Record<(typeof STEPS)[number], number>;

/** The way of a text into a library, step by step, in milliseconds; in this thread, without the worker's start. */
function importTimes(bytes: Uint8Array): Times {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  const library = openLibrary(folder);
  const times = {} as Times;
  const timed = <T>(step: keyof Times, work: () => T): T => {
    const began = performance.now();
    const made = work();
    times[step] = performance.now() - began;
    return made;
  };
  try {
    const source = timed('read', () => readTextFile(bytes, 'report.txt'));
    const draft = timed('structure', () => structureReport(source, { name: 'report.txt', sha256: 'bench', builtIn: false }, () => {}));
    const tags = timed('facets', () => tagPassages(draft));
    timed('save', () => library.saveReport(draft, tags, { format: 'text', bytes }, () => {}));
  } finally {
    library.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

/** Text of about this size: the test suite's made-up report, over and over. */
function generated(size: number): Uint8Array {
  const copies = Math.ceil(size / Buffer.byteLength(HARBOURS));
  return new TextEncoder().encode(Array.from({ length: copies }, (_, at) => HARBOURS.replaceAll('herring', `herring${at}`)).join('\n\n\n'));
}

function rowOf(what: string, bytes: Uint8Array): string[] {
  const times = importTimes(bytes);
  const total = STEPS.reduce((sum, step) => sum + times[step], 0);
  return [what, (bytes.byteLength / MB).toFixed(2), ...STEPS.map((step) => String(Math.round(times[step]))), String(Math.round(total)), (bytes.byteLength / MB / (total / 1000)).toFixed(2)];
}

/** Measures the import of text and writes its section. `--mb N` sets the size of the generated text (20). */
export function run(args: string[]): void {
  const at = args.indexOf('--mb');
  const size = at < 0 ? 20 : Number(args[at + 1]);
  const shared = realReport();
  const real = shared ? readFileSync(shared.file) : null;
  const rows = [
    ['text', 'MB', ...STEPS.map((step) => `${step} ms`), 'total ms', 'MB/s'],
    ...(real ? [rowOf('the real report, first of the run', real), rowOf('the real report, again', real)] : []),
    rowOf('generated', generated(size * MB)),
  ];
  const table = tableOf(rows);
  console.log(table);
  writeSection('import', `## Import of text\n\nReading, structure, facets and saving with the search index, in one thread. Aims: the real report in under 500 ms, generated text at 5 MB/s.\n\n${table}`);
}
