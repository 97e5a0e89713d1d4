import type { Group } from './expand.ts';
import type { Mark } from './marks.ts';

/** More reasons than this are noise. */
const MOST = 4;

/**
 * Says why a passage was found, where that is not plain to see: "vessels ← vessel", "Sihanukville → Sihanoukville",
 * "FOIP = Free and Open Indo-Pacific".
 * @param marks what was found in it, in its own words
 */
export function reasons(groups: readonly Group[], marks: readonly Mark[]): string[] {
  const found: string[] = [];
  for (const group of groups) {
    const own = marks.filter((mark) => group.forms.includes(mark.form));
    if (own.length === 0 || own.some((mark) => mark.form.kind === 'exact')) continue;
    const best = own.reduce((a, b) => (b.form.weight > a.form.weight ? b : a));
    const reason = reasonOf(best);
    if (!found.includes(reason)) found.push(reason);
  }
  return found.slice(0, MOST);
}

function reasonOf({ form, words }: Mark): string {
  switch (form.kind) {
    case 'acronym': return form.words.length > 1 ? `${form.typed.toUpperCase()} = ${words}` : `${words} = ${form.typed}`;
    case 'stem': case 'name': case 'alike': return `${words} ← ${form.typed}`;
    default: return `${form.typed} → ${words}`;
  }
}
