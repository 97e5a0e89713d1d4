import { z } from 'zod';
import { AttacheError } from '../model/errors.ts';
import type { KeptCopy } from '../model/kept.ts';
import type { Pack } from '../model/pack.ts';
import { keptCopy } from './pack-copies.ts';
import { packItem, packItems } from './pack-items.ts';
import { whatIsWrong } from './what-is-wrong.ts';

const text = (max: number) => z.string().max(max);
const line = text(500).default('');
const fields = {
  title: z.string().trim().min(1).max(500),
  subtitle: line, marking: text(120).default(''), preparedFor: line, preparedBy: line,
  date: z.union([z.literal(''), z.iso.date()]).default(''),
  place: line, copies: z.array(text(200)).max(500).default([]), language: text(35).default('en'),
  paper: z.enum(['A4', 'Letter']).default('A4'), notes: z.enum(['foot', 'end']).default('foot'), duplex: z.boolean().optional(),
  vocabulary: z.enum(['uk', 'eu', 'de', 'us', 'tlp', 'own']).optional(), ownMarkings: z.array(text(120)).max(40).optional(),
  largePrint: z.boolean().optional(), blackAndWhite: z.boolean().optional(), acronyms: z.boolean().optional(), names: z.boolean().optional(),
  items: z.array(packItem).max(5000),
};

/** A pack as the program holds it. */
export const pack = z.strictObject(fields);
/** A pack as a file holds it: the same, with the version of the format. Kinds may be added, never changed. */
export const packFile = z.strictObject({ attachePack: z.literal(1), ...fields, kept: z.array(keptCopy).max(5000).default([]) });

/**
 * Reads a pack file.
 * @param json the file's text
 * @returns the pack, defaults filled in, and the copies of what it shows that the file brings along
 * @throws AttacheError 'pack-invalid' with a sentence that names the item and the field that is wrong
 */
export function readPackFile(json: string): { pack: Pack; kept: KeptCopy[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new AttacheError('pack-invalid', 'This pack file is cut off or is no JSON. Nothing was changed. Ask for the file again.');
  }
  const version = typeof raw === 'object' && raw !== null && 'attachePack' in raw ? raw.attachePack : undefined;
  if (typeof version === 'number' && version > 1) {
    throw new AttacheError('pack-invalid', `This pack was made by a newer Attaché (format ${version}; this one reads 1). Nothing was changed. Update Attaché, or ask for a PDF.`);
  }
  const parsed = packFile.safeParse(raw);
  if (!parsed.success) throw new AttacheError('pack-invalid', explain(parsed.error, raw));
  const { attachePack: _version, kept, ...result } = parsed.data;
  return { pack: result as Pack, kept };
}

/** Says in words what is wrong with the first thing that is. */
function explain(error: z.ZodError, raw: unknown): string {
  const at = error.issues[0]!.path;
  if (at[0] === 'items' && typeof at[1] === 'number') {
    const item = (raw as { items: unknown[] }).items[at[1]];
    const kind = typeof item === 'object' && item !== null && 'kind' in item ? String(item.kind) : null;
    if (kind === null || !Object.hasOwn(packItems, kind)) {
      return `Item ${at[1] + 1} of this pack is of the kind “${kind ?? '(none)'}”, which Attaché does not know. It knows: ${Object.keys(packItems).join(', ')}.`;
    }
    return `Item ${at[1] + 1} of this pack (${kind}) is not right: ${whatIsWrong(error, 2)}.`;
  }
  if (at[0] === 'kept') return `This pack’s own copy of what it shows is not right: ${whatIsWrong(error, 1)}. Nothing was changed. Ask for the file again, or for a PDF.`;
  return `This is no pack that Attaché can read: ${whatIsWrong(error)}.`;
}
