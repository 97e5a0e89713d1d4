import { AttacheError } from '../model/errors.ts';
import { slug } from '../model/ids.ts';
import type { ReportDraft, ReportMeta } from '../model/report.ts';
import type { Progress, ReportSource } from '../model/source.ts';
import { structureBlocks } from './authored.ts';
import { shippedManifest } from './manifest.ts';
import { structurePages } from './paged.ts';

/**
 * Turns what a file holds into a report: chapters, sections, passages in reading order, footnotes.
 * @param file where it came from; the report's id is made of its title
 * @throws AttacheError 'file-empty' where nothing in it can be read as a passage
 */
export function structureReport(source: ReportSource, file: { name: string; sha256: string; builtIn: boolean }, _tell: (progress: Progress) => void): ReportDraft {
  const manifest = source.kind === 'pages' ? shippedManifest(source.lines.map((line) => line.text).join('\n')) : null;
  const meta: Record<string, unknown> = source.kind === 'blocks' ? source.meta : (manifest?.report ?? {});
  const word = (key: string): string | null => (typeof meta[key] === 'string' || typeof meta[key] === 'number' ? String(meta[key]) : null);
  const title = word('title') ?? titleFromName(file.name);
  const structured = source.kind === 'pages' ? { ...structurePages(source, title, manifest), authored: new Map(), pictures: [] } : { ...structureBlocks(source, title), pictures: [] };
  if (structured.passages.length === 0) throw new AttacheError('file-empty', `“${file.name}” holds no text that could be read as a report. Nothing was imported.`);
  const report: ReportMeta = {
    id: slug(title), title, subtitle: word('subtitle'), publisher: word('publisher'), date: word('date'), language: word('language') ?? 'en', licence: word('licence'),
    sourceName: file.name, sourceSha256: file.sha256, builtIn: file.builtIn,
  };
  return { report, ...structured };
}

/** "japan-southeast-asia.txt" → "Japan southeast asia" */
function titleFromName(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '').replace(/[-_]+/g, ' ').trim() || name;
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}
