/**
 * One engine over one corpus, in a process of its own, so that memory and times are its own.
 *   node --expose-gc test/bench/search-process.ts build|measure|count|here|count-here ENGINE CORPUS FOLDER
 * `build` makes the index and leaves the queries beside it; `measure` opens it, asks, and prints one line of JSON; `count`
 * does the same with answers of counts alone, where an engine gives such; `here` and `count-here` ask an engine that has
 * a thread of its own in this one.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { FacetChoice } from '../../db/model/facet.ts';
import { ENGINES } from './engines/all.ts';
import type { OpenEngine } from './engines/engine.ts';
import { writePassages, writeQueries, type BenchPassage } from './generator.ts';
import { figuresOf, judgedQueries, meanOf, type Figures } from './judged-queries.ts';
import { heldMb } from './memory.ts';
import { importRealReport, passagesOf } from './report.ts';

/** What queries took, in milliseconds. */
export interface Timed {
  p50: number;
  p95: number;
  longest: number;
  slowest: string;
}

/** What is measured of one engine over one corpus. */
export interface Measured extends Timed {
  /** From the started program to the first answer; what its start took beforehand, a thread of the search's own loaded. */
  openMs: number;
  startMs: number;
  /** Held by the thread that asks, and by a thread of the search's own. */
  memoryMb: number;
  threadMb: number;
  figures: Figures | null;
}

export interface Built {
  passages: number;
  textBytes: number;
  diskBytes: number;
  seconds: number;
}

const QUERIES = 420;
/** Queries that are asked before the clock runs: an app is warm after its first minute. Of the report's, every second. */
const WARMING = 100;
/** What an engine may do before the queries begin, in milliseconds: it takes longer to type the first one. */
const REST_MS = 2500;
/** Of the written passages, one in so many is drawn from for queries. */
const SAMPLE = 50;
const [task, engineName, corpus, folder] = process.argv.slice(2) as ['build' | 'measure' | 'count' | 'here' | 'count-here', string, string, string];
const engine = ENGINES.find(({ name }) => name === engineName)!;
/** Files that the benchmark itself leaves beside an index. */
const OWN_FILES = new Set(['queries.json', 'repeats.json']);

interface Asked { query: string; choice: FacetChoice | null; kind: string }

async function build(): Promise<Built> {
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  const sample: BenchPassage[] = [];
  let passages = 0;
  let textBytes = 0;
  const counted = function* (list: Iterable<BenchPassage>): Generator<BenchPassage> {
    for (const passage of list) {
      if (passages++ % SAMPLE === 0) sample.push(passage);
      textBytes += Buffer.byteLength(passage.text) + Buffer.byteLength(passage.notes);
      yield passage;
    }
  };
  if (corpus !== 'report') await engine.build(counted(writePassages(Number(corpus))), folder);
  else {
    const own = engineName === 'Attaché';
    const library = importRealReport(own ? folder : path.join(folder, 'library'));
    const list = [...counted(passagesOf(library))];
    writeFileSync(path.join(folder, 'repeats.json'), JSON.stringify(library.listReports().flatMap(({ id }) => library.passages(id)).filter(({ kind }) => kind === 'pull-quote').map(({ id }) => id)));
    library.close();
    if (!own) await engine.build(list, folder);
  }
  const asked: Asked[] = corpus === 'report' ? judgedQueries() : writeQueries(sample, QUERIES).map((one) => ({ ...one, choice: null }));
  writeFileSync(path.join(folder, 'queries.json'), JSON.stringify(asked.map(({ query, choice, kind }) => ({ query, choice, kind }))));
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && !OWN_FILES.has(file.name) && !/-(?:wal|shm)$/.test(file.name));
  return { passages, textBytes, diskBytes: files.reduce((sum, file) => sum + statSync(path.join(folder, file.name)).size, 0), seconds: (performance.now() - began) / 1000 };
}

/** Asks everything that was left beside the index. The first question is asked before. */
async function timed(asked: readonly Asked[], ask: (query: string, choice: FacetChoice | null) => unknown): Promise<Timed> {
  await rest(REST_MS);
  const times: { ms: number; query: string }[] = [];
  const warming = (at: number): boolean => (corpus === 'report' ? at % 2 === 0 : at < WARMING);
  for (const { query, choice } of asked.filter((_, at) => warming(at))) await ask(query, choice);
  for (const { query, choice, kind } of asked.filter((_, at) => !warming(at))) {
    const start = performance.now();
    await ask(query, choice);
    times.push({ ms: performance.now() - start, query: `${kind}: ${query}` });
  }
  times.sort((a, b) => a.ms - b.ms);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))]!.ms;
  return { p50: at(0.5), p95: at(0.95), longest: times.at(-1)!.ms, slowest: times.at(-1)!.query };
}

const queries = (): Asked[] => JSON.parse(readFileSync(path.join(folder, 'queries.json'), 'utf8')) as Asked[];

async function count(): Promise<Timed | null> {
  const asked = queries();
  const firstThen = async (ask: NonNullable<OpenEngine['count']>): Promise<Timed> => {
    await ask(asked[0]!.query, asked[0]!.choice);
    return timed(asked, ask);
  };
  await engine.start?.();
  const open = await engine.open(folder);
  const times = open.count ? await firstThen(open.count) : null;
  await open.close?.();
  return times;
}

async function here(what: 'ask' | 'count'): Promise<Timed | null> {
  const open = engine.openHere?.(folder);
  if (!open) return null;
  const times = await timed(queries(), open[what]);
  open.close();
  return times;
}

async function measure(): Promise<Measured> {
  const asked = queries();
  const before = await heldMb();
  const starting = performance.now();
  await engine.start?.();
  const began = performance.now();
  const startMs = began - starting;
  const open = await engine.open(folder);
  await open.ask(asked[0]!.query, asked[0]!.choice);
  const openMs = performance.now() - began;
  const times = await timed(asked, open.ask);
  const memoryMb = (await heldMb()) - before;
  const threadMb = (await open.threadMb?.()) ?? 0;
  const figures = corpus === 'report' ? await quality(open.ask) : null;
  await open.close?.();
  return { ...times, openMs, startMs, memoryMb, threadMb, figures };
}

async function quality(ask: Awaited<ReturnType<typeof engine.open>>['ask']): Promise<Figures> {
  const repeats = new Set(JSON.parse(readFileSync(path.join(folder, 'repeats.json'), 'utf8')) as string[]);
  const list = [];
  for (const { query, choice, answers } of judgedQueries()) list.push(figuresOf((await ask(query, choice)).ids.filter((id) => !repeats.has(id)), answers));
  return meanOf(list);
}

console.log(JSON.stringify(await { build, measure, count, here: () => here('ask'), 'count-here': () => here('count') }[task]()));
