import { toString } from 'mdast-util-to-string';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'yaml';
import type { BlockContent, DefinitionContent, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { AttacheError } from '../model/errors.ts';
import { openChoice, type FacetChoice } from '../model/facet.ts';
import type { PassageKind } from '../model/report.ts';
import type { BlockSource, SourceBlock } from '../model/source.ts';

/**
 * A line of tags below a passage: `{country: vietnam; domain: security, economy; ref: ch5, ch5/n25}`. Facets set by the
 * author take the place of the rules'; `ref` names the sources, `confidence` how sure they are, `id` the passage itself.
 */
const TAG_LINE = /\n?\{((?:country|domain|limitation|ref|id|confidence):[^{}]*)\}\s*$/;

/**
 * Reads Markdown with front matter: headings, paragraphs, lists, quotations, tables, `[^n]` footnotes and tag lines.
 * See docs/authoring.md. HTML in it is text like any other.
 * @param name for the sentence when the front matter is wrong
 * @throws AttacheError 'file-not-text'
 */
export function readMarkdown(text: string, name: string): BlockSource {
  const front = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const meta = front ? readFront(front[1]!, name) : {};
  // Blank lines instead of the front matter keep the line numbers true.
  const body = front ? '\n'.repeat(front[0].split('\n').length - 1) + text.slice(front[0].length) : text;
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const blocks: SourceBlock[] = [];
  for (const node of tree.children) addNode(blocks, node);
  const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
    .map((node) => ({ key: node.identifier, text: node.children.map((child) => toString(child)).join(' '), line: lineOf(node) }));
  return { kind: 'blocks', meta, blocks, notes };
}

function readFront(yaml: string, name: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch (error) {
    const where = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new AttacheError('file-not-text', `The lines between “---” at the top of “${name}” are no valid YAML (${where}). Nothing was imported. Mend them and try again.`, { cause: error });
  }
}

function addNode(blocks: SourceBlock[], node: RootContent | BlockContent | DefinitionContent): void {
  switch (node.type) {
    case 'heading':
      blocks.push({ kind: 'heading', level: node.depth, text: toString(node).trim(), line: lineOf(node) });
      return;
    case 'list':
      for (const item of node.children) for (const child of item.children) {
        if (child.type === 'paragraph') addPassage(blocks, 'list-item', child);
        else addNode(blocks, child);
      }
      return;
    case 'blockquote':
      for (const child of node.children) if (child.type === 'paragraph') addPassage(blocks, 'pull-quote', child);
      return;
    case 'table':
      addText(blocks, 'table', node.children.map((row) => row.children.map((cell) => toString(cell)).join(' | ')).join('\n'), node);
      return;
    case 'paragraph':
      addPassage(blocks, 'paragraph', node);
      return;
    case 'code':
    case 'html':
      addText(blocks, 'paragraph', node.value, node);
      return;
    default:
  }
}

function addText(blocks: SourceBlock[], kind: PassageKind, text: string, node: Nodes): void {
  if (text.trim() !== '') blocks.push({ kind, text: text.trim(), notes: [], line: lineOf(node), lastLine: node.position?.end.line ?? lineOf(node), tags: null, ref: null });
}

function addPassage(blocks: SourceBlock[], kind: PassageKind, node: Nodes & { children: PhrasingContent[] }): void {
  const notes: { key: string; offset: number }[] = [];
  let text = '';
  const walk = (child: PhrasingContent): void => {
    if (child.type === 'footnoteReference') notes.push({ key: child.identifier, offset: text.length });
    else if (child.type === 'break') text += '\n';
    else if ('children' in child) child.children.forEach(walk);
    else if (child.type === 'image') text += child.alt ?? '';
    else if ('value' in child) text += child.value;
  };
  node.children.forEach(walk);
  const tagLine = TAG_LINE.exec(text);
  const set = tagLine ? readTags(tagLine[1]!) : { tags: null, ref: null, id: null, confidence: null };
  const clean = (tagLine ? text.slice(0, tagLine.index) : text).replace(/[ \t]*\n[ \t]*/g, ' ').trimEnd();
  if (clean === '' && tagLine) {
    // A tag line of its own belongs to the passage above.
    const above = blocks.at(-1);
    if (above && above.kind !== 'heading') Object.assign(above, set);
    return;
  }
  if (clean !== '') blocks.push({ kind, text: clean, notes: notes.map((note) => ({ ...note, offset: Math.min(note.offset, clean.length) })), line: lineOf(node), lastLine: node.position?.end.line ?? lineOf(node), ...set });
}

function readTags(text: string): { tags: FacetChoice | null; ref: string | null; id: string | null; confidence: string | null } {
  const choice = openChoice();
  const said: Record<'ref' | 'id' | 'confidence', string | null> = { ref: null, id: null, confidence: null };
  let tagged = false;
  for (const part of text.split(';')) {
    const [key, value = ''] = part.split(/:(.*)/s).map((piece) => piece.trim());
    if (key === 'ref' || key === 'id' || key === 'confidence') said[key] = value;
    else if (key === 'country' || key === 'domain' || key === 'limitation') {
      choice[key] = value.split(',').map((one) => one.trim()).filter(Boolean);
      tagged = true;
    }
  }
  return { tags: tagged ? choice : null, ...said };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
