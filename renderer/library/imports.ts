import type { HostEvent, PickedFile } from '../../db/contract/bridge.ts';
import type { Result } from '../../db/contract/methods.ts';
import { isManifestName, manifestNames } from '../../db/model/facts.ts';
import { asError, type Host, type Picked } from '../host/host.ts';
import { createStore } from '../parts/store.ts';

type Progress = Extract<HostEvent, { type: 'progress' }>;
export interface ImportJob {
  id: string;
  /** Jobs that were in the queue together have the same. */
  batch: number;
  /** The host's handle of the file, to try again with a password; empty until it was handed over. */
  file: string;
  name: string;
  /** In bytes. */
  size: number;
  state: 'waiting' | 'running' | 'stopping' | 'done' | 'already' | 'cancelled' | 'failed' | 'locked';
  phase: Progress['phase'] | null;
  done: number;
  total: number;
  /** When this phase began, in milliseconds of the page's clock. */
  since: number;
  /** When it was last heard of. */
  heard: number;
  report: Result<'library.import'>['report'] | null;
  problem: string | null;
}

/** A report whose turn has not come, with the manifest that was chosen with it. */
interface Unit {
  job: string;
  report: Picked;
  manifest: Picked | null;
}

export type Imports = ReturnType<typeof createImports>;

/** True for a job that is still to come, or under way. */
export function isActive({ state }: ImportJob): boolean {
  return state === 'waiting' || state === 'running' || state === 'stopping';
}

/**
 * The imports of this window: they go on whatever place is on the screen. Files are handed to the host one at a time,
 * each when its turn has come, so that a folder of reports never lies in memory together.
 */
export function createImports(host: Host, clock: () => number = () => performance.now()) {
  const jobs = createStore<readonly ImportJob[]>([]);
  const queue: Unit[] = [];
  let number = 0;
  let batch = 0;
  let busy: Promise<void> | null = null;
  const change = (id: string, values: Partial<ImportJob>): void => jobs.set((all) => all.map((job) => (job.id === id ? { ...job, ...values } : job)));
  const newJob = (name: string, values: Partial<ImportJob> = {}): ImportJob => {
    number += 1;
    return { id: `import-${Date.now().toString(36)}-${number}`, batch, file: '', name, size: 0, state: 'waiting', phase: null, done: 0, total: 0, since: clock(), heard: clock(), report: null, problem: null, ...values };
  };

  const attempt = async (id: string, file: string, password: string | null): Promise<void> => {
    try {
      const { report, already } = await host.client('library.import', { job: id, file, password });
      change(id, { state: already ? 'already' : 'done', report, heard: clock() });
    } catch (thrown) {
      const { code, message } = asError(thrown);
      const locked = code === 'password-needed' || code === 'password-wrong';
      change(id, { state: locked ? 'locked' : code === 'cancelled' ? 'cancelled' : 'failed', problem: message, heard: clock() });
    }
  };
  const run = async ({ job, report, manifest }: Unit): Promise<void> => {
    change(job, { since: clock(), heard: clock() });
    try {
      // The host takes the manifest that was handed over last under its name: the one from the report's own folder.
      if (manifest) await host.hand(manifest);
      const { file } = await host.hand(report);
      change(job, { file });
      if (jobs.get().find(({ id }) => id === job)?.state === 'stopping') change(job, { state: 'cancelled', problem: BEFORE });
      else await attempt(job, file, null);
    } catch (thrown) {
      change(job, { state: 'failed', problem: asError(thrown).message });
    }
  };
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await run(next);
  };
  const start = (): Promise<void> => {
    busy ??= work().finally(() => {
      busy = null;
    });
    return busy;
  };

  return {
    jobs,
    /**
     * Puts files into the queue that were picked or dropped; each has its own line of progress.
     * @param problems sentences about what was chosen with them and cannot be imported, by name
     */
    async take(files: readonly Picked[], problems: readonly { name: string; problem: string }[] = []): Promise<void> {
      if (!busy) batch += 1;
      const units = unitsOf(files).map(({ report, manifest }) => {
        const job = newJob(report.name, { size: report.size });
        queue.push({ job: job.id, report, manifest });
        return job;
      });
      const failed = problems.map(({ name, problem }) => newJob(name, { state: 'failed', problem }));
      jobs.set((all) => [...all, ...units, ...failed]);
      await start();
    },
    /** Tries a locked file with a password; it is kept nowhere. */
    async unlock({ id, file }: ImportJob, password: string): Promise<void> {
      change(id, { state: 'waiting', problem: null, phase: null, done: 0, total: 0 });
      await attempt(id, file, password);
    },
    heard(event: Progress): void {
      const job = jobs.get().find((one) => one.id === event.job);
      if (!job || (job.state !== 'waiting' && job.state !== 'running')) return;
      const { phase, done, total } = event;
      change(job.id, { state: 'running', phase, done, total, heard: clock(), ...(phase === job.phase ? {} : { since: clock() }) });
    },
    cancel,
    /** Cancels what runs and what waits; what is in the library already stays there. */
    async cancelAll(): Promise<void> {
      // The waiting ones first: none of them may begin when the running one ends.
      await Promise.all(jobs.get().filter(isActive).toReversed().map(({ id }) => cancel(id)));
    },
    /** Takes a finished line off the list. */
    dismiss: (id: string): void => jobs.set((all) => all.filter((job) => job.id !== id)),
    /** Takes all lines off the list that ask for nothing more. */
    dismissFinished: (): void => jobs.set((all) => all.filter((job) => isActive(job) || job.state === 'locked')),
  };

  async function cancel(id: string): Promise<void> {
    const at = queue.findIndex(({ job }) => job === id);
    if (at >= 0) {
      queue.splice(at, 1);
      change(id, { state: 'cancelled', problem: BEFORE });
      return;
    }
    change(id, { state: 'stopping' });
    await host.client('library.cancel', { job: id }).catch(() => {});
  }
}

const BEFORE = 'Cancelled before it began. The library is as it was.';

/** A manifest that comes with its report is read with it; one that comes alone is imported, and the library says what it is. */
function unitsOf(files: readonly Picked[]): { report: Picked; manifest: Picked | null }[] {
  const taken = new Set<Picked>();
  const manifests = files.filter(({ name }) => isManifestName(name));
  const units = files.filter(({ name }) => !isManifestName(name)).map((report) => {
    const names = manifestNames(report.name);
    const fitting = manifests.filter(({ name }) => names.includes(name));
    const manifest = fitting.find((one) => folderOf(one) === folderOf(report)) ?? fitting[0] ?? null;
    if (manifest) taken.add(manifest);
    return { report, manifest };
  });
  return [...units, ...manifests.filter((one) => !taken.has(one)).map((report) => ({ report, manifest: null }))];
}

/** Of a file from a folder that was chosen as a whole; two of its folders may hold reports of one name. */
function folderOf(file: Picked | PickedFile): string {
  return 'webkitRelativePath' in file ? file.webkitRelativePath.slice(0, -file.name.length) : '';
}
