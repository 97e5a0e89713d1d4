import { createLookKeeper, lookClass, tellsKind, type KeptLook } from '../kept-looks.ts';
import { isDrawn, type OdtParts } from './frames.ts';
import { createLineReader, createPutter, type Line } from './lines.ts';
import { levelOf, type OdtStyles, type Role } from './styles.ts';
import { all, descendants, element, elementsOf, textOf, type Element, type Node } from '../tree.ts';

/** What stands beside the text: deleted text, forms, remarks, what an index is made of. */
const APART = new Set(['text:tracked-changes', 'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'text:dde-connection-decls', 'text:alphabetical-index-auto-mark-file', 'text:section-source',
  'text:number', 'office:forms', 'office:annotation', 'office:annotation-end', 'office:event-listeners', 'office:dde-source', 'table:title', 'table:desc', 'svg:title', 'svg:desc']);
const INDEX = /^text:(?:table-of-content|(?:illustration|table|object|user|alphabetical)-index)$/;
/** An entry of an index is not longer, in letters; what is, somebody wrote there. */
const ENTRY_AT_MOST = 300;
/** HTML has six levels of headings. */
const LEVELS = 6;
const HEADING = /^h[1-6]$/;

/** The list that a paragraph stands in: its style, and how deep. */
interface Place {
  style: string | undefined;
  depth: number;
}

/** An OpenDocument text as HTML's elements. */
export interface OdtTree {
  root: Element;
  /** The texts of the paragraphs in its styles for titles. */
  titles: string[];
  subtitles: string[];
}

/**
 * Makes HTML's elements of an OpenDocument text: headings, paragraphs with a class for their looks, lists, tables,
 * quotations, captions, pictures, and behind the text its notes.
 * @throws TreeTooLarge
 */
