import { isApart, isBlock } from '../marked-document.ts';
import { all, descendants, elementsOf, first, hasWord, isElement, removeAll, textOf, type Element } from '../tree.ts';
import { kindByNames, prefixesIn, type FurnitureKind } from './furniture-names.ts';
import { consentBoxesIn, isBreadcrumb, isLetterBox, isShareRow, isSiteMenu, isSkipLink, titlesOthers } from './furniture-shapes.ts';
import { measure, type Measure } from './measure.ts';

/** Furniture holds no more of a page's sentences than this, in letters and by share; what holds more is text, whatever it is called. */
const PROSE_AT_MOST = 1500;
const SHARE_AT_MOST = 0.3;
/** In the text itself a box holds less. */
const BOX_AT_MOST = 500;
/** A row of links has no more words beside them. */
const LABEL_AT_MOST = 60;
/** What is said of each other text to read, in letters. */
const TEASER = 300;
const ROWS_AT_MOST = 2;
/** Where so much of a page would go, none of it does: it has another purpose than to hold a text. */
const ALL = 0.98;
/** Never furniture by their names: a title's words become its id, and cells and lists keep their parts. */
const TEXT = /^(?:h[1-6]|html|body|main|article|t[dhr]|tbody|thead|tfoot|caption|figcaption|li|dt|dd|blockquote|pre)$/;
const NOTES = /(?:^|[^a-z])(?:foot|end)?-?(?:notes?|references|bibliography|citations)(?![a-z])/i;
const NOTE_ID = /^(?:fn|ftn|edn|footnote|endnote|cite_note)[-_:]?\w{0,10}\d/i;
/** Parts of a line that are none of its words. */
const IN_LINE = /^(?:mw-editsection|noprint|no-print|skip-?link|skip-?nav|read-?time|reading-?time)$/i;
const UNSEEN = /^(?:(?:\w+[-_])?(?:sr-only|visually-?hidden|screen[-_]?reader(?:[-_](?:text|only))?|a11y-hidden)|element-invisible|wb-inv|hidden-visually)$/i;
const UNSEEN_AT_MOST = 100;
const NAVIGATION = /^(?:navigation|menu|menubar|banner|contentinfo|toolbar|doc-toc)$/;

/**
 * Takes out of a web page what its site put beside the text: navigation, rows of links, other texts to read, boxes that
 * ask for something, readers' comments. It is told by what its elements are called, and by its shape; what holds
 * sentences of the text stays, whatever it is called.
 */
export function dropFurniture(root: Element): void {
  const body = first(root, 'body') ?? root;
  if (measure(body).letters === 0) openNavigation(body);
  const measures = new Map<Element, Measure>();
  const whole = measure(body, (below, measured) => {
    if (isBlock(below) || (below.attributes['class'] ?? below.attributes['id']) !== undefined) measures.set(below, measured);
  });
  const kept = [first(body, 'h1'), ...[...descendants(body)].filter((one) => one.name === 'main' || isNote(one))];
  const page: Page = { whole, measures, kept: withParents(kept), consent: consentBoxesIn(body, measures), discussion: withParents([...descendants(body)].filter(isComment)), prefixes: prefixesIn(descendants(body)), alone: new Map(), hasText: [...descendants(body)].some(isTextPart) };
  const found: Element[] = [];
  gather(body, { inText: false, begun: false }, page, found);
  const gone = found.reduce((sum, one) => sum + (measures.get(one)?.letters ?? 0), 0);
  if (gone < whole.letters * ALL) removeAll(found);
}

/** Where a page holds nothing but navigation, that is what it was saved for. */
function openNavigation(body: Element): void {
  for (const found of descendants(body)) {
    if (found.name === 'nav') found.name = 'div';
    if (hasWord(found, 'role', NAVIGATION)) found.attributes = { ...found.attributes, role: '' };
  }
}

interface Page {
  whole: Measure;
  measures: ReadonlyMap<Element, Measure>;
  /** The title, the main part, what is a note, and all that these stand in. */
  kept: ReadonlySet<Element>;
  consent: ReadonlySet<Element>;
  /** What readers wrote, and all that it stands in. */
  discussion: ReadonlySet<Element>;
  prefixes: ReadonlySet<string>;
  /** Whether what stands in an element has no words beside it. */
  alone: Map<Element, boolean>;
  /** It says which part of it is its text. */
  hasText: boolean;
}

/** Where the walk is: within the part that the page calls its text, and behind its title or its first sentences. */
interface Place {
  inText: boolean;
  begun: boolean;
}

const isTextPart = (found: Element): boolean => found.name === 'main' || found.name === 'article' || hasWord(found, 'role', /^(?:main|article)$/);

/** @returns the place behind the element */
function gather(parent: Element, place: Place, page: Page, found: Element[]): Place {
  let { begun } = place;
  const children = elementsOf(parent);
  for (let at = 0; at < children.length; at++) {
    const child = children[at]!;
    if (isApart(child)) continue;
    const here = { inText: place.inText, begun };
    const others = titlesOthers(children, at, page.measures);
    if (others.length > 0 && isSafe(others, page)) {
      found.push(child, ...others);
      at += others.length;
    } else if (isFurniture(child, here, page)) found.push(child);
    else begun = gather(child, { inText: place.inText || isTextPart(child), begun }, page, found).begun || child.name === 'h1' || (page.measures.get(child)?.prose ?? 0) > 0;
  }
  return { inText: place.inText, begun };
}

