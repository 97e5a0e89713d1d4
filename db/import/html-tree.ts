import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { element, rawText, TREE_LIMITS, TreeTooLarge, type Element } from './tree.ts';
import { readXml, XmlError } from './xml.ts';

/**
 * Reads HTML as a browser would, whatever is wrong with it, into a tree. Comments are dropped. Elements of XHTML may
 * close themselves, as they may in a file of XML.
 * @throws TreeTooLarge where it is built to do harm: a parser needs ever longer for elements inside each other
 */
export function readHtmlTree(text: string): Element {
  return converted(parse(XHTML.test(text.slice(0, HEAD)) ? unclosed(text) : text, { treeAdapter: boundedAdapter(), sourceCodeLocationInfo: true, scriptingEnabled: false }));
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

type Parsed = DefaultTreeAdapterTypes.Node;

/** parse5's own tree, with an end to how large and how deep it may grow while it is being built. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  const depths = new WeakMap<Parsed, number>();
  let nodes = 0;
  const count = (parent: Parsed, child: Parsed): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    nodes += 1;
    if (nodes > TREE_LIMITS.nodes || depth > TREE_LIMITS.depth) throw new TreeTooLarge('too many elements, or too deep');
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      count(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      count(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

function converted(document: DefaultTreeAdapterTypes.Document): Element {
  const root = element('#document');
  const waiting: [Parsed, Element][] = [[document, root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [from, to] = next;
    if (!('childNodes' in from)) continue;
    for (const child of from.childNodes) {
      if (child.nodeName === '#text') to.children.push({ text: (child as DefaultTreeAdapterTypes.TextNode).value });
      if (!('tagName' in child)) continue;
      const { tagName, attrs, sourceCodeLocation } = child;
      const made = element(tagName, Object.fromEntries(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value])));
      made.line = sourceCodeLocation?.startLine ?? to.line;
      made.lastLine = sourceCodeLocation?.endLine ?? made.line;
      made.parent = to;
      to.children.push(made);
      waiting.push([child, made]);
    }
  }
  return root;
}
