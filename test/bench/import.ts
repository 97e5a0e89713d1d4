import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HARBOURS } from '../fixtures/harbours.ts';
import { makePdf, type PageToMake } from '../fixtures/make-pdf.ts';
import { realReport } from '../helpers/shared.ts';
import { attache } from './engines/attache.ts';
import { ENGINES } from './engines/all.ts';
import type { Filled } from './fill-process.ts';
import type { Imported } from './import-process.ts';
import { writeLongText } from './long-text.ts';
import { tableOf, writeSection } from './table.ts';

const MB = 2 ** 20;
const STEPS = ['read', 'structure', 'facets', 'save'] as const;

/** In a process of its own: nothing is warm, and memory is its own. */
function printedBy(program: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, ['--no-warnings', path.join(import.meta.dirname, program), ...args], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }));
}

/** The test suite's made-up report, over and over. */
function repeated(bytes: number): string {
  return Array.from({ length: Math.ceil(bytes / HARBOURS.length) }, (_, at) => HARBOURS.replaceAll('herring', `herring${at}`)).join('\n\n\n');
}

/** Pages in two columns, with headings, notes at the foot and page numbers. */
function pdf(count: number): Uint8Array {
  const lines = writeLongText(count * 4500).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  let at = 0;
  const pages = Array.from({ length: count }, (_, page): PageToMake => ({
    words: [
      ...[40, 220].flatMap((x) => Array.from({ length: 44 }, (_line, n) => ({ x, y: 50 + n * 11, text: lines[at++ % lines.length]!, size: 8 }))),
      { x: 40, y: 550, text: `${page + 1} A note at the foot of its page, Northern Review ${page}.`, size: 6 }, { x: 200, y: 575, text: String(page + 1), size: 8 },
    ],
  }));
  return makePdf(pages, { title: 'Harbours' });
}

const importedBy = (file: string, again = false): Imported => printedBy('import-process.ts', again ? 'twice' : 'once', file) as Imported;

function rowOf(what: string, { bytes, steps, cpuMs, peakMb }: Imported, pages: number | null = null): string[] {
  const total = STEPS.reduce((sum, step) => sum + steps[step], 0);
  const per = (ms: number): string => (pages === null ? `${(bytes / MB / (ms / 1000)).toFixed(2)} MB` : `${(pages / (ms / 1000)).toFixed(0)} pages`);
  return [what, (bytes / MB).toFixed(2), ...STEPS.map((step) => steps[step].toFixed(0)), total.toFixed(0), per(total), cpuMs.toFixed(0), per(cpuMs), peakMb.toFixed(0)];
}

/** What indexing alone takes the peers of the search, of the same passages; against a whole import of ours. */
function besidePeers({ bytes, steps, cpuMs, peakMb }: Imported, file: string): string[][] {
  const whole = STEPS.reduce((sum, step) => sum + steps[step], 0);
  const row = (what: string, ms: number, cpu: string, peak: string): string[] => [what, ms.toFixed(0), `${(bytes / MB / (ms / 1000)).toFixed(2)} MB`, (ms / whole).toFixed(2), cpu, peak];
  return [
    ['what', 'ms', 'a second', 'against the whole import', 'CPU ms', 'peak memory MB'],
    row('Attaché, the whole import', whole, cpuMs.toFixed(0), peakMb.toFixed(0)), row('Attaché, text and index saved', steps.save, '', ''),
    ...ENGINES.filter(({ name }) => name !== attache.name).map(({ name }) => {
      const filled = printedBy('fill-process.ts', name, file) as Filled;
      return row(`${name}, the index alone`, filled.ms, filled.cpuMs.toFixed(0), filled.peakMb.toFixed(0));
    }),
  ];
}

/**
 * Measures imports and writes their section. `--mb N` sets the size of the generated texts (20), `--pages N` the PDF's
 * (300), `--reports N` the size of the library that one report is added to (1,000).
 */
export function run(args: string[]): void {
  const option = (name: string, usual: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  try {
    measure(folder, { bytes: option('--mb', 20) * MB, pages: option('--pages', 300), reports: option('--reports', 1000) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string, { bytes, pages, reports }: { bytes: number; pages: number; reports: number }): void {
  const put = (name: string, content: string | Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const load = (): string => os.loadavg()[0]!.toFixed(1);
  const before = load();
  const real = realReport();
  const longFile = put('long.txt', writeLongText(bytes));
  const long = importedBy(longFile);
  const rows = [
    ['file', 'MB', ...STEPS.map((step) => `${step} ms`), 'total ms', 'a second', 'CPU ms', 'a CPU second', 'peak memory MB'],
    ...(real ? [rowOf('the real report, cold', importedBy(real.file)), rowOf('the real report, again', importedBy(real.file, true))] : []),
    rowOf('long text, a vocabulary that grows', long),
    rowOf('long text, one short report over and over', importedBy(put('repeated.txt', repeated(bytes)))),
    rowOf(`a PDF of ${pages} pages in two columns`, importedBy(put('pages.pdf', pdf(pages))), pages),
  ];
  const growth = printedBy('import-process.ts', 'growth', String(reports)) as { reports: number; cpuMs: number }[];
  const table = tableOf(rows);
  const library = tableOf([['reports in the library', 'CPU ms for one more, median of 9', 'against the first'], ...growth.map(({ reports, cpuMs }) => [String(reports), cpuMs.toFixed(1), (cpuMs / growth[0]!.cpuMs).toFixed(2)])]);
  const peers = tableOf(besidePeers(long, longFile));
  console.log(`${table}\n\n${peers}\n\n${library}`);
  writeSection('import', `## Import

Reading, structure, facets and saving with the search index, each file in a process of its own; not counted is the start of the process. CPU is what the importing thread itself took, whatever else the machine did
(its load was ${before} before and ${load()} after, with ${os.availableParallelism()} cores); peak memory is that of the whole process, the file and the runtime's own 50 MB included.
Aims: the real report in under 500 ms, 20 MB of text at 5 MB a second, a PDF of 300 pages in under 15 s and 500 MB.

${table}

Of the long text whose vocabulary grows, the peers of the search were given the passages that it became, with their headings, notes and tags; they only index them, and FTS5 alone is no JavaScript.

${peers}

What one more report of 40 passages costs does not grow with the library (every report has new words and common ones):

${library}`);
}
