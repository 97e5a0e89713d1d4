import { ones } from './bits.ts';
import { createDistance } from './distance.ts';

/** Words by their length, each with what rules it out at a glance: which letters it has at all. */
export interface Outlines {
  /**
   * Every word but this one within so many slips of it, in the words' order.
   * @returns their numbers with how far they are
   */
  within(word: string, most: number): { at: number; distance: number }[];
}

const HAS_DIGIT = /\p{N}/u;
/** Shorter words are never meant, nor are those with digits. */
const SHORTEST = 3;
/** As far as lengths are told apart: what is looked up is far shorter. */
const LONGEST = 255;

/** @param words not to be changed later */
export function outlinesOf(words: readonly string[]): Outlines {
  const lengths = Uint8Array.from(words, (word) => (word.length < SHORTEST || HAS_DIGIT.test(word) ? 0 : Math.min(word.length, LONGEST)));
  const starts = new Int32Array(LONGEST + 2);
  for (const length of lengths) starts[length + 1]! += 1;
  for (let length = 0; length <= LONGEST; length++) starts[length + 1]! += starts[length]!;
  const next = starts.slice();
  const numbers = new Int32Array(words.length);
  const masks = new Int32Array(words.length);
  lengths.forEach((length, at) => {
    const place = next[length]!++;
    numbers[place] = at;
    masks[place] = lettersOf(words[at]!);
  });
  return {
    within(word, most) {
      const own = lettersOf(word);
      const distanceTo = createDistance(word, most);
      const found: { at: number; distance: number }[] = [];
      const end = starts[Math.min(word.length + most, LONGEST) + 1]!;
      for (let place = starts[Math.max(word.length - most, 1)]!; place < end; place++) {
        // A slip adds a letter, takes one away, or does both.
        if (ones(masks[place]! ^ own) > 2 * most) continue;
        const at = numbers[place]!;
        const distance = distanceTo(words[at]!);
        if (distance <= most && words[at] !== word) found.push({ at, distance });
      }
      return found.sort((a, b) => a.at - b.at);
    },
  };
}

/** Which letters a word has, a bit for each; other letters share the bits. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}
