import type { HostEvent, PickedFile } from '../../db/contract/bridge.ts';
import type { Result } from '../../db/contract/methods.ts';
import { isManifestName, manifestNames } from '../../db/model/facts.ts';
import { asError, type Host } from '../host/host.ts';
import { createStore } from '../parts/store.ts';

type Progress = Extract<HostEvent, { type: 'progress' }>;
export interface ImportJob {
  id: string;
  /** The host's handle of the file, to try again with a password; empty where the file never arrived. */
  file: string;
  name: string;
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

export type Imports = ReturnType<typeof createImports>;

/** The imports of this window: they go on whatever place is on the screen. */
export function createImports(host: Host, clock: () => number = () => performance.now()) {
  const jobs = createStore<readonly ImportJob[]>([]);
  let number = 0;
  const change = (id: string, values: Partial<ImportJob>): void => jobs.set((all) => all.map((job) => (job.id === id ? { ...job, ...values } : job)));

  const attempt = async (id: string, file: string, password: string | null): Promise<void> => {
    try {
      const { report, already } = await host.client('library.import', { job: id, file, password });
      change(id, { state: already ? 'already' : 'done', report });
    } catch (thrown) {
      const { code, message } = asError(thrown);
      const locked = code === 'password-needed' || code === 'password-wrong';
      change(id, { state: locked ? 'locked' : code === 'cancelled' ? 'cancelled' : 'failed', problem: message });
    }
  };
  const run = async ({ file, name }: PickedFile): Promise<void> => {
    number += 1;
    const id = `import-${Date.now().toString(36)}-${number}`;
    jobs.set((all) => [...all, { id, file, name, state: 'waiting', phase: null, done: 0, total: 0, since: clock(), heard: clock(), report: null, problem: null }]);
    await attempt(id, file, null);
  };
  const failedAtOnce = (name: string, thrown: unknown): void => {
    number += 1;
    jobs.set((all) => [...all, { id: `import-${number}`, file: '', name, state: 'failed', phase: null, done: 0, total: 0, since: 0, heard: 0, report: null, problem: asError(thrown).message }]);
  };

  return {
    jobs,
    /** Imports files that were picked; each has its own line of progress. */
    take: async (files: readonly PickedFile[]): Promise<void> => {
      await Promise.all(withoutManifests(files).map(run));
    },
    /** Imports files that were dropped on the window. */
    async drop(files: readonly File[]): Promise<void> {
      const offered = await Promise.all(files.map(async (dropped) => {
        try {
          return [await host.offerFile(dropped)];
        } catch (error) {
          failedAtOnce(dropped.name, error);
          return [];
        }
      }));
      await Promise.all(withoutManifests(offered.flat()).map(run));
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
    async cancel(id: string): Promise<void> {
      change(id, { state: 'stopping' });
      await host.client('library.cancel', { job: id }).catch(() => {});
    },
    /** Takes a finished line off the list. */
    dismiss: (id: string): void => jobs.set((all) => all.filter((job) => job.id !== id)),
  };
}

/** A manifest that comes with its report is read with it; one that comes alone is imported, and the library says what it is. */
function withoutManifests(files: readonly PickedFile[]): PickedFile[] {
  const beside = new Set(files.flatMap(({ name }) => manifestNames(name)));
  return files.filter(({ name }) => !isManifestName(name) || !beside.has(name));
}

/** Before this much of a phase is done, a guess at what is left is worth nothing. */
const ENOUGH = 0.08;

/** How long an import will still take, in words, or null where nothing sensible can be said. */
export function timeLeft({ done, total, since, heard, state }: ImportJob): string | null {
  const part = total > 0 ? done / total : 0;
  const spent = heard - since;
  if (state !== 'running' || part < ENOUGH || part >= 1 || spent < 1000) return null;
  const seconds = Math.ceil((spent / part) * (1 - part) / 1000);
  return seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}
