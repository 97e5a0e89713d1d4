/** A text as Markdown that shows just this text: its signs are escaped, and it begins no list and no heading. */
export function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~^]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+])/, '\\$1');
}
