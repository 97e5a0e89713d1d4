import { cutBelow, type Cut } from './lines.ts';
import type { Measured, MeasuredNote } from './measure.ts';

/** Where a piece is cut, one place for each of its blocks of text: one for a paragraph, one a cell for a row. */
export type Cuts = readonly { block: HTMLElement; cut: Cut | null }[];

/** Finds where a piece is cut below one of its lines. It only reads, so that all cuts are known before anything moves. */
export function cutsOf(piece: Measured, line: number): Cuts {
  const height = piece.lines()[line - 1]!;
  const blocks = piece.element.tagName === 'TR' ? [...piece.element.children] as HTMLElement[] : [piece.element];
  return blocks.map((block) => ({ block, cut: cutBelow(block, height) }));
}

/** Finds where a note is cut below one of its lines. */
export function noteCutsOf({ element, top, lines }: MeasuredNote, line: number): Cuts {
  return [{ block: element, cut: cutBelow(element, top + lines()[line - 1]!) }];
}

/**
 * Cuts a piece: what stands behind the cut is taken out of it.
 * @returns an element like it that holds the rest; both say by their class on which side they were cut
 */
export function splitAt(element: HTMLElement, cuts: Cuts): HTMLElement {
  const rest = shellOf(element);
  for (const { block, cut } of cuts) {
    const target = block === element ? rest : rest.appendChild(shellOf(block));
    if (cut) target.append(tailOf(block, cut));
    block.classList.add('cut-below');
    target.classList.add('cut-above');
  }
  element.classList.add('cut-below');
  rest.classList.add('cut-above');
  return rest;
}

/** An element's copy without what it holds and without its name, which stays where it begins. */
export function shellOf(element: HTMLElement): HTMLElement {
  const shell = element.cloneNode(false) as HTMLElement;
  shell.removeAttribute('id');
  shell.classList.remove('cut-below');
  return shell;
}

function tailOf(block: HTMLElement, { node, offset }: Cut): DocumentFragment {
  const range = block.ownerDocument.createRange();
  range.setStart(node, offset);
  const call = node.parentElement?.closest('a.call');
  if (call) range.setStartBefore(call);
  range.setEnd(block, block.childNodes.length);
  const tail = range.extractContents();
  for (const named of tail.querySelectorAll('[id]')) if (block.querySelector(`#${CSS.escape(named.id)}`)) named.removeAttribute('id');
  return tail;
}
