import type { ReportSource } from '../model/source.ts';
import { decode } from './decode.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/**
 * Reads a text file into lines (plain text) or blocks (Markdown).
 * @param name tells Markdown by its ending
 * @throws AttacheError 'file-empty', 'file-not-text'
 */
export function readTextFile(bytes: Uint8Array, name: string): ReportSource {
  const { text } = decode(bytes, name);
  if (/\.(md|markdown)$/i.test(name)) return { ...readMarkdown(text, name), format: 'markdown' };
  return { ...readText(text), format: 'text' };
}
