import { descendants, elementsOf, hasWord, type Element } from './tree.ts';

/** One HTML file: the whole report, or one of an EPUB's. `path` is its place in the archive, '' where it stands alone. */
export interface MarkedDocument {
  path: string;
  root: Element;
}

/** Elements that begin a line of their own. */
const BLOCKS = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure',
  'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', '#document', 'legend', 'li', 'main', 'menu', 'ol', 'p', 'pre', 'section', 'summary', 'table',
  'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);

export function isBlock({ name }: Element): boolean {
  return BLOCKS.has(name);
}

const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'nav', 'iframe', 'object', 'embed', 'head', 'title', 'select', 'button', 'textarea', 'input', 'datalist', 'dialog', 'canvas',
  'audio', 'video', 'link', 'meta', 'frameset', 'portal', 'del']);
const UNREAD_ROLES = /^(navigation|search|banner|contentinfo|doc-toc|doc-index|doc-pagelist|menu|menubar|toolbar|dialog|alert)$/;
const TOC_CLASS = /^(?:toc|table-?of-?contents)$/i;
const TOC_PLACES = new Set(['div', 'ul', 'ol', 'section', 'aside', 'table', 'details']);
const UNREAD_TYPES = /^(toc|landmarks|page-list|lot|loi|index|cover|titlepage|halftitlepage)$/;

/** True for what a document holds beside its text: scripts, forms, navigation, what is hidden or was deleted. */
export function isApart(found: Element): boolean {
  const { hidden, style, 'aria-hidden': ariaHidden } = found.attributes;
  return UNREAD.has(found.name) || hidden !== undefined || ariaHidden === 'true' || /display:\s*none/i.test(style ?? '')
    || hasWord(found, 'role', UNREAD_ROLES) || hasWord(found, 'epub:type', UNREAD_TYPES)
    || (TOC_PLACES.has(found.name) && (hasWord(found, 'class', TOC_CLASS) || hasWord(found, 'id', TOC_CLASS)));
}

/** The headings of a document's text, in order, with the level that their names say. */
export function headingsIn(root: Element): { heading: Element; own: number }[] {
  const found: { heading: Element; own: number }[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isApart(next)) continue;
    const own = /^h([1-6])$/.exec(next.name)?.[1];
    if (own) found.push({ heading: next, own: Number(own) });
    else for (const inner of elementsOf(next).reverse()) waiting.push(inner);
  }
  return found;
}

/** Where a link leads within the documents ("text/notes.xhtml#n3"), or null where it leads out of them. */
export function linkTarget(link: Element, path: string): string | null {
  const href = link.attributes['href'];
  if (href === undefined || !href.includes('#')) return null;
  return resolvePlace(href, path);
}

/** An address within an archive, from the file that names it: "../notes.xhtml#n3" in "text/ch1.xhtml" → "notes.xhtml#n3". */
export function resolvePlace(href: string, from: string): string | null {
  const [file, id = ''] = href.split(/#(.*)/s);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(file!)) return null;
  try {
    const path = file === '' ? from : decodeURIComponent(new URL(file!, `archive:///${from.split('/').map(encodeURIComponent).join('/')}`).pathname.slice(1));
    return id === '' ? path : `${path}#${decodeURIComponent(id)}`;
  } catch {
    return null;
  }
}

/** Every element that can be led to, by its address; the first of one name counts. */
export function placesIn(documents: readonly MarkedDocument[]): Map<string, Element> {
  const places = new Map<string, Element>();
  for (const { path, root } of documents) {
    for (const found of descendants(root)) {
      const { id, name, 'xml:id': xmlId } = found.attributes;
      for (const key of [id, xmlId, found.name === 'a' ? name : undefined]) {
        if (key !== undefined && key !== '' && !places.has(`${path}#${key}`)) places.set(`${path}#${key}`, found);
      }
    }
  }
  return places;
}
