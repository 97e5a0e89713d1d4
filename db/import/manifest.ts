import { AttacheError } from '../model/errors.ts';
import type { ReportFacts } from '../model/facts.ts';
import { decode } from './decode.ts';
import { readFacts } from './facts.ts';

/** A manifest longer than this is none, in bytes. */
const BYTES_AT_MOST = 1024 * 1024;

/**
 * Reads the manifest that lies beside a report (docs/authoring.md).
 * @param name the manifest's own name, for the sentence when it cannot be used
 * @throws AttacheError 'manifest-invalid', naming the line and the field; 'file-empty', 'file-not-text', 'file-too-large'
 */
export function readManifest(bytes: Uint8Array, name: string): ReportFacts {
  if (bytes.byteLength > BYTES_AT_MOST) throw new AttacheError('file-too-large', `“${name}” is too large for a manifest. Nothing was imported. Take the manifest away, or mend it, and try again.`);
  const { facts, problems: [problem] } = readFacts(decode(bytes, name).text);
  if (problem) {
    const where = problem.field === '' ? '' : `, field “${problem.field}”`;
    throw new AttacheError('manifest-invalid', `The manifest “${name}” is wrong in line ${problem.line}${where}: ${problem.message}. Nothing was imported. Mend this line, or take the manifest away, and try again.`);
  }
  return facts;
}
