import type { ReportSource } from '../model/source.ts';

/** Reads a file into pages or blocks. @throws AttacheError 'file-empty', 'file-not-text', 'file-too-large' */
export function readSource(_bytes: Uint8Array, _name: string): ReportSource {
  throw new Error('db/import is not built yet');
}
