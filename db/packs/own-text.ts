import type { Definition, FootnoteDefinition, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { LaidNote } from './laid-out.ts';
import { isTangled } from './tangled.ts';

/** Deeper nesting than this is nobody's text; it is set as it was written. */
const DEEPEST = 24;

/** What the reading of one text keeps at hand. */
interface Reading {
  markdown: string;
  links: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Definitions that something in the text uses. */
  used: Set<Definition | FootnoteDefinition>;
  numbers: Map<string, number>;
  notes: LaidNote[];
  next: () => number;
  /** The headings above the one that is read, outermost first: their depth as written and their rank in the pack. */
  above: { depth: number; rank: number }[];
  level: number;
}

/**
 * Reads the user's Markdown (CommonMark and GFM) down to what paper can carry: HTML becomes its own text, a picture its
 * description, a reference its link; headings take their rank below the item, without gaps; footnotes take numbers of
 * the pack. Nothing that was written is dropped: a definition that nothing uses stands as a paragraph, and a text that
 * the parser could not read in reasonable time stands as it was written.
 * @param level the rank of the text's outermost headings
 * @param next gives a note its number
 */
export function readOwnText(markdown: string, level: number, next: () => number): { blocks: RootContent[]; notes: LaidNote[] } {
  if (isTangled(markdown)) return { blocks: plainParagraphs(markdown), notes: [] };
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const reading: Reading = { markdown, links: new Map(), footnotes: new Map(), used: new Set(), numbers: new Map(), notes: [], next, above: [], level };
  collect(reading, tree, 0);
  const body = tree.children.flatMap((node) => blocks(reading, node, 0));
  const unused = [...reading.footnotes.values(), ...reading.links.values()].filter((definition) => !reading.used.has(definition));
  return { blocks: [...body, ...unused.map((node) => asWritten(reading, node))], notes: reading.notes };
}

function plainParagraphs(markdown: string): RootContent[] {
  return markdown.split(/\n\s*\n/).map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

function collect(reading: Reading, node: Root | Parents, depth: number): void {
  for (const child of node.children) {
    if (child.type === 'definition' && !reading.links.has(child.identifier)) reading.links.set(child.identifier, child);
    if (child.type === 'footnoteDefinition' && !reading.footnotes.has(child.identifier)) reading.footnotes.set(child.identifier, child);
    if ('children' in child && depth < DEEPEST) collect(reading, child, depth + 1);
  }
}

function source(reading: Reading, node: Nodes): string {
  return reading.markdown.slice(node.position?.start.offset, node.position?.end.offset);
}

function asWritten(reading: Reading, node: Nodes): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: source(reading, node) }] };
}

/** One block as paper carries it; none where it is printed elsewhere. */
function blocks(reading: Reading, node: RootContent, depth: number): RootContent[] {
  if (node.type === 'definition') return reading.links.get(node.identifier) === node ? [] : [asWritten(reading, node)];
  if (node.type === 'footnoteDefinition') return reading.footnotes.get(node.identifier) === node ? [] : [asWritten(reading, node)];
  if (node.type === 'html' || depth >= DEEPEST) return [asWritten(reading, node)];
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlines(reading, node.children, depth) }];
    case 'heading':
      return [{ type: 'heading', depth: rank(reading, node.depth) as 2, children: inlines(reading, node.children, depth) }];
    case 'blockquote':
      return [{ type: 'blockquote', children: node.children.flatMap((child) => blocks(reading, child, depth + 1)) as typeof node.children }];
    case 'list':
      return [{
        type: 'list', ordered: node.ordered ?? false, start: node.start ?? null, spread: node.spread ?? false,
        children: node.children.map((item) => ({
          type: 'listItem', spread: item.spread ?? false, checked: item.checked ?? null,
          children: item.children.flatMap((child) => blocks(reading, child, depth + 1)) as typeof item.children,
        })),
      }];
    case 'table':
      return [{
        type: 'table', align: node.align ?? null,
        children: node.children.map((row) => ({
          type: 'tableRow', children: row.children.map((cell) => ({ type: 'tableCell', children: inlines(reading, cell.children, depth) })),
        })),
      }];
    case 'code':
      return [{ type: 'code', value: node.value }];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    default:
      return [asWritten(reading, node)];
  }
}

/** A heading stands one rank below the nearest shallower one before it, so that no rank is left out. */
function rank(reading: Reading, depth: number): number {
  while (reading.above.length > 0 && reading.above.at(-1)!.depth >= depth) reading.above.pop();
  const ranked = Math.min(6, (reading.above.at(-1)?.rank ?? reading.level - 1) + 1);
  reading.above.push({ depth, rank: ranked });
  return ranked;
}

function inlines(reading: Reading, nodes: PhrasingContent[], depth: number): PhrasingContent[] {
  return nodes.flatMap((node) => inline(reading, node, depth + 1));
}

function inline(reading: Reading, node: PhrasingContent, depth: number): PhrasingContent[] {
  const text = (value: string): PhrasingContent[] => [{ type: 'text', value }];
  if (depth >= DEEPEST) return text(source(reading, node));
  switch (node.type) {
    case 'text':
      return text(node.value);
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: inlines(reading, node.children, depth) }];
    case 'link':
      return link(node.url, inlines(reading, node.children, depth));
    case 'linkReference':
      return linkOf(reading, node.identifier, inlines(reading, node.children, depth));
    case 'image':
    case 'imageReference':
      if (node.type === 'imageReference') use(reading, reading.links.get(node.identifier));
      return text(`[picture: ${node.alt || 'no description'}]`);
    case 'footnoteReference':
      return [call(reading, node.identifier)];
    default:
      return text(source(reading, node));
  }
}

function use<T extends Definition | FootnoteDefinition>(reading: Reading, definition: T | undefined): boolean {
  const first = definition !== undefined && !reading.used.has(definition);
  if (first) reading.used.add(definition);
  return first;
}

/** A link by reference carries its address the first time only: a long address and many references must not swell the pack. */
function linkOf(reading: Reading, identifier: string, children: PhrasingContent[]): PhrasingContent[] {
  const definition = reading.links.get(identifier);
  return definition && use(reading, definition) ? link(definition.url, children) : children;
}

/** Only an address that a reader may safely open stays a link; another stands behind its text. */
function link(url: string, children: PhrasingContent[]): PhrasingContent[] {
  return /^(?:https?|mailto):/i.test(url) ? [{ type: 'link', url, children: children as [] }] : [...children, { type: 'text', value: ` (${url})` }];
}

/** A call to one of the user's own notes. Called again, a note keeps its number; a call within a note stands as written. */
function call(reading: Reading, identifier: string): PhrasingContent {
  const definition = reading.footnotes.get(identifier);
  const known = reading.numbers.get(identifier);
  if (known !== undefined) return { type: 'footnoteReference', identifier: String(known) };
  if (!definition) return { type: 'text', value: `[^${identifier}]` };
  use(reading, definition);
  const number = reading.next();
  reading.numbers.set(identifier, number);
  const note: LaidNote = { number, origin: null, content: [] };
  reading.notes.push(note);
  const within: Reading = { ...reading, footnotes: new Map(), above: [], level: 6 };
  note.content = definition.children.flatMap((child) => blocks(within, child, 1));
  return { type: 'footnoteReference', identifier: String(number) };
}
