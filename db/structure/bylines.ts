import { isName } from './signatures.ts';

const BY = /^(?:(?:written |edited )?by|authors?:|von|par|por|di|door|oleh|av|af)\s+(\p{Lu}.{2,120})$/iu;
const BETWEEN_NAMES = /\s*(?:,|;|&|\s(?:and|und|et|y|e|en|dan|og|och)\s)\s*/;
/** Words of offices, bodies and titles, which are written like names. */
const NO_PERSON = /\b(?:fellows?|directors?|professors?|editors?|analysts?|ministers?|secretary|ambassadors?|president|chair|head|senior|staff|team|correspondent|institutes?|universit\w+|ministry|department|cent(?:er|re)s?|council|bank|press|research|studies|programme?|policy|foundation|office|agency|commission|group|report|law|decree|order|sea|land|air|inc|ltd)\b/i;

/** @returns the persons that a line names, and nothing else: "A", "A and B", "A, B and C"; null for any other line */
export function namesOf(line: string): string[] | null {
  const names = line.split(BETWEEN_NAMES).filter(Boolean);
  return names.length > 0 && names.every((name) => isName(name) && !NO_PERSON.test(name)) ? names : null;
}

/** @returns the persons that a line says it is by: "By A and B"; null for any other line */
export function bylineOf(line: string): string[] | null {
  const names = BY.exec(line)?.[1];
  return names === undefined ? null : namesOf(names);
}
