import { BOX, BULLET } from '../../model/bullets.ts';
import type { BlockPicture, SourceBlock, SourcePassage } from '../../model/source.ts';
import { isApart, isBlock } from '../marked-document.ts';
import { elementsOf, hasWord, isElement, textOf, type Element } from '../tree.ts';
import { imagesIn, type PictureFinder } from './pictures.ts';
import { createRun } from './run.ts';
import { isPlain, linesOf } from './pre.ts';
import { gridOf, isDataTable, itemsOf } from './table.ts';
import type { FoundNotes } from './note-text.ts';

export interface BlockOptions {
  notes: FoundNotes;
  findPicture: PictureFinder;
  /** A label of the printed edition that begins at an element, beside those that mark themselves as page breaks. */
  pageAt: (found: Element) => string | null;
  /** Called with each heading before it is kept; may give it another level. */
  levelOf: (heading: Element, level: number) => number;
}

const HEADING = /^h([1-6])$/;
/** Styles of paragraphs that quote, and of those that repeat what the text says. */
const QUOTE = /^(?:block-?_?quote(?:-text)?|block-?text|extract|quotation|epigraph)$/i;
const PULL_QUOTE = /^pull-?_?quote(?:-text)?$/i;

/**
 * Reads the text of HTML documents into blocks: headings, paragraphs, list items, quotations, tables, captions and
 * pictures, with their notes and page labels. What is no text of the report (scripts, navigation, forms) is left out,
 * and no markup comes with it.
 */
export function createBlockReader({ notes, findPicture, pageAt, levelOf }: BlockOptions) {
  const blocks: SourceBlock[] = [];
  const pictures: BlockPicture[] = [];
  const run = createRun(notes.calls);
  let kind: SourcePassage['kind'] = 'paragraph';
  let at: Element | null = null;
  let page: string | null = null;
  let pageBefore: string | null = null;

  const within = (next: typeof kind, work: () => void): void => {
    const outer = kind;
    kind = outer === 'paragraph' || next === 'caption' ? next : outer;
    work();
    kind = outer;
  };
  const turnTo = (label: string): void => {
    page = label;
    if (run.isEmpty()) pageBefore = label;
  };
  const lineOf = (found: Element | null): { line: number; lastLine: number } =>
    (found && found.line > 0 ? { line: found.line, lastLine: Math.max(found.line, found.lastLine) } : { line: blocks.length + 1, lastLine: blocks.length + 1 });
  const push = (passage: Pick<SourcePassage, 'kind' | 'text' | 'notes' | 'typed'> & { picture?: number }, place: Element | null): void => {
    blocks.push({ picture: null, tags: null, ref: null, pages: { from: pageBefore, to: page }, ...lineOf(place), ...passage });
    pageBefore = page;
  };
  const flush = (): void => {
    const { text, notes: calls, images } = run.take();
    const bullet = kind === 'paragraph' ? (BULLET.exec(text)?.[0].length ?? 0) : 0;
    if (bullet > 0) push({ kind: 'list-item', text: text.slice(bullet), notes: calls.map(({ key, offset }) => ({ key, offset: Math.max(0, offset - bullet) })) }, at);
    else if (text !== '') push({ kind: kind === 'paragraph' && BOX.test(text) ? 'list-item' : kind, text, notes: calls }, at);
    pageBefore = page;
    for (const image of images) addPicture(image, null);
    at = null;
  };

  /** @returns whether there was one to keep */
  function addPicture(image: Element, caption: { text: string; notes: SourcePassage['notes'] } | null): boolean {
    const found = findPicture(image);
    if (!found) return false;
    pictures.push(found);
    const text = caption?.text || altOf(image) || 'Picture without a caption';
    push({ kind: caption ? 'caption' : 'figure', text, notes: caption?.notes ?? [], picture: pictures.length - 1 }, image);
    return true;
  }

  function addFigure(figure: Element): void {
    const caption = elementsOf(figure).find(({ name }) => name === 'figcaption');
    const images = imagesIn(figure);
    const [first, ...more] = images;
    const holdsText = elementsOf(figure).some((child) => child !== caption && textOf(child) !== '');
    if (!first || !caption || holdsText) {
      walkChildren(figure);
      return;
    }
    for (const child of caption.children) inline(child);
    const { text, notes: calls } = run.take();
    if (!addPicture(first, { text, notes: calls }) && text !== '') push({ kind: 'caption', text, notes: calls }, caption);
    for (const image of more) addPicture(image, null);
  }

  function addTable(table: Element): void {
    const caption = elementsOf(table).find(({ name }) => name === 'caption');
    if (caption) within('caption', () => walk(caption));
    const items = itemsOf(table);
    if (items) {
      for (const cells of items) addItem(cells);
      return;
    }
    if (!isDataTable(table)) {
      for (const child of elementsOf(table)) if (child !== caption) walk(child);
      return;
    }
    gridOf(table).forEach((cells, row) => {
      if (row > 0) run.breakLine();
      cells.forEach((cell, column) => {
        if (column > 0) run.separate();
        for (const child of cell?.children ?? []) inline(child);
      });
    });
    const { text, notes: calls, images } = run.take();
    if (text.replace(/[|\s]/g, '') !== '') push({ kind: 'table', text, notes: calls }, table);
    for (const image of images) addPicture(image, null);
  }

  /** What keeps its lines goes on with them; its text is cut up where other typed texts are. */
  function addTyped(found: Element): void {
    const typed = linesOf(found);
    if (typed.length > 0) push({ kind, text: typed.map(({ text }) => text).join(' '), notes: [], ...(typed.length > 1 && kind === 'paragraph' ? { typed } : {}) }, found);
  }

  /** An item and its number, which the text is cited by. */
  function addItem(cells: readonly Element[]): void {
    cells.forEach((cell, at) => {
      if (at > 0) run.addText(' ');
      for (const child of cell.children) inline(child);
    });
    const { text, notes: calls, images } = run.take();
    push({ kind: 'list-item', text, notes: calls }, cells[0]!);
    for (const image of images) addPicture(image, null);
  }

  function addHeading(heading: Element, level: number): void {
    for (const child of heading.children) if (!isElement(child) || !isAnchorSign(child)) inline(child);
    const { text, notes: calls, images } = run.take();
    if (text !== '') blocks.push({ kind: 'heading', level: levelOf(heading, level), text, line: lineOf(heading).line, runIn: false, notes: calls.map(({ key }) => key) });
    for (const image of images) addPicture(image, null);
  }

  /** Adds what stands in a line to the passage that is being read. */
  function inline(node: Element['children'][number]): void {
    if (!isElement(node)) {
      run.addText(node.text);
      return;
    }
    noticePage(node);
    if (isUnread(node) || isPageBreak(node)) return;
    const restore = run.enter(node);
    for (const child of node.children) inline(child);
    restore();
  }

  function noticePage(found: Element): void {
    const label = pageAt(found) ?? (isPageBreak(found) ? labelOf(found) : null);
    if (label !== null) turnTo(label);
  }

  const isUnread = (found: Element): boolean => notes.places.has(found) || isApart(found);

  function walkChildren(parent: Element): void {
    for (const child of parent.children) {
      if (isElement(child) && (isBlock(child) || holdsBlock(child))) {
        flush();
        walk(child);
        flush();
      } else {
        if (isElement(child) && child.name === 'br' && run.endsInBreak()) flush();
        at ??= isElement(child) ? child : parent;
        inline(child);
      }
    }
  }

  function walk(found: Element): void {
    noticePage(found);
    if (isUnread(found) || isPageBreak(found)) return;
    const level = headingLevel(found);
    const quote = quoteOf(found);
    if (level !== null) addHeading(found, level);
    else if (found.name === 'table') addTable(found);
    else if (found.name === 'figure') addFigure(found);
    else if (found.name === 'pre' && isPlain(found, notes.calls)) addTyped(found);
    else if (quote) within(quote, () => walkFlushed(found));
    else if (found.name === 'li' || found.name === 'dd') within('list-item', () => walkFlushed(found));
    else if (found.name === 'figcaption' || found.name === 'caption' || hasWord(found, 'class', /caption$/i)) within('caption', () => walkFlushed(found));
    else walkFlushed(found);
  }

  function walkFlushed(found: Element): void {
    if (isBlock(found)) at = found;
    walkChildren(found);
    flush();
  }

  return {
    /** Reads a document, or one part of it, behind what was read before. */
    read(root: Element): void {
      walk(root);
      flush();
    },
    /** Sets a heading that stands in no document (the title that an EPUB's contents give to a chapter). */
    heading(text: string, level: number): void {
      flush();
      blocks.push({ kind: 'heading', level, text, line: blocks.length + 1, runIn: false });
    },
    blocks,
    pictures,
  };
}

