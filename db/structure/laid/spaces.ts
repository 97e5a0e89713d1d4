import { beginsUnspaced, endsUnspaced, joinsUnspaced } from '../unspaced.ts';
import { joinedAtSoft } from './hyphens.ts';

/** A sign that stands for nothing, and a soft hyphen, whose word is mended with the blank. */
const NO_HYPHEN = /(?:(?:^|[\s-])-|\u00ad)$/;

/** @returns true where a blank belongs between two lines: a line ends a word, unless it ends in a hyphen, a slash, or a dash that joins; a hyphen may also wait for its word ("small- and"). */
export function isSpaced(text: string, next: string | undefined): boolean {
  if (next !== undefined && joinsUnspaced(text, next)) return false;
  if (endsUnspaced(text)) return next !== undefined && !beginsUnspaced(next);
  if (/^—\S/.test(next ?? '')) return false;
  if (text.endsWith('-')) return /^(?:and|or|to|und|oder|bis|versus)\s/.test(next ?? '');
  return !/\S[/—–]$/.test(text) || /\s[—–]$/.test(text);
}

/** @returns the lines of a cell as one line; whether a hyphen at their ends is the cell's own, nobody can tell here */
export function joinedInCell(lines: readonly string[]): string {
  return joinedAtSoft([lines.reduce((text, line, at) => (at === 0 ? line : text + (isSpaced(text, line) || NO_HYPHEN.test(text) ? ' ' : '') + line), '')]);
}
