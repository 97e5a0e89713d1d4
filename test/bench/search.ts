import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { realReport } from '../helpers/shared.ts';
import { bundleThread, THREAD_FILE, TYPING_FILE } from './bundle-thread.ts';
import { ENGINES } from './engines/all.ts';
import { SHOWN, type Engine } from './engines/engine.ts';
import type { Built, Measured, Timed } from './search-process.ts';
import type { Typed } from './typing.ts';
import { tableOf, writeSection } from './table.ts';

const CORPORA = ['report', '20000', '100000', '400000'];
const SEARCH = 'search-process.ts';
/** Where an engine needs more memory than this, it is said so and left out. */
const HEAP_MB = 6144;

/** The library in which typing is measured. */
const TYPED_IN = '20000';

interface Row { corpus: string; engine: Engine; built: Built; measured: Measured; counted: Timed | null; here: Timed | null; countedHere: Timed | null; typed: { thread: Typed; here: Typed } | null }

/**
 * Measures the search beside its peers: the same passages, the same queries, facet counts over all hits.
 * @param args sizes to measure ("report", "20000" …) and engines by name; all where none is named
 */
export async function run(args: string[]): Promise<void> {
  await bundleThread();
  const before = os.loadavg()[0]!;
  const corpora = CORPORA.filter((corpus) => args.includes(corpus) || !CORPORA.some((one) => args.includes(one))).filter((corpus) => corpus !== 'report' || realReport());
  const engines = ENGINES.filter(({ name }) => args.includes(name) || !ENGINES.some((one) => args.includes(one.name)));
  const rows: Row[] = [];
  for (const corpus of corpora) {
    for (const engine of engines) {
      if (corpus !== 'report' && Number(corpus) > engine.most) continue;
      const row = measureOne(engine, corpus);
      if (row === null) console.log(`${corpus} ${engine.name}: did not finish`);
      else {
        rows.push(row);
        console.log(corpus, engine.name, JSON.stringify({ ...row.built, ...row.measured, counted: row.counted, here: row.here, countedHere: row.countedHere, typed: row.typed }));
      }
    }
  }
  if (engines.length === ENGINES.length) writeSection('search', sectionOf(rows, conditions(before)));
}

function measureOne(engine: Engine, corpus: string): Row | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  try {
    const run = <T>(program: string, ...args: string[]): T | null => {
      const done = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--expose-gc', '--no-warnings', path.resolve(import.meta.dirname, program), ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
      if (done.status !== 0) console.log(done.stderr.slice(-600));
      return done.status === 0 ? (JSON.parse(done.stdout) as T) : null;
    };
    const step = <T>(task: string): T | null => run(SEARCH, task, engine.name, corpus, folder);
    const built = step<Built>('build');
    const measured = built && step<Measured>('measure');
    if (!measured) return null;
    const [counted, here, countedHere] = (['count', 'here', 'count-here'] as const).map((task) => step<Timed | null>(task)) as [Timed | null, Timed | null, Timed | null];
    const [typed, typedHere] = engine.name === 'Attaché' && corpus === TYPED_IN ? [run<Typed>(TYPING_FILE, folder, 'thread', THREAD_FILE), run<Typed>(TYPING_FILE, folder, 'here', THREAD_FILE)] : [];
    return { corpus, engine, built, measured, counted, here, countedHere, typed: typed && typedHere ? { thread: typed, here: typedHere } : null };
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** How long the thread of the search's own took to start and load. */
function startsIn(rows: readonly Row[]): string {
  const times = rows.filter(({ engine }) => engine.start).map(({ measured }) => Math.round(measured.startMs)).sort((a, b) => a - b);
  return times.length === 0 ? '' : ` (${times[0] === times.at(-1) ? times[0] : `${times[0]} to ${times.at(-1)}`} ms)`;
}

/** Under which conditions was measured, so that figures of two runs are not compared unawares. */
function conditions(before: number): string {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: import.meta.dirname }).stdout?.trim() || 'unknown';
  return `Measured at ${commit} with Node ${process.versions.node} on ${os.availableParallelism()} cores; the machine's load was ${before.toFixed(1)} before the run and ${os.loadavg()[0]!.toFixed(1)} at its end (1.0 is the run itself).`;
}

