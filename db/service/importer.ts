import { createHash } from 'node:crypto';
import { AttacheError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import type { Library } from '../store/library.ts';
import type { Look, Looked } from './look-into-source.ts';
import type { Remaking } from './remake-report.ts';
import { createProcesses } from './run-in-process.ts';
import type { Answers, Export, FileToImport } from './work-orders.ts';
import type { StartWork } from './work-process.ts';

/** What one import may take. */
export interface ImportLimits {
  seconds: number;
  /** Of the importing thread's own memory. */
  megabytes: number;
}

/** The longest report in hand takes seconds; what takes this long is built to never end. With so much for its thread, the whole process stays below 1 GB (20 MB of headings: 923 MB). */
const LIMITS: ImportLimits = { seconds: 600, megabytes: 704 };

/** A page is shown in less than a second; nobody waits longer than this for it. */
const LOOK_SECONDS = 30;

/** Makes reports again; only for the turn that it is given to. @throws AttacheError */
export type Remake = (remaking: Remaking) => Promise<void>;

/** How the importer works. */
export interface ImporterOptions {
  /** The host's way to start an importing process. */
  start: StartWork;
  /** The library's folder. */
  folder: string;
  /** Which reports it holds just now; other programs may add to it. */
  library: Pick<Library, 'reportIds' | 'findBySource'>;
  /** Where a bug inside a process is told. */
  log: (error: unknown) => void;
  /** An import that takes more is ended, and the library is as it was. */
  limits?: ImportLimits;
}

/** Runs imports and remakings in a process of their own, one at a time: SQLite has one writer anyway. */
export function createImporter({ start, folder, library, log, limits = LIMITS }: ImporterOptions) {
  const stops = new Map<string, () => void>();
  const processes = createProcesses(start, folder, log, limits.megabytes);
  let queue: Promise<unknown> = Promise.resolve();

  const importFile = async (job: string, file: FileToImport, tell: (progress: Progress) => void): Promise<Answers['import']> => {
    const before = new Set(library.reportIds());
    const run = processes.run('import', file, { tell, tooMuchMemory: tooMuchMemory(file.name) });
    let ended = false;
    const end = (reason: AttacheError): void => {
      ended = true;
      run.end(reason);
    };
    const overrun = setTimeout(() => end(tooLong(file.name, limits.seconds)), limits.seconds * 1000);
    stops.set(job, () => end(new AttacheError('cancelled', 'The import was cancelled. The library is as it was.')));
    try {
      return await run.done;
    } catch (error) {
      // It may have been ended between having saved the report and saying so.
      const report = ended ? library.findBySource(createHash('sha256').update(file.bytes).digest('hex')) : null;
      if (report !== null && !before.has(report)) return { report, already: false };
      throw error;
    } finally {
      clearTimeout(overrun);
      stops.delete(job);
    }
  };
  const remake: Remake = async (remaking) => {
    const tooMuch = new AttacheError('file-too-large', 'This report needs more memory than Attaché gives to making it again. It is as it was.');
    await processes.run('remake', remaking, { tell: () => {}, tooMuchMemory: tooMuch }).done;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work);
    queue = mine.catch(() => {});
    return mine;
  };

  return {
    /**
     * Imports a file when its turn has come. It can be cancelled from this call on.
     * @param read fetches the file; called in its turn, so that only one lies in memory
     * @returns the report's id, and whether it was in the library already
     * @throws AttacheError
     */
    import(job: string, read: () => Promise<FileToImport>, tell: (progress: Progress) => void): Promise<Answers['import']> {
      let waiting = true;
      stops.set(job, () => {
        waiting = false;
      });
      return inTurn(async () => {
        try {
          const file = waiting ? await read() : null;
          if (!waiting || !file) throw new AttacheError('cancelled', 'The import was cancelled before it began. The library is as it was.');
          return await importFile(job, file, tell);
        } finally {
          stops.delete(job);
        }
      });
    },
    /** Does some work when its turn has come, in which no import runs; the work may make reports again. */
    review: <T>(work: (remake: Remake) => Promise<T>): Promise<T> => inTurn(() => work(remake)),
    /** Looks into a report's source; needs no turn, since it writes nothing. @throws AttacheError */
    look(look: Look): Promise<Looked> {
      const tooMuch = new AttacheError('file-too-large', 'This page needs more memory than Attaché gives to showing it. The report is safe. Open the file itself beside Attaché.');
      const run = processes.run('look', look, { tell: () => {}, tooMuchMemory: tooMuch });
      const overrun = setTimeout(() => run.end(new AttacheError('file-too-large', 'This page could not be read in time. The report is safe. Open the file itself beside Attaché.')), LOOK_SECONDS * 1000);
      return run.done.finally(() => clearTimeout(overrun));
    },
    /**
     * Looks for whatever could be wrong with the library's file, as it stands at one moment: in a large library this reads for the better part of a minute.
     * @returns a sentence for each finding
     */
    check(): Promise<string[]> {
      const tooMuch = new AttacheError('file-too-large', 'Checking this library needs more memory than Attaché gives to it. Nothing was changed.');
      return processes.run('check', {}, { tell: () => {}, tooMuchMemory: tooMuch }).done;
    },
    /** Writes a report as a file: for a long one, this takes a second. @throws AttacheError */
    export(wanted: Export): Promise<Uint8Array> {
      const tooMuch = new AttacheError('file-too-large', 'This report needs more memory than Attaché gives to writing it as a file. The report is safe. Export it in another format.');
      return processes.run('export', wanted, { tell: () => {}, tooMuchMemory: tooMuch }).done;
    },
    /** Stops an import that runs or waits; does nothing where there is none. */
    cancel(job: string): void {
      stops.get(job)?.();
    },
    /** Lets what is being imported come to its end; looks into sources, checks and exports do not hold the end up. */
    async close(): Promise<void> {
      await queue;
      processes.close();
    },
  };
}

function tooMuchMemory(name: string): AttacheError {
  return new AttacheError('file-too-large', `“${name}” needs more memory than Attaché gives an import. The library is as it was. Split the file and try again.`);
}

function tooLong(name: string, seconds: number): AttacheError {
  const time = seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
  return new AttacheError('file-too-large', `“${name}” was not read after ${time}, and the import was ended. The library is as it was. Split the file, or save it as plain text, and try again.`);
}
