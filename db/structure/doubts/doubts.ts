import { slug } from '../../model/ids.ts';
import { OF_A_KIND, type Doubt } from '../../model/doubt.ts';
import type { Passage } from '../../model/report.ts';
import type { Assembled, Structured } from '../assemble.ts';
import { boundsOf, type Page } from '../block.ts';
import { ByLine } from '../by-line.ts';
import type { Paged } from '../doubtful.ts';
import { doubtHeadings } from './headings.ts';
import { doubtJoins } from './joins.ts';
import { doubtNotes } from './notes.ts';
import { doubtRest } from './rest.ts';

/**
 * Lists what a paged report leaves in doubt: joins and breaks at the ends of columns and pages, columns that were
 * turned, headings on thin signs, notes and calls that miss each other, and words that were left out.
 */
export function doubtPages(paged: Paged): Doubt[] {
  const passageAt = passagesByLine(paged.made);
  return inFewness([
    ...doubtJoins(paged), ...doubtOrder(paged, passageAt), ...doubtHeadings(paged, passageAt), ...doubtNotes(paged.made), ...doubtRest(paged, passageAt),
  ]);
}

/** Lists what is in doubt in a report whose author marked its structure. */
export function doubtBlocks(made: Structured): Doubt[] {
  return inFewness([...doubtBrokenOff(made.passages), ...doubtNotes(made)]);
}

function inFewness(doubts: readonly Doubt[]): Doubt[] {
  return [...Map.groupBy(doubts, ({ kind }) => kind).values()].flatMap((group) => group.slice(0, OF_A_KIND));
}

/** The passage that a line went into. */
function passagesByLine({ passages, spans }: Assembled): (line: number) => Passage | undefined {
  const byLine = new ByLine();
  spans.forEach((own, at) => {
    for (const { line } of own) byLine.set(line, at);
  });
  return (line) => passages[byLine.at(line)];
}

function doubtOrder({ pages, made: { warnings } }: Paged, passageAt: (line: number) => Passage | undefined): Doubt[] {
  const pageAt = new Map(pages.map((page) => [page.line, page]));
  return warnings.flatMap(({ code, line }): Doubt[] => {
    const passage = code === 'columns-turned' && line !== null ? firstFrom(line, passageAt) : undefined;
    if (!passage || line === null) return [];
    return [{
      key: `order:${passage.id}`, kind: 'order', passage: passage.id, near: null, footnote: null, lines: { from: line, to: lastLineOf(pageAt.get(line), line) },
      message: 'The file has the two columns of this page in the wrong order, as its notes or its broken sentences say; they were turned.',
    }];
  });
}

/** The last line of the page that begins with this line. */
function lastLineOf(page: Page | undefined, first: number): number {
  return Math.max(first, boundsOf(page?.blocks.flatMap((block) => block.lines) ?? [], ({ n }) => n).to);
}

/** Lines that may stand between a page's beginning and its first passage. */
const HEAD = 30;

function firstFrom(line: number, passageAt: (line: number) => Passage | undefined): Passage | undefined {
  for (let n = line; n < line + HEAD; n++) {
    const found = passageAt(n);
    if (found) return found;
  }
  return undefined;
}

/** A paragraph that does not come to its end, and one that begins in the middle of a sentence. */
function doubtBrokenOff(passages: readonly Passage[]): Doubt[] {
  return passages.flatMap((passage, at): Doubt[] => {
    const next = passages[at + 1];
    if (!next || next.chapter !== passage.chapter || next.section !== passage.section || passage.kind !== 'paragraph' || next.kind !== 'paragraph') return [];
    if (!/[\p{L}\p{N},]$/u.test(passage.text) || !/^\p{Ll}/u.test(next.text)) return [];
    return [{
      key: `join:${passage.id}:${slug(next.text)}`, kind: 'join', passage: passage.id, near: next.id, footnote: null, lines: { from: passage.lines.from, to: next.lines.to },
      message: 'This paragraph breaks off, and the next one begins in the middle of a sentence; the file has them as two, and the two may be one.',
    }];
  });
}
