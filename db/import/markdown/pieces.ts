import type { RootContent } from 'mdast';

/** Letters of a piece: the parser holds hundreds of bytes for each while it reads, and takes longer the more it holds. */
const PIECE = 2_000;
/** A definition of a note or a link, in whatever stands around it. */
const DEFINITION = /^(?:[ \t>*+-]|\d{1,9}[.)])*\[((?:\\.|[^[\]\\])+)\]:/gm;
const LABEL = /\[((?:\\.|[^[\]\\]){1,999})\]/g;
/** A blank line, and a line behind it that goes on with nothing before: no list, quotation, indent or table; or the definition of a note. */
const BREAK = /\n[ \t]*\n(?=[#\p{L}[“"‘'(«„])|\n(?=\[\^[^\]\s]+\]:)/gu;
/** A note that no document has, set behind a piece; where something that is still open swallows it, the piece does not end there. */
const END = 'attache-piece-ends';

/**
 * Parses a long document piece by piece, each as it would be parsed in the whole. Pieces end before a line that stands at
 * the edge behind a blank one: there only fenced code and HTML can go on, and then the piece is made longer. Notes and
 * links that are defined anywhere are known in every piece.
 * @param parse parses a document
 * @param take is given the parsed nodes in their order, and how many lines of the document stand before their piece
 * @param size letters that a piece has at least
 */
export function parsePieces(text: string, parse: (piece: string) => readonly RootContent[], take: (node: RootContent, linesBefore: number) => void, size = PIECE): void {
  const defined = new Set([...text.matchAll(DEFINITION)].map(([, label]) => normal(label!)));
  let lines = 0;
  for (let from = 0; from < text.length || from === 0;) {
    const { to, nodes, before } = pieceFrom(text, from, size, parse, defined);
    for (const node of nodes) take(node, lines - before);
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
    from = Math.max(to, from + 1);
  }
}

function pieceFrom(text: string, from: number, size: number, parse: (piece: string) => readonly RootContent[], defined: ReadonlySet<string>): { to: number; nodes: readonly RootContent[]; before: number } {
  for (let length = size; ; length *= 2) {
    const to = breakAfter(text, from + length);
    const piece = text.slice(from, to);
    const isLast = to === text.length;
    if (isLast && from === 0) return { to, nodes: parse(piece), before: 0 };
    const definitions = definitionsFor(piece, defined);
    const nodes = parse(isLast ? `${definitions}${piece}` : `${definitions}${piece}[^${END}]: .\n`);
    const last = nodes.at(-1);
    const ends = last?.type === 'footnoteDefinition' && last.identifier === END;
    if (ends || isLast) return { to, nodes: nodes.slice(0, ends ? -1 : undefined).filter((node) => node.position!.start.offset! >= definitions.length), before: definitions.split('\n').length - 1 };
  }
}

/** The beginning of the first line from here on at which a piece can end. */
function breakAfter(text: string, from: number): number {
  BREAK.lastIndex = from;
  const found = from < text.length ? BREAK.exec(text) : null;
  return found ? found.index + found[0].length : text.length;
}

/** What a piece calls, defined before it: the parser takes for a call only what it knows. A rule keeps the two apart. */
function definitionsFor(piece: string, defined: ReadonlySet<string>): string {
  const called = new Map<string, string>();
  for (const [, label] of piece.matchAll(LABEL)) {
    const key = normal(label!);
    if (defined.has(key) && !called.has(key)) called.set(key, label!.replace(/\s+/g, ' '));
  }
  return `${[...called.values()].map((label) => `[${label}]: ${label.startsWith('^') ? '.' : '#'}\n\n`).join('')}***\n\n`;
}

function normal(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}