function sectionOf(rows: readonly Row[], measured: string): string {
  const parts = CORPORA.map((corpus) => {
    const own = rows.filter((row) => row.corpus === corpus);
    if (own.length === 0) return '';
    const ours = own.find(({ engine }) => engine.name === 'Attaché')?.measured;
    const { built } = own[0]!;
    const title = corpus === 'report' ? `The report: ${built.passages} passages` : `${built.passages.toLocaleString('en')} passages, ${Math.round(built.textBytes / 2 ** 20)} MB of text`;
    const left = corpus === 'report' ? [] : ENGINES.filter(({ most }) => most < Number(corpus)).map(({ name }) => name);
    return `### ${title}\n\n${tableOf([
      ['engine', 'query p50 ms', 'p95 ms', 'longest ms', 'p95 / ours', 'memory MB: main thread', 'search thread', 'open to first query ms', 'on disk / text', ...(corpus === 'report' ? ['MRR@10', 'nDCG@10', 'recall@10'] : [])],
      ...own.flatMap(({ engine, built: { diskBytes, textBytes }, measured, ...row }) => [[
        engine.name, ...timesIn(measured, ours), Math.max(0, measured.memoryMb).toFixed(0), measured.threadMb ? measured.threadMb.toFixed(0) : '–', measured.openMs.toFixed(0),
        (diskBytes / textBytes).toFixed(2), ...(measured.figures ? [measured.figures.mrr.toFixed(3), measured.figures.ndcg.toFixed(3), measured.figures.recall.toFixed(3)] : []),
      ], ...otherTimes(row).map(([how, times]) => [`${engine.name}, ${how}`, ...timesIn(times, ours), '–', '–', '–', '–', ...(measured.figures ? ['–', '–', '–'] : [])])]),
    ])}${typedSentence(own)}${left.length > 0 ? `\n\nNot tried at this size: ${left.join(', ')} (to fill and to ask them takes longer than a benchmark may, a quarter of an hour).` : ''}`;
  });
  return `## Search\n\nEvery engine has the same passages and queries, and counts all hits by facet; the others give the hits in order and the counts, in the thread that asks. Ours as the app asks it stands in its first row: it also makes snippets and reasons for the ${SHOWN} hits that it shows, and answers from a thread of its own, with the way there and back in its times. Its further rows are without the snippets, without the way, and without both: the last is what the others are held against, and what “latency” means in the aims (one query with the counts over all its hits). Its
file holds the text itself as well as the index. Each engine runs in a process of its own: first it makes its index, then another process opens it, asks once,
rests for as long as it takes to type a first query, and asks the rest. Opening begins where the program stands: loading an engine's code is not counted, nor is the start of our thread${startsIn(rows)}, with which the app begins and which is over before its window is there. Memory is what JavaScript holds after the queries beyond what it held before, buffers included. The made-up passages come from a seeded generator whose vocabulary grows (Heaps' law); the queries are one to five words,
phrases, slips and unfinished words in equal parts. Quality is taken over all judged queries in\ntest/bench/queries; “Quality of search” gives it by kind. A hundred other queries are asked before the clock runs. The made-up reports come without the file that they would be made from; a real one is kept too, deflated, as the report's own row shows.\n\n${measured}\n\n${parts.filter(Boolean).join('\n\n')}`;
}

/** The same questions, asked in other ways. */
const otherTimes = ({ counted, here, countedHere }: Pick<Row, 'counted' | 'here' | 'countedHere'>): [how: string, times: Timed][] => {
  const ways: [string, Timed | null][] = [['order and counts alone', counted], ['in the thread that asks', here], ['both, as the others answer', countedHere]];
  return ways.flatMap(([how, times]): [string, Timed][] => (times ? [[how, times]] : []));
};

const timesIn = ({ p50, p95, longest }: Timed, ours: Timed | undefined): string[] => [p50.toFixed(2), p95.toFixed(1), longest.toFixed(0), ours ? (p95 / ours.p95).toFixed(1) : '–'];

function typedSentence(rows: readonly Row[]): string {
  const typed = rows.find((row) => row.typed)?.typed;
  if (!typed) return '';
  const { thread, here } = typed;
  return `\n\nSomebody types misspelt words into Attaché, a letter every 60 ms, from the moment the library is open: the main thread was held up for ${thread.longestMs.toFixed(1)} ms at the longest, and worked itself for ${thread.workedMs.toFixed(1)} ms at a stretch at the most: the rest of the time two processors were busy with other threads and programs `
    + `(${here.longestMs.toFixed(0)} ms where the search runs in the main thread). ${thread.answered} searches were answered, ${thread.superseded} were ended by the next letter.`;
}
