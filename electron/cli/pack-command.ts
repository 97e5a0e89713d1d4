import path from 'node:path';
import { readPackFile } from '../../db/contract/pack-file.ts';
import { fileCopies } from '../../db/service/handlers-packs.ts';
import { refuseUnknownIds, renderPack, type PackFormat } from '../../db/service/render-pack.ts';
import { resolvePack } from '../../db/service/resolve-pack.ts';
import { saveFile } from '../host/save-file.ts';
import { ENDINGS } from './endings.ts';
import { many, UsageError } from './io.ts';
import type { Command } from './command.ts';

const FORMATS: Record<string, PackFormat> = { '.pdf': 'pdf', '.docx': 'docx', '.html': 'html', '.md': 'markdown', '.json': 'pack' };

/**
 * Makes a pack from a pack file; what it names is looked up in the library. A PDF of a pack with copies is one file for
 * each: FILE.pdf is the first, FILE-copy-2.pdf the second.
 */
export async function packCommand({ args, service, io }: Command): Promise<number> {
  const [spec, ...more] = args.words;
  const out = args.text('out');
  if (spec === undefined || more.length > 0 || out === null) throw new UsageError('pack takes one pack file and --out FILE.');
  const ending = path.extname(out).toLowerCase();
  const format = FORMATS[ending];
  if (!format) throw new UsageError('--out ends in .pdf, .docx, .html, .md or .json.');
  const { bytes } = await service.shelf.take(service.shelf.putPath(spec).file);
  const { pack, kept } = readPackFile(new TextDecoder().decode(bytes));
  const copiesOfText = new Map(kept.map((copy) => [copy.key, copy]));
  const resolved = await resolvePack(service.rooms.library, service.rooms.search, pack, copiesOfText);
  refuseUnknownIds(resolved);
  const whole = { pack, resolved, copies: fileCopies(pack, resolved, copiesOfText) };
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  // The browser that makes a print is ended with it, and its profile removed.
  for (const signal of ENDINGS) process.once(signal, interrupt);
  const copies = format === 'pdf' && pack.copies.length > 0 ? pack.copies.map((_, at) => at + 1) : [null];
  for (const copy of copies) {
    const made = await renderPack(service.rooms, whole, format, { copy, signal: stop.signal });
    if (copy === null || copy === 1) for (const notice of made.notices) io.err(`${notice}\n`);
    const file = copy === null || copy === 1 ? out : `${out.slice(0, -ending.length)}-copy-${copy}${ending}`;
    await saveFile(path.resolve(file), made.bytes);
    io.err(`Wrote ${file}${made.pages === null ? '' : `: ${many(made.pages, 'page')}`}${copy === null ? '' : `, copy ${copy} of ${pack.copies.length}`}.\n`);
  }
  for (const signal of ENDINGS) process.off(signal, interrupt);
  return 0;
}
