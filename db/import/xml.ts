import { SaxesParser } from 'saxes';
import { element, TREE_LIMITS, TreeTooLarge, type Element } from './tree.ts';

/** Thrown for what is no well-formed XML. */
export class XmlError extends Error {}

/** Abbreviations that a document may declare for itself, and how long each may be. Plain characters; no entity inside. */
const DECLARED = { count: 40, length: 40 };

/**
 * Reads XML into a tree. Nothing outside the text is ever looked at: the DTD is skipped, and the entities that it
 * declares are known only where they are few, short and plain, so that none can grow into another.
 * @param entities names of further entities that may stand in it (HTML's, in XHTML)
 * @returns a root above the document's own; names keep their prefixes
 * @throws XmlError where it is not well-formed, TreeTooLarge where it is built to do harm
 */
export function readXml(text: string, entities: Readonly<Record<string, string>> = {}): Element {
  const parser = new SaxesParser({ xmlns: false, position: false });
  Object.assign(parser.ENTITIES, entities);
  const root = element('#document');
  let open = root;
  let depth = 0;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > TREE_LIMITS.nodes) throw new TreeTooLarge('too many elements');
  };
  const addText = (content: string): void => {
    count();
    open.children.push({ text: content });
  };
  parser.on('error', (error) => {
    throw new XmlError(error.message);
  });
  parser.on('doctype', (doctype) => Object.assign(parser.ENTITIES, declaredEntities(doctype)));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    count();
    depth += 1;
    if (depth > TREE_LIMITS.depth) throw new TreeTooLarge('too deep');
    const child = element(tag.name, tag.attributes as Record<string, string>);
    child.parent = open;
    open.children.push(child);
    open = child;
  });
  parser.on('closetag', () => {
    depth -= 1;
    open = open.parent!;
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  return root;
}

function declaredEntities(doctype: string): Record<string, string> {
  const declared = doctype.match(/<!ENTITY/g)?.length ?? 0;
  if (declared > DECLARED.count) throw new TreeTooLarge('entities');
  const found: Record<string, string> = {};
  for (const [, name, , value] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])((?:(?!\2).)*)\2\s*>/gs)) {
    const plain = value!.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, digits: string | undefined) => character(hex ? parseInt(hex, 16) : Number(digits)));
    if (plain.length > DECLARED.length || /[&<%]/.test(plain)) throw new TreeTooLarge('entities');
    found[name!] = plain;
  }
  return found;
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
