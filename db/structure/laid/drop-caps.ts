import { fold } from '../../model/fold.ts';
import type { LaidLine } from '../../model/layout.ts';

/** A first letter set so much larger than the text that it hangs down beside it. */
const LARGER = 1.8;
const CAP = /^[“"‘]?\p{L}$/u;

/** @returns tells how often a word stands in some lines, however it is written; the lines are read when it is first asked */
export function wordCount(lines: () => Iterable<LaidLine>): (word: string) => number {
  let counts: Map<string, number> | null = null;
  return (word) => {
    if (!counts) {
      counts = new Map();
      for (const { text } of lines()) for (const found of fold(text).split(/[^\p{L}]+/u)) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    return counts.get(fold(word)) ?? 0;
  };
}

/**
 * Joins hanging initials with the lines that they begin.
 * @param lines of one page
 * @param count how often a word stands in the report: an initial may be a word of its own ("A harbour")
 */
export function withDropCaps(lines: readonly LaidLine[], count: (word: string) => number): LaidLine[] {
  const out = [...lines];
  for (const cap of lines) if (CAP.test(cap.text)) {
    const first = out.filter((line) => line !== cap && isBeside(line, cap)).toSorted((a, b) => a.baseline - b.baseline)[0];
    if (!first) continue;
    const rest = /^\p{L}*/u.exec(first.text)![0];
    const isWord = rest !== '' && count(rest) > 1 && count(cap.text.at(-1)! + rest) === 0;
    out[out.indexOf(first)] = { ...first, text: `${cap.text}${isWord ? ' ' : ''}${first.text}`, left: cap.left };
    for (const [at, line] of out.entries()) if (line.size === first.size && makesRoom(line, first, cap)) out[at] = { ...line, left: cap.left };
    out.splice(out.indexOf(cap), 1);
  }
  return out;
}

/** A program may leave the first line where it stood, so that the initial lies on it. */
function isBeside(line: LaidLine, cap: LaidLine): boolean {
  const from = /^\p{Ll}/u.test(line.text) ? cap.left : cap.right;
  return cap.size >= line.size * LARGER && line.left >= from - 2 && line.left < cap.right + cap.size && line.baseline <= cap.baseline + 2 && line.baseline > cap.baseline - cap.size;
}

/** The lines below the first one that stand to the right of the initial, or of the white below it, are not indented. */
function makesRoom(line: LaidLine, first: LaidLine, cap: LaidLine): boolean {
  return line.baseline > first.baseline && line.baseline <= cap.baseline + cap.size * 0.5 && line.left >= cap.right - 2 && line.left < cap.right + cap.size * 0.5;
}
