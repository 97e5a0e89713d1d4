import type { SourceLine } from '../../model/source.ts';
import { isApart, isBlock } from '../marked-document.ts';
import { readText } from '../text.ts';
import { descendants, isElement, type Element } from '../tree.ts';

/** True for a `<pre>` with nothing in it but lines of text: no blocks, no pictures, no calls of notes. */
export function isPlain(found: Element, calls: ReadonlyMap<Element, string>): boolean {
  for (const inner of descendants(found)) if (isBlock(inner) || inner.name === 'img' || calls.has(inner)) return false;
  return true;
}

/** The lines of what was typed, as those of a file of plain text. */
export function linesOf(found: Element): SourceLine[] {
  const first = Math.max(1, found.line);
  // Blanks at their ends say nothing here, and a single one before a line is an indent.
  const { lines } = readText(typedIn(found).replace(/[^\S\n]+$/gm, ''));
  return lines.map((line) => ({ ...line, n: line.n + first - 1, mark: false }));
}

function typedIn(parent: Element): string {
  return parent.children.map((child) => (!isElement(child) ? child.text : child.name === 'br' ? '\n' : isApart(child) ? '' : typedIn(child))).join('');
}
