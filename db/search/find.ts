import { FACETS, type FacetChoice } from '../model/facet.ts';
import { both, countBits, hasBit, noBits, setBit, without, type Bits } from './bits.ts';
import type { Group } from './expand.ts';
import { narrowed } from './facets.ts';
import { planOf, type Plan } from './match.ts';
import type { Memory } from './memory.ts';
import { mended } from './mend.ts';
import { loosened, parseQuery, type Node } from './query.ts';
import { SMALL_WORDS } from './variants.ts';
import { tally, WHOLE, type Tally, type Where } from './tally.ts';

/** What a query finds, before it is narrowed to the chosen facets, ordered and shown. */
export interface Finding {
  hits: Bits;
  /** The hits there would be in text and headings alone, and in footnotes alone. */
  open: { text: Bits; footnotes: Bits };
  where: Where;
  plan: Plan;
  sums: Tally;
  notice: string | null;
  changed: { from: string; to: string }[];
}

/** @property goOn called between the stages; it may throw to stop */
interface Asked { query: string; report: string | null; where: Where; choice: FacetChoice; goOn: () => void }

/** From this many hits on, passages with fewer of the words, or with words that only say nearly the same, are left out. */
const ENOUGH = 10;
/** What share of the query's meaning a hit must have: nearly all; where that finds little, half; then less. */
const STEPS = [0.75, 0.5, 0.3, 0.15];

/** Finds the passages that a query asks for. Whatever is typed, it finds something or says in one sentence why not. */
export function find(memory: Memory, { query, report, where: wanted, choice, goOn }: Asked): Finding {
  const parsed = parseQuery(query);
  const where = wanted === 'all' ? (parsed.where ?? 'all') : wanted;
  const scope = report === null ? memory.all : memory.ofReport(report);
  if (parsed.parts.length === 0) {
    const says = query.trim() === '' || parsed.where !== null;
    return everything(memory, says ? scope : noBits(memory.count), where, says ? parsed.notice : 'There is no word to look for in this query.');
  }
  const strict = search(memory, parsed.parts, { where, scope, choice, goOn });
  if (countBits(strict.hits) > 0 || !parsed.parts.some(canLoosen)) return { ...strict, notice: parsed.notice ?? strict.notice };
  const loose = search(memory, loosened(parsed.parts), { where, scope, choice, goOn });
  if (countBits(loose.hits) === 0) return { ...strict, notice: parsed.notice ?? strict.notice };
  return { ...loose, notice: 'No passage has exactly what was asked for; these have its words.' };
}

const canLoosen = (node: Node): boolean => node.kind === 'phrase' || node.kind === 'near' || node.kind === 'and' || node.kind === 'or';

/** An empty query finds every passage. */
function everything(memory: Memory, scope: Bits, where: Where, notice: string | null): Finding {
  const footnotes = both(scope, memory.norms.withNotes);
  const plan: Plan = { wished: [], required: [], condition: null, unknown: [] };
  return { hits: where === 'footnotes' ? footnotes : scope, open: { text: scope, footnotes }, where, plan, sums: tally(memory, [], [], where), notice, changed: [] };
}

function search(memory: Memory, parts: readonly Node[], { where, scope, choice, goOn }: Pick<Asked, 'where' | 'choice' | 'goOn'> & { scope: Bits }): Finding {
  let plan = planOf(memory, parts);
  goOn();
  let sums = tally(memory, plan.wished, plan.required, where, false);
  const whole = countWhole(sums, ownOf(memory, scope), where);
  if (whole === 0) plan = { ...plan, wished: mended(memory, plan.wished) ?? plan.wished };
  if (whole < ENOUGH) sums = tally(memory, plan.wished, plan.required, where);
  goOn();
  const limits: Record<Where, Bits> = { all: scope, text: scope, footnotes: scope };
  if (plan.condition) {
    const { any, text, notes } = plan.condition;
    Object.assign(limits, { all: both(scope, any), text: both(scope, text), footnotes: both(scope, notes) });
  }
  if (sums.telling.length === 0) {
    const nothing = plan.wished.length > 0 && plan.condition === null;
    const hits = nothing ? noBits(memory.count) : limits[where];
    const open = nothing ? { text: hits, footnotes: hits } : { text: limits.text, footnotes: limits.footnotes };
    return { hits, open, where, plan, sums, notice: noticeOf(plan, false), changed: [] };
  }
  const least = leastShares(memory, sums, limits[where], where, choice);
  const hits = withShare(memory, sums, limits[where], where, least);
  const open = { text: withShare(memory, sums, limits.text, 'text', least), footnotes: withShare(memory, sums, limits.footnotes, 'footnotes', least) };
  const partial = countBits(hits) > 0 && countWhole(sums, hits, where) === 0;
  return { hits, open, where, plan, sums, notice: noticeOf(plan, partial), changed: changesOf(plan.wished.concat(plan.required)) };
}

