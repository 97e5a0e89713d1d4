import type { LaidLine } from '../../model/layout.ts';
import { CHINESE_JAPANESE } from '../../model/scripts.ts';

/** The blanks of one line differ by no more than this factor: behind a full stop they are wider. */
const EVEN = 1.7;
/** Some of its blanks may still be read as such, where they are no wider than this share of the size. */
const READ = 1.3;
/** How far a line's end may be from those of its paragraph, as a share of the size; its beginning may be indented. */
const EDGE = 0.35;
const INDENT = 3;
/** The lines of a paragraph stand no further apart. */
const NEAR = 2;
/** What stands on one baseline; cells of a table begin, end or have their middles below each other: both in points. */
const LEVEL = 0.5;
const ALIGNED = 1.5;

/** Chinese and Japanese set no blanks between words; their lines are stretched between the signs. */
const BETWEEN_SIGNS = new RegExp(`(?<=[${CHINESE_JAPANESE}ー々。、，；：！？」』）]) (?=[${CHINESE_JAPANESE}ー々。、，；：！？「『（])`, 'gu');

/**
 * Puts the words of stretched lines together: lines that were made as wide as their column although few words stand on
 * them, so that their blanks are wider than a space between words. Their blanks are even, they end where the line
 * above or below does, and their words do not stand below each other as the cells of a table.
 * @param lines of one page, in the order of the file
 */
export function joinStretched(lines: readonly LaidLine[]): LaidLine[] {
  const rows = rowsOf(lines);
  const inRows = new Set(rows.flat());
  const whole = lines.filter((line) => !inRows.has(line));
  const joined = new Map<LaidLine, LaidLine>();
  // Stretched lines may stand below each other: each one that is put together shows where the next one ends.
  for (const way of [rows, rows.toReversed()]) for (const row of way) {
    if (joined.has(row[0]!) || !isEven(row) || !whole.some((other) => isBeside(row, other)) || rows.some((other) => isAligned(row, other))) continue;
    const line = { ...row[0]!, text: row.map(({ text }) => text).join(' ').replace(BETWEEN_SIGNS, ''), right: row.at(-1)!.right };
    whole.push(line);
    for (const word of row) joined.set(word, line);
  }
  return [...new Set(lines.map((line) => joined.get(line) ?? line))];
}

/** What follows each other in the file on one baseline, from left to right, three words at least. */
function rowsOf(lines: readonly LaidLine[]): LaidLine[][] {
  const rows: LaidLine[][] = [];
  for (const line of lines) {
    const last = rows.at(-1)?.at(-1);
    if (last && Math.abs(last.baseline - line.baseline) < LEVEL && last.size === line.size && last.artifact === line.artifact && line.left > last.right) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.filter((row) => row.length > 2);
}

function isEven(row: readonly LaidLine[]): boolean {
  const gaps = row.slice(1).map((word, at) => word.left - row[at]!.right);
  const widest = Math.max(...gaps);
  return widest <= EVEN * Math.min(...gaps) && (widest < READ * row[0]!.size || row.every(({ text }) => !text.includes(' ')));
}

/** True where a row is as wide as a line of text right above or below it. */
function isBeside(row: readonly LaidLine[], other: LaidLine): boolean {
  const [first, last] = [row[0]!, row.at(-1)!];
  const away = Math.abs(other.baseline - first.baseline) / first.size;
  return away > LEVEL && away < NEAR && other.size === first.size && other.text.includes(' ') && Math.abs(other.right - last.right) < EDGE * first.size && Math.abs(other.left - first.left) < INDENT * first.size;
}

/** True where most of a row’s words stand below words of another row, as cells do. */
function isAligned(row: readonly LaidLine[], other: readonly LaidLine[]): boolean {
  if (other === row || Math.abs(other[0]!.baseline - row[0]!.baseline) > 2 * NEAR * row[0]!.size) return false;
  const inner = row.slice(1, -1).filter((word) => other.slice(1, -1).some(({ left, right }) => [left - word.left, right - word.right, (left + right - word.left - word.right) / 2].some((by) => Math.abs(by) < ALIGNED)));
  return inner.length * 2 > row.length - 2;
}
