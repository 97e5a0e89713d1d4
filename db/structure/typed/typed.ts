import type { BlockSource, SourceBlock, SourceLine, SourceNote, SourcePassage } from '../../model/source.ts';
import { unbroken } from '../assemble.ts';
import { casingOf, sentenceCase, type Casing } from '../casing.ts';
import { joinLines, joinNote, lexiconOf } from '../hyphens.ts';
import { beginsUnspaced, endsUnspaced, joinsUnspaced } from '../unspaced.ts';
import { readFront, type Front } from './front.ts';
import { headingsAmong, joined, levelHeadings, numberBefore } from './headings.ts';
import { meantBreaks } from './meant-breaks.ts';
import { takeNoteLists, tieNotes } from './notes.ts';
import { listsOfFeet } from './foot-lists.ts';
import type { Piece } from './piece.ts';
import { groupsOf, keepLists, markQuotes, piecesOf } from './pieces.ts';
import type { Printed } from './printed.ts';

const KIND = { text: 'paragraph', item: 'list-item', quote: 'quotation', table: 'table', caption: 'caption' } as const;

/**
 * Reads a text that somebody typed: what its author meant by blank lines, underlines, dashes and brackets is as plain
 * as marks are in other formats, and it becomes blocks as theirs does.
 * @param text its lines in reading order; where they were taken from printed pages, with the notes at their feet
 * @param isWhole it begins with its own title
 */
export function blocksOfTyped(text: Printed, isWhole = true): BlockSource {
  const below = meantBreaks(text.lines);
  const all = groupsOf(text.lines, below);
  const { groups, lists: listed } = takeNoteLists(all);
  const lists = [...listed, ...listsOfFeet(text.notes, all, groups)];
  const cut = groups.map((group) => piecesOf([group]));
  const pieces = cut.flat();
  keepLists(pieces);
  markQuotes(pieces);
  const found = headingsAmong(pieces);
  // What stands below another line on purpose is no heading: an address, an office.
  for (const piece of found) if (below.has(piece.lines[0]!) && piece.rule === null) found.delete(piece);
  const front: Front = isWhole ? readFront(pieces, found) : { facts: {}, taken: new Set<Piece>(), letterhead: [] };
  for (const piece of front.letterhead) found.delete(piece);
  const base = front.taken.size > 0 ? 2 : 1;
  const body = pieces.filter((piece) => !front.taken.has(piece));
  const headings = levelHeadings(body, new Set(body.filter((piece) => found.has(piece))), base);
  const lexicon = lexiconOf({ *[Symbol.iterator]() { for (const { lines } of pieces) yield unbroken({ lines }); } }, []);
  const casing = casingOf({ *[Symbol.iterator]() { for (const piece of body) if (!found.has(piece)) yield joined(piece); } }, [...found].map(joined));

  const title = front.facts.title === undefined ? undefined : cased(front.facts.title, casing);
  const [titled] = front.taken;
  const blocks: SourceBlock[] = title === undefined || !titled ? [] : [{ kind: 'heading', level: 1, text: title, line: titled.lines[0]!.n, runIn: false }];
  const written = new Map<SourceBlock, string>();
  const notes: SourceNote[] = [];
  let scope: SourcePassage[] = [];
  const listsBehind = Map.groupBy(lists.map((list, nth) => ({ list, nth })), ({ list }) => list.after);
  const place = (piece: Piece): void => {
    const heading = headings.get(piece);
    // Null is the second line of a heading that is placed already.
    if (heading === null) return;
    if (heading) {
      const block: SourceBlock = { kind: 'heading', level: heading.level, text: cased(heading.text, casing), number: heading.number, line: piece.lines[0]!.n, runIn: false };
      written.set(block, joined(piece));
      blocks.push(block);
      return;
    }
    const text = piece.rows ? piece.rows.map((cells) => cells.join(' | ')).join('\n') : joinLines(closedUp(piece.lines), lexicon).text;
    const passage = passageOf(KIND[piece.kind], text, piece.lines);
    blocks.push(passage);
    scope.push(passage);
  };
  const endScope = (after: number): void => {
    for (const { list, nth } of listsBehind.get(after) ?? []) {
      const tied = tieNotes(scope, list, (n) => `${nth + 1}-${n}`, (lines) => joinNote(closedUp(lines), lexicon));
      if (tied) notes.push(...tied);
      else {
        if (list.title) blocks.push({ kind: 'heading', level: base, text: sentenceCase(list.title.text, casing), line: list.title.n, runIn: false });
        for (const { n, lines } of list.notes) blocks.push(passageOf('list-item', `${n}. ${joinNote(closedUp(lines), lexicon)}`, lines));
      }
      scope = [];
    }
  };
  cut.forEach((own, at) => {
    endScope(at);
    for (const piece of own) if (!front.taken.has(piece)) place(piece);
  });
  endScope(cut.length);
  const { title: _title, ...known } = front.facts;
  const facts = title === undefined || titled ? known : { ...known, title };
  return { kind: 'blocks', facts, works: { retells: null, translates: null }, blocks: blocks.map((block, at) => (isEmpty(blocks, at, base) ? asText(block, writtenAs(written.get(block) ?? '') ?? block.text) : block)), notes, pictures: [], warnings: [] };
}

/** Whether a heading has nothing below it, not even a deeper heading. It would be a chapter without text, and be left out. */
function isEmpty(blocks: readonly SourceBlock[], at: number, base: number): boolean {
  const [block, next] = [blocks[at]!, blocks[at + 1]];
  return block.kind === 'heading' && block.level >= base && (next === undefined || (next.kind === 'heading' && next.level <= block.level));
}

/** Codes and numbers in what turned out to be no heading stand as they were written. */
const writtenAs = (text: string): string | null => (/\d/.test(text) ? text : null);

function asText(block: SourceBlock, text: string): SourceBlock {
  return passageOf('paragraph', text, [{ n: block.line, text, spaced: true, mark: false, page: null, before: null }]);
}

/** "BAB II: PEMBAHASAN": what counts a chapter in Roman figures, and its title. */
const LABEL = /^(\p{Lu}{3,}) ([IVXLC]{1,7}): (?=\p{Lu})/u;

/** A heading in capitals as a sentence, its number as it stands. */
function cased(heading: string, casing: Casing): string {
  const [label, word, count] = LABEL.exec(heading) ?? [];
  if (label !== undefined) return `${word![0]}${word!.slice(1).toLowerCase()} ${count}: ${sentenceCase(heading.slice(label.length), casing)}`;
  const number = numberBefore(heading);
  return number + sentenceCase(heading.slice(number.length), casing);
}

/** Chinese and Japanese go on in the next line without a blank. */
function closedUp(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map((line, at) => {
    const next = lines[at + 1]?.text ?? '';
    return joinsUnspaced(line.text, next) || (endsUnspaced(line.text) && beginsUnspaced(next)) ? { ...line, spaced: false } : line;
  });
}

function passageOf(kind: SourcePassage['kind'], text: string, lines: Piece['lines']): SourcePassage {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return { kind, text, notes: [], line: first.n, lastLine: last.n, tags: null, ref: null, pages: { from: first.page, to: last.page }, picture: null };
}
