import { parse } from 'parse5';
import { descendants, rawText, type Element } from '../tree.ts';
import { readXml, XmlError } from '../xml.ts';
import { createAdapter } from './adapter.ts';

/**
 * Reads HTML as a browser would, whatever is wrong with it, into a tree. Comments are dropped. Elements of XHTML may
 * close themselves, as they may in a file of XML.
 * @throws TreeTooLarge where it is built to do harm: a parser needs ever longer for elements inside each other
 */
export function readHtmlTree(text: string): Element {
  const root = parse(XHTML.test(text.slice(0, HEAD)) ? unclosed(text) : text, { treeAdapter: createAdapter(), sourceCodeLocationInfo: true, scriptingEnabled: false });
  // Elements that HTML implies stand where what they stand in begins.
  for (const found of descendants(root)) if (found.line === 0) found.line = found.lastLine = found.parent!.line;
  return root;
}

/**
 * Reads XHTML (a chapter of an EPUB), whose elements may close themselves; what is not well-formed is read as HTML.
 * @throws TreeTooLarge
 */
export function readXhtmlTree(text: string): Element {
  try {
    return readXml(text, entitiesIn(text));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return readHtmlTree(unclosed(text));
  }
}

/** A file of XHTML says so at its beginning, in so many letters. */
const HEAD = 2000;
const XHTML = /^\s*<\?xml\s|<html\s[^>]*xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i;

/** "<title/>" means "<title></title>" in XML; to HTML it begins a title that ends with the file. */
function unclosed(text: string): string {
  return text.replace(SELF_CLOSED, (tag, name: string, attributes: string) => (VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`));
}

const SELF_CLOSED = /<([A-Za-z][\w:.-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/g;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** HTML's names for characters, as far as they stand in a text ("nbsp" …); XML itself knows five only. */
function entitiesIn(text: string): Record<string, string> {
  const names = [...new Set([...text.matchAll(/&([A-Za-z][A-Za-z0-9]{1,30});/g)].map(([, name]) => name!))].filter((name) => !XML_ENTITIES.has(name));
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = rawText(readHtmlTree(`<p>&${name};`));
    if (!value.endsWith(';')) found[name] = value;
  }
  return found;
}
