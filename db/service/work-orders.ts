import type { Correction } from '../model/correction.ts';
import type { WireError } from '../model/errors.ts';
import type { Progress } from '../model/source.ts';
import type { Look, Looked } from './look-into-source.ts';
import type { Remaking } from './remake-report.ts';

/**
 * A file in memory, and the manifest that lies beside it; `password` opens it where it is encrypted, and goes no further
 * than the import's process. `corrections` are what readers mended, in any work.
 */
export interface FileToImport {
  name: string;
  bytes: Uint8Array;
  manifest: { name: string; bytes: Uint8Array } | null;
  password: string | null;
  corrections?: readonly Correction[];
}

/** A report that is to be written as a file. */
export interface Export {
  report: string;
  format: 'json' | 'markdown' | 'csl-json';
}

/** What the worker is given to do, task by task. */
export interface Orders {
  import: FileToImport;
  remake: Remaking;
  look: Look;
  check: object;
  export: Export;
}
/** What it answers. */
export interface Answers {
  import: { report: string; already: boolean };
  remake: null;
  look: Looked;
  /** What is wrong with the library's file, in sentences. */
  check: string[];
  /** The file. */
  export: Uint8Array;
}
/** An order, over the library in a folder. */
export type WorkOrder = { [T in keyof Orders]: { task: T; folder: string } & Orders[T] }[keyof Orders];
/** What is told of an order; 'out-of-memory' comes from the thread that watches this one, which has ended. */
export type WorkNews =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; answer: Answers[keyof Answers] }
  | { type: 'failed'; error: WireError; detail: string | null }
  | { type: 'out-of-memory' };
