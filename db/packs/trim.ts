import type { KeptGroup } from '../model/kept.ts';
import type { PackGroup, PackPassage } from '../model/pack.ts';
import { stretchesOf } from '../model/stretches.ts';

/** Stands where words were left out; in brackets, since it is not the report's. */
export const LEFT_OUT = '[…]';

/**
 * Cuts a passage down to stretches of its text. What is left out is shown as "[…]", its notes go with it.
 * @param keep the stretches, word for word, in order
 * @returns the passage as it is printed; null where the text does not hold the stretches (any more)
 */
export function trimPassage(passage: PackPassage, keep: readonly string[]): PackPassage | null {
  const stretches = stretchesOf(passage.text, keep);
  if (stretches === null) return null;
  let text = '';
  let read = 0;
  const notes: PackPassage['notes'] = [];
  const gap = (to: number): void => {
    const left = passage.text.slice(read, to);
    // Rows of a table that are left out are a row of their own.
    const between = passage.kind === 'table' && left.includes('\n') ? '\n' : ' ';
    if (left.trim() !== '') text += `${text === '' ? '' : between}${LEFT_OUT}${between}`;
    else if (text !== '') text += between;
  };
  for (const { start, end } of stretches) {
    gap(start);
    notes.push(...passage.notes.filter(({ offset }) => offset > start && offset <= end).map((note) => ({ ...note, offset: note.offset - start + text.length })));
    text += passage.text.slice(start, end);
    read = end;
  }
  gap(passage.text.length);
  return { ...passage, text: text.trimEnd(), notes };
}

/** What stands where passages were left out. */
const GAP: PackPassage = { kind: 'paragraph', text: LEFT_OUT, pages: { from: null, to: null }, notes: [] };

/**
 * Groups of passages as they are printed: trimmed, or left out; however many were left out in a row, one mark says so.
 * @param trims what is kept of which passage; nothing kept leaves it out
 * @returns `lost`: a passage does not hold the words that were kept of it, and is shown whole
 */
export function trimGroups(groups: readonly KeptGroup[], trims: ReadonlyMap<string, readonly string[]>): { groups: PackGroup[]; lost: boolean } {
  const printed: PackGroup[] = [];
  let lost = false;
  for (const { heading, source, passages } of groups) {
    let begun = false;
    for (const { id, ...passage } of passages) {
      const keep = trims.get(id);
      const leftOut = keep?.length === 0;
      const trimmed = leftOut ? null : keep ? trimPassage(passage, keep) : passage;
      lost ||= trimmed === null && !leftOut;
      if (!begun && (!leftOut || printed.length === 0)) {
        printed.push({ heading, source, passages: [] });
        begun = true;
      }
      const last = printed.at(-1)!.passages;
      if (!leftOut) last.push(trimmed ?? passage);
      else if (last.at(-1) !== GAP) last.push(GAP);
    }
  }
  return { groups: printed, lost };
}
