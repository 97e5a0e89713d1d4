import type { Found } from './answer.ts';
import { wordAt } from './cut.ts';
import { hasBit, noBits } from './bits.ts';
import type { Group } from './expand.ts';
import type { Finding } from './find.ts';
import type { Memory } from './memory.ts';
import type { Ranked } from './order.ts';
import type { Shown } from './shown.ts';
import { scoreOf, shareIn, tally } from './tally.ts';
import { SMALL_WORDS } from './variants.ts';

/** Words that stand for a passage: those that it has often and others seldom. */
const TELLING = 14;
/** A passage that has less than this of their meaning speaks of something else: read over the first report, half of its passages had none above 0.22, and what stands between is mostly to the point. */
const LEAST = 0.11;
/** Nor is what has less than this share of the best one's score. */
const BESIDE_BEST = 0.3;

/**
 * Finds passages that speak of the same things: its most telling words are looked for (BM25 again, the words weighed by
 * how often the passage itself has them).
 * @returns the finding to be shown, and the passages, the most alike first; the passage itself and pull quotes are not among them
 */
export function findSimilar(memory: Memory, { passage, own }: Shown<Found>, limit: number): { finding: Finding; ranked: Ranked[] } {
  const times = new Map<string, number>();
  for (let i = 0; i < own.count; i++) {
    const word = wordAt(own, i);
    if (!SMALL_WORDS.has(word) && word.length > 2) times.set(word, (times.get(word) ?? 0) + 1);
  }
  const worth = (word: string): number => Math.sqrt(times.get(word)!) * Math.log(1 + memory.count / memory.words.passages(word));
  // A word that no other passage has leads nowhere.
  const words = [...times.keys()].filter((word) => memory.words.passages(word) > 1).sort((a, b) => worth(b) - worth(a)).slice(0, TELLING);
  const groups = words.map((word): Group => ({ typed: word, word, forms: [{ words: [word], kind: 'exact', weight: 1, places: memory.places(word), typed: word }] }));
  const sums = tally(memory, groups, [], 'text');
  const ranked = Array.from(sums.touched)
    .filter((doc) => memory.pks[doc] !== passage.pk && shareIn(sums, 'text', doc) >= LEAST && !hasBit(memory.pullQuotes, doc) && !hasBit(memory.translated, doc))
    .map((doc) => ({ doc, score: Math.round(scoreOf(sums, doc) * 100) / 100 })).sort((a, b) => b.score - a.score || a.doc - b.doc)
    .filter(({ score }, _, all) => score >= all[0]!.score * BESIDE_BEST).slice(0, limit);
  const none = noBits(memory.count);
  const plan = { wished: groups, required: [], condition: null, unknown: [] };
  return { finding: { hits: none, open: { text: none, footnotes: none }, where: 'text', plan, sums, notice: null, changed: [] }, ranked };
}
