import { BOX } from '../../model/bullets.ts';
import { isTerminated } from '../block.ts';
import type { BlockKind } from '../block.ts';
import { raised } from '../raised.ts';
import { isRow, sameSize, type Column } from './layout.ts';
import type { Row, Setting, Stack } from './page.ts';

/** Rows that belong together, with what their layout says. */
export interface LaidBlock {
  kind: BlockKind;
  rows: Row[];
  stack: Stack | null;
  /** The column that it stands in. */
  left: number;
  right: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** A new paragraph; false where it surely goes on; undefined where only its words can tell. */
  begins: boolean | undefined;
  /** The same for its end. */
  ends: boolean | undefined;
  /** White above it, in points; Infinity at the top of a column. */
  above: number;
  below: number;
  /** A footnote's number. */
  n: number;
  /** A heading's level, 0 for a chapter's title. */
  level: number;
  /** A paragraph that is a quotation. */
  quoted: boolean;
}

/** A step this much larger than the usual one from line to line parts two paragraphs. */
const GAP = 1.28;
/** An indent is at least this wide, as a share of the size. */
const INDENT = 0.6;
/** A word needs room for so many letters more; in the middle of a sentence for these, since names begin with a wide letter. */
const ROOM = 1.5;
const ROOM_WITHIN = 2.5;
/** Lines among which the longest tells how long a line could have been. */
const WINDOW = 4;

/** What stands apart from the text; small text in the margin is beside it, and larger one is called out of it. */
const KIND_OF: Readonly<Record<Stack['kind'], BlockKind>> = { table: 'table', figure: 'figure', text: 'aside' };

const BULLET = /^[•▪◦‣●○■□➢✓]\s?(?=\S)/;
const DASH = /^[–—-]\s+(?=\S)/;
const NUMBERED = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S/;
const CALL_ONLY = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}$/;
const RAISED_START = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s?\S/;

/** @returns true for a row that begins an entry of a list */
export function isItemStart(row: Row, next: Row | undefined): boolean {
  if (BULLET.test(row.text) || BOX.test(row.text)) return true;
  const hangs = next !== undefined && next.left > row.left + INDENT * row.size && next.left < row.left + 5 * row.size;
  return hangs && (DASH.test(row.text) || NUMBERED.test(row.text));
}

/** Cuts a column into blocks: at changes of size and weight, at white, at indents, after lines that were ended by hand, before list signs. */
export function cutBlocks(column: Column, setting: Setting): LaidBlock[] {
  const blocks: LaidBlock[] = [];
  let current: Row[] = [];
  let begins: boolean | undefined;
  const end = (ends: boolean | undefined): void => {
    if (current.length > 0) blocks.push(toBlock(current, column, begins, ends));
    current = [];
  };
  column.items.map((item, at) => (isRow(item) ? withCallRaised(item, column.items[at - 1], setting) : item)).forEach((item, at) => {
    if (!isRow(item)) {
      end(undefined);
      const block = toBlock(item.rows, column, true, true);
      blocks.push({ ...block, kind: item.kind === 'text' && block.size > setting.body ? 'quote' : KIND_OF[item.kind], stack: item });
      begins = undefined;
      return;
    }
    const before = column.items[at - 1];
    const after = column.items[at + 1];
    if (current.length > 0 && before && isRow(before)) {
      const reason = partedBy(current, item, after && isRow(after) ? after : undefined, column, setting);
      if (reason !== null) {
        const goesOn = reason === 'white' && !isTerminated(before.text) && /^\p{Ll}/u.test(item.text);
        end(goesOn ? undefined : reason === 'style' ? undefined : true);
        begins = !goesOn;
      }
    } else if (current.length === 0) begins = before === undefined && isIndented(item, after && isRow(after) ? after : undefined, column) && setting.indents ? true : undefined;
    current.push(item);
  });
  end(undefined);
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    if (before && block.rows.length > 0 && before.rows.length > 0) block.above = before.below = block.rows[0]!.top - before.rows.at(-1)!.bottom;
  });
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (column.whole && first && last) first.begins = last.ends = true;
  return blocks;
}