export function readOdtTree(text: Element, styles: OdtStyles, parts: OdtParts): OdtTree {
  const put = createPutter();
  const lines = createLineReader({ styles, parts, put, labelOf: labelsOf(text) });
  const keeper = createLookKeeper();
  const looks = new Map<string, KeptLook>();
  const front: { role: 'title' | 'subtitle' | 'title-page'; made: Element; words: string }[] = [];

  function readBlocks(parent: Element, into: Element, list: Place | null): void {
    for (const child of elementsOf(parent)) readBlock(child, into, list);
  }

  function readBlock(found: Element, into: Element, list: Place | null): void {
    const { 'text:display': display, 'text:is-hidden': isHidden } = found.attributes;
    if (APART.has(found.name) || display === 'none' || isHidden === 'true') return;
    if (found.name === 'text:p' || found.name === 'text:h') addParagraph(found, into, list);
    else if (found.name === 'text:list') addList(found, into, list);
    else if (found.name === 'text:numbered-paragraph') addItems([found], into, { style: found.attributes['text:style-name'], depth: Number(found.attributes['text:level'] ?? 1) });
    else if (found.name === 'table:table') addTable(found, into);
    else if (INDEX.test(found.name)) readWritten(found, into);
    else if (isDrawn(found)) addLine(lines.readLine(wrapped(found), styles.lettersOf('paragraph', undefined)), put(into, element('p')), into, list);
    else if (!found.name.endsWith('-source')) readBlocks(found, into, list);
  }

  /** What a table of contents or an index holds that is no entry. */
  function readWritten(index: Element, into: Element): void {
    for (const paragraph of all(index, 'p')) if (!holdsEntries(paragraph)) addParagraph(paragraph, into, null);
  }

  function addParagraph(found: Element, into: Element, list: Place | null): void {
    const style = found.attributes['text:style-name'] ?? found.attributes['text:cond-style-name'];
    if (elementsOf(found).some(({ name, attributes }) => name === 'text:hidden-paragraph' && attributes['text:is-hidden'] === 'true')) return;
    const letters = styles.lettersOf('paragraph', style);
    const line = lines.readLine(found, letters);
    const role = roleOf(found, styles.roleOf(style));
    const made = elementFor(role, into);
    if (role === 'title' || role === 'subtitle' || role === 'title-page') front.push({ role, made, words: line.words.replace(/\s+/g, ' ').trim() });
    if (role === null) addLook(made, line, list !== null || tellsKind(styles.nameOf(style)) ? null : { size: letters.size, bold: letters.bold });
    addLine(line, made, into, list);
  }

  function elementFor(role: Role | null, into: Element): Element {
    if (role === 'contents') return put(into, element('nav'));
    if (role === 'caption') return put(into, element('p', { class: 'caption' }));
    if (role === 'quotation') return put(into, element('blockquote'));
    if (role === 'bullet' || role === 'number') {
      const name = role === 'bullet' ? 'ul' : 'ol';
      const last = into.children.at(-1) as Element | undefined;
      return put(last?.name === name ? last : put(into, element(name)), element('li'));
    }
    return put(into, element(role !== null && typeof role === 'object' ? `h${Math.min(role.level, LEVELS)}` : 'p'));
  }

  /** Says how a paragraph looks: by a class, or where its style says what it is, only whether all of it is bold. */
  function addLook(made: Element, line: Line, style: KeptLook | null): void {
    if (style === null) {
      if (line.runs.length > 0 && line.runs.every(({ bold }) => bold)) line.children = [allOf(line.children)];
      return;
    }
    const look = keeper.lookOf(line.runs, style);
    if (!look) return;
    looks.set(lookClass(look), look);
    made.attributes = { class: lookClass(look) };
  }

  function allOf(children: readonly Node[]): Element {
    const strong = element('strong');
    for (const child of children) put(strong, child);
    return strong;
  }

  function addLine(line: Line, made: Element, into: Element, list: Place | null): void {
    for (const child of line.children) put(made, child);
    for (const box of line.boxes) readBlocks(box, into, list);
  }

  function addList(found: Element, into: Element, outer: Place | null): void {
    const place = { style: found.attributes['text:style-name'] ?? outer?.style, depth: (outer?.depth ?? 0) + 1 };
    addItems(elementsOf(found), into, place);
  }

  /** Items of a list. Headings that are only numbered by it stand in none. */
  function addItems(items: readonly Element[], into: Element, place: Place): void {
    let list: Element | null = null;
    for (const item of items) {
      const made = element(item.name === 'text:list-header' ? 'div' : 'li');
      readBlocks(item, made, place);
      if (made.name === 'div' || elementsOf(made).some(({ name }) => HEADING.test(name))) {
        for (const child of made.children) put(into, child);
        list = null;
      } else if (made.children.length > 0) {
        list ??= put(into, element(styles.isNumbered(place.style, place.depth) ? 'ol' : 'ul'));
        put(list, made);
      }
    }
  }

  function addTable(found: Element, into: Element): void {
    const table = put(into, element('table'));
    const addRows = (part: Element, cell: 'th' | 'td'): void => {
      for (const child of elementsOf(part)) {
        if (child.name === 'table:table-row') addRow(child, table, cell);
        else if (/^table:table-(?:rows|row-group|header-rows)$/.test(child.name)) addRows(child, child.name === 'table:table-header-rows' ? 'th' : cell);
      }
    };
    addRows(found, 'td');
  }

  function addRow(row: Element, table: Element, name: 'th' | 'td'): void {
    const made = put(table, element('tr'));
    for (const cell of elementsOf(row)) {
      if (cell.name !== 'table:table-cell') continue;
      const { 'table:number-columns-spanned': columns, 'table:number-rows-spanned': rows } = cell.attributes;
      readBlocks(cell, put(made, element(name, { ...(columns ? { colspan: columns } : {}), ...(rows ? { rowspan: rows } : {}) })), null);
    }
  }

  function readAll(): OdtTree {
    const root = element('#document');
    const sheet = put(root, element('style'));
    readBlocks(text, root, null);
    const notes = put(root, element('ol'));
    for (let at = 0; at < lines.notes.length; at++) {
      const { id, call, label, body } = lines.notes[at]!;
      const note = put(notes, element('li', { id, role: 'doc-footnote' }));
      // What reads notes takes their number off; words that begin with the same one are left.
      put(note, { text: `${label.replace(/[^\p{L}\p{N}*†‡§¶]/gu, '')}. ` });
      readBlocks(body, note, null);
      put(put(put(note, element('p')), element('a', { href: `#${call}`, role: 'doc-backlink' })), { text: '↑' });
    }
    put(sheet, { text: keeper.sheet([...looks.values()]) });
    const wordsOf = (role: string): string[] => front.filter((one) => one.role === role && one.words !== '').map(({ words }) => words);
    const titles = wordsOf('title');
    for (const { role, made } of front) made.name = titles.length === 1 ? 'nav' : role === 'title' ? 'h1' : 'p';
    return { root, titles, subtitles: wordsOf('subtitle') };
  }

  return readAll();
}

/** True for an entry, or several in one paragraph, each on a line or before its page; and for what holds paragraphs itself. */
function holdsEntries(paragraph: Element): boolean {
  const inside = [...descendants(paragraph)].map(({ name }) => name);
  const ends = inside.filter((name) => name === 'text:tab' || name === 'text:line-break').length;
  return textOf(paragraph).length <= ENTRY_AT_MOST * (ends + 1) || inside.includes('text:p');
}

/** A paragraph that says itself that it is a heading is one, unless its style puts it on the title page or among the contents. */
function roleOf({ name, attributes }: Element, byStyle: Role | null): Role | null {
  if (name !== 'text:h' || byStyle === 'title' || byStyle === 'subtitle' || byStyle === 'contents') return byStyle;
  return { level: levelOf(attributes['text:outline-level']) ?? 1 };
}

/** What is drawn between paragraphs, as if it stood in one. */
function wrapped(drawn: Element): Element {
  return Object.assign(element('text:p'), { children: [drawn] });
}

/** What each note's call shows: its own number; where footnotes and endnotes are each counted, or some show a letter or none, they are counted together. */
function labelsOf(text: Element): (note: Element) => string {
  const notes = all(text, 'note');
  const signs = notes.map((note) => elementsOf(note).filter(({ name }) => name === 'text:note-citation').map(textOf).join(''));
  const keepsSigns = new Set(notes.map(({ attributes }) => attributes['text:note-class'])).size === 1 && signs.every((sign) => /\d/.test(sign));
  const labels = new Map(notes.map((note, at) => [note, keepsSigns ? signs[at]! : '']));
  let count = 0;
  return (note) => {
    count += 1;
    return labels.get(note) || String(count);
  };
}
