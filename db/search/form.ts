import type { Places } from './places.ts';
import type { Wording } from './variants.ts';

/** How a form relates to the word that was typed. */
export type FormKind = 'exact' | 'stem' | 'spelling' | 'name' | 'compound' | 'acronym' | 'completion' | 'typo' | 'alike';

/** Words of the library, one or several in a row, that are looked for in place of a typed word. */
export interface Form {
  words: Wording;
  kind: FormKind;
  weight: number;
  /** Where the words stand; read when it is first asked for. */
  readonly places: Places;
  /** What was typed for it: one word, or several that it stands for together. */
  typed: string;
}
