import { slug } from '../../model/ids.ts';
import { OF_A_KIND, type Doubt } from '../../model/doubt.ts';
import type { Passage } from '../../model/report.ts';
import type { Block, Page } from '../block.ts';
import { isTerminated } from '../block.ts';
import { ByLine } from '../by-line.ts';
import type { Paged } from '../doubtful.ts';

type Span = { offset: number; page: number; line: number };

/** A last line this full may go on in the next column, although its sentence has ended. */
const FULL = 0.9;
/** Letters before a join that are looked at: more than any word has. A passage may have a hundred thousand lines. */
const LOOKED_AT = 200;
/** Words after which no sentence ends. */
const GOES_ON = /(?:^|\s)(?:an?|the|of|in|into|on|onto|to|by|with|for|from|at|as|and|or|but|nor|that|which|who|than|its|their|his|her|our|between|under|over|through|against|towards?|during|since|is|are|was|were|be|has|have|had|not|both|such|early|late|new|more|most)$/iu;

/** Joins over the end of a column or page that could be two paragraphs, and breaks there that could be one. */
export function doubtJoins(paged: Paged): Doubt[] {
  const blocks = blocksByLine(paged.pages);
  return [...few(madeJoins(paged, blocks)), ...few(leftApart(paged, blocks))];
}

/** The first ones; the others are not even looked for. */
function few(doubts: Iterable<Doubt>): Doubt[] {
  const kept: Doubt[] = [];
  for (const doubt of doubts) if (kept.push(doubt) === OF_A_KIND) break;
  return kept;
}

type BlockAt = (line: number) => Block | undefined;

function blocksByLine(pages: readonly Page[]): BlockAt {
  const byLine = new ByLine();
  const all = pages.flatMap(({ blocks }) => blocks);
  all.forEach((block, at) => {
    for (const { n } of block.lines) byLine.set(n, at);
  });
  return (line) => all[byLine.at(line)];
}

const over = (before: Span, after: Span): string => (before.page === after.page ? 'the end of a column' : 'the end of a page');

function* madeJoins({ made: { passages, spans } }: Paged, blockAt: BlockAt): Generator<Doubt> {
  for (const [number, passage] of passages.entries()) {
    if (passage.kind !== 'paragraph' && passage.kind !== 'list-item') continue;
    const lines = spans[number]!;
    for (let at = 1; at < lines.length; at++) {
      const [before, after] = [lines[at - 1]!, lines[at]!];
      if (isNext(before, after) || isTold(blockAt, before, after)) continue;
      const rest = passage.text.slice(after.offset).trimStart();
      if (!isThin(passage.text.slice(Math.max(0, after.offset - LOOKED_AT), after.offset).trimEnd(), rest)) continue;
      yield {
        key: `join:${passage.id}:${slug(rest)}`, kind: 'join', passage: passage.id, near: null, footnote: null, lines: span(before, after),
        message: `Joined over ${over(before, after)} before “${firstWords(rest)}”: no full stop stands before it, yet it begins as a sentence may. It could be a paragraph of its own.`,
      };
    }
  }
}

/** Two spans on lines that follow one another in the file. */
const isNext = (before: Span, after: Span): boolean => before.page === after.page && (after.line === before.line + 1 || after.line === before.line);

const isTold = (blockAt: BlockAt, before: Span, after: Span): boolean => blockAt(after.line)?.begins !== undefined || blockAt(before.line)?.ends !== undefined;

const span = (before: Span, after: Span): { from: number; to: number } => ({ from: Math.min(before.line, after.line), to: Math.max(before.line, after.line) });

/** Nothing but the missing full stop says that the two belong together. */
function isThin(before: string, rest: string): boolean {
  if (!/^[\p{Lu}\p{N}“‘"']/u.test(rest) || !/[\p{L}\p{N}”’"')]$/u.test(before) || GOES_ON.test(before)) return false;
  // "the United | States": a name that goes on.
  return !/(?:^|\s)\p{Lu}[\p{L}’'-]*$/u.test(before);
}

const firstWords = (text: string): string => text.split(/\s+/, 4).join(' ').replace(/[.,;:]$/, '');

function* leftApart({ made: { passages, spans }, measure }: Paged, blockAt: BlockAt): Generator<Doubt> {
  const read = passages.flatMap(({ kind }, at) => (kind === 'paragraph' || kind === 'list-item' ? [at] : []));
  for (let at = 0; at + 1 < read.length; at++) {
    const [passage, next] = [passages[read[at]!]!, passages[read[at + 1]!]!];
    const [before, after] = [spans[read[at]!]!.at(-1)!, spans[read[at + 1]!]![0]!];
    if (!isSamePart(passage, next) || isTold(blockAt, before, after)) continue;
    const last = blockAt(before.line)?.lines.find((line) => line.n === before.line)?.text ?? '';
    // A line or two between them are blank: there the file itself begins a paragraph.
    const isBreak = before.page !== after.page || Math.abs(after.line - before.line) > 3;
    if (!isBreak || last.length < measure * FULL || !isTerminated(last)) continue;
    yield {
      key: `join:${passage.id}:${slug(next.text)}`, kind: 'join', passage: passage.id, near: next.id, footnote: null, lines: span(before, after),
      message: `Begun anew after ${over(before, after)}: the line before it is full and ends a sentence, so that the paragraph may go on with “${firstWords(next.text)}”.`,
    };
  }
}

/** Two paragraphs with no heading and no list between them. */
const isSamePart = (a: Passage, b: Passage): boolean => a.kind === 'paragraph' && b.kind === 'paragraph' && a.chapter === b.chapter && a.section === b.section;