/** The call of a note that fell on a line of its own: a small number, closer to the line above than lines are. */
function withCallRaised(row: Row, before: Row | Stack | undefined, { leading }: Setting): Row {
  const isCall = before !== undefined && isRow(before) && /^\d{1,3}$/.test(row.text) && isTerminated(before.text) && row.size < before.size * 0.95
    && row.left < before.left + INDENT * row.size && row.baseline - before.baseline < before.size * leading;
  return isCall ? { ...row, text: raised(row.text), size: before.size } : row;
}

function toBlock(rows: Row[], column: Column, begins: boolean | undefined, ends: boolean | undefined): LaidBlock {
  const sizes = rows.map((row) => row.size).sort((a, b) => a - b);
  return {
    kind: 'body', rows, stack: null, left: column.left, right: column.right, size: sizes[Math.floor(sizes.length / 2)] ?? 0, bold: rows.length > 0 && rows.every((row) => row.bold),
    italic: rows.length > 0 && rows.every((row) => row.italic), begins, ends, above: Infinity, below: Infinity, n: 0, level: 0, quoted: false,
  };
}

/** @returns why a row begins another block than the rows before it, or null */
function partedBy(rows: readonly Row[], row: Row, after: Row | undefined, column: Column, setting: Setting): 'style' | 'white' | 'indent' | 'short' | 'sign' | null {
  const before = rows.at(-1)!;
  const first = rows[0]!;
  if (!sameSize(before.size, row.size)) return 'style';
  if (CALL_ONLY.test(row.text)) return null;
  const small = row.size < setting.body * 0.95;
  if (isItemStart(row, after) || (small && RAISED_START.test(row.text))) return 'sign';
  const step = row.baseline - before.baseline;
  const usual = rows.length > 1 ? Math.min(before.baseline - rows.at(-2)!.baseline, setting.leading * row.size * 1.15) : setting.leading * row.size;
  if (step > usual * GAP && step > row.size * 1.2) return 'white';
  if (before.bold !== row.bold && !isRunIn(before, row, column)) return 'style';
  const isItem = isItemStart(first, rows[1] ?? row);
  const short = wasEndedByHand(rows, row, after, column);
  if (isItem) {
    const hangs = rows.length > 1 && rows[1]!.left > first.left + 0.4 * row.size;
    return row.left < first.left + 0.3 * row.size && (hangs || short) ? 'indent' : null;
  }
  if (row.size > setting.body * 1.15) return null;
  const isLevel = rows.length === 1 && Math.abs(before.left - row.left) < 1 && !isTerminated(before.text);
  if (!isLevel && isIndented(row, after, { left: before.left === first.left && rows.length > 1 ? first.left : column.left }) && Math.abs(before.left - column.left) < INDENT * row.size * 4) return 'indent';
  return short && (isTerminated(before.text) || /^[\p{Lu}“"‘]/u.test(row.text)) && !/[-,–\u00ad]$/.test(before.text) ? 'short' : null;
}

/** A paragraph may begin with bold words, and a bold line that fills its column is the beginning of such a one. */
function isRunIn(before: Row, row: Row, column: Column): boolean {
  return (before.bold && before.right > column.right - 1.5 * row.size && !isTerminated(before.text)) || (row.bold && !isTerminated(before.text) && before.right > column.right - 2 * row.size);
}

function isIndented(row: Row, after: Row | undefined, { left }: { left: number }): boolean {
  const by = row.left - left;
  return by > INDENT * row.size && by < 5 * row.size && (after === undefined || after.left < row.left - INDENT * row.size || after.baseline - row.baseline > row.size * 1.8);
}

/** True where the next line's first word would still have fitted: somebody ended the line there. */
function wasEndedByHand(rows: readonly Row[], row: Row, after: Row | undefined, column: Column): boolean {
  const before = rows.at(-1)!;
  // White below a row ends its paragraph: what comes behind may be set wider.
  const goesOn = after !== undefined && after.baseline - row.baseline < (row.baseline - before.baseline) * GAP;
  const near = [...rows.slice(-WINDOW), row, ...(goesOn ? [after] : [])].map((one) => one.right);
  const longest = Math.max(...near);
  // Where all lines near it are short, they run beside a picture, or are a list of names.
  const measure = longest > column.left + (column.right - column.left) * 0.6 ? longest : column.right;
  const letter = (before.right - before.left) / Math.max(1, before.text.length);
  const word = /^\S+/.exec(row.text)?.[0].length ?? 1;
  return before.right + (word + (isTerminated(before.text) ? ROOM : ROOM_WITHIN)) * letter < measure;
}
