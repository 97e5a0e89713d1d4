/**
 * Finds a line of Markdown whose quotations and lists stand this deep inside each other: the parser's time grows with the
 * square of that.
 */
export const nestedLine = (deep: number): RegExp => new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])(?=[ \\t>]|$)){${deep}}`, 'm');
