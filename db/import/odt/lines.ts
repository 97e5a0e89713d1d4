import type { Run } from '../kept-looks.ts';
import { drawnIn, isDrawn, shownIn, type OdtParts } from './frames.ts';
import type { Letters, OdtStyles } from './styles.ts';
import { element, elementsOf, isElement, TREE_LIMITS, TreeTooLarge, type Element, type Node } from '../tree.ts';

/** A note that a line calls: where it stands among HTML's elements, and what it holds. */
export interface OdtNote {
  id: string;
  call: string;
  label: string;
  body: Element;
}

/** A paragraph as HTML has it. */
export interface Line {
  children: Node[];
  runs: Run[];
  /** What it shows, without calls of notes. */
  words: string;
  /** What stands in boxes of their own behind it, as elements with paragraphs. */
  boxes: Element[];
}

/** No words of the text: remarks, how ruby is read, numbers that a list makes, what programs need. */
const SILENT = new Set(['office:annotation', 'office:annotation-end', 'text:ruby-text', 'text:number', 'office:event-listeners', 'text:script', 'text:tracked-changes', 'svg:title', 'svg:desc']);

/** Puts an element or a text below another one, and counts: a tree has an end to how large it may grow. */
export function createPutter() {
  let nodes = 0;
  return <N extends Node>(parent: Element, child: N): N => {
    nodes += 1;
    if (nodes > TREE_LIMITS.nodes) throw new TreeTooLarge('too many elements');
    if (isElement(child)) child.parent = parent;
    parent.children.push(child);
    return child;
  };
}

/**
 * Reads what stands in the lines of an OpenDocument text: words with their looks, links, calls of notes, pictures.
 * @param labelOf what a note's call shows
 */
export function createLineReader({ styles, parts, put, labelOf }: { styles: OdtStyles; parts: OdtParts; put: ReturnType<typeof createPutter>; labelOf: (note: Element) => string }) {
  const notes: OdtNote[] = [];

  function readLine(paragraph: Element, letters: Letters): Line {
    const line: Line = { children: [], runs: [], words: '', boxes: [] };
    const root = element('p');
    const addText = (text: string, look: Letters, into: Element): void => {
      if (text === '' || look.hidden) return;
      put(look.raised ? put(into, element(look.raised)) : into, { text });
      line.words += text;
      const count = text.trim().length;
      if (count > 0) line.runs.push({ letters: count, size: look.size, bold: look.bold });
    };
    const addDrawn = (found: Element, look: Letters, into: Element): void => {
      for (const frame of drawnIn(found)) {
        const { image, formula, boxes } = shownIn(frame, parts);
        if (image) put(into, image);
        addText(formula, look, into);
        line.boxes.push(...boxes);
      }
    };
    const addInside = (found: Element, look: Letters, into: Element): void => {
      for (const child of found.children) {
        if (isElement(child)) add(child, look, into);
        else addText(child.text, look, into);
      }
    };
    const add = (found: Element, look: Letters, into: Element): void => {
      const { 'text:style-name': style, 'text:display': display, 'text:is-hidden': isHidden, 'text:name': name } = found.attributes;
      if (SILENT.has(found.name) || display === 'none' || isHidden === 'true') return;
      if (isDrawn(found)) {
        if (!look.hidden) addDrawn(found, look, into);
        return;
      }
      switch (found.name) {
        case 'text:s':
          return addText(' ', look, into);
        case 'text:tab':
          return addText('\t', look, into);
        case 'text:line-break':
          if (!look.hidden) put(into, element('br'));
          return;
        case 'text:bookmark':
        case 'text:bookmark-start':
          if (name) put(into, element('a', { id: name }));
          return;
        case 'text:note':
          if (!look.hidden) callNote(found, into);
          return;
        case 'text:a':
          return addInside(found, styles.lettersOf('text', style, look), put(into, element('a', { href: found.attributes['xlink:href'] ?? '' })));
        case 'text:span':
          return addInside(found, styles.lettersOf('text', style, look), into);
        default:
          return addInside(found, look, into);
      }
    };
    addInside(paragraph, letters, root);
    return { ...line, children: root.children };
  }

  function callNote(note: Element, into: Element): void {
    const body = elementsOf(note).find(({ name }) => name === 'text:note-body');
    if (!body) return;
    const [id, call] = [`odt-note-${notes.length + 1}`, `odt-call-${notes.length + 1}`];
    const label = labelOf(note);
    notes.push({ id, call, label, body });
    put(put(put(into, element('sup')), element('a', { id: call, href: `#${id}`, role: 'doc-noteref' })), { text: `[${label}]` });
  }

  return { readLine, notes };
}
