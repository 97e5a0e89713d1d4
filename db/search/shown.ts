import { sentencesOf, type Span } from '../model/sentences.ts';
import type { Found, SearchedLibrary } from './answer.ts';
import { cut, type Cut } from './cut.ts';

/** A text that is shown. */
export interface ShownText extends Cut {
  /** Found when they are first asked for. */
  readonly sentences: readonly Span[];
}
export interface ShownNote {
  n: string;
  own: ShownText;
}
/** A passage as the pages of hits show it. */
export interface Shown<P> {
  passage: P;
  own: ShownText;
  /** The footnotes that it calls, once they were asked for. */
  notes: ShownNote[] | null;
}

/** Passages kept, about 4 kB each. The same ones come again with every letter that is typed. */
const KEPT = 400;

/** Fetches passages for the pages of hits, and keeps those that were shown lately. They are not to be changed. */
export function createShown<P extends Found>(library: SearchedLibrary<P>): (pks: readonly number[], withNotes: (pk: number) => boolean) => Shown<P>[] {
  const kept = new Map<number, Shown<P>>();
  return (pks, withNotes) => {
    const missing = pks.filter((pk) => !kept.has(pk));
    if (missing.length > 0) for (const passage of library.passagesByPk(missing)) kept.set(passage.pk, { passage, own: shownText(passage.text), notes: null });
    const shown = pks.flatMap((pk) => kept.get(pk) ?? []);
    const open = shown.filter(({ passage, notes }) => notes === null && withNotes(passage.pk));
    for (const passage of open) passage.notes = [];
    for (const { pk, n, text } of library.postings.calledNotes(open.map(({ passage }) => passage.pk))) kept.get(pk)!.notes!.push({ n, own: shownText(text) });
    for (const one of shown) {
      kept.delete(one.passage.pk);
      kept.set(one.passage.pk, one);
    }
    for (const pk of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(pk);
    }
    return shown;
  };
}

function shownText(text: string): ShownText {
  let sentences: Span[] | null = null;
  return {
    ...cut(text),
    get sentences() {
      return (sentences ??= sentencesOf(text));
    },
  };
}
