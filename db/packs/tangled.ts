/** The parser's time grows with the square of these; the limits are far above what anybody writes, and cost a tenth of a second each. */
const LONGEST_WORD = 2000;
const MOST_MARKS = 3000;
const NESTED_LINE = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$)){50}/m;

/**
 * Is this Markdown made to hold up the program? Packs come by mail, and a few pages of nothing but signs would keep the
 * parser busy for minutes.
 */
export function isTangled(markdown: string): boolean {
  if (new RegExp(`[!-~]{${LONGEST_WORD}}`).test(markdown) || NESTED_LINE.test(markdown)) return true;
  return markdown.split(/\n[ \t\r]*\n/).some((paragraph) => paragraph.length > MOST_MARKS && paragraph.replace(/[^*_~[\]]+/g, '').length > MOST_MARKS);
}
