import type { PackNote } from '../model/pack.ts';

/** The notes that were printed so far, by their chapter and number in the report. */
export interface PrintedNotes {
  all: Set<string>;
  last: string;
}

/**
 * The words of a note as a pack prints them. "Ibid." is left alone where the note before it in the report is the note
 * before it in the pack, "See note 6 above" where that one is in the pack; anywhere else the note says in brackets what it
 * means, since nobody could look it up.
 * @param chapter names the chapter among all that are quoted
 */
export function noteWords(note: PackNote, chapter: string, printed: PrintedNotes): string {
  const { text, means, before } = note;
  const place = (n: string): string => `${chapter}/${n}`;
  const isFollowed = /^(?:ibid|ibidem|loc\. cit)/i.test(text) ? before !== undefined && printed.last === place(before) : means !== undefined && printed.all.has(place(means.n));
  printed.last = place(note.n);
  printed.all.add(printed.last);
  return means === undefined || isFollowed ? text : `${text} [that is, note ${means.n}: ${means.text}]`;
}
