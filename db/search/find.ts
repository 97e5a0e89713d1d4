import { FACETS, type FacetChoice } from '../model/facet.ts';
import { both, countBits, noBits, without, type Bits } from './bits.ts';
import type { Group } from './expand.ts';
import { narrowed } from './facets.ts';
import { planOf, type Plan } from './match.ts';
import type { Memory } from './memory.ts';
import { mended } from './mend.ts';
import { loosened, parseQuery, type Node } from './query.ts';
import { SMALL_WORDS } from './variants.ts';
import { countFrom, hitsFrom, type Least } from './shares.ts';
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
const LAST_STEP = 0.15;
const STEPS = [0.75, 0.5, 0.3, LAST_STEP];

/** Finds the passages that a query asks for. Whatever is typed, it finds something or says in one sentence why not. */
export function find(memory: Memory, { query, report, where: wanted, choice, goOn }: Asked): Finding {
  const parsed = parseQuery(query);
  const where = wanted === 'all' ? (parsed.where ?? 'all') : wanted;
  const scope = report === null ? memory.all : memory.ofReport(report);
  if (parsed.parts.length === 0) {
    const says = query.trim() === '' || parsed.where !== null;
    return everything(memory, says ? (report === null ? without(scope, memory.translated) : scope) : noBits(memory.count), where, says ? parsed.notice : 'There is no word to look for in this query.');
  }
  const strict = search(memory, parsed.parts, { where, scope, choice, goOn });
  if (countBits(strict.hits) > 0 || !parsed.parts.some(canLoosen)) return { ...strict, notice: parsed.notice ?? strict.notice };
  const loose = search(memory, loosened(parsed.parts), { where, scope, choice, goOn });
  if (countBits(loose.hits) === 0) return { ...strict, notice: parsed.notice ?? strict.notice };
  return { ...loose, notice: 'No passage has exactly what was asked for; these have its words.' };
}

const canLoosen = (node: Node): boolean => node.kind === 'phrase' || node.kind === 'near' || node.kind === 'and' || node.kind === 'or';

/** An empty query finds every passage; over all reports, a translation beside its original would only be the same once more. */
function everything(memory: Memory, scope: Bits, where: Where, notice: string | null): Finding {
  const footnotes = both(scope, memory.norms.withNotes);
  const plan: Plan = { wished: [], required: [], condition: null, unknown: [] };
  return { hits: where === 'footnotes' ? footnotes : scope, open: { text: scope, footnotes }, where, plan, sums: tally(memory, [], [], where), notice, changed: [] };
}

function search(memory: Memory, parts: readonly Node[], { where, scope, choice, goOn }: Pick<Asked, 'where' | 'choice' | 'goOn'> & { scope: Bits }): Finding {
  let plan = planOf(memory, parts);
  goOn();
  let sums = tally(memory, plan.wished, plan.required, where, false);
  const whole = countFrom(sums, ownOf(memory, scope), where, WHOLE, ENOUGH);
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
  const open = hitsFrom(memory, sums, limits, leastShares(memory, sums, limits, where, choice));
  const hits = open[where];
  const partial = countFrom(sums, hits, where, WHOLE, 1) === 0 && countBits(hits) > 0;
  return { hits, open, where, plan, sums, notice: noticeOf(plan, partial), changed: changesOf(plan.wished.concat(plan.required)) };
}

/** The passages of a set that the user brought: what only retells them must not decide how far is looked. All of them where there are no others. */
function ownOf(memory: Memory, scope: Bits): Bits {
  if (scope === memory.all) return memory.own;
  const own = without(scope, memory.retold);
  return countBits(own) > 0 ? own : scope;
}

function leastShares(memory: Memory, sums: Tally, limits: Record<Where, Bits>, where: Where, choice: FacetChoice): Least {
  const nothingChosen = FACETS.every((facet) => choice[facet].length === 0);
  /** The highest step that finds enough. The chosen facets are looked at only where they would leave nothing: the counts beside them must hold. */
  const leastIn = (limit: Bits): number => {
    const leaves = (least: number): boolean => nothingChosen || countBits(narrowed(memory, hitsFrom(memory, sums, { ...limits, [where]: limit }, { own: least, retold: least })[where], choice)) > 0;
    const finds = (least: number, some: number): boolean => countFrom(sums, limit, where, least, some) === some && leaves(least);
    return STEPS.find((step) => finds(step, ENOUGH)) ?? (finds(LAST_STEP, 1) ? LAST_STEP : 1e-6);
  };
  const own = leastIn(ownOf(memory, limits[where]));
  return { own, retold: own === STEPS[0] ? own : leastIn(limits[where]) };
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
