import type { LaidLine, LaidPage } from '../../model/layout.ts';
import { bodySize, commonest, toRows } from './page.ts';

/** So many numbers on a page, each as far from the one above it as most are (by share), count its lines. */
const NUMBERS = 3;
const EVEN = 0.8;
/** They count so many of the rows beside them at least, by share: numbers of paragraphs count fewer. */
const COUNTED = 0.6;
/** Lines of running text have so many letters. */
const LETTERS = 20;
/** How far the ends of the numbers may be apart, in points. */
const ALIGNED = 3;

/** A column of numbers, by the ends that are aligned. */
interface Column {
  left: number;
  right: number;
}

/** Takes off the numbers of lines that stand in the margin (1, 2, 3 …, or 5, 10, 15 …): read line by line, they would stand in the middle of sentences. */
export function withoutLineNumbers(pages: readonly LaidPage[]): readonly LaidPage[] {
  const body = bodySize(pages);
  const inMargin = pages.map((page) => numbersInMargin(page.lines, body));
  const columns = pages.flatMap(({ lines }, at) => columnOf(inMargin[at]!, lines));
  if (columns.length === 0) return pages;
  return pages.map((page, at) => {
    // A last page with a few lines has them too.
    const gone = new Set(inMargin[at]!.filter((line) => columns.some(({ left, right }) => Math.abs(line.left - left) <= ALIGNED || Math.abs(line.right - right) <= ALIGNED)));
    return gone.size === 0 ? page : { ...page, lines: page.lines.filter((line) => !gone.has(line)) };
  });
}

function numbersInMargin(lines: readonly LaidLine[], body: number): LaidLine[] {
  const numbers = lines.filter(({ text, size }) => /^\d{1,4}$/.test(text) && size <= body * 1.05);
  const text = numbers.length === 0 ? [] : lines.filter((line) => Math.abs(line.size - body) <= 0.05 * body && line.text.length >= LETTERS);
  if (text.length === 0) return [];
  const left = Math.min(...text.map((line) => line.left));
  const right = Math.max(...text.map((line) => line.right));
  return numbers.filter((line) => line.right < left || line.left > right);
}

function columnOf(numbers: readonly LaidLine[], lines: readonly LaidLine[]): Column[] {
  const sorted = numbers.toSorted((a, b) => a.baseline - b.baseline);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.length < NUMBERS) return [];
  const steps = sorted.slice(1).map((line, at) => Number(line.text) - Number(sorted[at]!.text));
  const step = commonest(steps.map((value) => [value, 1] as const));
  const rows = toRows(lines.filter((line) => !numbers.includes(line) && line.baseline > first.top && line.baseline < last.bottom + 1)).length;
  const counted = Number(last.text) - Number(first.text) + 1;
  const isEven = step > 0 && steps.filter((value) => value === step).length >= steps.length * EVEN;
  return isEven && counted >= rows * COUNTED && counted <= rows / COUNTED ? [{ left: commonest(sorted.map((line) => [line.left, 1])), right: commonest(sorted.map((line) => [line.right, 1])) }] : [];
}
