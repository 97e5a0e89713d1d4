import type { ReportSource } from '../model/source.ts';
import { decode } from './decode.ts';
import { isMarkdownName } from './kind.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readPlainText } from './plain-text-file.ts';

/**
 * Reads a text file into lines (plain text) or blocks (Markdown).
 * @param name tells Markdown by its ending
 * @throws AttacheError 'file-empty', 'file-not-text'
 */
export function readTextFile(bytes: Uint8Array, name: string): ReportSource {
  return isMarkdownName(name) ? { ...readMarkdown(decode(bytes, name).text, name), format: 'markdown' } : readPlainText(bytes, name);
}
