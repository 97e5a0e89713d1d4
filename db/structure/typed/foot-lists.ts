import type { FootNotes } from './foot-notes.ts';
import type { NoteList } from './notes.ts';
import type { TypedLine } from './pages.ts';

/**
 * Makes lists of the notes at the feet of pages: one as long as they are counted on, the next where they begin at 1 again.
 * @param all the text's groups of lines @param kept those of them that are text; a list stands behind the group in which its last page ends
 */
export function listsOfFeet(feet: readonly FootNotes[], all: readonly TypedLine[][], kept: readonly TypedLine[][]): NoteList[] {
  const isKept = new Set(kept);
  const lists: NoteList[] = [];
  let next = 0;
  let lines = 0;
  let groups = 0;
  for (const { after, notes } of feet) {
    for (; next < all.length && lines < after; next++) {
      lines += all[next]!.length;
      if (isKept.has(all[next]!)) groups += 1;
    }
    const last = lists.at(-1);
    if (last && notes[0]!.n === last.notes.at(-1)!.n + 1) Object.assign(last, { after: groups, notes: [...last.notes, ...notes] });
    else lists.push({ after: groups, title: null, notes: [...notes] });
  }
  return lists;
}
