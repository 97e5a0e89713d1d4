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
  while (taken.has(`${base}-${n}`)) n += 1;
  numbers.set(base, n);
  return `${base}-${n}`;
}

/** How far the counting of equal passages has come: a report may say the same thing a hundred thousand times. */
const tried = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/** FNV's prime for 32 bits. */
const PRIME = 0x01000193;
/** What `squash` leaves of a sign, by its UTF-16 unit; made when it is first needed, since pages need no ids. */
let left: (string | undefined)[] | undefined;

/** Two hashes of what `squash` leaves of a text. It is taken sign by sign: signs are few, and passages are many. */
function hashOf(text: string): string {
  const hash = { a: 0x811c9dc5 | 0, b: PRIME };
  // How a capital sigma is folded depends on what stands behind it.
  if (text.includes('Σ')) add(hash, squash(text));
  else addSigns(hash, text);
  return (hash.a >>> 0).toString(36) + (hash.b >>> 0).toString(36);
}

function addSigns(hash: { a: number; b: number }, text: string): void {
  left ??= Array.from({ length: 0x10000 }, () => undefined);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit & 0xf800) !== 0xd800) add(hash, (left[unit] ??= squash(text[at]!)));
    else {
      const sign = String.fromCodePoint(text.codePointAt(at)!);
      add(hash, squash(sign));
      at += sign.length - 1;
    }
  }
}

function add(hash: { a: number; b: number }, units: string): void {
  for (let at = 0; at < units.length; at++) {
    hash.a = Math.imul(hash.a ^ units.charCodeAt(at), PRIME);
    hash.b = Math.imul(hash.b ^ units.charCodeAt(at), PRIME);
  }
}
