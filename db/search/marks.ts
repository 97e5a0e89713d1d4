import { ANY, outlineOf, OUTLINES, wordAt, type Cut } from './cut.ts';
import type { Group } from './expand.ts';
import type { Form } from './form.ts';
import type { Marked } from './snippet.ts';

/** A form of a query word as it stands in a text. */
export interface Mark extends Marked {
  form: Form;
  /** As the text has it. */
  words: string;
}

/** Finds the query's words and phrases in texts. */
export interface Marker {
  mark(cut: Cut): Mark[];
}

interface Wanted { groups: number[]; worth: number; form: Form }

/**
 * @param groups what was looked for
 * @param worth of each group, for the choice of a snippet
 */
export function createMarker(groups: readonly Group[], worth: (group: Group) => number): Marker {
  // A form may answer several words at once: an acronym stands for all that it is short for.
  const byForm = new Map<Form, Wanted>();
  groups.forEach((group, at) => {
    for (const form of group.forms) {
      const known = byForm.get(form) ?? { groups: [], worth: 0, form };
      byForm.set(form, { groups: [...known.groups, at], worth: known.worth + worth(group) * form.weight, form });
    }
  });
  const byFirst = new Map<string, Wanted[]>();
  for (const wanted of byForm.values()) {
    const first = wanted.form.words[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), wanted]);
  }
  // Long forms first, and among equals the better one.
  for (const wanted of byFirst.values()) wanted.sort((a, b) => b.form.words.length - a.form.words.length || b.form.weight - a.form.weight);
  const mayBe = outlinesOf(byFirst.keys());

  return {
    mark(cut) {
      const { text, count, spans, outlines } = cut;
      const marks: Mark[] = [];
      let marked = 0;
      for (let i = 0; i < count; i++) {
        if (mayBe[outlines[i]!] === 0) continue;
        const found = byFirst.get(wordAt(cut, i))?.find(({ form }) => stands(form, cut, i));
        if (!found) continue;
        const last = i + found.form.words.length - 1;
        const start = spans[2 * i]!;
        const end = spans[2 * last + 1]!;
        if (start >= marked) {
          marks.push({ start, end, ...found, words: text.slice(start, end) });
          marked = end;
        }
        i = last;
      }
      return marks;
    },
  };
}

/** Tells most words of a text from those that are looked for, without making them: 1 for the outlines that these have. */
function outlinesOf(words: Iterable<string>): Uint8Array {
  const has = new Uint8Array(OUTLINES);
  has[ANY] = 1;
  for (const word of words) if (word.charCodeAt(0) < 128) has[outlineOf(word.charCodeAt(0), word.length)] = 1;
  return has;
}

/** Whether a form stands at a word that is its first. */
function stands({ words }: Form, cut: Cut, at: number): boolean {
  if (at + words.length > cut.count) return false;
  for (let i = 1; i < words.length; i++) if (wordAt(cut, at + i) !== words[i]) return false;
  return true;
}
