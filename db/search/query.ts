import type { FacetName } from '../model/facet.ts';
import { lex, type Mark } from './lex.ts';

/** What a query asks for, as a tree. `typed` is what stands in the query, for the reader. */
export type Node =
  | { kind: 'word'; word: string; typed: string; unfinished: boolean }
  | { kind: 'prefix'; letters: string; typed: string }
  | { kind: 'phrase'; words: string[]; typed: string }
  | { kind: 'near'; items: Node[]; within: number }
  | { kind: 'filter'; field: FacetName | 'author' | 'chapter'; value: string }
  | { kind: 'not'; item: Node }
  | { kind: 'and' | 'or'; items: Node[] };

export interface Query {
  /**
   * Joined by AND. Words that stand here alone are wished for rather than required: a passage with nearly all of them
   * is found too. Everything else is required.
   */
  parts: Node[];
  where: 'text' | 'footnotes' | null;
  /** A sentence where the query was read otherwise than typed. */
  notice: string | null;
}

/** More words, or more signs, than this say nothing more, and cost. */
const MOST_WORDS = 48;
const MOST_SIGNS = 200;
const DEEPEST = 40;
/** As in FTS5. */
const NEAR_WITHIN = 10;

/**
 * Reads what was typed: words, "phrases", AND OR NOT, -word, (groups), prefix*, a NEAR/5 b, and the fields country:
 * domain: limitation: author: chapter: in:. OR binds weaker than AND, NOT strongest. What breaks these rules is read
 * as plain words, and `notice` says so. Never throws.
 */
export function parseQuery(typed: string): Query {
  const marks = lex(typed);
  const where = marks.findLast((mark) => mark.kind === 'where')?.value ?? null;
  const rest = marks.filter((mark) => mark.kind !== 'where');
  if (rest.length === 0) return { parts: [], where, notice: null };
  const problem = problemOf(rest);
  if (problem !== null) return { parts: plainWords(rest), where, notice: problem };
  const reader = { marks: rest, at: 0 };
  const tree = readOr(reader);
  if (tree !== null && reader.at === rest.length) return { parts: tree.kind === 'row' ? tree.items : [tree], where, notice: null };
  return { parts: plainWords(rest), where, notice: 'An AND, OR, NOT or NEAR has nothing beside it, so the query was read as plain words.' };
}

/** All that is looked for in a query, as words without any rule; filters and what is excluded stay. */
export function loosened(parts: readonly Node[]): Node[] {
  return parts.flatMap((part): Node[] => {
    switch (part.kind) {
      case 'phrase': return wordNodes(part.words);
      case 'near': case 'and': case 'or': return loosened(part.items);
      default: return [part];
    }
  });
}

const wordNodes = (words: readonly string[]): Node[] => words.map((word) => ({ kind: 'word', word, typed: word, unfinished: false }));

/** Words in a row with nothing between them: AND, but without insisting. `hyphened` where not even a blank is between. */
type Tree = Node | { kind: 'row'; items: Node[]; hyphened: boolean };
interface Reader { marks: readonly Mark[]; at: number }

/** Inside a group or beside an operator, a row is an AND like any other, and words with a hyphen stand side by side. */
function insisted(tree: Tree): Node {
  if (tree.kind !== 'row') return tree;
  if (tree.items.length === 1) return tree.items[0]!;
  const words = tree.items.flatMap((item) => (item.kind === 'word' ? [item] : []));
  return tree.hyphened ? { kind: 'phrase', words: words.map((item) => item.word), typed: words.map((item) => item.typed).join('-') } : { kind: 'and', items: tree.items };
}

function takes(reader: Reader, sign: string): boolean {
  const mark = reader.marks[reader.at];
  if (mark?.kind !== 'sign' || mark.sign !== sign) return false;
  reader.at += 1;
  return true;
}

function readOr(reader: Reader): Tree | null {
  const first = readAnd(reader);
  if (first === null || !takes(reader, 'OR')) return first;
  const items = [insisted(first)];
  do {
    const next = readAnd(reader);
    if (next === null) return null;
    items.push(insisted(next));
  } while (takes(reader, 'OR'));
  return { kind: 'or', items };
}

function readAnd(reader: Reader): Tree | null {
  const trees: Tree[] = [];
  let insists = false;
  for (;;) {
    const joined = trees.length > 0 && takes(reader, 'AND');
    insists ||= joined;
    const next = readNot(reader);
    if (next === null) {
      if (joined || trees.length === 0) return null;
      break;
    }
    trees.push(next);
  }
  if (insists) return { kind: 'and', items: trees.map(insisted) };
  return trees.length === 1 ? trees[0]! : { kind: 'row', items: trees.flatMap((tree) => (tree.kind === 'row' ? tree.items : [tree])), hyphened: false };
}

function readNot(reader: Reader): Tree | null {
  if (takes(reader, 'NOT')) {
    const item = readNot(reader);
    return item && { kind: 'not', item: insisted(item) };
  }
  const first = readOne(reader);
  if (first === null) return null;
  const items = [first];
  let within = 0;
  for (let mark = reader.marks[reader.at]; mark?.kind === 'near'; mark = reader.marks[reader.at]) {
    reader.at += 1;
    const next = readOne(reader);
    if (next === null) return null;
    items.push(next);
    within = Math.max(within, mark.within ?? NEAR_WITHIN);
  }
  return items.length === 1 ? first : { kind: 'near', items: items.map(insisted), within };
}

function readOne(reader: Reader): Tree | null {
  if (takes(reader, '(')) {
    const inner = readOr(reader);
    return inner && takes(reader, ')') ? inner : null;
  }
  const mark = reader.marks[reader.at];
  const tree = mark === undefined ? null : treeOf(mark);
  if (tree !== null) reader.at += 1;
  return tree;
}

function treeOf(mark: Mark): Tree | null {
  switch (mark.kind) {
    case 'word': return {
      kind: 'row', hyphened: mark.words.length > 1,
      items: mark.words.map(({ word, typed }, at) => ({ kind: 'word', word, typed, unfinished: mark.last && at === mark.words.length - 1 })),
    };
    case 'phrase': case 'prefix': case 'filter': return mark;
    default: return null;
  }
}

/** @returns a sentence that says what is wrong with the query's signs, or null */
function problemOf(marks: readonly Mark[]): string | null {
  const asWords = ', so the query was read as plain words.';
  let open = 0;
  for (const mark of marks) {
    if (mark.kind === 'unclosed') return `A quotation mark is not closed${asWords}`;
    if (mark.kind !== 'sign') continue;
    if (mark.sign === '(') open += 1;
    if (mark.sign === ')') open -= 1;
    if (open < 0) return `A bracket is closed that was never opened${asWords}`;
    if (open > DEEPEST) return `Too many brackets stand inside one another${asWords}`;
  }
  if (open > 0) return `A bracket is not closed${asWords}`;
  if (marks.filter((mark) => mark.kind === 'sign' || mark.kind === 'near').length > MOST_SIGNS) return `This query has too many signs${asWords}`;
  const words = marks.reduce((sum, mark) => sum + (mark.kind === 'word' || mark.kind === 'phrase' ? mark.words.length : 0), 0);
  return words > MOST_WORDS ? `This query is very long; its first ${MOST_WORDS} words were looked for.` : null;
}

function plainWords(marks: readonly Mark[]): Node[] {
  const nodes = marks.flatMap((mark): Node[] => {
    if (mark.kind === 'phrase') return wordNodes(mark.words);
    const tree = treeOf(mark);
    return tree === null ? [] : tree.kind === 'row' ? tree.items : [tree];
  });
  return nodes.slice(0, MOST_WORDS);
}
