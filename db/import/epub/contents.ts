import type { EpubPackage } from './package.ts';
import { readPart } from './package.ts';
import { headingsIn, linkTarget, placesIn, resolvePlace, type MarkedDocument } from '../marked-document.ts';
import { all, elementsOf, first, hasWord, isElement, localName, textOf, type Element } from '../tree.ts';
import type { Archive } from '../zip.ts';

/** An entry of the contents: which heading it names, or null where it names a document that shows no heading. */
export interface ContentsEntry {
  title: string;
  level: number;
  heading: Element | null;
}

export interface Contents {
  /** By the document's path, in order. */
  entries: Map<string, ContentsEntry[]>;
  /** Printed page labels, by the element at which each page begins. */
  pages: Map<Element, string>;
}

interface Link {
  title: string;
  level: number;
  target: string | null;
}

/** Text before a heading that it may still be the heading of: a number, a motto. */
const BEFORE_HEADING = 200;

/** Reads an EPUB's contents and its list of printed pages: those of EPUB 3, else those of EPUB 2. */
export function readContents(archive: Archive, book: EpubPackage, documents: readonly MarkedDocument[], name: string): Contents {
  const nav = book.nav === null || !archive.has(book.nav) ? null : readPart(archive, book.nav, name);
  const ncx = book.ncx === null || !archive.has(book.ncx) ? null : readPart(archive, book.ncx, name);
  const links = (nav && navLinks(nav, book.nav!, /^toc$/)) ?? (ncx && ncxLinks(ncx, book.ncx!)) ?? [];
  const pageLinks = (nav && navLinks(nav, book.nav!, /^page-list$/)) ?? (ncx && ncxPages(ncx, book.ncx!)) ?? [];
  const places = placesIn(documents);
  const entries = new Map<string, ContentsEntry[]>();
  const roots = new Map(documents.map(({ path, root }) => [path, root]));
  for (const { title, level, target } of links) {
    const [path = '', id] = target?.split('#') ?? [];
    const root = roots.get(path);
    if (!root || title === '') continue;
    const place = id === undefined ? (first(root, 'body') ?? root) : places.get(`${path}#${id}`);
    const heading = place ? headingAt(place, root) : null;
    // In the middle of a document there is no place to set a title that the text does not show.
    if (!heading && id !== undefined && entries.has(path)) continue;
    const known = entries.get(path);
    if (known?.some((entry) => entry.heading === heading)) continue;
    if (known) known.push({ title, level, heading });
    else entries.set(path, [{ title, level, heading }]);
  }
  const pages = new Map(pageLinks.flatMap(({ title, target }) => {
    const place = target === null ? undefined : (places.get(target) ?? roots.get(target));
    return place && title !== '' ? [[place, title] as const] : [];
  }));
  return { entries, pages };
}

function navLinks(nav: Element, path: string, type: RegExp): Link[] | null {
  const list = all(nav, 'nav').find((found) => hasWord(found, 'epub:type', type));
  if (!list) return null;
  const links: Link[] = [];
  const walk = (parent: Element, level: number): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === 'li') {
        const label = elementsOf(child).find(({ name }) => name === 'a' || name === 'span');
        if (label) links.push({ title: textOf(label), level, target: label.name === 'a' ? (linkTarget(label, path) ?? resolvePlace(label.attributes['href'] ?? '', path)) : null });
        for (const inner of elementsOf(child)) if (inner.name === 'ol') walk(inner, level + 1);
      } else if (child.name === 'ol') walk(child, level);
    }
  };
  walk(list, 1);
  return links;
}

function ncxLinks(ncx: Element, path: string): Link[] {
  const links: Link[] = [];
  const walk = (parent: Element, level: number): void => {
    for (const point of elementsOf(parent)) {
      if (localName(point) !== 'navPoint') continue;
      links.push(ncxLink(point, path, level));
      walk(point, level + 1);
    }
  };
  const map = first(ncx, 'navMap');
  if (map) walk(map, 1);
  return links;
}

function ncxPages(ncx: Element, path: string): Link[] {
  return all(ncx, 'pageTarget').map((page) => ncxLink(page, path, 1));
}

function ncxLink(point: Element, path: string, level: number): Link {
  const label = elementsOf(point).find((found) => localName(found) === 'navLabel');
  const content = elementsOf(point).find((found) => localName(found) === 'content');
  return { title: label ? textOf(label) : '', level, target: resolvePlace(content?.attributes['src'] ?? '', path) };
}

/** The heading that a place is, stands in or leads; null where text comes first. */
function headingAt(place: Element, root: Element): Element | null {
  for (let up: Element | null = place; up; up = up.parent) if (isHeading(up)) return up;
  let letters = 0;
  let reached = false;
  const waiting: Element['children'] = [root];
  while (waiting.length > 0 && letters <= BEFORE_HEADING) {
    const next = waiting.pop()!;
    if (!isElement(next)) {
      if (reached) letters += next.text.trim().length;
      continue;
    }
    if (next === place) reached = true;
    if (reached && isHeading(next)) return next;
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
  }
  return null;
}

function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

/**
 * The levels that the contents give to headings. Headings that they do not name keep their distance to the last one
 * that they do.
 */
export function headingLevels(documents: readonly MarkedDocument[], { entries }: Contents): Map<Element, number> {
  const levels = new Map<Element, number>();
  let last: { own: number; level: number } | null = null;
  for (const { path, root } of documents) {
    const here = entries.get(path) ?? [];
    const named = new Map(here.flatMap(({ heading, level }) => (heading ? [[heading, level] as const] : [])));
    let below = here.find(({ heading }) => heading === null)?.level;
    const headings = headingsIn(root);
    const chapter = here.length === 1 && headings[0] && named.has(headings[0].heading) ? headings[0].own : null;
    // A document that is one chapter may mark its sections as high as its title.
    const deeper = chapter !== null && headings.slice(1).some(({ own }) => own <= chapter) ? chapter + 1 - Math.min(...headings.slice(1).map(({ own }) => own)) : 0;
    for (const { heading, own } of headings) {
      const level: number | null = named.get(heading) ?? (below === undefined ? last && Math.max(1, last.level + own - last.own + deeper) : below + 1);
      if (level === null) continue;
      levels.set(heading, level);
      if (named.has(heading) || below !== undefined) last = { own, level };
      below = undefined;
    }
  }
  return levels;
}
