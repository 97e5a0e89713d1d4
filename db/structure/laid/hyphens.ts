import type { LaidPage } from '../../model/layout.ts';

/** Typographic hyphens, the second one not to be broken at; and the one that shows only where a line breaks. */
const HYPHENS = /[\u2010\u2011]/g;
const INSIDE = /[\p{L}\p{N}]\u2010[\p{L}\p{N}]/u;
const AT_END = /[\u2010\u00ad]$/;
const SOFT = '\u00ad';

/**
 * Writes all hyphens as "-", so that compounds are found; but where a document has U+2010 at the ends of lines only, it
 * was put there when the lines were set: then it is written as a soft hyphen, as the soft ones of the file are.
 */
export function withPlainHyphens(pages: readonly LaidPage[]): LaidPage[] {
  const isPlain = pages.some(({ lines }) => lines.some(({ text }) => INSIDE.test(text)));
  return pages.map((page) => ({ ...page, lines: page.lines.map((line) => {
    const text = line.text.replace(AT_END, (sign) => (isPlain && sign !== SOFT ? '-' : SOFT)).replace(HYPHENS, '-');
    return text === line.text ? line : { ...line, text };
  }) }));
}

/** @returns the lines with the words whole that soft hyphens cut: what follows in the next line stands where the word begins */
export function mendedAtSoft(lines: readonly string[]): string[] {
  const out = [...lines];
  for (let at = 0; at < out.length; at++) if (out[at]!.endsWith(SOFT)) {
    const rest = /^\S*/.exec(out[at + 1] ?? '')![0];
    if (rest === '') out[at] = `${out[at]!.slice(0, -1)}-`;
    else {
      out[at] = out[at]!.slice(0, -1) + rest;
      out[at + 1] = out[at + 1]!.slice(rest.length).trimStart();
    }
  }
  return out;
}

/** @returns lines of a title or a cell as one line, without the soft hyphens between */
export function joinedAtSoft(lines: readonly string[]): string {
  return lines.join(' ').replace(/\u00ad /g, '').replace(/\u00ad$/, '-');
}
