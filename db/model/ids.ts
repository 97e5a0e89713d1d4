import { fold, squash } from './fold.ts';

/** A word for an address: lower case ASCII, hyphens, at most 40 characters; "report" where nothing is left. */
export function slug(text: string, fallback = 'report'): string {
  // The beginning of a long text is enough, unless hardly anything of it is ASCII.
  const begun = asciiWords(text.slice(0, 10 * LONGEST_SLUG));
  const words = text.length > 10 * LONGEST_SLUG && begun.length < 2 * LONGEST_SLUG ? asciiWords(text) : begun;
  return words.slice(0, LONGEST_SLUG).replace(/-+$/, '') || fallback;
}

const LONGEST_SLUG = 40;

function asciiWords(text: string): string {
  return fold(text).replaceAll("'", '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/**
 * A passage's id from what it says: the same words keep their id when the importer improves or a new edition comes,
 * so that packs and notes still find them. FNV-1a, 64 bits in two halves, in base 36.
 */
export function passageId(text: string, taken: ReadonlySet<string>): string {
  const base = `p-${hashOf(text)}`;
  if (!taken.has(base)) return base;
  const numbers = tried.get(taken) ?? new Map<string, number>();
  tried.set(taken, numbers);
  let n = numbers.get(base) ?? 2;
  let id = `${base}-${n}`;
  while (taken.has(id)) id = `${base}-${++n}`;
  // The next one is tried first: whoever asks takes this one.
  numbers.set(base, n + 1);
  return id;
}

/** How far the counting of equal passages has come: a report may say the same thing a hundred thousand times. */
const tried = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/** FNV's prime for 32 bits. */
const PRIME = 0x01000193;
/** What `squash` leaves of a sign, by its UTF-16 unit: one unit, or one of these. */
const left = new Uint16Array(0x10000);
const NONE = 1;
const NOT_ALONE = 2;

/**
 * Two hashes of what `squash` leaves of a text. It is taken sign by sign where that is the same, since signs are few and
 * passages are many.
 */
function hashOf(text: string, isSquashed = false): string {
  let a = 0x811c9dc5 | 0;
  let b = PRIME;
  for (let at = 0; at < text.length; at++) {
    const here = text.charCodeAt(at);
    const unit = isSquashed ? here : left[here]! || learn(here);
    if (unit === NOT_ALONE) return hashOf(squash(text), true);
    if (unit === NONE) continue;
    a = Math.imul(a ^ unit, PRIME);
    b = Math.imul(b ^ unit, PRIME);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** Halves of a pair, signs of which several units are left, and a capital sigma, which depends on what stands behind it, cannot be taken alone. */
function learn(unit: number): number {
  const sign = String.fromCharCode(unit);
  const rest = squash(sign);
  left[unit] = (unit & 0xf800) === 0xd800 || rest.length > 1 || sign === 'Σ' ? NOT_ALONE : rest === '' ? NONE : rest.charCodeAt(0);
  return left[unit]!;
}
