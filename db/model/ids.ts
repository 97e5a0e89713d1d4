import { fold, squash } from './fold.ts';

/** A word for an address: lower case ASCII, hyphens, at most 40 characters; "report" where nothing is left. */
export function slug(text: string, fallback = 'report'): string {
  const words = fold(text).replaceAll("'", '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 40).replace(/-+$/, '') || fallback;
}

/**
 * A passage's id from what it says: the same words keep their id when the importer improves or a new edition comes,
 * so that packs and notes still find them. FNV-1a, 64 bits in two halves, in base 36.
 */
export function passageId(text: string, taken: ReadonlySet<string>): string {
  const key = squash(text);
  const base = `p-${fnv(key, 0x811c9dc5).toString(36)}${fnv(key, 0x01000193).toString(36)}`;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

function fnv(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
