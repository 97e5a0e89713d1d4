import type { Kept } from '../model/pack.ts';
import { dateWords } from './words.ts';

/** What stands on paper beside what is the pack's own copy. */
export function keptLine({ on, because }: Kept, language: string): string {
  return `the pack’s own copy of ${dateWords(on, language)}${because === 'removed' ? '' : '; the report has changed since'}`;
}

/** The same for the user, behind the name of what it is said of. */
export function keptSentence({ on, because }: Kept, language: string): string {
  const what = because === 'removed' ? 'not in this library (any more)' : 'changed in its report since it was put in';
  return `${what}; the pack’s own copy of ${dateWords(on, language)} is printed, and marked so.`;
}
