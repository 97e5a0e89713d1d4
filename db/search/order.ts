import { hasBit } from './bits.ts';
import { isWeak, type Group } from './expand.ts';
import type { Finding } from './find.ts';
import type { Memory } from './memory.ts';
import { within, type Places } from './places.ts';
import { saturated, scoreOf, shareIn, WHOLE, type Tally } from './tally.ts';

/** A passage with its final score. */
export interface Ranked {
  doc: number;
  score: number;
}

/** How near two words must stand for how much of a bonus, the first step being "side by side". */
const NEARNESS = [{ words: 1, bonus: 1 }, { words: 3, bonus: 0.5 }, { words: 8, bonus: 0.25 }] as const;
const CLOSENESS = 0.6;
/** A pull quote only repeats a sentence of the text. */
const REPEATED = 0.75;

/**
 * The score of a passage once it is among the first: what nearly every passage has counts now too, and words that were
 * typed side by side and stand so are worth more, in either order, so that "Shinzo Abe" and "Abe Shinzo" find one another.
 */
function refined(memory: Memory, sums: Tally, standing: readonly (readonly Places[])[], doc: number): number {
  const { groups, telling, rarity } = sums;
  let sum = scoreOf(sums, doc);
  // One word that tells passages apart has no neighbour to be near to, and is counted already.
  const counted = groups.length === 1 && telling.includes(groups[0]!) ? [] : groups;
  let own = counted.length === 0 ? NONE : standingIn(standing[0]!, doc);
  for (let i = 0; i < counted.length; i++) {
    const group = counted[i]!;
    if (group.word !== '' && !telling.includes(group)) sum += rarity.get(group)! * saturated(own.length);
    const next = counted[i + 1];
    if (!next) break;
    const others = standingIn(standing[i + 1]!, doc);
    sum += worthOf(distanceIn(own, others)) * CLOSENESS * Math.min(rarity.get(group)!, rarity.get(next)!);
    own = others;
  }
  return hasBit(memory.pullQuotes, doc) ? sum * REPEATED : sum;
}

const NONE = new Int32Array(0);

function worthOf(step: number): number {
  for (let i = 0; i < NEARNESS.length; i++) if (step <= NEARNESS[i]!.words) return NEARNESS[i]!.bonus;
  return 0;
}

/** Where a word stands, in each of its forms. Asked for once: each is looked up among those that were read lately. */
const standingOf = (group: Group): Places[] => group.forms.filter((form) => !isWeak(form)).map((form) => form.places);

/** Where a word stands in a passage, in any of its forms. */
function standingIn(forms: readonly Places[], doc: number): ArrayLike<number> {
  let first: Int32Array | null = null;
  let all: number[] | null = null;
  for (let i = 0; i < forms.length; i++) {
    const at = within(forms[i]!, doc);
    if (!at) continue;
    if (!first) first = at;
    else (all ??= Array.from(first)).push(...at);
  }
  return all ?? first ?? NONE;
}

/** How many words apart two things stand at their nearest; 0 where one word says both, as an acronym does. */
function distanceIn(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let least = Infinity;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) least = Math.min(least, Math.abs(a[i]! - b[j]!));
  return least;
}

/** Passages whose order is refined; behind them the plain score is good enough. */
const REFINED = 100;

/** A passage that is among the first, and how far behind it stands whatever its score: 0 comes first. */
interface Tiered extends Ranked {
  tier: number;
}

/**
 * Puts hits in order: those with all words first, then by score, then as they are read. What only retells the user's
 * own reports comes behind them all, and translations of it last.
 * @param docs in reading order
 * @param most how many are needed
 */
export function ordered(memory: Memory, { sums, where }: Finding, docs: Int32Array, most: number): Ranked[] {
  const everyWhole = sums.telling.length === 0;
  const shareOf = (doc: number): number => (everyWhole ? 1 : shareIn(sums, where, doc));
  const weighed = (share: number, score: number): number => (share >= WHOLE ? score : score * share);
  const tierOf = (share: number, doc: number): number => 2 * (Number(hasBit(memory.retold, doc)) + Number(hasBit(memory.translated, doc))) + (share >= WHOLE ? 0 : 1);
  const first = topOf(docs, Math.max(most, REFINED), (doc) => {
    const share = shareOf(doc);
    return weighed(share, scoreOf(sums, doc)) - tierOf(share, doc) * FAR;
  });
  const standing = sums.groups.map(standingOf);
  const head = first.slice(0, REFINED).map((doc): Tiered => {
    const share = shareOf(doc);
    return { doc, score: weighed(share, refined(memory, sums, standing, doc)), tier: tierOf(share, doc) };
  });
  head.sort((a, b) => a.tier - b.tier || b.score - a.score || a.doc - b.doc);
  const tail = first.slice(REFINED).map((doc): Ranked => ({ doc, score: weighed(shareOf(doc), scoreOf(sums, doc)) }));
  return [...head.slice(0, most), ...tail].map(({ doc, score }) => ({ doc, score: Math.round(score * 100) / 100 }));
}

/** More than any score. */
const FAR = 1e6;

/**
 * The `most` best of a list, best first; equals stay in their order. Where they are no more, all of them as they stand:
 * whoever asks refines so many and orders them anew. Cheap where `most` is small beside the list.
 * @param worthOf what one has to be ordered by
 */
function topOf(docs: Int32Array, most: number, worthOf: (doc: number) => number): number[] {
  if (docs.length <= REFINED) return Array.from(docs);
  const worths = new Float64Array(docs.length);
  for (let i = 0; i < docs.length; i++) worths[i] = worthOf(docs[i]!);
  if (4 * most > docs.length) {
    const places = Array.from(docs, (_, i) => i);
    return places.sort((a, b) => worths[b]! - worths[a]! || a - b).slice(0, most).map((i) => docs[i]!);
  }
  // The best so far, best first; the last of them is what another one has to beat.
  const best = new Int32Array(most);
  let size = 0;
  let least = -Infinity;
  for (let i = 0; i < docs.length; i++) {
    const own = worths[i]!;
    if (size === most && own <= least) continue;
    let at = size === most ? most - 1 : size++;
    for (; at > 0 && worths[best[at - 1]!]! < own; at--) best[at] = best[at - 1]!;
    best[at] = i;
    least = worths[best[size - 1]!]!;
  }
  return Array.from(best, (i) => docs[i]!);
}
