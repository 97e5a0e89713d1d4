/**
 * Imports in a process of their own, each prints one line of JSON:
 *   node test/bench/import-process.ts once|twice FILE    a file, or the same file again when all is warm
 *   node test/bench/import-process.ts growth REPORTS     what one more report takes in libraries up to this size
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readerFor, tagPassages } from '../../db/facets/tag.ts';
import { readSource } from '../../db/import/read.ts';
import { openLibrary } from '../../db/store/library.ts';
import { deflateMeanwhile } from '../../db/store/source-codec.ts';
import { structureReport } from '../../db/structure/structure.ts';
import { draftOf } from '../helpers/drafts.ts';
import { writePassages } from './generator.ts';

/** What an import took; times by the clock in milliseconds, and the thread's own time on a processor. */
export interface Imported {
  bytes: number;
  steps: Record<'read' | 'structure' | 'facets' | 'save', number>;
  cpuMs: number;
  peakMb: number;
}

const [task, subject] = process.argv.slice(2) as ['once' | 'twice' | 'growth', string];
const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
const library = openLibrary(folder);

async function imported(file: string): Promise<Imported> {
  const bytes = readFileSync(file);
  const name = path.basename(file);
  const steps = {} as Imported['steps'];
  const began = process.threadCpuUsage();
  let last = performance.now();
  const done = (step: keyof Imported['steps']): void => {
    steps[step] = performance.now() - last;
    last = performance.now();
  };
  const deflating = deflateMeanwhile(bytes);
  const source = await readSource(bytes, name, { password: null, tell: () => {} });
  done('read');
  const draft = structureReport(source, { name, sha256: name, builtIn: false }, () => {});
  done('structure');
  // As db/service does it: the file is deflated meanwhile, and the index takes the words as they were cut for the tags.
  const words = readerFor(draft);
  const tags = tagPassages(draft, words);
  done('facets');
  library.saveReport(draft, tags, { format: source.format, bytes, deflated: await deflating }, () => {}, undefined, words);
  done('save');
  const { user, system } = process.threadCpuUsage(began);
  return { bytes: bytes.byteLength, steps, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** Adds reports of one size until the library has so many, and tells at some sizes what one took. */
function growth(most: number): { reports: number; cpuMs: number }[] {
  const sizes = [10, 100, most / 2, most].filter((reports, at, all) => reports <= most && all.indexOf(reports) === at);
  const costs: number[] = [];
  for (let n = 0; n < most; n++) {
    const text = [...writePassages(40, n)].map((passage) => passage.text.replace(/\w{6,}/g, (word) => (word.length % 3 === 0 ? `${word}${n}` : word))).join('\n\n');
    const draft = draftOf(text, `r${n}.txt`);
    const began = process.threadCpuUsage();
    library.saveReport(draft, tagPassages(draft), { format: 'text', bytes: new TextEncoder().encode(text) }, () => {});
    const { user, system } = process.threadCpuUsage(began);
    costs.push((user + system) / 1000);
  }
  return sizes.map((reports) => ({ reports, cpuMs: costs.slice(Math.max(0, reports - 9), reports).sort((a, b) => a - b)[4]! }));
}

try {
  if (task === 'growth') console.log(JSON.stringify(growth(Number(subject))));
  else {
    if (task === 'twice') {
      await imported(subject);
      library.removeReport(library.listReports()[0]!.id);
    }
    console.log(JSON.stringify(await imported(subject)));
  }
} finally {
  library.close();
  rmSync(folder, { recursive: true, force: true });
}
