import { AttacheError } from '../../model/errors.ts';
import { nestedLine } from '../../model/tangled-markdown.ts';

/** The parser's time grows with the square of these; the limits are far above what anybody writes. */
const MOST_UNDERLINES = 300;
const NESTED_LINE = nestedLine(100);
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t\r]*$/;

/**
 * Refuses Markdown that would hold the parser up: parts nested a hundred deep in one line, and underlines of headings
 * by the hundred with no blank line between them.
 * @throws AttacheError 'file-too-large'
 */
export function refuseTangled(text: string, name: string): void {
  if (NESTED_LINE.test(text)) throw new AttacheError('file-too-large', `“${name}” nests its parts deeper than any report does. Nothing was imported. Take the nesting out and try again.`);
  let underlines = 0;
  let from = 0;
  for (let line = 1; from <= text.length; line++) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    // What is longer is no underline, and need not be looked at.
    const content = to - from < 1000 ? text.slice(from, to) : 'text';
    if (content.trim() === '') underlines = 0;
    else if (UNDERLINE.test(content)) underlines += 1;
    if (underlines > MOST_UNDERLINES) {
      throw new AttacheError('file-too-large', `“${name}” has more than ${MOST_UNDERLINES} lines of “=” or “-” without a blank line between them (up to line ${line}). Nothing was imported. Put blank lines between its parts and try again.`);
    }
    from = to + 1;
  }
}
