import fs from 'node:fs';
import { AttacheError } from '../../db/model/errors.ts';
import { createImporter } from '../../db/service/importer.ts';
import type { StartWork } from '../../db/service/work-process.ts';
import { openLibrary } from '../../db/store/library.ts';
import { harmfulInput, mutatedInput, type FuzzInput } from './inputs.ts';
import { seeded } from './random.ts';

export interface FuzzResult {
  inputs: number;
  imported: number;
  already: number;
  /** Refused with a sentence, by the error's code. */
  refused: Record<string, number>;
  /** Ended by the app because it took too long or too much; these are also refused. */
  killed: string[];
  /** Anything but an import or a sentence. */
  crashed: string[];
  /** What the library's own check finds at the end, and reports that should not be there. */
  problems: string[];
  /** The largest memory of an importing process that was seen, in megabytes; 0 where the system does not tell. */
  megabytes: number;
  slowest: { how: string; name: string; seconds: number };
}

/** What is to be tried. */
export interface FuzzRun {
  folder: string;
  start: StartWork;
  seed: number;
  inputs: number;
  harmful?: number;
  part?: { number: number; of: number };
  tell?: (tried: number) => void;
}

/** What one import may take in a fuzz run. */
const LIMITS = { seconds: 10, megabytes: 704 };
const KILLED = /import was ended|needs more memory/;

/**
 * Imports broken and harmful files one after the other into a library, through the importer's own processes.
 * @param harmful how many of the inputs are those made to do harm; they are spread over the run
 * @param part several processes may share one run: of so many parts, the one with this number (from 0) is done here
 * @param tell hears how many inputs were tried
 */
export async function fuzz({ folder, start, seed, inputs, harmful = Math.ceil(inputs / 50), part = { number: 0, of: 1 }, tell = () => {} }: FuzzRun): Promise<FuzzResult> {
  const result: FuzzResult = { inputs: 0, imported: 0, already: 0, refused: {}, killed: [], crashed: [], problems: [], megabytes: 0, slowest: { how: '', name: '', seconds: 0 } };
  const random = seeded(seed);
  const library = openLibrary(folder);
  const bugs: unknown[] = [];
  let pid: number | undefined;
  const watched: StartWork = (megabytes) => {
    const process = start(megabytes);
    pid = process.pid;
    return process;
  };
  const watch = setInterval(() => {
    result.megabytes = Math.max(result.megabytes, peakOf(pid));
  }, 50);
  const importer = createImporter({ start: watched, folder, library, log: (error) => bugs.push(error), limits: LIMITS });
  const every = Math.max(1, Math.floor(inputs / Math.max(1, harmful)));
  const before = library.listReports().length;
  const work = async (input: FuzzInput): Promise<void> => {
    const { name, bytes, how } = input;
    try {
      const { already } = await importer.import('fuzz', async () => ({ name, bytes, manifest: null, password: null }), () => {});
      result[already ? 'already' : 'imported'] += 1;
    } catch (error) {
      if (!(error instanceof AttacheError) || error.code === 'internal') result.crashed.push(`${name}, ${how}: ${String(bugs.at(-1) ?? error).slice(0, 600)}`);
      else {
        result.refused[error.code] = (result.refused[error.code] ?? 0) + 1;
        if (KILLED.test(error.message)) result.killed.push(`${name}, ${how}`);
      }
    }
  };
  try {
    for (let n = 0; n < inputs; n++) {
      const harm = n % every === 0 && n / every < harmful;
      const mine = n % part.of === part.number;
      const input = harm ? (mine ? harmfulInput(n / every) : null) : mutatedInput(random);
      if (!input || !mine) continue;
      tell((result.inputs += 1));
      const began = performance.now();
      await work(input);
      const seconds = (performance.now() - began) / 1000;
      if (seconds > result.slowest.seconds) result.slowest = { how: input.how, name: input.name, seconds: Math.round(seconds * 10) / 10 };
    }
    const count = library.listReports().length - before;
    if (count !== result.imported) result.problems.push(`${result.imported} files were imported, and the library holds ${count}`);
    result.problems.push(...library.problems());
  } finally {
    clearInterval(watch);
    await importer.close();
    library.close();
  }
  return result;
}

/** The most memory that a process has had so far, in megabytes, as Linux tells it; 0 where there is none to ask about. */
function peakOf(pid: number | undefined): number {
  try {
    return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

