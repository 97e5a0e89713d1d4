import { CHINESE_JAPANESE, SOUTH_EAST_ASIAN } from '../model/scripts.ts';

/** Chinese and Japanese set no blanks between words. */
const SIGN = `[${CHINESE_JAPANESE}ー々、。，．：；！？「」『』（）［］・％〜]`;
const ENDS = new RegExp(`${SIGN}$`, 'u');
const BEGINS = new RegExp(`^${SIGN}`, 'u');
/** In the scripts of South-East Asia blanks part sentences, and lines mostly end within these. */
const LETTER = `[${CHINESE_JAPANESE}ー々${SOUTH_EAST_ASIAN}]`;
const ENDS_WITHIN = new RegExp(`${LETTER}[^\\p{L}\\s]*$`, 'u');
const BEGINS_WITHIN = new RegExp(`^[^\\p{L}\\s]*${LETTER}`, 'u');
/** "在 2001 年": some set blanks around figures. */
const BLANK_AT_FIGURE = new RegExp(`${LETTER} \\d|\\d ${LETTER}`, 'u');
const FIGURE_AT_BREAK = /\d$|^\d/;

export const endsUnspaced = (text: string): boolean => ENDS.test(text);

export const beginsUnspaced = (text: string): boolean => BEGINS.test(text);

/** True where a line of such a script goes on in the next one without a blank, over its figures and quotation marks too. */
export function joinsUnspaced(text: string, next: string): boolean {
  if (!ENDS_WITHIN.test(text) || !BEGINS_WITHIN.test(next)) return false;
  const atFigure = FIGURE_AT_BREAK.test(text.slice(-1)) || FIGURE_AT_BREAK.test(next.slice(0, 1));
  return !(atFigure && (BLANK_AT_FIGURE.test(text) || BLANK_AT_FIGURE.test(next)));
}