/** Whether what stands below such a title is links with a few words to each, or asks for something. */
function isSafe(others: readonly Element[], { measures, whole, kept }: Page): boolean {
  const sum = (what: 'letters' | 'prose' | 'links' | 'linked' | 'asking'): number => others.reduce((all, one) => all + (measures.get(one)?.[what] ?? 0), 0);
  if (others.some((one) => kept.has(one) || (measures.get(one)?.rows ?? 0) > ROWS_AT_MOST) || sum('prose') > whole.prose * SHARE_AT_MOST) return false;
  return sum('letters') - sum('linked') <= (sum('asking') > 0 ? BOX_AT_MOST : sum('links') > 1 ? sum('links') * TEASER : 0);
}

function isFurniture(found: Element, place: Place, page: Page): boolean {
  const measured = page.measures.get(found);
  if (isUnseen(found) || (!isBlock(found) && hasWord(found, 'class', IN_LINE))) return true;
  if (!measured || TEXT.test(found.name) || page.kept.has(found)) return isSkipLink(found);
  const isLine = isBlock(found) || standsAlone(found, page);
  if (page.consent.has(found) || isSkipLink(found) || (isLine && (isShareRow(found, measured) || isBreadcrumb(found, measured))) || (!place.begun && !place.inText && isSiteMenu(found, measured, page.whole))) return true;
  if (found.name === 'form' && measured.prose === 0 && measured.letters <= BOX_AT_MOST && measured.letters <= page.whole.letters * SHARE_AT_MOST && measured.asking > 1) return true;
  if (isLetterBox(found, measured, page.whole)) return true;
  const kind = kindByNames(found, page.prefixes) ?? kindByElement(found, place, page);
  if (kind === null || (kind !== 'comments' && isNamedByTitle(found)) || !isLine) return false;
  return holdsAsLittle(kind, found, measured, place, page);
}

/** Whether an element holds no more than what is called so does. */
function holdsAsLittle(kind: FurnitureKind, found: Element, { letters, linked, prose, links, rows, items, asking }: Measure, { inText }: Place, { whole, discussion }: Page): boolean {
  const words = letters - linked;
  if (kind === 'comments') return discussion.has(found) || (prose === 0 && (asking > 0 || linked * 2 >= letters));
  if (rows > ROWS_AT_MOST || prose > Math.min(PROSE_AT_MOST, whole.prose * SHARE_AT_MOST)) return false;
  if (kind === 'line' || (kind === 'frame' && inText)) return prose === 0 && (linked * 3 >= letters || (letters <= LABEL_AT_MOST && items === 0));
  if (kind === 'others') return links > 1 && words <= links * TEASER;
  if (kind === 'frame') return true;
  return prose <= BOX_AT_MOST && (asking > 0 || letters <= LABEL_AT_MOST || (links > 0 && words <= BOX_AT_MOST));
}

/** The frame of a page by its elements: they stand around its text. */
function kindByElement(found: Element, { inText }: Place, { hasText }: Page): FurnitureKind | null {
  if (inText) return null;
  if (found.name === 'footer' || (found.name === 'aside' && hasText)) return 'frame';
  return found.name === 'header' && all(found, 'h1').length === 0 && all(found, 'a').length > 1 ? 'frame' : null;
}

function isUnseen(found: Element): boolean {
  return hasWord(found, 'class', UNSEEN) && textOf(found).length <= UNSEEN_AT_MOST && !isInCell(found);
}

/** Signs in a table's cells are told only to those who cannot see them: "yes", "no". */
function isInCell(found: Element): boolean {
  for (let up = found.parent; up && up.name !== 'table'; up = up.parent) if (up.name === 'td' || up.name === 'th') return true;
  return false;
}

/** A part of a line that has the line for itself. */
function standsAlone({ parent }: Element, { alone }: Page): boolean {
  if (parent === null || !isBlock(parent) || TEXT.test(parent.name) || parent.name === 'p') return false;
  if (!alone.has(parent)) alone.set(parent, parent.children.every((child) => isElement(child) || child.text.trim() === ''));
  return alone.get(parent)!;
}

/** Programs make a section's id of its title. */
function isNamedByTitle(found: Element): boolean {
  const { id } = found.attributes;
  const title = id === undefined ? undefined : elementsOf(found)[0];
  const slug = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return title !== undefined && /^h[1-6]$/.test(title.name) && slug(textOf(title)).endsWith(slug(id!));
}

const isNote = ({ attributes }: Element): boolean => NOTES.test(attributes['class'] ?? '') || NOTE_ID.test(attributes['id'] ?? '');

function withParents(kept: readonly (Element | null)[]): Set<Element> {
  const all = new Set<Element>();
  for (const one of kept) for (let up = one; up && !all.has(up); up = up.parent) all.add(up);
  return all;
}

/** What readers wrote is a list of comments, or ends in a form for one. */
function isComment(one: Element): boolean {
  return hasWord(one, 'class', /^comment(?:-(?:body|content|author|meta|item|text|\d+))?$/i) || /^comment-?\d+$/i.test(one.attributes['id'] ?? '') || one.name === 'textarea';
}
