import type { Library } from '../store/library.ts';
import type { CalledNote } from '../store/postings.ts';
import { hasBit } from './bits.ts';
import type { Finding } from './find.ts';
import { createMarker, type Mark, type Marker } from './marks.ts';
import type { Memory } from './memory.ts';
import type { SearchHit } from './answer.ts';
import type { Ranked } from './order.ts';
import { snippetOf } from './snippet.ts';
import { reasons } from './why.ts';

/**
 * Fetches the hits of a page and shows each: its best sentences with every matched form marked, and why it was found.
 * @param docs the page, in order
 * @returns the hits, and how the text writes the words that were found in it
 */
export function present(library: Library, memory: Memory, finding: Finding, docs: readonly Ranked[]): { hits: SearchHit[]; seenAs: Map<string, string> } {
  const { sums } = finding;
  const groups = sums.scored;
  const marker = createMarker(groups, (group) => sums.rarity.get(group)!);
  const passages = library.passagesByPk(docs.map(({ doc }) => memory.pks[doc]!));
  const ranks = new Map(docs.map((ranked) => [memory.pks[ranked.doc]!, ranked]));
  const notes = new Map<number, CalledNote[]>();
  for (const note of library.postings.calledNotes(docs.filter(({ doc }) => needsNotes(finding, doc)).map(({ doc }) => memory.pks[doc]!))) {
    notes.set(note.pk, [...(notes.get(note.pk) ?? []), note]);
  }
  const seenAs = new Map<string, string>();
  const hits = passages.map((passage): SearchHit => {
    const own = finding.where === 'footnotes' ? [] : marker.mark(passage.text);
    const note = bestNote(marker, notes.get(passage.pk) ?? [], worthOf(own));
    const marks = note?.marks ?? own;
    for (const mark of marks) if (!seenAs.has(mark.form.words.join(' '))) seenAs.set(mark.form.words.join(' '), mark.words);
    const place = note ? [`in footnote ${note.n}`] : marks.length === 0 && groups.length > 0 ? ['in the heading'] : [];
    return {
      passage, snippet: snippetOf(note?.text ?? passage.text, marks), footnote: note?.n ?? null,
      why: [...reasons(groups, [...own, ...(note?.marks ?? [])]), ...place], score: ranks.get(passage.pk)!.score,
    };
  });
  return { hits, seenAs };
}

/** Whether a footnote may say more of the query than the text does. */
function needsNotes({ where, sums, plan }: Finding, doc: number): boolean {
  if (where !== 'all') return where === 'footnotes';
  if (sums.share.footnotes[doc]! > sums.share.text[doc]!) return true;
  return plan.condition !== null && hasBit(plan.condition.notes, doc) && !hasBit(plan.condition.text, doc);
}

/** Each query word counts once. */
function worthOf(marks: readonly Mark[]): number {
  const best = new Map<number, number>();
  for (const mark of marks) best.set(mark.group, Math.max(best.get(mark.group) ?? 0, mark.worth));
  return [...best.values()].reduce((sum, worth) => sum + worth, 0);
}

/** The footnote that says most, where it says more than the text. */
function bestNote(marker: Marker, notes: readonly CalledNote[], text: number): { n: string; text: string; marks: Mark[] } | null {
  const marked = notes.map((note) => ({ ...note, marks: marker.mark(note.text) })).filter((note) => worthOf(note.marks) > text + 1e-6);
  return marked.length === 0 ? null : marked.reduce((a, b) => (worthOf(b.marks) > worthOf(a.marks) + 1e-6 ? b : a));
}
