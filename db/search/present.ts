import type { Found, SearchHit } from './answer.ts';
import { hasBit } from './bits.ts';
import type { Finding } from './find.ts';
import { createMarker, type Mark, type Marker } from './marks.ts';
import type { Memory } from './memory.ts';
import type { Ranked } from './order.ts';
import type { createShown, ShownNote } from './shown.ts';
import { snippetOf } from './snippet.ts';
import { shareIn } from './tally.ts';
import { reasons } from './why.ts';

/**
 * Fetches the hits of a page and shows each: its best sentences with every matched form marked, and why it was found.
 * @param fetch fetches them
 * @param ranked the page, in order
 * @returns the hits, and where a word was taken for another, how the text writes those that were found in it
 */
export function present<P extends Found>(memory: Memory, fetch: ReturnType<typeof createShown<P>>, finding: Finding, ranked: readonly Ranked[]): { hits: SearchHit<P>[]; seenAs: Map<string, string> } {
  const { groups, rarity } = finding.sums;
  const marker = createMarker(groups, (group) => rarity.get(group)!);
  const byPk = new Map(ranked.map((one) => [memory.pks[one.doc]!, one]));
  const seenAs = new Map<string, string>();
  const shown = fetch([...byPk.keys()], (pk) => needsNotes(finding, byPk.get(pk)!.doc));
  const hits = shown.map(({ passage, notes, own: text }): SearchHit<P> => {
    const { doc, score } = byPk.get(passage.pk)!;
    const own = finding.where === 'footnotes' ? [] : marker.mark(text);
    const note = needsNotes(finding, doc) ? bestNote(marker, notes ?? [], worthOf(own)) : null;
    const marks = note?.marks ?? own;
    if (finding.changed.length > 0) for (const { form, words } of marks) if (!seenAs.has(form.words.join(' '))) seenAs.set(form.words.join(' '), words);
    const place = note ? [`in footnote ${note.n}`] : marks.length === 0 && groups.length > 0 ? ['in the heading'] : [];
    return {
      passage, snippet: snippetOf(note?.own ?? text, marks), footnote: note?.n ?? null,
      why: [...reasons(groups, note ? [...own, ...note.marks] : own), ...place], score,
    };
  });
  return { hits, seenAs };
}

/** Whether a footnote may say more of the query than the text does. */
function needsNotes({ where, sums, plan }: Finding, doc: number): boolean {
  if (where !== 'all') return where === 'footnotes';
  if (shareIn(sums, 'footnotes', doc) > shareIn(sums, 'text', doc)) return true;
  return plan.condition !== null && hasBit(plan.condition.notes, doc) && !hasBit(plan.condition.text, doc);
}

/** Each query word counts once. */
function worthOf(marks: readonly Mark[]): number {
  const best = new Map<string, number>();
  for (const mark of marks) best.set(mark.groups.join(), Math.max(best.get(mark.groups.join()) ?? 0, mark.worth));
  return [...best.values()].reduce((sum, worth) => sum + worth, 0);
}

/** The footnote that says most, where it says more than the text. */
function bestNote(marker: Marker, notes: readonly ShownNote[], text: number): (ShownNote & { marks: Mark[] }) | null {
  const marked = notes.map((note) => ({ ...note, marks: marker.mark(note.own) })).filter((note) => worthOf(note.marks) > text + 1e-6);
  return marked.length === 0 ? null : marked.reduce((a, b) => (worthOf(b.marks) > worthOf(a.marks) + 1e-6 ? b : a));
}
