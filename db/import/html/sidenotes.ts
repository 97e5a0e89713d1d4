import { isBlock, type MarkedDocument } from '../marked-document.ts';
import { descendants, elementsOf, hasWord, isElement, type Element, type Node } from '../tree.ts';
import { shortText, textsIn, type FoundNotes } from './note-text.ts';

const SIDENOTE = /^(?:side-?note|margin-?note|(?:[a-z]+-)*footnotes?(?:[-_]{1,2}[a-z]+)*[-_]{1,2}(?:note|tooltip|text|content|popup))$/i;
/** What shows a note or opens it. */
const TOGGLE = /^(?:margin-toggle|side-?note-(?:number|toggle|call|ref)|margin-?note-(?:number|toggle))$/i;
const INLINE = new Set(['span', 'small', 'i', 'em']);

/**
 * Finds notes that stand in the middle of the line that calls them, and are shown beside it or over it: after Tufte a
 * label, a box to tick and the note. The note is called where it stands.
 */
export function findSidenotes(documents: readonly MarkedDocument[]): FoundNotes {
  const found: FoundNotes = { calls: new Map(), places: new Set(), notes: [] };
  for (const { root } of documents) {
    for (const { children } of descendants(root)) {
      children.forEach((note, at) => {
        if (!isElement(note) || !isSidenote(note, children, at)) return;
        const text = textWithin(note);
        if (text === '') return;
        const key = `side-${found.notes.length + 1}`;
        found.calls.set(note, key);
        found.notes.push({ key, n: null, text, line: note.line, page: null });
        for (const sign of signsBefore(children, at)) found.places.add(sign);
      });
    }
  }
  return found;
}

function isSidenote(note: Element, siblings: readonly Node[], at: number): boolean {
  return INLINE.has(note.name) && (hasWord(note, 'class', SIDENOTE) || hasWord(note, 'role', /^tooltip$/)) && follows(note, siblings, at) && ![...descendants(note)].some((inner) => isBlock(inner) || inner.name === 'img');
}

/** A tooltip is a note where a number stands before it; other words are not explained by notes. */
function follows(note: Element, siblings: readonly Node[], at: number): boolean {
  return !hasWord(note, 'role', /^tooltip$/) || signsBefore(siblings, at).length > 0;
}

/** Its words without the number that it may begin with. */
function textWithin(note: Element): string {
  const text = textsIn(note, new Set([note]), new Set()).get(note)!;
  const [first] = elementsOf(note);
  const number = first && (hasWord(first, 'class', TOGGLE) || first.name === 'sup') ? shortText(first) : '';
  return /^\d{1,4}$/.test(number) && text.startsWith(number) ? text.slice(number.length).replace(/^[.:)\]]?\s*/, '') : text;
}

/** The number or the sign right before a note that shows it. */
function signsBefore(siblings: readonly Node[], note: number): Element[] {
  const signs: Element[] = [];
  for (let at = note - 1; at >= 0; at--) {
    const before = siblings[at]!;
    if (!isElement(before) ? before.text.trim() !== '' : !isSign(before)) break;
    if (isElement(before)) signs.push(before);
  }
  return signs;
}

function isSign(found: Element): boolean {
  return found.name === 'label' || found.name === 'input' || hasWord(found, 'class', TOGGLE) || (found.name === 'sup' && /^\d{1,4}$/.test(shortText(found)));
}
