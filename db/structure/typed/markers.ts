import { BOX, BULLET } from '../../model/bullets.ts';
import { isTerminated } from '../block.ts';

/** What begins an item of a list. */
export interface Marker {
  /** One for all bullets; for numbers and letters, how they are written. */
  family: string;
  /** 1 for "1.", "a)" and "i."; 0 for a bullet. */
  value: number;
  /** Letters of the marker with the blanks behind it. */
  length: number;
  /** A sign that is nothing but a bullet. */
  sure: boolean;
}

const DASH = /^[-*–—]\s+/;
const COUNTED = /^(\(?)(\d{1,3}|[a-z]|[ivx]{2,5})([.)])\s+/;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** @returns what a line can begin a list's item with, the likeliest first */
export function markersOf(text: string): Marker[] {
  const bullet = BULLET.exec(text);
  if (bullet) return [{ family: 'bullet', value: 0, length: bullet[0].length, sure: true }];
  // A box stays in the text.
  if (BOX.test(text)) return [{ family: 'box', value: 0, length: 0, sure: true }];
  const dash = DASH.exec(text);
  // A long dash begins a line of dialogue as often as an item.
  if (dash) return [{ family: '–—'.includes(text[0]!) ? 'dash' : 'bullet', value: 0, length: dash[0].length, sure: false }];
  const found = COUNTED.exec(text);
  if (!found) return [];
  const [whole, open, sign, close] = found;
  const made = (family: string, value: number): Marker => ({ family: `${open!}${family}${close!}`, value, length: whole.length, sure: false });
  if (/^\d/.test(sign!)) return [made('1', Number(sign))];
  const roman = ROMAN.indexOf(sign!) + 1;
  return [...(roman > 0 ? [made('i', roman)] : []), ...(sign!.length === 1 ? [made('a', sign!.charCodeAt(0) - 96)] : [])];
}

/** A note that is called in brackets behind the last word. */
const CALLS = /(?:\s?\[[\d,; ]{1,30}\]){1,5}$/;

/** True where a sentence ends, whatever notes are called behind it. */
export function isEnded(text: string): boolean {
  return isTerminated(text.endsWith(']') ? text.replace(CALLS, '') : text);
}
