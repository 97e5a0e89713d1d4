const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Makes any text safe between tags and in quoted attributes. Control characters and lone surrogates, which HTML
 * cannot hold, become U+FFFD, so that the reader sees that something stood there.
 */
export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** A text as a CSS string with its quotes. What could end the string or the style element is written as its number. */
export function cssString(text: string): string {
  const plain = oneLine(text).toWellFormed();
  return `"${plain.replace(/[^\p{L}\p{N}\p{M} .,:;()–—-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}

/** A text on one line: every run of white space is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The beginning of a text, cut at a word, with an ellipsis where something is left out. */
export function shorten(text: string, max: number): string {
  const line = oneLine(text);
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  return `${cut.replace(/\s+\S{0,40}$/, '').replace(/[\s,;:.–—-]+$/, '').toWellFormed()}…`;
}