/** What an author wrote for those who cannot see the picture; some programs write its file's name there. */
function altOf(image: Element): string {
  const alt = (image.attributes['alt'] ?? '').replace(/\s+/g, ' ').trim();
  return /\.(png|jpe?g|gif|svg|webp)$/i.test(alt) ? '' : alt;
}

/** Whether an element quotes somebody else, or its own text in large letters; null where it does neither. */
function quoteOf(found: Element): 'quotation' | 'pull-quote' | null {
  if (hasWord(found, 'epub:type', /^pullquote$/) || hasWord(found, 'role', /^doc-pullquote$/) || hasWord(found, 'class', PULL_QUOTE)) return 'pull-quote';
  return found.name === 'blockquote' || hasWord(found, 'class', QUOTE) ? 'quotation' : null;
}

/** "#" and "¶" beside a heading are there to be clicked. */
function isAnchorSign(found: Element): boolean {
  return found.name === 'a' && /^[#¶§🔗]?$/u.test(textOf(found)) && imagesIn(found).length === 0;
}

function headingLevel(found: Element): number | null {
  const tag = HEADING.exec(found.name)?.[1];
  if (tag) return Number(tag);
  if (!hasWord(found, 'role', /^heading$/)) return null;
  const level = Number(found.attributes['aria-level'] ?? 2);
  return Number.isInteger(level) && level > 0 ? Math.min(level, 9) : 2;
}

function isPageBreak(found: Element): boolean {
  return hasWord(found, 'epub:type', /^pagebreak$/) || hasWord(found, 'role', /^doc-pagebreak$/);
}

function labelOf(found: Element): string | null {
  const { title, 'aria-label': label, id, value } = found.attributes;
  const words = (title ?? label ?? value ?? textOf(found)) || (/(\d+|[ivxlc]+)$/i.exec(id ?? '')?.[1] ?? '');
  return words.replace(/^\W*(page|seite|p\.)\s+/i, '').replace(/[\s.]+$/, '').trim().slice(0, 20) || null;
}

/** A link or a span that has whole paragraphs in it is no part of a line. */
function holdsBlock(found: Element): boolean {
  const waiting = elementsOf(found);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isBlock(next)) return true;
    for (const child of next.children) if (isElement(child)) waiting.push(child);
  }
  return false;
}
