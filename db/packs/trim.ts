import type { PackPassage } from '../model/pack.ts';

/** Stands where words were left out; in brackets, since it is not the report's. */
export const LEFT_OUT = '[…]';

interface Stretch { start: number; end: number }

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
    if (passage.text.slice(read, to).trim() !== '') text += `${text === '' ? '' : ' '}${LEFT_OUT} `;
    else if (text !== '') text += ' ';
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

/** Where the stretches stand, without the blanks around them; those that touch are one. */
function stretchesOf(text: string, keep: readonly string[]): Stretch[] | null {
  const found: Stretch[] = [];
  let from = 0;
  for (const words of keep.map((one) => one.trim()).filter(Boolean)) {
    const start = text.indexOf(words, from);
    if (start < 0) return null;
    from = start + words.length;
    const last = found.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = from;
    else found.push({ start, end: from });
  }
  return found;
}
