import { AttacheError } from '../model/errors.ts';
import { slug } from '../model/ids.ts';
import type { KeptCopy } from '../model/kept.ts';
import type { Pack, ResolvedPack } from '../model/pack.ts';
import { composeHtml, composeMarkdown } from '../packs/compose.ts';
import { sourcelessNotices, unknownIn } from '../packs/unknown-ids.ts';
import type { PrintOptions } from './printing.ts';
import type { Rooms } from './rooms.ts';

export type PackFormat = 'pdf' | 'docx' | 'html' | 'markdown' | 'pack';

export interface RenderOptions extends PrintOptions {
  /** Which of the pack's copies, from 1; null is a pack without a copy's number. */
  copy?: number | null | undefined;
}

/** A pack as it leaves the app: as its author made it, looked up, and with its own copies. */
export interface PackToRender {
  pack: Pack;
  resolved: ResolvedPack;
  copies: readonly KeptCopy[];
}

/** A pack as a file that another Attaché opens, with or without the reports. See docs/pack-file.md. */
export function packFileText(pack: Pack, copies: readonly KeptCopy[]): string {
  return `${JSON.stringify({ attachePack: 1, ...pack, ...(copies.length > 0 ? { kept: copies } : {}) }, null, 2)}\n`;
}

const NOTES_AT_FOOT = 'In a Word file the notes stand at the feet of the pages; Word can turn them into endnotes.';

export interface RenderedPack {
  name: string;
  bytes: Uint8Array;
  /** Pages of a PDF, else null. */
  pages: number | null;
  notices: string[];
}

/** The name of a pack's file without its ending: "hanoi-visit", "hanoi-visit-copy-2-the-minister". */
function fileStem(pack: Pack, copy: number | null): string {
  const stem = slug(pack.title, 'pack');
  if (copy === null) return stem;
  const name = (pack.copies[copy - 1] ?? '').trim();
  return [stem, `copy-${copy}`, ...(name === '' ? [] : [slug(name, 'copy').slice(0, 40)])].join('-');
}

/**
 * Makes a file of a pack.
 * @throws AttacheError 'no-printer' where a PDF is asked for and nothing here can make one, 'cancelled', 'not-found' for
 * a copy that the pack does not have
 */
export async function renderPack(
  rooms: Pick<Rooms, 'printer' | 'fontCss'>, { pack, resolved, copies }: PackToRender, format: PackFormat, { copy = null, signal, tell }: RenderOptions = {},
): Promise<RenderedPack> {
  if (copy !== null && copy > pack.copies.length) throw new AttacheError('not-found', `This pack has ${pack.copies.length === 1 ? 'one copy' : `${pack.copies.length} copies`}; there is no copy ${copy}.`);
  const stem = fileStem(pack, copy);
  const text = (ending: string, content: string, notices: string[]): RenderedPack => ({ name: `${stem}.${ending}`, bytes: new TextEncoder().encode(content), pages: null, notices });
  if (format === 'pack') return text('attache.json', packFileText(pack, copies), []);
  const missing = [...resolved.items.flatMap((item) => (item.kind === 'missing' ? [item.problem] : [])), ...sourcelessNotices(resolved)];
  if (format === 'markdown') return text('md', composeMarkdown(resolved), missing);
  if (format === 'docx') {
    // The largest part of the program, and seldom needed.
    const { composeDocx } = await import('../packs/docx.ts');
    return { name: `${stem}.docx`, bytes: await composeDocx(resolved, copy), pages: null, notices: [...missing, ...(pack.notes === 'end' ? [NOTES_AT_FOOT] : [])] };
  }
  const composed = composeHtml(resolved, rooms.fontCss(), copy);
  if (format === 'html') return text('html', composed.html, composed.notices);
  if (!rooms.printer) {
    throw new AttacheError('no-printer', 'A PDF needs Attaché’s window, or Chrome, Edge or Chromium on this machine; none was found. The pack is safe: save it as HTML and print it from a browser, or open it in the window.');
  }
  const { bytes, pages, notices } = await rooms.printer({ html: composed.html, paper: pack.paper, title: pack.title }, { signal, tell });
  return { name: `${stem}.pdf`, bytes, pages, notices: [...composed.notices, ...notices] };
}

/**
 * Refuses a pack that names what nobody has, as a script's pack is; the window opens it, and shows what is missing.
 * @throws AttacheError 'pack-invalid' with the item and the ids
 */
export function refuseUnknownIds(pack: ResolvedPack): void {
  const [unknown] = unknownIn(pack);
  if (unknown) throw new AttacheError('pack-invalid', `Item ${unknown.item} of this pack names what is not in this library, and brings no copy of it: ${unknown.names}. Nothing was written. Import the report, or take the item out.`);
}
