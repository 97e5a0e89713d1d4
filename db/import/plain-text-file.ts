import type { ReportSource } from '../model/source.ts';
import { decode } from './decode.ts';
import { readText } from './text.ts';

/** Reads a file of plain text into lines. @throws AttacheError 'file-empty', 'file-not-text' */
export function readPlainText(bytes: Uint8Array, name: string): ReportSource {
  return { ...readText(decode(bytes, name).text), format: 'text' };
}
