import type { SourceNote } from '../../model/source.ts';
import { isBlock } from '../marked-document.ts';
import { elementsOf, hasWord, isElement, type Element, type Node } from '../tree.ts';

/** The notes of a document, however it ties them to its text. */
export interface FoundNotes {
  /** The note that an element of the text calls: a link, or a raised number. What it shows is not kept. */
  calls: Map<Element, string>;
  /** Elements that hold notes, and are no text of the report. */
  places: Set<Element>;
  notes: SourceNote[];
}

/** What calls a note, and stands before it. */
export const LABEL = /^[[(]?\s*(\d{1,5}|[ivxlc]{1,8}|[*†‡§¶]{1,4}|[a-z])\s*[\])]?$/i;
export const BACK_CLASS = /back|return/i;
const BACK_SIGN = /^[↑↩↵⏎⮐⤴←^\s]+$/;
/** They choose between a sign and a picture of it. */
const VARIANTS = /\ufe0e|\ufe0f/g;
const BEHIND_LABEL = /^(?:[\])]?[.:]?\s+|[\])][.:]?\s*|[.:](?!\d)\s*)/;

/** So many pieces are looked at for a short text; none has more. */
const PIECES_AT_MOST = 500;

/** Its text where that is as short as a note's number; else ''. */
export function shortText(link: Element): string {
  let text = '';
  let pieces = 0;
  const open: { children: readonly Node[]; next: number }[] = [{ children: link.children, next: 0 }];
  while (open.length > 0 && text.length < 30 && pieces < PIECES_AT_MOST) {
    const level = open.at(-1)!;
    const next = level.children[level.next++];
    pieces += 1;
    if (next === undefined) open.pop();
    else if (isElement(next)) open.push({ children: next.children, next: 0 });
    else text += next.text;
  }
  return text.length < 30 && pieces < PIECES_AT_MOST ? text.trim() : '';
}

/** What a link to a note shows, without the word for it: "[footnote 3]" → "[3]" */
export function labelOf(link: Element): string {
  return shortText(link).replace(/^([[(]?)(?:foot|end)?note\s+(?=\d)/i, '$1');
}

/** What is said of a term in a list of terms. */
export function detailsOf(term: Element): Element[] {
  const siblings = term.parent ? elementsOf(term.parent) : [];
  const rest = siblings.slice(siblings.indexOf(term) + 1);
  const end = rest.findIndex((sibling) => sibling.name !== 'dd');
  return end < 0 ? rest : rest.slice(0, end);
}

/** The words of a block's notes, by what their calls lead to; where several share a block, each goes up to the next one. */
export function textsIn(place: Element, targets: ReadonlySet<Element>, calls: ReadonlySet<Element>): Map<Element, string> {
  const pieces = new Map<Element, string[]>([...targets].map((target) => [target, []]));
  let reading = targets.size === 1 ? [...targets][0]! : null;
  const waiting: Node[] = [place, ...(place.name === 'dt' ? detailsOf(place) : [])].reverse();
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (!isElement(next)) {
      if (reading) pieces.get(reading)!.push(next.text);
      continue;
    }
    if (targets.has(next)) reading = next;
    if (next.name === 'script' || next.name === 'style' || (!calls.has(next) && isBackLink(next))) continue;
    const apart = isBlock(next) || next.name === 'br';
    if (apart) waiting.push({ text: ' ' });
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
    if (apart) waiting.push({ text: ' ' });
  }
  return new Map([...pieces].map(([target, texts]) => [target, texts.join('').replace(/\s+/g, ' ').trim()]));
}

/** "[12] Ministry of Harbours" → "Ministry of Harbours" */
export function withoutLabel(text: string, label: string): string {
  const bare = label.replace(/[^\p{L}\p{N}*†‡§¶]/gu, '');
  const from = /^[[(]/.test(text) ? 1 : 0;
  const behind = text.startsWith(bare, from) ? BEHIND_LABEL.exec(text.slice(from + bare.length, from + bare.length + 40)) : null;
  return (behind ? text.slice(from + bare.length + behind[0].length) : text).replace(/^[.:\])]\s+/, '').trim();
}

function isBackLink(found: Element): boolean {
  if (found.name !== 'a' || !found.attributes['href']?.includes('#')) return false;
  const text = shortText(found);
  return hasWord(found, 'role', /^doc-backlink$/) || hasWord(found, 'class', BACK_CLASS) || BACK_SIGN.test(text.replace(VARIANTS, '')) || LABEL.test(text);
}