const countWhole = (sums: Tally, scope: Bits, where: Where): number => countFrom(sums, scope, where, WHOLE);

/** How many passages of a set have this share at least. */
function countFrom({ touched, share }: Tally, scope: Bits, where: Where, least: number): number {
  const own = share[where];
  let count = 0;
  for (let i = 0; i < touched.length; i++) if (own[touched[i]!]! >= least && hasBit(scope, touched[i]!)) count += 1;
  return count;
}

/** The passages of a set that the user brought: what only retells them must not decide how far is looked. All of them where there are no others. */
function ownOf(memory: Memory, scope: Bits): Bits {
  if (scope === memory.all) return memory.own;
  const own = without(scope, memory.retold);
  return countBits(own) > 0 ? own : scope;
}

/** What share a hit must have, where it only retells the user's own reports and where it does not. */
interface Least { own: number; retold: number }

function leastShares(memory: Memory, sums: Tally, limit: Bits, where: Where, choice: FacetChoice): Least {
  const own = leastShare(memory, sums, ownOf(memory, limit), where, choice);
  return { own, retold: own === STEPS[0] ? own : leastShare(memory, sums, limit, where, choice) };
}

/** The highest step that finds enough. The chosen facets are looked at only where they would leave nothing: the counts beside them must hold. */
function leastShare(memory: Memory, sums: Tally, limit: Bits, where: Where, choice: FacetChoice): number {
  const nothingChosen = FACETS.every((facet) => choice[facet].length === 0);
  const leavesNothing = (least: number): boolean => (nothingChosen ? countFrom(sums, limit, where, least) === 0 : countBits(narrowed(memory, withShare(memory, sums, limit, where, { own: least, retold: least }), choice)) === 0);
  return STEPS.find((step) => countFrom(sums, limit, where, step) >= ENOUGH && !leavesNothing(step)) ?? STEPS.find((step) => step === STEPS.at(-1) && !leavesNothing(step)) ?? 1e-6;
}

function withShare(memory: Memory, sums: Tally, limit: Bits, where: Where, least: Least): Bits {
  const bits = noBits(memory.count);
  const share = sums.share[where];
  const { touched } = sums;
  for (let i = 0; i < touched.length; i++) {
    const doc = touched[i]!;
    if (hasBit(limit, doc) && share[doc]! >= (hasBit(memory.retold, doc) ? least.retold : least.own)) setBit(bits, doc);
  }
  return bits;
}

function noticeOf({ wished, unknown: fields }: Plan, partial: boolean): string | null {
  if (fields.length > 0) return `No passage of this library is filed under ${listed(fields.map((field) => `“${field}”`))}.`;
  const unknown = wished.filter((group) => group.forms.length === 0 && !SMALL_WORDS.has(group.word)).map((group) => `“${group.typed}”`);
  if (unknown.length > 0 && wished.every((group) => group.forms.length === 0)) return `Nothing in this library has ${listed(unknown)}.`;
  if (unknown.length > 0) return `Nothing in this library has ${listed(unknown)}; the other words were looked for.`;
  return partial ? 'No passage has all of these words; these have the most of them.' : null;
}

function listed(words: readonly string[]): string {
  const some = words.slice(0, 4);
  return some.length === 1 ? some[0]! : `${some.slice(0, -1).join(', ')} or ${some.at(-1)!}`;
}

/** Typed words that were taken for another spelling. */
function changesOf(groups: readonly Group[]): { from: string; to: string }[] {
  return groups.flatMap((group) => {
    const taken = group.forms.find((form) => form.kind === 'typo');
    return taken ? [{ from: group.typed, to: taken.words.join(' ') }] : [];
  });
}
