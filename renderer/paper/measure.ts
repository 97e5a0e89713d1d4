import { lineEnds } from './lines.ts';
import type { Call, Note, Piece, Room } from './pieces.ts';

/** A piece with the element that it is made of. */
export interface Measured extends Piece {
  element: HTMLElement;
  /** The table that a row or a group of rows belongs to. */
  table: HTMLTableElement | null;
}

export interface MeasuredNote extends Note {
  element: HTMLElement;
  /** The height at which it stood when it was measured. */
  top: number;
}

const HOLDERS = new Set(['DIV', 'SECTION', 'NAV', 'UL', 'OL', 'LI', 'BLOCKQUOTE']);
const BLOCKS = new Set([...HOLDERS, 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'TABLE', 'HR', 'DL', 'FIGURE', 'HEADER']);
/** What is never split, however long: pictures, the cover, lines of the contents. */
const WHOLE = 'header, figure, hr, dl, nav li, .whole';
const KEEPS = 'h1, h2, h3, h4, h5, h6, .source, .keep';
/** A heading longer than this share of a page is text. */
const MOST_OF_HEADING = 0.4;

/** Rows that belong together go to the next page together, unless they take more of one. */
const MOST_OF_GROUP = 0.7;

/** What every piece of one walk shares. */
interface Walk {
  pieces: Measured[];
  room: Pick<Room, 'tall' | 'wide'>;
  opens: boolean;
}

/**
 * Measures a document that stands in one column: a piece for each paragraph, heading, point and row. It only reads.
 * @param sheets the parts of the column that begin a page
 * @param room the heights of a page's text
 */
export function measure(sheets: Iterable<HTMLElement>, room: Pick<Room, 'tall' | 'wide'>): Measured[] {
  const walk: Walk = { pieces: [], room, opens: false };
  for (const sheet of sheets) {
    walk.opens = true;
    visit(walk, sheet, false);
  }
  return walk.pieces;
}

function visit(walk: Walk, element: HTMLElement, wide: boolean): void {
  if (element.matches('.opens')) walk.opens = true;
  const isWide = wide || element.classList.contains('wide');
  if (element.tagName === 'TABLE') return visitTable(walk, element as HTMLTableElement, isWide);
  const holds = HOLDERS.has(element.tagName) && !element.matches(WHOLE) && !hasOwnText(element) && [...element.children].some((child) => BLOCKS.has(child.tagName));
  if (holds) {
    for (const child of element.children) visit(walk, child as HTMLElement, isWide);
    return;
  }
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom > top) add(walk, element, { top, bottom, wide: isWide, lines: linesOf(element, bottom - top, heightOf(walk, isWide)) });
}

function heightOf({ room }: Walk, wide: boolean): number {
  return wide ? room.wide : room.tall;
}

function add(walk: Walk, element: HTMLElement, piece: Pick<Measured, 'top' | 'bottom' | 'lines' | 'wide'> & Partial<Measured>): void {
  walk.pieces.push({ element, table: null, calls: callsOf(element), keep: element.matches(KEEPS), opens: walk.opens, head: 0, ...piece });
  walk.opens = false;
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data)) || element.querySelector(':scope > a.number') !== null;
}

function linesOf(element: HTMLElement, high: number, height: number): () => readonly number[] {
  const isHeading = /^H[1-6]$/.test(element.tagName);
  if (element.matches(WHOLE) || (isHeading && high < height * MOST_OF_HEADING) || (element.matches('.caption') && high < height * MOST_OF_HEADING)) return () => [];
  let ends: number[] | null = null;
  return () => (ends ??= lineEnds(element));
}

/** The rows of a table; the first begins with the table itself, and its head stands again on every page. A short group of rows stays together. */
function visitTable(walk: Walk, table: HTMLTableElement, wide: boolean): void {
  const box = table.getBoundingClientRect();
  const head = table.tHead?.getBoundingClientRect().height ?? 0;
  const height = heightOf(walk, wide);
  const groups = [...table.tBodies].flatMap((body): HTMLElement[] => (
    table.tBodies.length > 1 && body.getBoundingClientRect().height < height * MOST_OF_GROUP ? [body] : [...body.rows]));
  if (groups.length === 0) return add(walk, table, { top: box.top, bottom: box.bottom, wide, lines: () => [] });
  for (const [at, group] of groups.entries()) {
    const { top, bottom } = group.getBoundingClientRect();
    const last = at === groups.length - 1;
    const calls = at === 0 && table.tHead ? [...callsOf(table.tHead), ...callsOf(group)] : callsOf(group);
    add(walk, group, {
      top: at === 0 ? box.top : top, bottom: last ? box.bottom : bottom, wide, table, head: at === 0 ? 0 : head, calls,
      lines: bottom - top > height * MOST_OF_HEADING && group.tagName === 'TR' ? rowLines(group as HTMLTableRowElement) : () => [],
    });
  }
}

/** A row that is itself as long as a page is split where its longest cell's lines end. */
function rowLines(row: HTMLTableRowElement): () => readonly number[] {
  let ends: number[] | null = null;
  return () => (ends ??= lineEnds([...row.cells].reduce((longest, cell) => (textHeight(cell) > textHeight(longest) ? cell : longest))));
}

function textHeight(cell: Element): number {
  const range = cell.ownerDocument.createRange();
  range.selectNodeContents(cell);
  return range.getBoundingClientRect().height;
}

function callsOf(element: Element): Call[] {
  return [...element.querySelectorAll('a.call')].flatMap((call) => {
    const note = noteOf(call);
    const { top, bottom } = call.getBoundingClientRect();
    return note === null ? [] : [{ note, y: (top + bottom) / 2 }];
  });
}

/** The number of the note that a call leads to. */
function noteOf(call: Element): number | null {
  const number = /^#note-(\d+)$/.exec(call.getAttribute('href') ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** Measures notes that stand in a column of their own, as wide as they will be at the foot of a page. */
export function measureNotes(store: Element): Map<number, MeasuredNote> {
  const items = [...store.querySelectorAll<HTMLElement>('li[id^="note-"]')];
  return new Map(items.map((element) => {
    const { top: edge, height } = element.getBoundingClientRect();
    const gap = Number.parseFloat(element.ownerDocument.defaultView!.getComputedStyle(element).marginTop) || 0;
    const top = edge - gap;
    let ends: number[] | null = null;
    const lines = (): number[] => (ends ??= lineEnds(element).map((end) => end - top));
    return [Number(element.id.slice('note-'.length)), { element, top, height: height + gap, lines }];
  }));
}
