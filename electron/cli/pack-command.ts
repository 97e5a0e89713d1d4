import path from 'node:path';
import { readPackFile } from '../../db/contract/pack-file.ts';
import { renderPack } from '../../db/service/handlers-desk.ts';
import { saveFile } from '../host/save-file.ts';
import { UsageError } from './io.ts';
import type { Command } from './run.ts';

const FORMATS: Record<string, 'pdf' | 'docx' | 'html' | 'markdown'> = { '.pdf': 'pdf', '.docx': 'docx', '.html': 'html', '.md': 'markdown' };

/** Makes a pack from a pack file; what it names is looked up in the library. */
export async function packCommand({ args, service, io }: Command): Promise<number> {
  const [spec, ...more] = args.words;
  const out = args.text('out');
  if (spec === undefined || more.length > 0 || out === null) throw new UsageError('pack takes one pack file and --out FILE.');
  const ending = path.extname(out).toLowerCase();
  const format = FORMATS[ending];
  if (!format) throw new UsageError('--out ends in .pdf, .docx, .html or .md.');
  const { bytes } = await service.shelf.take(service.shelf.putPath(spec).file);
  const pack = readPackFile(new TextDecoder().decode(bytes));
  const made = await renderPack(service.rooms, pack, format, () => {});
  for (const notice of made.notices) io.err(`${notice}\n`);
  await saveFile(path.resolve(out), made.bytes);
  io.err(`Wrote ${out}${made.pages === null ? '' : `: ${made.pages} ${made.pages === 1 ? 'page' : 'pages'}`}.\n`);
  return 0;
}
