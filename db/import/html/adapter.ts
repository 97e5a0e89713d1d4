import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { element, isElement, TREE_LIMITS, TreeTooLarge, type Element, type Text } from '../tree.ts';

/** An element while the parser moves it about; `depth` is that of the place where it was last put. */
interface Made extends Element {
  depth: number;
}
interface MadeText extends Text {
  parent: Made | null;
}
interface Dropped {
  dropped: true;
}
type Child = Made | MadeText | Dropped;
type Types = TreeAdapterTypeMap<Child, Made, Child, Made, Made, Made, Dropped, MadeText, Made, Dropped>;

/** Comments are read and kept nowhere. */
const DROPPED: Dropped = { dropped: true };

/**
 * Has parse5 build this app's own tree, so that no second one is ever held: of a long document it would be the larger.
 * The tree has an end to how large and how deep it may grow.
 */
export function createAdapter(): TreeAdapter<Types> {
  const foreign = new WeakMap<Made, html.NS>();
  const templates = new WeakMap<Made, Made>();
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  let nodes = 0;

  const make = (name: string, attrs: readonly Token.Attribute[] = []): Made => Object.assign(element(name, attrs.length === 0 ? undefined : attributesOf(attrs)), { depth: 0 });
  const put = (parent: Made, child: Child, at: number): void => {
    if ('dropped' in child) return;
    if ('depth' in child) {
      nodes += 1;
      child.depth = parent.depth + 1;
      if (nodes > TREE_LIMITS.nodes || child.depth > TREE_LIMITS.depth) throw new TreeTooLarge('too many elements, or too deep');
    }
    child.parent = parent;
    if (at >= parent.children.length) parent.children.push(child);
    else parent.children.splice(at, 0, child);
  };
  /** Text that is put behind other text becomes one with it. */
  const putText = (parent: Made, text: string, at: number): void => {
    const before = parent.children[at - 1];
    if (before && !isElement(before)) before.text += text;
    else put(parent, { text, parent: null }, at);
  };
  const placeOf = (parent: Made, child: Child): number => parent.children.lastIndexOf(child as Made);

  return {
    createDocument: () => make('#document'),
    createDocumentFragment: () => make('#fragment'),
    createCommentNode: () => DROPPED,
    createTextNode: (text) => ({ text, parent: null }),
    createElement(name, namespace, attrs) {
      const made = make(name, attrs);
      if (namespace !== html.NS.HTML) foreign.set(made, namespace);
      return made;
    },
    adoptAttributes(made, attrs) {
      made.attributes = { ...attributesOf(attrs), ...made.attributes };
    },
    appendChild: (parent, child) => put(parent, child, parent.children.length),
    insertBefore: (parent, child, before) => put(parent, child, placeOf(parent, before)),
    insertText: (parent, text) => putText(parent, text, parent.children.length),
    insertTextBefore: (parent, text, before) => putText(parent, text, placeOf(parent, before)),
    detachNode(child) {
      if ('dropped' in child || !child.parent) return;
      const at = placeOf(child.parent as Made, child);
      if (at >= 0) child.parent.children.splice(at, 1);
      child.parent = null;
    },
    getTemplateContent: (template) => templates.get(template)!,
    setTemplateContent: (template, content) => void templates.set(template, content),
    getParentNode: (child) => ('dropped' in child ? null : (child.parent as Made | null)),
    getChildNodes: (parent) => parent.children as Child[],
    getFirstChild: (parent) => (parent.children[0] as Child | undefined) ?? null,
    getTagName: ({ name }) => name,
    getNamespaceURI: (made) => foreign.get(made) ?? html.NS.HTML,
    getAttrList: ({ attributes }) => Object.entries(attributes).map(([name, value]) => ({ name, value })),
    getTextNodeContent: ({ text }) => text,
    getCommentNodeContent: () => '',
    isTextNode: (child): child is MadeText => 'text' in child,
    isElementNode: (child): child is Made => 'depth' in child && !child.name.startsWith('#'),
    isCommentNode: (child): child is Dropped => 'dropped' in child,
    isDocumentTypeNode: (child): child is Dropped => child === null,
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    setDocumentType: () => {},
    getDocumentMode: () => mode,
    setDocumentMode(_document, next) {
      mode = next;
    },
    // Lines are all that is kept of where an element stands.
    getNodeSourceCodeLocation: (child) => ('depth' in child && child.line > 0 ? (WRITTEN as ReturnType<TreeAdapter['getNodeSourceCodeLocation']>) : null),
    setNodeSourceCodeLocation(child, location) {
      if (!('depth' in child) || !location) return;
      child.line = location.startLine;
      child.lastLine = location.endLine;
    },
    updateNodeSourceCodeLocation(child, { endLine }) {
      if ('depth' in child && endLine !== undefined) child.lastLine = endLine;
    },
  };
}

function attributesOf(attrs: readonly Token.Attribute[]): Record<string, string> {
  return Object.fromEntries(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]));
}

/** The parser only asks whether an element was written, or is implied. */
const WRITTEN = {};
