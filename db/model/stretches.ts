/** A stretch of a text, as UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Finds where stretches of a text stand that were written down word for word.
 * @param words in the order in which they stand; blanks around them do not count
 * @returns their places, those that touch as one; null where the text does not hold all of them in this order
 */
export function stretchesOf(text: string, words: readonly string[]): Stretch[] | null {
  const found: Stretch[] = [];
  let from = 0;
  for (const one of words.map((stretch) => stretch.trim()).filter(Boolean)) {
    const start = text.indexOf(one, from);
    if (start < 0) return null;
    from = start + one.length;
    const last = found.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = from;
    else found.push({ start, end: from });
  }
  return found;
}
