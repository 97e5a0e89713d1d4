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
export async function readSource(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReportSource> {
  if (isPdf(bytes)) return { ...(await (await import('./pdf/read-pdf.ts')).readPdf(bytes, name, options)), format: 'pdf' };
  return readTextFile(bytes, name);
}

/** A PDF says so in its first bytes, or not far behind them (PDF 32000-1, annex H.3.4.1). */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}
