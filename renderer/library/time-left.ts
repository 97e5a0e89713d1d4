import { isActive, type ImportJob } from './imports.ts';

/** Before this much of the work is done, a guess at what is left is worth nothing. */
const ENOUGH = 0.08;
/** Where a phase begins, and where it ends, as shares of an import: as a long report's phases take their time. */
const PHASES = { reading: [0, 0.45], structure: [0.45, 0.6], facets: [0.6, 0.75], saving: [0.75, 0.85], indexing: [0.85, 1] } as const;
const isImportPhase = (phase: string): phase is keyof typeof PHASES => Object.hasOwn(PHASES, phase);
/** A small file takes its time too, in bytes: opening it, one writing to the disk. */
const LEAST = 50_000;

/** How long this phase of an import will still take, in words, or null where nothing sensible can be said. */
export function timeLeft({ done, total, since, heard, state }: ImportJob): string | null {
  return state === 'running' && total > 0 ? inWords(done / total, heard - since) : null;
}

/** How far the whole queue is. */
export interface QueueProgress {
  /** Files that are done, with whatever outcome, and all that are in the queue. */
  files: number;
  of: number;
  /** From 0 to 1, by the files' sizes. */
  part: number;
  left: string | null;
}

/** @returns how far the files are that are in the queue together; null where nothing waits or runs */
export function queueProgress(jobs: readonly ImportJob[]): QueueProgress | null {
  const batch = jobs.findLast(isActive)?.batch;
  const together = jobs.filter((job) => job.batch === batch);
  if (batch === undefined) return null;
  const weight = (job: ImportJob): number => Math.max(job.size, LEAST);
  const all = together.reduce((sum, job) => sum + weight(job), 0);
  const part = together.reduce((sum, job) => sum + weight(job) * partOf(job), 0) / all;
  const began = Math.min(...together.map(({ since }) => since));
  const heard = Math.max(...together.map((job) => job.heard));
  return { files: together.filter((job) => !isActive(job)).length, of: together.length, part, left: inWords(part, heard - began) };
}

function partOf(job: ImportJob): number {
  if (!isActive(job)) return 1;
  if (job.phase === null || !isImportPhase(job.phase)) return 0;
  const [from, to] = PHASES[job.phase];
  return from + (to - from) * (job.total > 0 ? job.done / job.total : 0);
}

function inWords(part: number, spent: number): string | null {
  if (part < ENOUGH || part >= 1 || spent < 1000) return null;
  const seconds = Math.ceil((spent / part) * (1 - part) / 1000);
  return seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}
