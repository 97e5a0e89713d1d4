import { squash } from '../model/fold.ts';
import type { Anchor } from '../model/correction.ts';
import type { Passage } from '../model/report.ts';

/** Letters that are kept of a passage's beginning, and of its end and neighbours. */
const START = 160;
const EDGE = 60;
/** How alike a passage must be to count as the same one, changed; from 0 (nothing in common) to 1. */
const ALIKE = 0.55;

/** Tells where a passage is. @param passages of its report, in reading order */
export function anchorOf(passages: readonly Passage[], id: string): Anchor | null {
  const at = passages.findIndex((passage) => passage.id === id);
  const passage = passages[at];
  if (!passage) return null;
  return {
    passage: id, start: passage.text.slice(0, START), end: passage.text.slice(-EDGE),
    prefix: passages[at - 1]?.text.slice(0, EDGE) ?? '', suffix: passages[at + 1]?.text.slice(0, EDGE) ?? '',
  };
}

/**
 * Finds a passage again: by its words; else by how it begins and ends; else the one most like it, whose neighbours
 * speak for it.
 * @returns its place among the passages, or −1 where nothing is like it
 */
export function findAnchor(passages: readonly Passage[], anchor: Anchor): number {
  const same = passages.findIndex((passage) => passage.id === anchor.passage);
  if (same >= 0) return same;
  const start = squash(anchor.start);
  const edges = passages.findIndex((passage) => squash(passage.text).startsWith(start) && squash(passage.text).endsWith(squash(anchor.end)));
  if (edges >= 0) return edges;
  let best = -1;
  let bestScore = ALIKE;
  const words = runs(anchor.start);
  passages.forEach((passage, at) => {
    const near = (text: string, other: Passage | undefined): number => (text !== '' && other && squash(other.text).startsWith(squash(text)) ? 0.15 : 0);
    const score = overlap(words, runs(passage.text.slice(0, START + EDGE))) + near(anchor.prefix, passages[at - 1]) + near(anchor.suffix, passages[at + 1]);
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  });
  return best;
}

/** Runs of three words. */
function runs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.length < 3 ? [words.join(' ')] : words.slice(2).map((_word, at) => words.slice(at, at + 3).join(' ')));
}

/** What share of the wanted runs is there. */
function overlap(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  let found = 0;
  for (const run of wanted) if (there.has(run)) found += 1;
  return wanted.size === 0 ? 0 : found / wanted.size;
}
