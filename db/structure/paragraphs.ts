import { squash } from '../model/fold.ts';
import type { PassageKind } from '../model/report.ts';
import type { SourceLine } from '../model/source.ts';
import type { Block, Page } from './block.ts';
import { BULLET } from '../model/bullets.ts';
import { isHardEnd, isTerminated, plain } from './block.ts';
import type { ChapterRange } from './chapter-starts.ts';
import { joinLines, type Lexicon } from './hyphens.ts';

/** A passage before its note calls are taken out. */
export interface Draft {
  kind: PassageKind;
  text: string;
  /** For each line of the source: where it begins in `text`, its page, its number. */
  spans: { offset: number; page: number; line: number }[];
  /** Index of the heading that it stands under, −1 where there is none yet. */
  heading: number;
}

export interface Heading {
  text: string;
  line: number;
  page: number;
  /** Set in capitals in the source. */
  caps: boolean;
  /** Known where the layout tells. */
  level: number | null;
}

/** Lines that belong together, and side by side the pages that they stand on: a file may have millions. */
interface Part {
  of: Block['kind'];
  kind: PassageKind;
  lines: SourceLine[];
  pages: number[];
  /** What stands beside the text may go on overleaf: it waits for its rest. */
  waits?: boolean;
}

const KIND: Partial<Record<Block['kind'], PassageKind>> = { quote: 'pull-quote', caption: 'caption', figure: 'figure', table: 'table', signature: 'caption', aside: 'paragraph' };

/**
 * Puts the paragraphs of a chapter together: over columns, pages and the notes between. A paragraph goes on as long as
 * its last line is no end of a sentence; what stands between its parts comes after it.
 */
export function joinParagraphs(pages: readonly Page[], range: ChapterRange, lexicon: Lexicon, { keepsBlanks, softHyphens }: { keepsBlanks: boolean; softHyphens: boolean }): { drafts: Draft[]; headings: Heading[] } {
  const drafts: Draft[] = [];
  const headings: Heading[] = [];
  let open: Part | null = null;
  let beside: Part[] = [];

  const close = (all = false): void => {
    const done = beside.filter((part) => all || !part.waits);
    for (const part of [...(open ? [open] : []), ...done]) drafts.push(toDraft(part, headings.length - 1, lexicon, softHyphens));
    open = null;
    beside = beside.filter((part) => !done.includes(part));
  };
  for (let at = range.from; at < range.to; at++) {
    for (const block of pages[at]!.blocks) {
      const besideKind = KIND[block.kind];
      if (besideKind) {
        const last = beside.at(-1);
        const waiting = block.kind === 'aside' && block.begins === false ? beside.find((part) => part.waits) : undefined;
        const table = block.kind === 'table' && block.begins === false ? beside.findLast((part) => part.of === 'table') : undefined;
        if (waiting) append(waiting, block, at).waits = block.ends === false;
        else if (table) append(table, block, at);
        else if (last && last.of === block.kind && (block.kind === 'figure' || block.kind === 'signature') && !block.apart) append(last, block, at);
        else beside.push(append({ of: block.kind, kind: besideKind, lines: [], pages: [], waits: block.kind === 'aside' && block.ends === false }, block, at));
      } else if (block.kind === 'heading') {
        close(true);
        headings.push({ text: headingOf(block), line: block.lines[0]!.n, page: at, caps: plain(block) === plain(block).toUpperCase(), level: block.level ?? null });
      } else if (block.kind === 'body' || block.kind === 'item') {
        if (block.kind === 'item' || !open || block.begins) {
          close();
          open = append({ of: block.kind, kind: block.kind === 'item' ? 'list-item' : 'paragraph', lines: [], pages: [] }, block, at);
        } else append(open, block, at);
        const last = block.lines.at(-1)!;
        if (block.ends ?? (isTerminated(last.text) || (keepsBlanks && isHardEnd(last)))) close();
      }
    }
  }
  close(true);
  return { drafts: withoutDoubles(drafts), headings };
}

function append(part: Part, { lines }: Block, page: number): Part {
  for (const line of lines) {
    part.lines.push(line);
    part.pages.push(page);
  }
  return part;
}

/** A heading's text. */
export function headingOf(block: Block): string {
  return joinLines(block.lines.map(asWord), null).text;
}

/** A line ended by hand is followed by a new word all the same. */
function asWord(line: SourceLine): SourceLine {
  return isHardEnd(line) ? { ...line, spaced: true } : line;
}

/** What joins the lines of a drawing's labels, of a table, and of a signature. */
const BETWEEN: Partial<Record<Block['kind'], string>> = { figure: ' · ', table: '\n', signature: ', ' };

function toDraft({ of, kind, lines, pages }: Part, heading: number, lexicon: Lexicon, soft: boolean): Draft {
  lines[0] = { ...lines[0]!, text: lines[0]!.text.replace(BULLET, '') };
  const between = BETWEEN[of];
  if (between !== undefined) return { kind, text: lines.map((line) => line.text).join(between), heading, spans: spansOf(lines, pages, null) };
  // A caption's lines were each ended by hand; they are words of one sentence all the same.
  const { text, offsets } = joinLines(kind === 'caption' ? lines.map(asWord) : lines, soft ? lexicon : null);
  return { kind, text, heading, spans: spansOf(lines, pages, offsets) };
}

function spansOf(lines: readonly SourceLine[], pages: readonly number[], offsets: readonly number[] | null): Draft['spans'] {
  return lines.map(({ n }, at) => ({ offset: offsets === null ? 0 : offsets[at]!, page: pages[at]!, line: n }));
}

/** A caption that the file has twice (once as text, once inside its picture) is kept once. */
function withoutDoubles(drafts: Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    if (draft.kind !== 'caption') return true;
    const key = squash(draft.text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
