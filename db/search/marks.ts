import type { Token } from '../model/fold.ts';
import type { Form, Group } from './expand.ts';
import type { Cut } from './shown.ts';
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

  return {
    mark({ text, tokens }) {
      const marks: Mark[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const found = byFirst.get(tokens[i]!.word)?.find(({ form }) => stands(form, tokens, i));
        if (!found) continue;
        const last = i + found.form.words.length - 1;
        const start = tokens[i]!.start;
        const end = tokens[last]!.end;
        if (start >= (marks.at(-1)?.end ?? 0)) marks.push({ start, end, ...found, words: text.slice(start, end) });
        i = last;
      }
      return marks;
    },
  };
}

function stands(form: Form, tokens: readonly Token[], at: number): boolean {
  return form.words.every((word, i) => tokens[at + i]?.word === word);
}
