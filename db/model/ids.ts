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
  const numbers = tried.get(taken) ?? new Map<string, number>();
  tried.set(taken, numbers);
  let n = numbers.get(base) ?? 2;
  while (taken.has(`${base}-${n}`)) n += 1;
  numbers.set(base, n);
  return `${base}-${n}`;
}

/** How far the counting of equal passages has come: a report may say the same thing a hundred thousand times. */
const tried = new WeakMap<ReadonlySet<string>, Map<string, number>>();

function fnv(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
