import { toString } from 'mdast-util-to-string';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { BlockContent, DefinitionContent, FootnoteDefinition, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { drawnBox } from '../../model/bullets.ts';
import { AttacheError } from '../../model/errors.ts';
import type { ImportWarning, PassageKind } from '../../model/report.ts';
import { barBehind } from '../../model/table-cells.ts';
import type { BlockSource, SourceBlock, SourceNote, SourcePassage } from '../../model/source.ts';
import { findCaptions } from '../captions.ts';
import { readFacts } from '../facts.ts';
import { refuseTangled } from './limits.ts';
import { hideBraces, showBraces, takeMarks, type Marks } from './marks.ts';
import { parsePieces } from './pieces.ts';

const FRONT = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;
/** "[^12]", "[^ch2-12]": the number that the author gave the note. */
const NUMBERED = /(?:^|-)(\d{1,6})$/;

/**
 * Reads Markdown with front matter: headings, paragraphs, lists, quotations, tables, `[^n]` footnotes and marks in
 * braces. See docs/authoring.md. HTML in it is text like any other.
 * @param name for the sentence when the front matter is wrong
 * @throws AttacheError 'file-not-text', 'file-too-large'
 */
export function readMarkdown(text: string, name: string): BlockSource {
  const front = FRONT.exec(text);
  const { facts, raw, warnings } = front ? readFront(front[1] ?? '', name) : { facts: {}, raw: {} as Record<string, unknown>, warnings: [] };
  // Blank lines instead of the front matter keep the line numbers true.
  const body = front ? '\n'.repeat(front[0].split('\n').length - 1) + text.slice(front[0].length) : text;
  refuseTangled(body, name);
  const reader = createReader(warnings);
  const notes: SourceNote[] = [];
  parsePieces(hideBraces(body), (piece) => parseMarkdown(piece, name), (node, linesBefore) => {
    if (node.type === 'footnoteDefinition') notes.push(readNote(node, linesBefore));
    else reader.add(node, linesBefore);
  });
  const work = (key: string): string | null => (typeof raw[key] === 'string' ? raw[key] : null);
  return { kind: 'blocks', facts, works: { retells: work('retells'), translates: work('translates') }, blocks: findCaptions(reader.blocks), notes, pictures: [], warnings };
}

const SYNTAX = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

function parseMarkdown(body: string, name: string): readonly RootContent[] {
  try {
    return fromMarkdown(body, SYNTAX).children;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AttacheError('file-too-large', `“${name}” nests its parts deeper than any report does. Nothing was imported. Take the nesting out and try again.`, { cause: error });
  }
}

/** Front matter may hold fields of other programs; what cannot be understood is a warning. YAML that is none is refused. */
function readFront(yaml: string, name: string): { facts: BlockSource['facts']; raw: Record<string, unknown>; warnings: ImportWarning[] } {
  const { facts, raw, problems } = readFacts(yaml);
  const broken = problems.find((problem) => problem.field === '');
  if (broken) {
    throw new AttacheError('file-not-text', `The lines between “---” at the top of “${name}” are no valid YAML (line ${broken.line + 1}: ${broken.message}). Nothing was imported. Mend them and try again.`);
  }
  const warnings = problems.filter(({ unknown }) => !unknown).map(({ line, field, message }) => ({ code: 'front-matter', message: `“${field}” in the front matter was left out: ${message}.`, line: line + 1 }));
  return { facts, raw, warnings };
}

/** A line behind the box of a list of tasks. */
function boxed({ text, notes }: ReturnType<typeof readLine>, ticked: boolean): ReturnType<typeof readLine> {
  const box = `${drawnBox(ticked)} `;
  return { text: box + text, notes: notes.map(({ key, offset }) => ({ key, offset: offset + box.length })) };
}

function readNote(node: FootnoteDefinition, linesBefore: number): SourceNote {
  const { text, marks } = takeMarks(node.children.map((child) => toString(child)).join(' '), []);
  return { key: node.identifier, n: NUMBERED.exec(node.identifier)?.[1] ?? null, text, line: linesBefore + lineOf(node), page: marks.page ?? null };
}

/** Turns the document's nodes into blocks, and keeps in mind the printed page that it has come to. */
function createReader(warnings: ImportWarning[]) {
  const blocks: SourceBlock[] = [];
  let page: string | null = null;
  let before = 0;

  const push = (kind: PassageKind, line: { text: string; notes: SourcePassage['notes'] }, node: Nodes): void => {
    const { text, notes, marks, first } = takeMarks(line.text, line.notes);
    for (const mark of marks.unread) warnings.push({ code: 'mark-unreadable', message: `“{${mark}}” was left out: it says nothing that is understood.`, line: before + lineOf(node) });
    if (text === '' && marks.any) {
      addToAbove(marks);
      return;
    }
    const from = first.page === undefined ? page : first.page;
    page = marks.page === undefined ? page : marks.page;
    if (text === '') return;
    blocks.push({
      kind: marks.kind ?? kind, text, notes, line: before + lineOf(node), lastLine: before + (node.position?.end.line ?? lineOf(node)), pages: { from, to: page }, picture: null,
      tags: marks.tags, ref: marks.ref, id: marks.id, confidence: marks.confidence, section: marks.section, ...(marks.kind === null ? {} : { isOfKind: true }),
    });
  };

  /** A line of marks alone belongs to the passage above; only a page turns where it stands. */
  function addToAbove(marks: Marks): void {
    if (marks.page !== undefined) page = marks.page;
    const above = blocks.at(-1);
    if (!above || above.kind === 'heading') return;
    const { tags, ref, id, confidence, kind, section } = marks;
    for (const [key, value] of Object.entries({ tags, ref, id, confidence, kind, section })) if (value !== null) Object.assign(above, { [key]: value });
    if (kind !== null) above.isOfKind = true;
  }

  function add(node: RootContent | BlockContent | DefinitionContent): void {
    switch (node.type) {
      case 'heading': {
        const { text, marks } = takeMarks(toString(node), []);
        const calls = readLine(node.children).notes.map(({ key }) => key);
        if (text !== '') blocks.push({ kind: 'heading', level: node.depth, text, line: before + lineOf(node), runIn: marks.runIn, notes: calls });
        return;
      }
      case 'list':
        for (const item of node.children) for (const [at, child] of item.children.entries()) {
          if (child.type !== 'paragraph') add(child);
          else push('list-item', at === 0 && typeof item.checked === 'boolean' ? boxed(readLine(child.children), item.checked) : readLine(child.children), child);
        }
        return;
      case 'blockquote':
        for (const child of node.children) {
          if (child.type === 'paragraph') push('quotation', readLine(child.children), child);
          else add(child);
        }
        return;
      case 'table':
        push('table', readTable(node), node);
        return;
      case 'paragraph':
        push('paragraph', readLine(node.children), node);
        return;
      case 'code':
      case 'html':
        push('paragraph', { text: showBraces(node.value).trim(), notes: [] }, node);
        return;
      default:
    }
  }
  return {
    blocks,
    /** @param linesBefore lines of the document before the first one that the node counts */
    add(node: RootContent, linesBefore: number): void {
      before = linesBefore;
      add(node);
    },
  };
}

/** The words of a line, with the places of its notes; a line that is broken by hand stays broken. */
function readLine(children: readonly PhrasingContent[]): { text: string; notes: SourcePassage['notes'] } {
  const pieces: string[] = [];
  const notes: SourcePassage['notes'] = [];
  let length = 0;
  const put = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const walk = (child: PhrasingContent): void => {
    if (child.type === 'footnoteReference') notes.push({ key: child.identifier, offset: length });
    else if (child.type === 'break') put('\n');
    else if ('children' in child) child.children.forEach(walk);
    else if (child.type === 'image') put(child.alt ?? '');
    else if ('value' in child) put(child.value.replaceAll('\n', ' '));
  };
  children.forEach(walk);
  return { text: pieces.join(''), notes };
}

function readTable(node: Table): { text: string; notes: SourcePassage['notes'] } {
  const notes: SourcePassage['notes'] = [];
  let text = '';
  node.children.forEach((row, at) => {
    if (at > 0) text += '\n';
    const cells = row.children.map((cell) => readLine(cell.children));
    const last = cells.findLastIndex((cell) => cell.text.trim() !== '' || cell.notes.length > 0);
    for (const [column, cell] of cells.slice(0, last + 1).entries()) {
      if (column > 0) text += barBehind(cells[column - 1]!.text.trim());
      notes.push(...cell.notes.map(({ key, offset }) => ({ key, offset: text.length + offset })));
      text += cell.text.trim();
    }
  });
  return { text, notes };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
