import { hasBit, noBits, setBit, type Bits } from './bits.ts';
import type { Memory } from './memory.ts';
import { NOTED, SHARE } from './sheets.ts';
import type { Tally, Where } from './tally.ts';

/** What share of a query's meaning a hit must have, where it only retells the user's own reports and where it does not. */
export interface Least { own: number; retold: number }

/**
 * How many passages of a set have this share at least.
 * @param most counting ends here: mostly it matters only whether there are so many
 */
export function countFrom({ touched, noted }: Tally, scope: Bits, where: Where, least: number, most: number): number {
  const own = SHARE[where];
  let count = 0;
  for (let i = 0; i < touched.length && count < most; i++) if (noted[touched[i]! * NOTED + own]! >= least && hasBit(scope, touched[i]!)) count += 1;
  return count;
}

/**
 * The passages that have enough, and those that have it in text and headings alone, and in footnotes alone.
 * @param limits what is looked through for each
 */
export function hitsFrom({ count, retold }: Memory, { touched, noted }: Tally, limits: Record<Where, Bits>, least: Least): Record<Where, Bits> {
  const hits: Record<Where, Bits> = { all: noBits(count), text: noBits(count), footnotes: noBits(count) };
  for (let i = 0; i < touched.length; i++) {
    const doc = touched[i]!;
    const at = doc * NOTED;
    const enough = hasBit(retold, doc) ? least.retold : least.own;
    if (noted[at + SHARE.all]! >= enough && hasBit(limits.all, doc)) setBit(hits.all, doc);
    if (noted[at + SHARE.text]! >= enough && hasBit(limits.text, doc)) setBit(hits.text, doc);
    if (noted[at + SHARE.footnotes]! >= enough && hasBit(limits.footnotes, doc)) setBit(hits.footnotes, doc);
  }
  return hits;
}
