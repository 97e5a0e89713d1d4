/** What all marked-up formats become before they are read: elements and text, with their attributes for looking at. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Node[];
  parent: Element | null;
  /** Lines of the file where it begins and ends; 0 where they are not known. */
  line: number;
  lastLine: number;
}
export interface Text {
  text: string;
}
export type Node = Element | Text;

/** Elements and pieces of text in one document, and how deep they may stand in each other; no report comes near. */
export const TREE_LIMITS = { nodes: 2_000_000, depth: 500 };

/** Thrown where a document is built to be unreadable; the reader of the file makes a sentence of it. */
export class TreeTooLarge extends Error {}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** An element that stands nowhere yet. */
export function element(name: string, attributes: Readonly<Record<string, string>> = NO_ATTRIBUTES): Element {
  return { name, attributes, children: [], parent: null, line: 0, lastLine: 0 };
}

export function isElement(node: Node): node is Element {
  return 'children' in node;
}

/** The elements right below. */
export function elementsOf(parent: Element): Element[] {
  return parent.children.filter(isElement);
}

/** Takes elements out of the tree, with all that stands in them. */
export function removeAll(found: Iterable<Element>): void {
  const gone = new Set<Node>(found);
  for (const parent of new Set([...gone].map((one) => (one as Element).parent))) if (parent) parent.children = parent.children.filter((child) => !gone.has(child));
}

/** Every element below, in the order of the document; whoever stops early has looked at no more than these. */
export function* descendants(parent: Element): Generator<Element> {
  const open: { children: readonly Node[]; next: number }[] = [{ children: parent.children, next: 0 }];
  while (open.length > 0) {
    const level = open.at(-1)!;
    const child = level.children[level.next++];
    if (child === undefined) open.pop();
    else if (isElement(child)) {
      yield child;
      if (child.children.length > 0) open.push({ children: child.children, next: 0 });
    }
  }
}

/** The first element below with this name; a prefix ("opf:metadata") does not count. */
export function first(parent: Element, name: string): Element | null {
  for (const found of descendants(parent)) if (localName(found) === name) return found;
  return null;
}

/** All elements below with this name. */
export function all(parent: Element, name: string): Element[] {
  return [...descendants(parent)].filter((found) => localName(found) === name);
}

/** "opf:item" → "item" */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All of an element's text, as it stands. */
export function rawText(parent: Element): string {
  const pieces: string[] = [];
  const waiting: Node[] = [...parent.children].reverse();
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (!isElement(next)) pieces.push(next.text);
    else for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
  }
  return pieces.join('');
}

/** All of an element's text on one line, blanks made one. */
export function textOf(parent: Element): string {
  return rawText(parent).replace(/\s+/g, ' ').trim();
}

/** True where an attribute that lists words ("class", "epub:type", "role") holds one that fits. */
export function hasWord(found: Element, attribute: string, words: RegExp): boolean {
  const value = found.attributes[attribute];
  return value !== undefined && value.split(/\s+/).some((word) => words.test(word));
}

/** An attribute by its local name: a document may choose its own prefix. */
export function attribute(found: Element, name: string): string | undefined {
  const key = Object.keys(found.attributes).find((one) => one === name || one.endsWith(`:${name}`));
  return key === undefined ? undefined : found.attributes[key];
}
