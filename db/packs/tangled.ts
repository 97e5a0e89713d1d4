import { nestedLine } from '../model/tangled-markdown.ts';

/** The parser's time grows with the square of these; the limits are far above what anybody writes, and cost a tenth of a second each. */
const LONGEST_WORD = 2000;
const MOST_MARKS = 3000;
/** A line that makes a heading of those above it, or a rule; each sends the parser back to where its paragraph begins. */
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t\r]*$/;
const MOST_UNDERLINES = 150;
const NESTED_LINE = nestedLine(50);

/**
 * Is this Markdown made to hold up the program? Packs come by mail, and a few pages of nothing but signs would keep the
 * parser busy for minutes.
 */
export function isTangled(markdown: string): boolean {
  if (new RegExp(`[!-~]{${LONGEST_WORD}}`).test(markdown) || NESTED_LINE.test(markdown)) return true;
  if (markdown.split('\n').filter((line) => UNDERLINE.test(line)).length > MOST_UNDERLINES) return true;
  return markdown.split(/\n[ \t\r]*\n/).some((paragraph) => paragraph.length > MOST_MARKS && paragraph.replace(/[^*_~[\]]+/g, '').length > MOST_MARKS);
}
